import { describe, expect, it } from 'vitest'
import type { QueuedMark } from '../outbox'
import { anAspect, aQueuedMark, aSheet } from '../fixtures'
import { inStartOrder, isMarked, summarise, viewSheet } from './sheetView'

const device_time = '2026-05-01T09:00:00+08:00'
const sheet = aSheet({ marks: { a1: { id: 'm0', value: '1', special: null, device_time } } })
const aspects = ['a1', 'a2'].map((id) => anAspect({ id }))

function queued(order: number, change: Partial<QueuedMark>): QueuedMark {
  return aQueuedMark({ order, id: `m${String(order)}`, value: '0', ...change })
}

describe('viewSheet', () => {
  it('shows the newest mark kept here before the one the server holds', () => {
    const view = viewSheet(sheet, [queued(1, {}), queued(2, { value: '1' })])
    expect(view('a1').mark).toEqual({ value: '1', special: null, state: 'kept' })
    expect(viewSheet(sheet, [])('a1').mark?.state).toBe('saved')
    expect(view('a2').mark).toBeNull()
  })

  it('goes back to what the server holds when a mark was refused, and gives the reason', () => {
    const view = viewSheet(sheet, [queued(1, { state: 'refused', reason: '评分表已签字。' })])
    expect(view('a1')).toEqual({
      mark: { value: '1', special: null, state: 'saved' },
      refusals: [{ order: 1, reason: '评分表已签字。' }],
    })
  })
})

describe('summarise', () => {
  it('counts marked, waiting and refused aspects and names the stage', () => {
    const queue = [queued(1, { aspect_id: 'a2' }), queued(2, { aspect_id: 'a2', state: 'refused' })]
    expect(summarise(sheet, aspects, queue)).toEqual({
      sheet, marked: 2, expected: 2, waiting: 1, refused: 1, stage: 'complete',
    })
    expect(summarise(sheet, aspects, []).stage).toBe('begun')
    expect(summarise({ ...sheet, marks: {} }, aspects, []).stage).toBe('fresh')
    expect(summarise({ ...sheet, state: 'signed' }, aspects, []).stage).toBe('signed')
  })

  it('does not count an aspect whose mark was taken back', () => {
    expect(summarise(sheet, aspects, [queued(1, { value: null, special: 'not_marked' })]).marked).toBe(0)
  })
})

describe('isMarked', () => {
  it('absent is a mark, not marked is none', () => {
    expect(isMarked({ value: null, special: 'absent', state: 'kept' })).toBe(true)
    expect(isMarked({ value: null, special: 'not_marked', state: 'kept' })).toBe(false)
  })
})

describe('inStartOrder', () => {
  it('puts entries without a drawn order last, by code', () => {
    const codes = [['W010', null], ['W002', null], ['W009', 2], ['W001', 1]] as const
    const sheets = codes.map(([entry_code, start_order]) => ({ ...sheet, entry_code, start_order }))
    expect(sheets.sort(inStartOrder).map(({ entry_code }) => entry_code)).toEqual(['W001', 'W009', 'W002', 'W010'])
  })
})
