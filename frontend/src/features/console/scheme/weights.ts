import Big from 'big.js'

const decimal = /^\d+(\.\d{1,2})?$/

export function isWeight(text: string): boolean {
  return decimal.test(text.trim()) && new Big(text.trim()).lte(100)
}

export interface WeightSum {
  total: string
  /** What is missing to 100, negative when too much. */
  missing: string
  exact: boolean
}

/** Weights are decimal texts; what is not a number counts as 0 and makes the sum wrong, never silently right. */
export function sumWeights(weights: readonly string[]): WeightSum {
  const total = weights.reduce((sum, text) => (isWeight(text) ? sum.plus(text.trim()) : sum), new Big(0))
  const missing = new Big(100).minus(total)
  return {
    total: plain(total),
    missing: plain(missing),
    exact: missing.eq(0) && weights.every(isWeight),
  }
}

/** "30.00" → "30", "12.50" → "12.5": weights are typed, not measured. */
export function plain(value: Big | string): string {
  return new Big(value).toString()
}

export function sumMarks(marks: readonly string[]): string {
  return plain(marks.reduce((sum, mark) => sum.plus(mark), new Big(0)))
}
