import { describe, expect, it } from 'vitest'
import { layOut } from './layout'
import { fingerprint, inOrder } from './order'
import type { BoardRow } from './types'

const hd = { width: 1856, height: 880, screenHeight: 1080 }

function row(code: string, change: Partial<BoardRow> = {}): BoardRow {
  return { code, rank: null, total: null, complete: false, marked: 0, expected: 10, modules: {}, state: 'competing', ...change }
}

describe('layOut', () => {
  it('shows 96 entries in three columns, evenly over as few pages as stay readable', () => {
    const { slots, pages, columns } = layOut(96, hd, true)
    expect([slots.length, pages, columns]).toEqual([96, 3, 3])
    expect([0, 1, 2].map((page) => slots.filter((slot) => slot.page === page).length)).toEqual([33, 33, 27])
  })

  it('is the same picture on a 4K screen, twice as large', () => {
    const uhd = { width: hd.width * 2, height: hd.height * 2, screenHeight: hd.screenHeight * 2 }
    const [small, large] = [layOut(96, hd, true), layOut(96, uhd, true)]
    expect(large.pages).toBe(small.pages)
    expect(large.slots.map(({ x, y }) => [x, y])).toEqual(small.slots.map(({ x, y }) => [x * 2, y * 2]))
  })

  it('keeps every row inside the area, readable, and apart from the others of its page', () => {
    for (const count of [0, 1, 4, 12, 40, 96, 160]) {
      const { slots } = layOut(count, hd, true)
      expect(slots).toHaveLength(count)
      for (const slot of slots) {
        expect(slot.y + slot.height).toBeLessThanOrEqual(hd.height + 0.01)
        expect(slot.x + slot.width).toBeLessThanOrEqual(hd.width + 0.01)
        expect(slot.height).toBeGreaterThanOrEqual(hd.screenHeight * 0.046 - 0.01)
      }
      const places = slots.map(({ x, y, page }) => `${String(page)}:${x.toFixed(1)}:${y.toFixed(1)}`)
      expect(new Set(places).size).toBe(count)
    }
  })

  it('is one column to scroll on a phone, and has no large places on a portrait wall', () => {
    const phone = layOut(96, { width: 366, height: 600, screenHeight: 844 }, true)
    expect([phone.pages, phone.columns, phone.slots[95]?.y]).toEqual([1, 1, 95 * 46])
    const wall = layOut(20, { width: 1000, height: 1700, screenHeight: 1920 }, true)
    expect([wall.columns, wall.slots.some(({ podium }) => podium)]).toEqual([1, false])
  })

  it('has no large places before there are results', () => {
    expect(layOut(10, hd, false).slots.some(({ podium }) => podium)).toBe(false)
  })
})

describe('inOrder', () => {
  it('puts ranks first, shared ones by code, then who competes, then who is out', () => {
    const rows = [
      row('W010'), row('W003', { rank: 2 }), row('W001', { state: 'disqualified' }), row('W002', { rank: 2 }),
      row('W009', { rank: 1 }), row('W004', { state: 'absent' }), row('W005'),
    ]
    expect(inOrder(rows).map(({ code }) => code)).toEqual(['W009', 'W002', 'W003', 'W005', 'W010', 'W004', 'W001'])
  })
})

describe('fingerprint', () => {
  it('changes with marks, total, state and award, not with the rank alone', () => {
    const before = row('W001', { total: '10.00', marked: 3, rank: 2 })
    expect(fingerprint({ ...before, rank: 5 })).toBe(fingerprint(before))
    expect(fingerprint({ ...before, marked: 4 })).not.toBe(fingerprint(before))
    expect(fingerprint({ ...before, award: '一等奖' })).not.toBe(fingerprint(before))
  })
})
