/** The wire shape of `common/realtime.py`: e = epoch of the sending process and topic, s = sequence within it. */
export type Row = Record<string, unknown>
export type Rows<R> = ReadonlyMap<string, R>

interface Addressed {
  t: string
  e: string
  s: number
  at?: string
}

export interface Snapshot<R = Row, M = Row> extends Addressed {
  snap: { meta: M; rows: Record<string, R> }
}

export interface Delta<R = Row, M = Row> extends Addressed {
  set?: Record<string, R>
  del?: string[]
  meta?: M
}

export interface Refusal {
  t: string
  error: { code: string; detail: string }
}

export type Frame<R = Row, M = Row> = Snapshot<R, M> | Delta<R, M>
export type Incoming = Frame | Refusal | { op: 'pong' }

export function isRefusal(message: Incoming): message is Refusal {
  return 'error' in message
}

export function isFrame(message: Incoming): message is Frame {
  return 't' in message && 's' in message
}
