import { storeToRefs } from 'pinia'
import { computed, watch, type MaybeRefOrGetter, toValue } from 'vue'
import { judgedAspects, isMarked, viewSheet } from '../state/sheetView'
import { useJudge, type NewMark } from '../state/useJudge'
import type { PacketAspect, Special } from '../types'
import { totalOf } from './points'
import { useUndo } from './useUndo'

/** One sheet as this tablet holds it, and what can be done with it. */
export function useSheet(sheetId: MaybeRefOrGetter<string>) {
  const judge = useJudge()
  const { summaries, modules, queue, head } = storeToRefs(judge)
  const { steps, remember, takeLast, forget } = useUndo()
  watch(() => toValue(sheetId), forget)

  const summary = computed(() => summaries.value.find(({ sheet }) => sheet.id === toValue(sheetId)))
  const module = computed(() => modules.value.find(({ id }) => id === summary.value?.sheet.module_id))
  const aspects = computed(() => (module.value === undefined ? [] : judgedAspects(module.value)))
  const view = computed(() =>
    summary.value === undefined ? () => ({ mark: null, refusals: [] }) : viewSheet(summary.value.sheet, queue.value),
  )
  const missing = computed((): PacketAspect[] => aspects.value.filter(({ id }) => !isMarked(view.value(id).mark)))
  const neighbours = computed(() => {
    const list = summaries.value.filter(({ sheet }) => sheet.module_id === module.value?.id)
    const place = list.findIndex(({ sheet }) => sheet.id === toValue(sheetId))
    return { previous: list[place - 1]?.sheet, next: list[place + 1]?.sheet }
  })

  async function record(marks: NewMark[]): Promise<void> {
    if (summary.value === undefined) return
    const before = marks.map(({ aspectId }) => ({ aspectId, mark: view.value(aspectId).mark }))
    await judge.record(summary.value.sheet, marks)
    remember(before)
  }

  async function give(aspectId: string, value: string | null, special: Special | null): Promise<void> {
    const now = view.value(aspectId).mark
    if (now?.value === value && now.special === special) return
    await record([{ aspectId, value, special }])
  }

  /** The code of an aspect that went back, for the notice. */
  async function undo(): Promise<string | undefined> {
    const marks = takeLast()
    if (summary.value === undefined || marks.length === 0) return undefined
    await judge.record(summary.value.sheet, marks)
    return aspects.value.find(({ id }) => id === marks[0]?.aspectId)?.code
  }

  return {
    summary, module, aspects, view, missing, neighbours, give, undo,
    canUndo: computed(() => steps.value.length > 0),
    readonly: computed(() => summary.value?.sheet.state === 'signed' || head.value?.event.state !== 'marking'),
    total: computed(() => (module.value === undefined ? undefined : totalOf(module.value, view.value))),
    allAbsent: () => record(aspects.value.map(({ id }) => ({ aspectId: id, value: null, special: 'absent' }))),
  }
}
