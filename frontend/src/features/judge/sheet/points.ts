import { type AspectRule, Decimal, InvalidMark, isDerived, parseRaw, pointsFor, scoreSheet, shown, sheetMaximum } from '@/scoring'
import { isMarked, type AspectView } from '../state/sheetView'
import type { PacketAspect, PacketModule } from '../types'
import type { Invalid } from './useInvalid'

export interface Judged {
  /** Points at two decimals, when the rule takes the value. */
  points?: string
  problem?: Invalid
}

export function ruleOf(aspect: PacketAspect): AspectRule {
  return { ...aspect.rule, kind: aspect.kind } as AspectRule
}

/** What a raw value would give, or why the aspect's rule does not take it. */
export function judge(aspect: PacketAspect, raw: string): Judged {
  try {
    return { points: shown(pointsFor(ruleOf(aspect), aspect.max_mark, raw)) }
  } catch (problem) {
    if (problem instanceof InvalidMark) return { problem }
    return { problem: { code: 'rule_faulty', data: {} } }
  }
}

/** "1.50" from the server is the same answer as "1.5" of the scheme. */
export function sameNumber(a: string | null, b: string): boolean {
  if (a === null) return false
  try {
    return parseRaw(a).eq(parseRaw(b))
  } catch {
    return a === b
  }
}

/** "4.0000" of the server's column as a person would write it. */
export function plainNumber(text: string): string {
  try {
    return parseRaw(text).toFixed()
  } catch {
    return text
  }
}

export interface SheetTotal {
  total: string
  maximum: string
  /** Points of the aspects that follow from others, by code; what is still open is left out. */
  computed: Readonly<Record<string, string>>
}

/** This judge's own sheet so far, as the server's `scoring` would count it; aspects without a usable mark add nothing. */
export function totalOf(module: PacketModule, view: (aspectId: string) => AspectView): SheetTotal {
  const marks: Record<string, string> = {}
  const criteria = module.criteria.map((criterion) => ({
    code: criterion.code,
    sub_criteria: criterion.sub_criteria.map((sub) => ({
      code: sub.code,
      aspects: sub.aspects.map((aspect) => {
        const { mark } = view(aspect.id)
        if (isMarked(mark)) marks[aspect.code] = usable(aspect, mark.special ?? mark.value)
        return { code: aspect.code, max_mark: aspect.max_mark, rule: ruleOf(aspect) }
      }),
    })),
  }))
  const derived = criteria.flatMap(({ sub_criteria: subs }) =>
    subs.flatMap(({ aspects }) => aspects.filter(({ rule }) => isDerived(rule)).map(({ code }) => code)),
  )
  const scored = { code: module.code, aggregation: 'mean', criteria } as const
  const result = scoreSheet(scored, marks)
  return {
    total: shown(result.provisional ?? new Decimal(0)),
    maximum: sheetMaximum(scored).toFixed(),
    computed: Object.fromEntries(
      derived.flatMap((code) => {
        const value = result.aspects.find((aspect) => aspect.code === code)?.provisional
        return value ? [[code, shown(value)]] : []
      }),
    ),
  }
}

function usable(aspect: PacketAspect, mark: string | null): string {
  if (mark === null) return 'not_marked'
  return mark === 'absent' || mark === 'disqualified' || judge(aspect, mark).points !== undefined ? mark : 'not_marked'
}
