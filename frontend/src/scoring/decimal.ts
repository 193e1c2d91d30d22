import Big from 'big.js'

/** Own constructor: nobody else's settings reach scores. 30 decimals of quotient, ties away from zero. */
export const Decimal = Big()
Decimal.DP = 30
Decimal.RM = Big.roundHalfUp

export type Decimal = Big

export const zero: Decimal = new Decimal(0)

export function sum(values: readonly Decimal[]): Decimal {
  return values.reduce((total, value) => total.plus(value), zero)
}

export function highest(values: readonly Decimal[]): Decimal {
  return values.reduce((best, value) => (value.gt(best) ? value : best))
}

export function lowest(values: readonly Decimal[]): Decimal {
  return values.reduce((best, value) => (value.lt(best) ? value : best))
}

/** Plain notation without trailing zeros, as the server writes numbers in its messages. */
export function plain(value: Decimal): string {
  return value.toFixed()
}
