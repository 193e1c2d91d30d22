import Big from 'big.js'

export type RuleKind = 'rank' | 'share'

export interface AwardRule {
  label: string
  label_en: string
  kind: RuleKind
  from_rank: number | null
  to_rank: number | null
  /** Percent of the ranked entries, counted from rank 1: prizes for 10, 20 and 30 % are 10, 30 and 60. */
  share: string | null
  floor: string | null
}

export interface Ranked {
  rank: number | null
  total: string | null
}

export interface RulePreview {
  first: number
  last: number
  count: number
}

/** Ranks a rule covers; shares round half up, as `scoring.awards` does. */
export function ranksOf(rule: AwardRule, field: number): [number, number] {
  if (rule.kind === 'rank') return [rule.from_rank ?? 0, rule.to_rank ?? 0]
  const last = new Big(rule.share === null || rule.share === '' ? 0 : rule.share).times(field).div(100)
  return [1, Number(last.round(0, Big.roundHalfUp).toString())]
}

function reaches(total: string | null, floor: string | null): boolean {
  return floor === null || floor === '' || (total !== null && new Big(total).gte(floor))
}

/** Index of the first rule that fits each row, null for none. Rows without a rank get nothing and do not count. */
export function giveAwards(rows: readonly Ranked[], rules: readonly AwardRule[]): (number | null)[] {
  const field = rows.filter(({ rank }) => rank !== null).length
  const ranges = rules.map((rule) => ranksOf(rule, field))
  return rows.map(({ rank, total }) => {
    if (rank === null) return null
    const found = rules.findIndex((rule, index) => {
      const [first, last] = ranges[index] ?? [0, 0]
      return first <= rank && rank <= last && reaches(total, rule.floor)
    })
    return found === -1 ? null : found
  })
}

export function previewOf(rows: readonly Ranked[], rules: readonly AwardRule[]): RulePreview[] {
  const given = giveAwards(rows, rules)
  return rules.map((_, index) => {
    const ranks = rows.flatMap(({ rank }, row) => (given[row] === index && rank !== null ? [rank] : []))
    return { first: Math.min(...ranks), last: Math.max(...ranks), count: ranks.length }
  })
}

export type RuleFault = 'label' | 'ranks' | 'share' | 'floor'

function isNumber(text: string): boolean {
  return /^\d+(\.\d{1,2})?$/.test(text)
}

export function faultsOf(rule: AwardRule): RuleFault[] {
  const faults: RuleFault[] = []
  if (rule.label.trim() === '') faults.push('label')
  if (rule.kind === 'rank') {
    const [first, last] = [rule.from_rank ?? 0, rule.to_rank ?? 0]
    if (!Number.isInteger(first) || !Number.isInteger(last) || first < 1 || last < first) faults.push('ranks')
  } else if (rule.share === null || !isNumber(rule.share) || Number(rule.share) <= 0 || Number(rule.share) > 100) {
    faults.push('share')
  }
  if (rule.floor !== null && rule.floor !== '' && (!isNumber(rule.floor) || Number(rule.floor) > 100)) {
    faults.push('floor')
  }
  return faults
}

/** The next free rank, so that a new line continues the list. */
export function nextRule(rules: readonly AwardRule[]): AwardRule {
  const last = Math.max(0, ...rules.map(({ to_rank: to }) => to ?? 0))
  return {
    label: '',
    label_en: '',
    kind: rules.at(-1)?.kind ?? 'rank',
    from_rank: last + 1,
    to_rank: last + 1,
    share: null,
    floor: null,
  }
}
