import { type Decimal, highest, lowest, sum } from './decimal'
import type { Aggregation } from './rules'
import { isSpecial, type Mark } from './values'

const minLeftAfterTrim = 3

export interface PanelValue {
  /** Not rounded. */
  value: Mark
  /** The value of the marks present; null when there are none. */
  provisional: Decimal | null
  /** False while a mark of the panel is awaited. */
  complete: boolean
  /** Marks given, special ones included. */
  marked: number
  /** Some judges marked an entrant whom others call absent. */
  disputed: boolean
}

/** The panel's value of one mark per judge, each being `divisor` times the points. */
export function aggregate(marks: readonly Mark[], how: Aggregation, divisor = 1): PanelValue {
  const numbers = marks.filter((mark): mark is Decimal => !isSpecial(mark))
  const provisional = numbers.length ? aggregateNumbers(numbers, how, divisor) : null
  const marked = marks.filter((mark) => mark !== 'not_marked').length
  const open = { provisional, marked, complete: false, disputed: false }
  if (provisional && numbers.length === marks.length) return { ...open, value: provisional, complete: true }
  if (marks.includes('disqualified')) return { ...open, value: 'disqualified', complete: true }
  if (provisional && marks.includes('absent')) return { ...open, value: 'not_marked', disputed: true }
  if (!marks.length || marked < marks.length) return { ...open, value: 'not_marked' }
  return { ...open, value: 'absent', complete: true }
}

/** The value of at least one number, divided exactly once, so that a tie in rounding is met exactly. */
export function aggregateNumbers(numbers: readonly Decimal[], how: Aggregation, divisor = 1): Decimal {
  const count = numbers.length
  switch (how) {
    case 'trimmed_mean':
      return isTrimmed(count)
        ? sum(numbers).minus(highest(numbers)).minus(lowest(numbers)).div((count - 2) * divisor)
        : sum(numbers).div(count * divisor)
    case 'mean':
      return sum(numbers).div(count * divisor)
    case 'median':
      return middle(numbers).div(2 * divisor)
    case 'sum':
      return sum(numbers).div(divisor)
    case 'max':
      return highest(numbers).div(divisor)
    default:
      return mean(best(numbers, Number(how.slice('best_'.length))), divisor)
  }
}

function best(numbers: readonly Decimal[], count: number): readonly Decimal[] {
  return [...numbers].sort((a, b) => b.cmp(a)).slice(0, count)
}

function mean(numbers: readonly Decimal[], divisor: number): Decimal {
  return sum(numbers).div(numbers.length * divisor)
}

/** One highest and one lowest are dropped only when three marks remain. */
export function isTrimmed(count: number): boolean {
  return count - 2 >= minLeftAfterTrim
}

/** Twice the median: the sum of the two middle numbers, or of the middle one with itself. */
function middle(numbers: readonly Decimal[]): Decimal {
  const ordered = [...numbers].sort((a, b) => a.cmp(b))
  const half = (ordered.length - 1) / 2
  return sum(ordered.slice(Math.floor(half), Math.ceil(half) + 1)).times(Number.isInteger(half) ? 2 : 1)
}
