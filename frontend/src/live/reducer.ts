import type { Frame, Row, Rows } from './frames'

export interface TopicState<R = Row, M = Row> {
  epoch: string
  seq: number
  meta: M | null
  rows: Rows<R>
  /** Time of the server at the last frame. */
  at: string | null
  /** False before the first snapshot, and from a gap until the next one. */
  synced: boolean
}

export interface Applied<R, M> {
  state: TopicState<R, M>
  /** Ask for a snapshot: a frame is missing, or another process is sending now. */
  resync: boolean
}

export function emptyTopic<R = Row, M = Row>(): TopicState<R, M> {
  return { epoch: '', seq: -1, meta: null, rows: new Map(), at: null, synced: false }
}

/**
 * Old state + frame = new state. Frames may be lost, doubled or out of order: what does not follow on is never
 * applied, so the rows are always those of one moment of the server.
 */
export function applyFrame<R, M>(state: TopicState<R, M>, frame: Frame<R, M>): Applied<R, M> {
  const sameEpoch = frame.e === state.epoch
  if ('snap' in frame) {
    if (state.synced && sameEpoch && frame.s < state.seq) return { state, resync: false }
    const { meta, rows } = frame.snap
    const at = frame.at ?? null
    return {
      state: { epoch: frame.e, seq: frame.s, meta, rows: new Map(Object.entries(rows)), at, synced: true },
      resync: false,
    }
  }
  if (!state.synced) return { state, resync: false }
  if (sameEpoch && frame.s <= state.seq) return { state, resync: false }
  if (!sameEpoch || frame.s !== state.seq + 1) return { state: { ...state, synced: false }, resync: true }

  const rows = new Map(state.rows)
  for (const key of frame.del ?? []) rows.delete(key)
  for (const [key, row] of Object.entries(frame.set ?? {})) rows.set(key, row)
  const meta = frame.meta ?? state.meta
  return { state: { ...state, seq: frame.s, meta, rows, at: frame.at ?? state.at }, resync: false }
}
