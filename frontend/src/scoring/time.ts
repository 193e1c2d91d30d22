import Big from 'big.js'
import { Decimal, plain, zero } from './decimal'
import { InvalidMark } from './errors'
import type { TimeRule, TimeStepsRule } from './rules'

const modes = { half_up: Big.roundHalfUp, up: Big.roundUp, down: Big.roundDown }

/** Rounded for each judge as the rule names it. */
export function timeUnits(rule: TimeRule, maxMark: Decimal, raw: Decimal): Decimal {
  checkSeconds(raw)
  if (raw.lte(rule.target)) return maxMark
  if (raw.gte(rule.limit)) return zero
  const limit = new Decimal(rule.limit)
  const points = limit.minus(raw).times(maxMark).div(limit.minus(rule.target))
  return points.round(rule.places ?? 2, modes[rule.rounding ?? 'half_up'])
}

export function timeStepUnits(rule: TimeStepsRule, raw: Decimal): Decimal {
  checkSeconds(raw)
  const step = rule.steps.find(({ within }) => raw.lte(within))
  return step ? new Decimal(step.points) : zero
}

function checkSeconds(raw: Decimal): void {
  if (raw.lt(0)) throw new InvalidMark('time_negative', { value: plain(raw) })
}
