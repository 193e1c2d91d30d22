import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ApiProblem, NetworkProblem } from '@/api'
import { aQueuedMark, aResult } from '../fixtures'
import type { MarkIn, MarkResult } from '../types'
import { Flusher, type FlushState } from './flusher'
import { inTurn } from './lock'
import type { QueuedMark } from './queue'

function mark(order: number, sheet = 's1'): QueuedMark {
  return aQueuedMark({ order, id: `m${String(order)}`, sheet_id: sheet, aspect_id: `a${String(order)}` })
}

function saved({ id }: MarkIn): MarkResult {
  return aResult(id)
}

function setUp(queue: QueuedMark[], send: (marks: MarkIn[]) => Promise<MarkResult[]>) {
  const states: FlushState[] = []
  const refused: QueuedMark[] = []
  const flusher = new Flusher({
    queue: () => Promise.resolve([...queue]),
    settle: (settled) => {
      for (const each of [...settled.saved, ...settled.refused]) queue.splice(queue.findIndex(({ id }) => id === each.id), 1)
      refused.push(...settled.refused)
      return Promise.resolve()
    },
    send,
    lock: inTurn(),
    onState: (state) => states.push(state),
    random: () => 1,
  })
  return { flusher, states, refused }
}

describe('Flusher', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('sends what is kept oldest first and empties the queue only after the answer', async () => {
    const queue = [mark(2), mark(1, 's2'), mark(3)]
    const lengths: number[] = []
    const send = vi.fn((marks: MarkIn[]) => {
      lengths.push(queue.length)
      return Promise.resolve(marks.map(saved))
    })
    const { flusher, states } = setUp(queue, send)
    await flusher.flush()
    expect(send.mock.calls[0]?.[0].map(({ id }) => id)).toEqual(['m1', 'm2', 'm3'])
    expect(lengths).toEqual([3])
    expect(queue).toEqual([])
    expect(states).toEqual(['sending', 'idle'])
  })

  it('keeps everything when no answer comes and tries again after a longer wait each time', async () => {
    const queue = [mark(1)]
    const send = vi.fn<(marks: MarkIn[]) => Promise<MarkResult[]>>()
    send.mockRejectedValueOnce(new NetworkProblem()).mockRejectedValueOnce(new ApiProblem(503))
    send.mockImplementation((marks) => Promise.resolve(marks.map(saved)))
    const { flusher, states } = setUp(queue, send)
    await flusher.flush()
    expect(queue).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(999)
    expect(send).toHaveBeenCalledTimes(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(send).toHaveBeenCalledTimes(2)
    await vi.advanceTimersByTimeAsync(1_999)
    expect(send).toHaveBeenCalledTimes(2)
    await vi.advanceTimersByTimeAsync(1)
    expect(queue).toEqual([])
    expect(states.at(-1)).toBe('idle')
  })

  it('keeps the queue and stops trying when the tablet is not paired any more', async () => {
    const queue = [mark(1)]
    const send = vi.fn<(marks: MarkIn[]) => Promise<MarkResult[]>>().mockRejectedValue(new ApiProblem(401))
    const { flusher, states } = setUp(queue, send)
    await flusher.flush()
    await vi.advanceTimersByTimeAsync(120_000)
    expect(send).toHaveBeenCalledTimes(1)
    expect(queue).toHaveLength(1)
    expect(states.at(-1)).toBe('unpaired')
  })

  it('goes on with the rest when the server cannot read one mark', async () => {
    const queue = [mark(1), mark(2), mark(3)]
    const send = vi.fn((marks: MarkIn[]) =>
      marks.some(({ id }) => id === 'm2')
        ? Promise.reject(new ApiProblem(422, { code: 'invalid_input', detail: '请按提示修改。' }))
        : Promise.resolve(marks.map(saved)),
    )
    const { flusher, refused } = setUp(queue, send)
    await flusher.flush()
    expect(queue).toEqual([])
    expect(refused.map(({ id, reason }) => [id, reason])).toEqual([['m2', '请按提示修改。']])
  })

  it('takes a page of something between for no answer, and refuses nothing', async () => {
    const queue = [mark(1)]
    const { flusher, refused } = setUp(queue, () => Promise.reject(new ApiProblem(400)))
    await flusher.flush()
    expect(queue).toHaveLength(1)
    expect(refused).toEqual([])
    flusher.stop()
  })

  it('keeps a mark that the answer does not name', async () => {
    const queue = [mark(1), mark(2)]
    let first = true
    const send = vi.fn((marks: MarkIn[]) => {
      const named = first ? marks.slice(0, 1) : marks
      first = false
      return Promise.resolve(named.map(saved))
    })
    const { flusher } = setUp(queue, send)
    await flusher.flush()
    expect(send.mock.calls.map(([marks]) => marks.map(({ id }) => id))).toEqual([['m1', 'm2'], ['m2']])
    expect(queue).toEqual([])
  })

  it('takes along what was kept while it was sending, one request at a time', async () => {
    const queue = [mark(1)]
    let open = 0
    let most = 0
    const send = vi.fn(async (marks: MarkIn[]) => {
      most = Math.max(most, ++open)
      if (queue.length === 1 && marks[0]?.id === 'm1') queue.push(mark(2))
      await Promise.resolve()
      open -= 1
      return marks.map(saved)
    })
    const { flusher } = setUp(queue, send)
    await Promise.all([flusher.flush(), flusher.flush()])
    expect(queue).toEqual([])
    expect(most).toBe(1)
  })
})
