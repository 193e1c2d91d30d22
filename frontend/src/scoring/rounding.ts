import Big from 'big.js'
import type { Decimal } from './decimal'

/** The only place where scores are rounded: a tie goes away from zero, as contest rules say. */
export function roundHalfUp(value: Decimal, places = 2): Decimal {
  return value.round(places, Big.roundHalfUp)
}

/** The rounded value with its decimals written out: `7` is `7.00`. */
export function shown(value: Decimal, places = 2): string {
  return value.toFixed(places, Big.roundHalfUp)
}
