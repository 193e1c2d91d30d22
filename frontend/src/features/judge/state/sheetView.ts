import { isComputedKind, isSpecial } from '@/scoring'
import type { QueuedMark } from '../outbox'
import type { PacketAspect, PacketModule, PacketSheet, Special } from '../types'

/** kept: on this tablet only; saved: the server has committed it. */
export interface ShownMark {
  value: string | null
  special: Special | null
  state: 'kept' | 'saved'
}

export interface Refusal {
  order: number
  reason: string
}

export interface AspectView {
  mark: ShownMark | null
  refusals: Refusal[]
}

export type SheetStage = 'fresh' | 'begun' | 'complete' | 'signed'

export interface SheetSummary {
  sheet: PacketSheet
  marked: number
  expected: number
  waiting: number
  refused: number
  stage: SheetStage
}

type Text = string | null | undefined

const nothing: AspectView = { mark: null, refusals: [] }

export function isJudged({ kind }: PacketAspect): boolean {
  return !isComputedKind(kind)
}

/** What the judge has to mark, without what is computed from it. */
export function judgedAspects(module: PacketModule): PacketAspect[] {
  return module.criteria.flatMap(({ sub_criteria }) => sub_criteria.flatMap(({ aspects }) => aspects)).filter(isJudged)
}

/** What counts for each aspect now: the newest mark kept here, else the one the server holds; a refused one never. */
export function viewSheet(sheet: PacketSheet, queue: readonly QueuedMark[]): (aspectId: string) => AspectView {
  const views = new Map<string, AspectView>()
  for (const [aspect, { value, special }] of Object.entries(sheet.marks)) {
    views.set(aspect, { mark: shown(value, special, 'saved'), refusals: [] })
  }
  for (const mark of queue) {
    if (mark.sheet_id !== sheet.id) continue
    const { mark: before, refusals } = views.get(mark.aspect_id) ?? nothing
    views.set(
      mark.aspect_id,
      mark.state === 'kept'
        ? { mark: shown(mark.value, mark.special, 'kept'), refusals }
        : { mark: before, refusals: [...refusals, { order: mark.order ?? 0, reason: mark.reason }] },
    )
  }
  return (aspectId) => views.get(aspectId) ?? nothing
}

function shown(value: Text, special: Text, state: ShownMark['state']): ShownMark {
  return { value: value ?? null, special: typeof special === 'string' && isSpecial(special) ? special : null, state }
}

export function isMarked(mark: ShownMark | null): mark is ShownMark {
  return mark !== null && mark.special !== 'not_marked' && (mark.value !== null || mark.special !== null)
}

export function summarise(sheet: PacketSheet, aspects: readonly PacketAspect[], queue: readonly QueuedMark[]): SheetSummary {
  const mine = queue.filter(({ sheet_id }) => sheet_id === sheet.id)
  const view = viewSheet(sheet, mine)
  const marked = aspects.filter(({ id }) => isMarked(view(id).mark)).length
  return {
    sheet,
    marked,
    expected: aspects.length,
    waiting: mine.filter(({ state }) => state === 'kept').length,
    refused: mine.filter(({ state }) => state === 'refused').length,
    stage: stageOf(sheet, marked, aspects.length),
  }
}

function stageOf(sheet: PacketSheet, marked: number, expected: number): SheetStage {
  if (sheet.state === 'signed') return 'signed'
  if (marked === 0) return 'fresh'
  return marked === expected ? 'complete' : 'begun'
}

/** In the order the entries start; work codes decide where no order was drawn. */
export function inStartOrder(a: PacketSheet, b: PacketSheet): number {
  const order = (a.start_order ?? Infinity) - (b.start_order ?? Infinity)
  return order || a.entry_code.localeCompare(b.entry_code, 'en', { numeric: true })
}
