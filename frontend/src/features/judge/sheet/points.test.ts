import { describe, expect, it } from 'vitest'
import type { AspectView } from '../state/sheetView'
import { anAspect } from '../fixtures'
import type { PacketModule } from '../types'
import { judge, plainNumber, sameNumber, totalOf } from './points'

const binary = anAspect({ id: 'a', max_mark: '1.50' })
const bands = [{ within: '0.5', points: '2' }, { within: '1', points: '1' }]
const thickness = anAspect({
  id: 'b', code: 'A2', max_mark: '2.00', kind: 'tolerance', rule: { kind: 'tolerance', nominal: '8', unit: 'µm', bands },
})
const look = anAspect({
  id: 'c', code: 'A3', kind: 'judgement', rule: { kind: 'judgement', benchmarks: ['a', 'b', 'c', 'd'] },
})
const module: PacketModule = {
  id: 'm', code: 'A', name: '镀件', name_en: 'Plating',
  criteria: [{ code: 'A', name: '镀件', sub_criteria: [{ code: 'A1', name: '外观', day: '', aspects: [binary, thickness, look] }] }],
}

describe('judge', () => {
  it('gives points at two decimals by the rule', () => {
    expect([judge(binary, '1'), judge(thickness, '8.5'), judge(thickness, '9.1'), judge(look, '2')]).toEqual([
      { points: '1.50' }, { points: '2.00' }, { points: '0.00' }, { points: '0.67' },
    ])
  })

  it('says why a value is not taken', () => {
    expect(judge(look, '4').problem?.code).toBe('judgement_not_0_to_3')
    expect(judge({ ...look, kind: 'riddle' }, '1').problem?.code).toBe('rule_faulty')
  })
})

describe('numbers of the server', () => {
  it('are compared by value and written plainly', () => {
    expect([sameNumber('1.0000', '1'), sameNumber('0.5', '0.50'), sameNumber(null, '0'), sameNumber('1', '0')]).toEqual([
      true, true, false, false,
    ])
    expect(plainNumber('8.2500')).toBe('8.25')
  })
})

describe('totalOf', () => {
  const marks: Record<string, AspectView['mark']> = {
    a: { value: '1', special: null, state: 'kept' },
    b: { value: '8.9', special: null, state: 'saved' },
    c: { value: null, special: 'not_marked', state: 'saved' },
  }

  it('adds what is marked, out of what the sheet can give', () => {
    expect(totalOf(module, (id) => ({ mark: marks[id] ?? null, refusals: [] }))).toEqual({
      total: '2.50', maximum: '4.5', computed: {},
    })
  })

  it('does not break on a value that a changed rule no longer takes', () => {
    const odd: AspectView = { mark: { value: '7', special: null, state: 'saved' }, refusals: [] }
    expect(totalOf(module, (id) => (id === 'c' ? odd : { mark: null, refusals: [] })).total).toBe('0.00')
  })

  it('computes what follows from other marks while they are given', () => {
    const rule = { kind: 'formula', formula: 'A1 * 2' }
    const double = anAspect({ id: 'd', code: 'A4', kind: 'formula', max_mark: '3.00', rule })
    const [criterion] = module.criteria
    const [sub] = criterion?.sub_criteria ?? []
    if (!criterion || !sub) throw new Error('the fixture has one sub-criterion')
    const more = { ...module, criteria: [{ ...criterion, sub_criteria: [{ ...sub, aspects: [...sub.aspects, double] }] }] }
    const given = totalOf(more, (id) => ({ mark: marks[id] ?? null, refusals: [] }))
    expect(given).toEqual({ total: '4.00', maximum: '6', computed: { A4: '3.00' } })
    expect(totalOf(more, () => ({ mark: null, refusals: [] })).computed).toEqual({})
  })
})
