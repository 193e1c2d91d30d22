import Big from 'big.js'

export interface RangeFields {
  min: string
  max: string
  step: string
}

/**
 * The value one step up or down, or null at the end. A press on an unmarked aspect begins at the top when going down, and
 * one step above the bottom when going up; a value off the steps (a scheme changed meanwhile) goes to the next one.
 */
export function stepped({ min, max, step }: RangeFields, value: string | null, direction: 1 | -1): string | null {
  const [low, high, size] = [new Big(min), new Big(max), new Big(step)]
  if (size.lte(0)) return null
  if (value === null) return clamp(direction === 1 ? low.plus(size) : high.minus(size), low, high).toFixed()
  const place = new Big(value).minus(low).div(size)
  const next = low.plus(size.times(direction === 1 ? floor(place).plus(1) : ceiling(place).minus(1)))
  return next.lt(low) || next.gt(high) ? null : next.toFixed()
}

function clamp(value: Big, low: Big, high: Big): Big {
  if (value.lt(low)) return low
  return value.gt(high) ? high : value
}

function floor(value: Big): Big {
  return value.round(0, value.lt(0) ? Big.roundUp : Big.roundDown)
}

function ceiling(value: Big): Big {
  return value.round(0, value.lt(0) ? Big.roundDown : Big.roundUp)
}
