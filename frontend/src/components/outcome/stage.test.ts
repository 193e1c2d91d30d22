import { describe, expect, it } from 'vitest'
import { isOver, stageOf } from './stage'

const first = { version: 1, state: 'official' }
const second = { version: 2, state: 'official' }
const third = { version: 3, state: 'confirmed' }

describe('stageOf', () => {
  it('calls the only published version official or provisional', () => {
    expect(stageOf(first, [first])).toBe('official')
    expect(stageOf({ version: 1, state: 'provisional' }, [{ version: 1, state: 'provisional' }])).toBe('provisional')
  })

  it('lets the newest published version amend those before it', () => {
    const all = [third, second, first]
    expect(all.map((one) => stageOf(one, all))).toEqual(['confirmed', 'amended', 'superseded'])
  })

  it('does not call a later version amended when nothing was published before', () => {
    expect(stageOf(second, [second])).toBe('official')
  })
})

describe('isOver', () => {
  it('is true from the end of the period on', () => {
    const until = '2026-11-28T00:00:00+08:00'
    expect(isOver(until, Date.parse(until) - 1)).toBe(false)
    expect(isOver(until, Date.parse(until))).toBe(true)
    expect(isOver(null, 0)).toBe(false)
  })
})
