import { describe, expect, it } from 'vitest'
import type { PublicResultRow } from '@/api'
import { awardCounts, findRows } from './find'

function row(code: string, name: string, award: string | null = null): PublicResultRow {
  return {
    code, name, name_en: '', delegation: '甲区总工会（示例）', delegation_en: 'District A (sample)', rank: 1, total: '90.00',
    modules: {}, state: 'competing', award, award_en: award === null ? null : 'First prize',
  }
}

const rows = [row('W017', '张 三', '一等奖'), row('W018', '李四', '一等奖'), row('W019', '王五')]

describe('findRows', () => {
  it('finds by name, code and delegation whatever the spaces and case', () => {
    expect(findRows(rows, '张三').map(({ code }) => code)).toEqual(['W017'])
    expect(findRows(rows, ' w019 ').map(({ code }) => code)).toEqual(['W019'])
    expect(findRows(rows, 'ｗ０１８').map(({ code }) => code)).toEqual(['W018'])
    expect(findRows(rows, '甲区')).toHaveLength(3)
    expect(findRows(rows, '赵六')).toEqual([])
    expect(findRows(rows, ' ')).toHaveLength(3)
  })
})

describe('awardCounts', () => {
  it('counts each award in the order of the ranking', () => {
    expect(awardCounts(rows)).toEqual([{ award: '一等奖', awardEn: 'First prize', count: 2 }])
  })
})
