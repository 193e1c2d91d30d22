import { describe, expect, it } from 'vitest'
import { aQueuedMark, aResult } from '../fixtures'
import { nextBatch, settle, toWire, type QueuedMark } from './queue'

const base = aQueuedMark({ value: '2', revision: 4 })

describe('nextBatch', () => {
  it('leaves refused marks where they are and keeps to the limit', () => {
    const queue: QueuedMark[] = [{ ...base, id: 'c', order: 3 }, { ...base, id: 'b', order: 2, state: 'refused' }, base]
    expect(nextBatch(queue, 1).map(({ id }) => id)).toEqual(['m1'])
    expect(nextBatch(queue).map(({ id }) => id)).toEqual(['m1', 'c'])
  })
})

describe('toWire', () => {
  it('sends only what the server asks for', () => {
    expect(toWire(base)).toEqual({
      id: 'm1', sheet_id: 's1', aspect_id: 'a1', value: '2', special: null,
      device_time: '2026-05-01T09:00:00+08:00', revision: 4,
    })
  })
})

describe('settle', () => {
  it('counts a repeated mark as saved, keeps the reason of a refused one, and leaves the unnamed', () => {
    const batch = [base, { ...base, id: 'm2', order: 2 }, { ...base, id: 'm3', order: 3 }, { ...base, id: 'm4', order: 4 }]
    const problem = { code: 'sheet_signed', detail: '评分表已签字。', data: {} }
    const settled = settle(batch, [
      aResult('m1', { sheet_revision: 5 }),
      aResult('m2', { state: 'repeated', sheet_revision: 5 }),
      aResult('m3', { state: 'refused', problem, sheet_revision: 6 }),
    ])
    expect(settled.saved.map(({ id }) => id)).toEqual(['m1', 'm2'])
    expect(settled.refused).toEqual([
      { ...base, id: 'm3', order: 3, state: 'refused', code: 'sheet_signed', reason: '评分表已签字。' },
    ])
    expect([...settled.revisions]).toEqual([['s1', 6]])
  })

  it('keeps a mark apart that another tablet has already overtaken', () => {
    const settled = settle([base], [aResult('m1', { counts: false })])
    expect([settled.saved, settled.outdated]).toEqual([[], [base]])
  })
})
