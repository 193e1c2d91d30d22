import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import { aPacket, aQueuedMark, aResult } from '../fixtures'
import { settle, type QueuedMark } from './queue'
import { JudgeStore } from './store'

function mark(id: string): Omit<QueuedMark, 'order'> {
  const made = aQueuedMark({ id, value: '1.5' })
  delete made.order
  return made
}

let store: JudgeStore
let number = 0

beforeEach(() => {
  store = new JudgeStore(`test-${String(number++)}`)
})

describe('JudgeStore', () => {
  it('moves a saved mark from the queue into the packet', async () => {
    await store.keepPacket(aPacket())
    await store.keep([mark('m1'), mark('m2')])
    const queue = await store.queueOf('j:e')
    expect(queue.map(({ id }) => id)).toEqual(['m1', 'm2'])
    await store.settle(settle(queue, [aResult('m1')]))
    expect((await store.queueOf('j:e')).map(({ id }) => id)).toEqual(['m2'])
    const sheet = await store.sheets.get('s1')
    expect(sheet?.revision).toBe(3)
    expect(sheet?.marks).toEqual({
      a1: { id: 'm1', value: '1.5', special: null, device_time: '2026-05-01T09:00:00+08:00' },
    })
  })

  it('keeps a refused mark with the reason until the judge has read it', async () => {
    await store.keep([mark('m1')])
    const queue = await store.queueOf('j:e')
    const problem = { code: 'sheet_signed', detail: '评分表已签字。', data: {} }
    await store.settle(settle(queue, [aResult('m1', { state: 'refused', problem })]))
    const [refused] = await store.queueOf('j:e')
    expect([refused?.state, refused?.reason]).toEqual(['refused', '评分表已签字。'])
    await store.dismiss([refused?.order ?? 0])
    expect(await store.queueOf('j:e')).toEqual([])
  })

  it('never dismisses a mark that still waits', async () => {
    await store.keep([mark('m1')])
    const [kept] = await store.queueOf('j:e')
    await store.dismiss([kept?.order ?? 0])
    expect(await store.queueOf('j:e')).toHaveLength(1)
  })

  it('refuses the same id twice, and keeps judges apart', async () => {
    await store.keep([mark('m1')])
    await expect(store.keep([mark('m1')])).rejects.toThrow()
    expect(await store.queueOf('other')).toEqual([])
    expect(await store.keptByOthers('other')).toBe(1)
  })
})
