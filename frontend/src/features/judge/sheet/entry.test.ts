import { describe, expect, it } from 'vitest'
import { secondsText, watchText } from './clock'
import { entered, press, type PadKey } from './padEntry'
import { extraText } from './rules'
import { stepped } from './stepped'

function type(...keys: PadKey[]): string {
  return keys.reduce(press, '')
}

describe('press', () => {
  it('builds a number as a calculator does', () => {
    expect(type('1', '2', '.', '5')).toBe('12.5')
    expect(type('.', '5')).toBe('0.5')
    expect(type('0', '7')).toBe('7')
    expect(type('1', '.', '.', '5')).toBe('1.5')
    expect(type('3', 'sign')).toBe('-3')
    expect(type('3', 'sign', 'sign')).toBe('3')
    expect(type('1', '2', 'erase')).toBe('1')
    expect(type(...Array.from({ length: 20 }, (): PadKey => '9'))).toHaveLength(11)
  })
})

describe('extraText', () => {
  it('leaves out the line in rule notation', () => {
    expect(extraText('逐项核对。\n分档 4 => 3 四项; 3 => 2 三项')).toBe('逐项核对。')
    expect(extraText('tol 200 ±2 µm => 4')).toBe('')
    expect(extraText('范围内的工具都要清点')).toBe('范围内的工具都要清点')
  })
})

describe('entered', () => {
  it('keeps a number, and nothing where there is none', () => {
    expect([entered('5.'), entered('-0'), entered('-0.00'), entered('-0.5')]).toEqual(['5', '0', '0.00', '-0.5'])
    expect([entered(''), entered('-'), entered('-.')]).toEqual([null, null, null])
  })
})

describe('stepped', () => {
  const range = { min: '0', max: '2', step: '0.5' }

  it('goes one step and stops at the ends', () => {
    expect([stepped(range, '1', 1), stepped(range, '1', -1)]).toEqual(['1.5', '0.5'])
    expect([stepped(range, '2', 1), stepped(range, '0', -1)]).toEqual([null, null])
  })

  it('begins near the end it comes from', () => {
    expect([stepped(range, null, 1), stepped(range, null, -1)]).toEqual(['0.5', '1.5'])
    expect(stepped({ min: '-5', max: '0', step: '1' }, null, -1)).toBe('-1')
  })

  it('comes back to the steps', () => {
    expect([stepped(range, '1.2', 1), stepped(range, '1.2', -1)]).toEqual(['1.5', '1'])
    expect([stepped(range, '9', -1), stepped(range, '9', 1)]).toEqual([null, null])
  })

  it('adds tenths exactly', () => {
    expect(stepped({ min: '0', max: '1', step: '0.1' }, '0.2', 1)).toBe('0.3')
  })
})

describe('times', () => {
  it('are typed as seconds or as a watch shows them', () => {
    expect(type(':', '1', ':', '3', ':', '0')).toBe('1:30')
    expect(['90', '1:30', '1:05.5', '0:07', '12:', '1:5', '1:75'].map(secondsText)).toEqual([
      '90', '90', '65.5', '7', null, null, null,
    ])
  })

  it('are shown as a watch shows them', () => {
    expect(['45', '45.2', '90', '65.5', '600', '0'].map(watchText)).toEqual(['45', '45.2', '1:30', '1:05.5', '10:00', '0'])
  })
})
