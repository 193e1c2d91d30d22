import { ApiProblem, NetworkProblem } from '@/api'
import type { MarkIn, MarkResult } from '../types'
import { retryDelay } from './backoff'
import type { Exclusive } from './lock'
import { batchLimit, nextBatch, settle, toWire, type QueuedMark, type Settled } from './queue'

/** idle: nothing waits; offline: no answer, trying again; unpaired: the server no longer knows this tablet. */
export type FlushState = 'idle' | 'sending' | 'offline' | 'unpaired'

export interface FlusherParts {
  queue: () => Promise<QueuedMark[]>
  settle: (settled: Settled) => Promise<void>
  send: (marks: MarkIn[]) => Promise<MarkResult[]>
  lock: Exclusive
  onState: (state: FlushState) => void
  random?: () => number
}

/** Sends what is kept, oldest first, one batch at a time, until the queue is empty; waits longer after each failure. */
export class Flusher {
  private attempt = 0
  private limit = batchLimit
  private timer: ReturnType<typeof setTimeout> | undefined
  private running: Promise<void> | undefined
  private again = false
  private stopped = false

  constructor(private readonly parts: FlusherParts) {}

  /** Call after every kept mark, when the network returns, when the page comes to the front, after pairing. */
  async flush(): Promise<void> {
    clearTimeout(this.timer)
    this.timer = undefined
    if (this.running !== undefined) {
      this.again = true
      return this.running
    }
    this.running = this.run()
    await this.running
  }

  stop(): void {
    this.stopped = true
    clearTimeout(this.timer)
  }

  private async run(): Promise<void> {
    try {
      do {
        this.again = false
        await this.parts.lock(() => this.drain())
      } while (this.again)
      this.parts.onState('idle')
    } catch (problem) {
      this.failed(problem)
    } finally {
      this.running = undefined
    }
  }

  private async drain(): Promise<void> {
    this.limit = batchLimit
    for (;;) {
      const batch = nextBatch(await this.parts.queue(), this.limit)
      if (batch.length === 0) return
      this.parts.onState('sending')
      const settled = await this.answerTo(batch)
      if (settled === undefined) continue
      if (settled.saved.length + settled.outdated.length + settled.refused.length === 0) throw new NetworkProblem('empty answer')
      await this.parts.settle(settled)
      this.attempt = 0
    }
  }

  /** A batch the server cannot read is sent again mark by mark, so that one bad mark does not hold up the rest. */
  private async answerTo(batch: QueuedMark[]): Promise<Settled | undefined> {
    try {
      return settle(batch, await this.parts.send(batch.map(toWire)))
    } catch (problem) {
      if (!isUnreadable(problem)) throw problem
      const [mark] = batch
      if (batch.length === 1 && mark !== undefined) return refused(mark, problem)
      this.limit = 1
      return undefined
    }
  }

  private failed(problem: unknown): void {
    const unpaired = problem instanceof ApiProblem && problem.status === 401
    this.parts.onState(unpaired ? 'unpaired' : 'offline')
    if (unpaired || this.stopped) return
    this.timer = setTimeout(() => void this.flush(), retryDelay(this.attempt++, this.parts.random))
  }
}

/** Only a sentence of our own server counts as its word; an error page of something between does not. */
function isUnreadable(problem: unknown): problem is ApiProblem {
  return problem instanceof ApiProblem && [400, 422].includes(problem.status) && problem.detail !== ''
}

function refused(mark: QueuedMark, { code, detail }: ApiProblem): Settled {
  return { saved: [], outdated: [], refused: [{ ...mark, state: 'refused', code, reason: detail }], revisions: new Map() }
}
