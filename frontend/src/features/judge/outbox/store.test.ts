import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Packet } from '../types'
import { settle, type QueuedMark } from './queue'
import { JudgeStore } from './store'

const packet: Packet = {
  event: { id: 'e', name: '电镀工（示例）', name_en: 'Electroplater (sample)', state: 'marking' },
  judge: { id: 'j', name: '示例裁判', role: 'judge' },
  modules: [],
  sheets: [
    {
      id: 's1', module_id: 'A', entry_code: 'W001', station: '1', start_order: 1, state: 'open', revision: 2,
      signed_at: null, marks: {},
    },
  ],
}

function mark(id: string): Omit<QueuedMark, 'order'> {
  return {
    id, sheet_id: 's1', aspect_id: 'a1', value: '1.5', special: null, device_time: '2026-05-01T09:00:00+08:00',
    revision: 2, owner: 'j', state: 'kept', code: '', reason: '',
  }
}

let store: JudgeStore
let number = 0

beforeEach(() => {
  store = new JudgeStore(`test-${String(number++)}`)
})

describe('JudgeStore', () => {
  it('moves a saved mark from the queue into the packet', async () => {
    await store.keepPacket(packet)
    await store.keep([mark('m1'), mark('m2')])
    const queue = await store.queueOf('j')
    expect(queue.map(({ id }) => id)).toEqual(['m1', 'm2'])
    await store.settle(settle(queue, [{ id: 'm1', state: 'saved', problem: null, sheet_revision: 3 }]))
    expect((await store.queueOf('j')).map(({ id }) => id)).toEqual(['m2'])
    const sheet = await store.sheets.get('s1')
    expect(sheet?.revision).toBe(3)
    expect(sheet?.marks).toEqual({
      a1: { id: 'm1', value: '1.5', special: null, device_time: '2026-05-01T09:00:00+08:00' },
    })
  })

  it('keeps a refused mark with the reason until the judge has read it', async () => {
    await store.keep([mark('m1')])
    const queue = await store.queueOf('j')
    const problem = { code: 'sheet_signed', detail: '评分表已签字。' }
    await store.settle(settle(queue, [{ id: 'm1', state: 'refused', problem, sheet_revision: 3 }]))
    const [refused] = await store.queueOf('j')
    expect([refused?.state, refused?.reason]).toEqual(['refused', '评分表已签字。'])
    await store.dismiss([refused?.order ?? 0])
    expect(await store.queueOf('j')).toEqual([])
  })

  it('never dismisses a mark that still waits', async () => {
    await store.keep([mark('m1')])
    const [kept] = await store.queueOf('j')
    await store.dismiss([kept?.order ?? 0])
    expect(await store.queueOf('j')).toHaveLength(1)
  })

  it('refuses the same id twice, and keeps judges apart', async () => {
    await store.keep([mark('m1')])
    await expect(store.keep([mark('m1')])).rejects.toThrow()
    expect(await store.queueOf('other')).toEqual([])
    expect(await store.keptByOthers('other')).toBe(1)
  })
})
