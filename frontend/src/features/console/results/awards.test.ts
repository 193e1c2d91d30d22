import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { faultsOf, giveAwards, nextRule, previewOf, ranksOf, type AwardRule } from './awards'

function byRank(label: string, from: number, to: number, floor: string | null = null): AwardRule {
  return { label, label_en: '', kind: 'rank', from_rank: from, to_rank: to, share: null, floor }
}

function byShare(label: string, share: string): AwardRule {
  return { label, label_en: '', kind: 'share', from_rank: null, to_rank: null, share, floor: null }
}

const ranked = (ranks: (number | null)[]) => ranks.map((rank) => ({ rank, total: rank === null ? null : `${100 - rank}.00` }))

interface Case {
  name: string
  input: { totals: Record<string, string>; rules: (Partial<AwardRule> & { rounding?: string; counted?: string })[] }
  expected: [string, string][]
}

/** Half up, counted from rank 1, is what the API takes; the other golden cases are the core's alone. */
function goldenCases(): Case[] {
  const cases = JSON.parse(readFileSync('../tests/golden/awards.json', 'utf8')) as Case[]
  return cases.filter(
    ({ input }) =>
      input.rules.every(({ rounding, counted }) => [undefined, 'half_up'].includes(rounding) && counted === undefined) &&
      Object.values(input.totals).every((total) => !Number.isNaN(Number(total))),
  )
}

describe('awards', () => {
  it('gives the first rule that fits', () => {
    const rules = [byRank('一等奖', 1, 1), byRank('二等奖', 2, 3), byRank('优胜奖', 1, 4)]
    expect(giveAwards(ranked([1, 2, 3, 4, 5]), rules)).toEqual([0, 1, 1, 2, null])
  })

  it('gives everyone who shares a rank at the border', () => {
    expect(giveAwards(ranked([1, 2, 2, 4]), [byRank('一等奖', 1, 2)])).toEqual([0, 0, 0, null])
  })

  it('counts shares from rank 1 among the ranked only, half up', () => {
    expect(ranksOf(byShare('一等奖', '10'), 25)).toEqual([1, 3])
    expect(ranksOf(byShare('一等奖', '10'), 24)).toEqual([1, 2])
    const rules = [byShare('一等奖', '25'), byShare('二等奖', '50')]
    expect(giveAwards(ranked([1, 2, 3, 4, null, null]), rules)).toEqual([0, 1, null, null, null, null])
  })

  it('holds to the floor, and hands on to the next rule', () => {
    const rules = [byRank('一等奖', 1, 2, '98.50'), byRank('二等奖', 1, 3)]
    expect(giveAwards(ranked([1, 2, 3]), rules)).toEqual([0, 1, 1])
  })

  it('previews how many and which ranks', () => {
    const rules = [byRank('一等奖', 1, 1), byShare('二等奖', '50')]
    expect(previewOf(ranked([1, 2, 3, 4, 5, 6]), rules)).toEqual([
      { first: 1, last: 1, count: 1 },
      { first: 2, last: 3, count: 2 },
    ])
  })

  it.each(goldenCases())('agrees with the server: $name', ({ input, expected }) => {
    const codes = Object.keys(input.totals)
    const totals = codes.map((code) => input.totals[code] ?? '0')
    const rows = totals.map((total) => ({ total, rank: 1 + totals.filter((other) => Number(other) > Number(total)).length }))
    const rules = input.rules.map((rule) => ({ ...byRank('', 0, 0), floor: null, ...rule }) as AwardRule)
    const given = giveAwards(rows, rules).flatMap((rule, index) =>
      rule === null ? [] : [[codes[index], rules[rule]?.label]],
    )
    expect(given.sort()).toEqual([...expected].sort())
  })

  it('names what is wrong with a line', () => {
    expect(faultsOf(byRank('', 3, 2))).toEqual(['label', 'ranks'])
    expect(faultsOf({ ...byShare('一等奖', '101'), floor: 'abc' })).toEqual(['share', 'floor'])
    expect(faultsOf(byShare('一等奖', '12.5'))).toEqual([])
  })

  it('continues after the last rank', () => {
    expect(nextRule([byRank('一等奖', 1, 1), byRank('二等奖', 2, 4)])).toMatchObject({ from_rank: 5, to_rank: 5 })
  })
})
