import { Decimal, sum } from './decimal'
import { parseFormula } from './formula'
import type { AspectResult } from './module'
import { roundHalfUp } from './rounding'
import { type BestOfRule, type FormulaRule, isDerived, type SheetAspect } from './rules'
import { isSpecial, type Mark, strongestSpecial } from './values'

/** Codes that do not count by themselves: measures, and what a formula or best-of replaces. */
export function uncountedCodes(aspects: readonly SheetAspect[]): Set<string> {
  return new Set(
    aspects.flatMap(({ code, rule }) => {
      if (rule.kind === 'measure') return [code]
      return isDerived(rule) && rule.replaces !== false ? sourcesOf(rule) : []
    }),
  )
}

/** Results of all aspects, the computed ones behind those they read; the server refused cycles and unknown codes. */
export function withDerived(aspects: readonly SheetAspect[], judged: ReadonlyMap<string, AspectResult>): Map<string, AspectResult> {
  const byCode = new Map(aspects.map((aspect) => [aspect.code, aspect]))
  const found = new Map(judged)
  const place = (code: string): AspectResult => {
    const done = found.get(code)
    if (done) return done
    const { rule, max_mark: max } = byCode.get(code) as SheetAspect & { rule: FormulaRule | BestOfRule }
    const result = computed(code, rule, max, sourcesOf(rule).map(place))
    found.set(code, result)
    return result
  }
  aspects.forEach(({ code }) => place(code))
  return found
}

function sourcesOf(rule: FormulaRule | BestOfRule): readonly string[] {
  return rule.kind === 'best_of' ? rule.of : parseFormula(rule.formula).sources
}

function computed(code: string, rule: FormulaRule | BestOfRule, max: string, sources: readonly AspectResult[]): AspectResult {
  const value = rule.kind === 'best_of' ? bestOf(rule, max) : formula(rule, max)
  const points = value(new Map(sources.map((source) => [source.code, source.points])))
  const soFar = new Map<string, Mark>(sources.map((source) => [source.code, source.provisional ?? 'absent']))
  const partly = rule.kind === 'best_of' || sources.every((source) => source.provisional)
  const provisional = partly ? value(soFar) : 'not_marked'
  return {
    code,
    points: points ?? 'not_marked',
    provisional: provisional === null || isSpecial(provisional) ? null : provisional,
    complete: points !== null && points !== 'not_marked' && sources.every((source) => source.complete),
    marked: 0,
    findings: points === null ? [{ code: 'formula_division_by_zero', aspect: code, data: {} }] : [],
  }
}

type Value = (values: ReadonlyMap<string, Mark>) => Mark | null

/** Null when something is divided by zero. */
function formula(rule: FormulaRule, max: string): Value {
  const parsed = parseFormula(rule.formula)
  return (values) => {
    const special = strongestSpecial([...values.values()])
    if (special) return special
    const exact = parsed.value(values as ReadonlyMap<string, Decimal>)
    if (!exact) return null
    const value = exact.over.div(exact.under)
    const floor = new Decimal(rule.floor ?? '0')
    return roundHalfUp(value.lt(floor) ? floor : value.gt(max) ? new Decimal(max) : value)
  }
}

function bestOf(rule: BestOfRule, max: string): Value {
  return (values) => {
    const attempts = [...values.values()]
    const open = (['disqualified', 'not_marked'] as const).find((special) => attempts.includes(special))
    if (open) return open
    const numbers = attempts.filter((mark): mark is Decimal => !isSpecial(mark)).sort((a, b) => b.cmp(a))
    if (!numbers.length) return 'absent'
    const total = sum(numbers.slice(0, rule.count))
    return total.gt(max) ? new Decimal(max) : total
  }
}
