import { aggregate, type PanelValue } from './aggregation'
import { Decimal, highest, lowest, plain, sum, zero } from './decimal'
import type { Finding } from './errors'
import { uncountedCodes, withDerived } from './derived'
import { divisorOf, settled, unitsFor } from './points'
import { roundHalfUp } from './rounding'
import { type AspectRule, isDerived, type SheetAspect, type SheetModule } from './rules'
import { isSpecial, type Mark, markFromText, strongestSpecial } from './values'

/** Raw value (or special code) as text, by aspect and judge. What is missing is not marked. */
export type ModuleMarks = Readonly<Record<string, Readonly<Record<string, string>>>>

export interface AspectResult {
  code: string
  /** The panel's value at two decimals. */
  points: Mark
  provisional: Decimal | null
  complete: boolean
  marked: number
  findings: readonly Finding[]
}

export interface ModuleResult {
  points: Mark
  maximum: Decimal
  provisional: Decimal | null
  complete: boolean
  marked: number
  expected: number
  aspects: readonly AspectResult[]
  findings: readonly Finding[]
}

/** One entry in one module: aspects rounded to two decimals, then added exactly, never below zero. */
export function scoreModule(module: SheetModule, marks: ModuleMarks, judges: readonly string[]): ModuleResult {
  const sheet = aspectsOf(module)
  const judged = sheet.filter((aspect) => !isDerived(aspect.rule))
  const results = withDerived(
    sheet,
    new Map(judged.map((aspect) => [aspect.code, scoreAspect(module, aspect, marks[aspect.code] ?? {}, judges)])),
  )
  const aspects = sheet.map(({ code }) => results.get(code) as AspectResult)
  const uncounted = uncountedCodes(sheet)
  const counted = aspects.filter(({ code }) => !uncounted.has(code))
  const points = totalPoints(counted)
  const provisional = counted.flatMap((aspect) => aspect.provisional ?? [])
  return {
    points: isSpecial(points) ? points : highest([points, zero]),
    maximum: maximumOf(sheet, module.aggregation === 'sum' ? judges.length : 1),
    provisional: provisional.length ? highest([sum(provisional), zero]) : null,
    complete: points === 'disqualified' || (aspects.length > 0 && aspects.every((aspect) => aspect.complete)),
    marked: aspects.reduce((count, aspect) => count + aspect.marked, 0),
    expected: judged.length * judges.length,
    aspects,
    findings: aspects.flatMap((aspect) => aspect.findings),
  }
}

/** One judge's own sheet: `marks` by aspect. */
export function scoreSheet(module: SheetModule, marks: Readonly<Record<string, string>>): ModuleResult {
  const own = Object.fromEntries(Object.entries(marks).map(([aspect, raw]) => [aspect, { own: raw }]))
  return scoreModule(module, own, ['own'])
}

export function aspectsOf(module: SheetModule): SheetAspect[] {
  return module.criteria.flatMap(({ sub_criteria: subs }) => subs.flatMap(({ aspects }) => aspects))
}

/** The most points one sheet can give. */
export function sheetMaximum(module: SheetModule): Decimal {
  return maximumOf(aspectsOf(module), 1)
}

/** What is computed from others is computed once, however many sheets are added up. */
function maximumOf(sheet: readonly SheetAspect[], sheets: number): Decimal {
  const uncounted = uncountedCodes(sheet)
  return sum(
    sheet
      .filter(({ code }) => !uncounted.has(code))
      .map(({ max_mark: max, rule }) => new Decimal(max).times(isDerived(rule) ? 1 : sheets)),
  )
}

function totalPoints(aspects: readonly AspectResult[]): Mark {
  const points = aspects.map((aspect) => aspect.points)
  if (!points.length) return 'not_marked'
  return strongestSpecial(points) ?? sum(points.filter((mark): mark is Decimal => !isSpecial(mark)))
}

function scoreAspect(
  module: SheetModule,
  { code, rule, max_mark: max }: SheetAspect,
  given: Readonly<Record<string, string>>,
  judges: readonly string[],
): AspectResult {
  const raws = judges.map((judge) => settled(rule, markFromText(given[judge] ?? 'not_marked')))
  const places = rule.kind === 'measure' ? 6 : 2
  const units = raws.map((raw) => (isSpecial(raw) ? raw : unitsFor(rule, new Decimal(max), raw)))
  const panel = aggregate(units, module.aggregation, divisorOf(rule))
  return {
    code,
    points: isSpecial(panel.value) ? panel.value : roundHalfUp(panel.value, places),
    provisional: panel.provisional && roundHalfUp(panel.provisional, places),
    complete: panel.complete,
    marked: panel.marked,
    findings: [...spread(code, rule, raws), ...dispute(code, panel)],
  }
}

function dispute(aspect: string, panel: PanelValue): Finding[] {
  return panel.disputed ? [{ code: 'absence_disputed', aspect, data: {} }] : []
}

function spread(aspect: string, rule: AspectRule, raws: readonly Mark[]): Finding[] {
  const scores = raws.filter((raw): raw is Decimal => !isSpecial(raw))
  if (rule.kind !== 'judgement' || !scores.length) return []
  const [low, high, allowed] = [lowest(scores), highest(scores), rule.max_spread ?? 1]
  if (high.minus(low).lte(allowed)) return []
  const data = { lowest: plain(low), highest: plain(high), allowed: String(allowed) }
  return [{ code: 'judgement_spread', aspect, data }]
}
