import { describe, expect, it } from 'vitest'
import type { EntryOut, EntryState } from './api'
import { delegationsOf, filterEntries } from './filter'

function entry(number: string, name: string, team: string, state: EntryState = 'competing'): EntryOut {
  return {
    id: number,
    number,
    person_id: number,
    name,
    name_en: 'Zhang Wei',
    employer: '示例机床厂',
    identity: '110105********002X',
    theory_score: null,
    theory_special: null,
    delegation: { id: team, name: team, name_en: '' },
    state,
    state_reason: '',
    start_order: null,
    station: '',
    work_code: '',
  }
}

const all = [entry('001', '张伟', '示例一队'), entry('002', '李娜', '示例二队', 'absent'), entry('003', '张敏', '示例二队')]
const found = (filter: Partial<Parameters<typeof filterEntries>[1]>) =>
  filterEntries(all, { text: '', state: '', delegation: '', ...filter }).map(({ number }) => number)

describe('entry filter', () => {
  it('keeps everything when nothing is asked', () => {
    expect(found({})).toEqual(['001', '002', '003'])
  })

  it('wants every word, wherever it stands', () => {
    expect(found({ text: '张 二队' })).toEqual(['003'])
    expect(found({ text: 'ZHANG 001' })).toEqual(['001'])
    expect(found({ text: '002x' })).toEqual(['001', '002', '003'])
  })

  it('narrows by state and delegation', () => {
    expect(found({ state: 'absent' })).toEqual(['002'])
    expect(found({ delegation: '示例二队', state: 'competing' })).toEqual(['003'])
  })

  it('lists each delegation once', () => {
    expect(delegationsOf(all).map(({ id }) => id)).toEqual(['示例一队', '示例二队'])
  })
})
