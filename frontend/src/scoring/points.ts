import { Decimal, plain, zero } from './decimal'
import { InvalidMark } from './errors'
import { parseRaw } from './raw'
import type { AspectRule, Band, DerivedRule, FreeRule, RangeRule, StepsRule, ToleranceRule, ViolationRule } from './rules'
import { timeStepUnits, timeUnits } from './time'
import { isSpecial, type Mark } from './values'

/** One judge's points, not rounded. Throws InvalidMark. */
export function pointsFor(rule: AspectRule, maxMark: string, raw: string): Decimal {
  return unitsFor(rule, new Decimal(maxMark), parseRaw(raw)).div(divisorOf(rule))
}

/** Why a judge may not give `raw`, or null when it is allowed. */
export function rawProblem(rule: AspectRule, maxMark: string, raw: string): InvalidMark | null {
  try {
    pointsFor(rule, maxMark, raw)
    return null
  } catch (error) {
    if (error instanceof InvalidMark) return error
    throw error
  }
}

/** Units are `divisorOf(rule)` times the points, so that a panel's value is divided once and stays exact. */
export function divisorOf(rule: AspectRule): number {
  return rule.kind === 'judgement' ? 3 : 1
}

/** The mark itself, or disqualified when the violation happened too often. */
export function settled(rule: AspectRule, raw: Mark): Mark {
  if (rule.kind !== 'violation' || isSpecial(raw) || !rule.disqualifies_at) return raw
  return raw.gte(rule.disqualifies_at) ? 'disqualified' : raw
}

export function unitsFor(rule: AspectRule, maxMark: Decimal, raw: Decimal): Decimal {
  switch (rule.kind) {
    case 'binary':
      return binaryUnits(maxMark, raw)
    case 'steps':
      return stepUnits(rule, raw)
    case 'tolerance':
      return toleranceUnits(rule, raw)
    case 'range':
      return rangeUnits(rule, raw)
    case 'judgement':
      return judgementUnits(maxMark, raw)
    case 'free':
      return freeUnits(rule, raw)
    case 'time':
      return timeUnits(rule, maxMark, raw)
    case 'time_steps':
      return timeStepUnits(rule, raw)
    case 'violation':
      return violationUnits(rule, raw)
    case 'measure':
      return raw
    default:
      throw new InvalidMark('aspect_is_computed', { formula: toldFormula(rule) })
  }
}

function binaryUnits(maxMark: Decimal, raw: Decimal): Decimal {
  if (raw.eq(1)) return maxMark
  if (raw.eq(0)) return zero
  throw new InvalidMark('mark_not_yes_or_no', { value: plain(raw) })
}

function stepUnits(rule: StepsRule, raw: Decimal): Decimal {
  const step = rule.steps.find(({ value }) => raw.eq(value))
  if (step) return new Decimal(step.points)
  const allowed = rule.steps.map(({ value }) => plain(new Decimal(value))).join(', ')
  throw new InvalidMark('mark_not_a_step', { value: plain(raw), allowed })
}

function toleranceUnits(rule: ToleranceRule, raw: Decimal): Decimal {
  const deviation = raw.minus(rule.nominal)
  const band = rule.bands.find((candidate) => holds(candidate, deviation))
  return band ? new Decimal(band.points) : zero
}

function holds(band: Band, deviation: Decimal): boolean {
  const { plus, minus } = 'within' in band ? { plus: band.within, minus: band.within } : band
  return deviation.lte(plus) && deviation.gte(new Decimal(minus).neg())
}

function rangeUnits(rule: RangeRule, raw: Decimal): Decimal {
  const [min, max, step] = [new Decimal(rule.min), new Decimal(rule.max), new Decimal(rule.step)]
  const value = plain(raw)
  limited(raw, min, max)
  const over = step.gt(0) ? raw.minus(min).mod(step) : zero
  if (over.eq(0)) return raw
  const lower = raw.minus(over)
  const next = lower.plus(step)
  const upper = next.gt(max) ? max : next
  throw new InvalidMark('mark_off_step', { value, step: plain(step), lower: plain(lower), upper: plain(upper) })
}

function limited(raw: Decimal, min: Decimal, max: Decimal): void {
  if (raw.gt(max)) throw new InvalidMark('mark_above_maximum', { value: plain(raw), maximum: plain(max) })
  if (raw.lt(min)) throw new InvalidMark('mark_below_minimum', { value: plain(raw), minimum: plain(min) })
}

function freeUnits(rule: FreeRule, raw: Decimal): Decimal {
  limited(raw, new Decimal(rule.min), new Decimal(rule.max))
  if (raw.round(rule.places, 0).eq(raw)) return raw
  throw new InvalidMark('mark_too_precise', { value: plain(raw), places: String(rule.places) })
}

function violationUnits(rule: ViolationRule, raw: Decimal): Decimal {
  if (raw.lt(0)) throw new InvalidMark('mark_below_minimum', { value: plain(raw), minimum: '0' })
  if (!raw.mod(1).eq(0)) throw new InvalidMark('mark_not_whole', { value: plain(raw) })
  const taken = raw.times(rule.each)
  return zero.minus(!rule.most || taken.lt(rule.most) ? taken : rule.most)
}

function toldFormula(rule: DerivedRule): string {
  return rule.kind === 'formula' ? rule.formula : `best ${rule.count} of ${rule.of.join(', ')}`
}

function judgementUnits(maxMark: Decimal, raw: Decimal): Decimal {
  if (![0, 1, 2, 3].some((score) => raw.eq(score))) {
    throw new InvalidMark('judgement_not_0_to_3', { value: plain(raw) })
  }
  return raw.times(maxMark)
}
