import { describe, expect, it } from 'vitest'
import golden from './golden/frames.json'
import type { Delta, Frame, Snapshot } from './frames'
import { applyFrame, emptyTopic, type TopicState } from './reducer'

interface Score {
  total: string
}
interface Meta {
  marks: number
}
type Board = TopicState<Score, Meta>

const t = 'board.public.1'

describe('golden frames', () => {
  it.each(golden.cases)('$name', ({ frames, expected }) => {
    let state = emptyTopic()
    let resyncs = 0
    for (const frame of frames) {
      const applied = applyFrame(state, frame as unknown as Frame)
      state = applied.state
      if (applied.resync) resyncs += 1
    }
    expect({
      epoch: state.epoch,
      seq: state.seq,
      synced: state.synced,
      meta: state.meta,
      rows: Object.fromEntries(state.rows),
      resyncs,
    }).toEqual(expected)
  })
})

it('leaves the state it was given untouched', () => {
  const before = applyFrame(emptyTopic<Score, Meta>(), {
    t, e: 'a', s: 1, snap: { meta: { marks: 0 }, rows: { W1: { total: '1.00' } } },
  }).state
  applyFrame(before, { t, e: 'a', s: 2, set: { W1: { total: '2.00' } } })
  expect(before.rows.get('W1')).toEqual({ total: '1.00' })
})

/** A small reproducible generator, so that a failing run can be run again. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

class Server {
  seq = 0
  epoch = 'e0'
  meta: Meta = { marks: 0 }
  rows: Record<string, Score> = {}

  change(random: () => number): Delta<Score, Meta> {
    const key = `W${String(Math.floor(random() * 6))}`
    this.seq += 1
    this.meta = { marks: this.meta.marks + 1 }
    if (random() < 0.2) {
      this.rows = Object.fromEntries(Object.entries(this.rows).filter(([each]) => each !== key))
      return { t, e: this.epoch, s: this.seq, del: [key], meta: this.meta }
    }
    const row = { total: (random() * 100).toFixed(2) }
    this.rows = { ...this.rows, [key]: row }
    return { t, e: this.epoch, s: this.seq, set: { [key]: row }, meta: this.meta }
  }

  snapshot(): Snapshot<Score, Meta> {
    return { t, e: this.epoch, s: this.seq, snap: { meta: this.meta, rows: { ...this.rows } } }
  }

  restart(): void {
    this.epoch = `e${String(Number(this.epoch.slice(1)) + 1)}`
    this.seq = 0
  }
}

function disturbed(seed: number): { server: Server; client: Board; resyncs: number } {
  const random = randomFrom(seed)
  const server = new Server()
  let client: Board = applyFrame(emptyTopic<Score, Meta>(), server.snapshot()).state
  let resyncs = 0
  let delayed: Frame<Score, Meta>[] = []

  const deliver = (frame: Frame<Score, Meta>) => {
    const applied = applyFrame(client, frame)
    client = applied.state
    if (applied.resync) {
      resyncs += 1
      client = applyFrame(client, server.snapshot()).state
    }
  }

  for (let step = 0; step < 300; step += 1) {
    if (random() < 0.01) server.restart()
    const frame = server.change(random)
    const luck = random()
    if (luck < 0.1) continue
    if (luck < 0.2) {
      delayed.push(frame)
      continue
    }
    deliver(frame)
    if (luck < 0.3) deliver(frame)
    if (random() < 0.3) {
      delayed.reverse().forEach(deliver)
      delayed = []
    }
  }
  delayed.forEach(deliver)
  deliver(server.change(random))
  return { server, client, resyncs }
}

describe('a client on a bad network', () => {
  it.each(Array.from({ length: 25 }, (_, index) => index + 1))('converges, seed %i', (seed) => {
    const { server, client, resyncs } = disturbed(seed)
    expect(Object.fromEntries(client.rows)).toEqual(server.rows)
    expect(client.meta).toEqual(server.meta)
    expect(resyncs).toBeGreaterThan(0)
  })
})
