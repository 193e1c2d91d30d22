import { mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, nextTick, ref } from 'vue'
import { LiveSocket, retryDelay } from './socket'
import { useTopic, type LiveTopic } from './useTopic'

class FakeSocket {
  static readonly OPEN = 1
  static all: FakeSocket[] = []
  readyState = 0
  sent: Record<string, unknown>[] = []
  onopen?: () => void
  onclose?: () => void
  onmessage?: (event: { data: string }) => void

  constructor(readonly url: string) {
    FakeSocket.all.push(this)
  }
  send(text: string): void {
    this.sent.push(JSON.parse(text) as Record<string, unknown>)
  }
  open(): void {
    this.readyState = 1
    this.onopen?.()
  }
  close(): void {
    this.readyState = 3
    this.onclose?.()
  }
  frame(message: object): void {
    this.onmessage?.({ data: JSON.stringify(message) })
  }
}

function last(): FakeSocket {
  const socket = FakeSocket.all.at(-1)
  if (socket === undefined) throw new Error('no socket was opened')
  return socket
}

function watchTopic(topic = ref('b')) {
  const socket = new LiveSocket('ws://host/ws/live/')
  const found: { live?: LiveTopic<Record<string, unknown>, Record<string, unknown>> } = {}
  const wrapper = mount(
    defineComponent({
      setup() {
        found.live = useTopic(topic, socket)
        return () => null
      },
    }),
  )
  if (found.live === undefined) throw new Error('not set up')
  return { wrapper, topic, live: found.live, socket }
}

const snapshot = { t: 'b', e: 'a', s: 1, snap: { meta: { n: 1 }, rows: { W1: { v: 1 } } } }

beforeEach(() => {
  vi.useFakeTimers()
  FakeSocket.all = []
  vi.stubGlobal('WebSocket', FakeSocket)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('useTopic', () => {
  it('subscribes, shows the snapshot and follows the changes', () => {
    const { live } = watchTopic()
    expect(live.status.value).toBe('connecting')
    last().open()
    expect(last().sent).toEqual([{ op: 'subscribe', topic: 'b' }])
    last().frame(snapshot)
    last().frame({ t: 'b', e: 'a', s: 2, set: { W2: { v: 2 } } })
    expect(live.status.value).toBe('live')
    expect(Object.fromEntries(live.rows.value)).toEqual({ W1: { v: 1 }, W2: { v: 2 } })
  })

  it('asks for a snapshot after a gap and keeps the old rows until it comes', () => {
    const { live } = watchTopic()
    last().open()
    last().frame(snapshot)
    last().frame({ t: 'b', e: 'a', s: 3, set: { W1: { v: 3 } } })
    expect(last().sent.at(-1)).toEqual({ op: 'subscribe', topic: 'b' })
    expect(live.status.value).toBe('stale')
    expect(live.rows.value.get('W1')).toEqual({ v: 1 })
    last().frame({ ...snapshot, s: 3, snap: { meta: { n: 1 }, rows: { W1: { v: 3 } } } })
    expect(live.status.value).toBe('live')
    expect(live.rows.value.get('W1')).toEqual({ v: 3 })
  })

  it('goes stale with its age when the line breaks, and takes up where it was', async () => {
    const { live } = watchTopic()
    last().open()
    last().frame(snapshot)
    last().close()
    expect(live.status.value).toBe('stale')
    await vi.advanceTimersByTimeAsync(5_000)
    expect(live.age.value).toBe(5)
    expect(FakeSocket.all).toHaveLength(2)
    last().open()
    expect(last().sent).toEqual([{ op: 'subscribe', topic: 'b', since: ['a', 1] }])
    expect(live.status.value).toBe('live')
  })

  it('counts a silent line as broken', async () => {
    const { live } = watchTopic()
    last().open()
    last().frame(snapshot)
    await vi.advanceTimersByTimeAsync(20_000)
    expect(last().sent.at(-1)).toEqual({ op: 'ping' })
    await vi.advanceTimersByTimeAsync(40_000)
    expect(live.status.value).toBe('stale')
  })

  it('shares one socket, and closes it with the last listener', () => {
    const { wrapper, socket } = watchTopic()
    last().open()
    const listener = { frame: vi.fn(), refused: vi.fn(), connection: vi.fn(), since: () => undefined }
    const leave = socket.add('c', listener)
    expect(FakeSocket.all).toHaveLength(1)
    expect(listener.connection).toHaveBeenCalledWith(true)
    last().frame({ t: 'c', error: { code: 'permission_denied', detail: 'No.' } })
    expect(listener.refused).toHaveBeenCalledWith({ code: 'permission_denied', detail: 'No.' })
    leave()
    expect(last().readyState).toBe(1)
    wrapper.unmount()
    expect(last().readyState).toBe(3)
    vi.advanceTimersByTime(60_000)
    expect(FakeSocket.all).toHaveLength(1)
  })

  it('drops the rows of the old topic when the name changes', async () => {
    const { live, topic } = watchTopic()
    last().open()
    last().frame(snapshot)
    topic.value = 'other'
    await nextTick()
    expect(live.rows.value.size).toBe(0)
    expect(live.status.value).toBe('connecting')
  })
})

it.each([
  [0, 0, 300],
  [0, 1, 800],
  [3, 1, 4_300],
  [50, 1, 15_300],
])('waits at try %i with luck %d for %i ms', (attempt, luck, expected) => {
  expect(retryDelay(attempt, () => luck)).toBe(expected)
})
