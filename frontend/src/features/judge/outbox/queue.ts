import type { MarkIn, MarkResult } from '../types'

/**
 * A mark on this tablet. `order` rises with every mark made here; `refused` waits for the judge to read why; `owner` is
 * the judge and event it was made for: a tablet paired anew never sends another pairing's marks.
 */
export interface QueuedMark extends MarkIn {
  order?: number
  owner: string
  state: 'kept' | 'refused'
  code: string
  reason: string
}

export const batchLimit = 100

/** The next marks to send: oldest first, so each sheet's marks arrive in the order they were given. */
export function nextBatch(queue: readonly QueuedMark[], limit = batchLimit): QueuedMark[] {
  return queue
    .filter((mark) => mark.state === 'kept')
    .sort((a, b) => (a.order ?? 0) - (b.order ?? 0))
    .slice(0, limit)
}

export function toWire(mark: QueuedMark): MarkIn {
  const { id, sheet_id, aspect_id, value, special, device_time, revision } = mark
  return { id, sheet_id, aspect_id, value, special, device_time, revision }
}

export interface Settled {
  /** Committed by the server, in the order sent. */
  saved: QueuedMark[]
  /** Committed too, but a later mark of the judge's other tablet stands. */
  outdated: QueuedMark[]
  refused: QueuedMark[]
  /** Highest revision the server named, by sheet. */
  revisions: Map<string, number>
}

/** What the answer says of the batch. A mark that the answer does not name stays in the queue as it is. */
export function settle(batch: readonly QueuedMark[], results: readonly MarkResult[]): Settled {
  const byId = new Map(results.map((result) => [result.id, result]))
  const settled: Settled = { saved: [], outdated: [], refused: [], revisions: new Map() }
  for (const mark of batch) {
    const result = byId.get(mark.id)
    if (result === undefined) continue
    const known = settled.revisions.get(mark.sheet_id) ?? 0
    settled.revisions.set(mark.sheet_id, Math.max(known, result.sheet_revision))
    if (result.state === 'refused') {
      settled.refused.push({
        ...mark,
        state: 'refused',
        code: result.problem?.code ?? 'refused',
        reason: result.problem?.detail ?? '',
      })
    } else {
      const place = result.counts === false ? settled.outdated : settled.saved
      place.push(mark)
    }
  }
  return settled
}
