import type { Frame, Incoming, Refusal } from './frames'
import { isFrame, isRefusal } from './frames'

export interface TopicListener {
  frame(frame: Frame): void
  refused(refusal: Refusal['error']): void
  connection(open: boolean): void
  /** What the listener holds already, for the replay ring; undefined asks for a snapshot. */
  since(): [string, number] | undefined
}

const pingEvery = 20_000
const silenceAllowed = 45_000

/** Full jitter: a hall full of devices must not come back in the same moment. */
export function retryDelay(attempt: number, random = Math.random): number {
  return 300 + random() * Math.min(15_000, 500 * 2 ** Math.min(attempt, 10))
}

/** One websocket for the page, whatever number of topics; it opens with the first listener and closes with the last. */
export class LiveSocket {
  private socket: WebSocket | undefined
  private readonly listeners = new Map<string, Set<TopicListener>>()
  private attempt = 0
  private heardAt = 0
  private retryTimer: ReturnType<typeof setTimeout> | undefined
  private pingTimer: ReturnType<typeof setInterval> | undefined

  constructor(private readonly url: string) {}

  add(topic: string, listener: TopicListener): () => void {
    const set = this.listeners.get(topic) ?? new Set()
    this.listeners.set(topic, set.add(listener))
    if (this.isOpen) {
      listener.connection(true)
      this.subscribe(topic, listener)
    } else {
      this.open()
    }
    return () => {
      this.remove(topic, listener)
    }
  }

  subscribe(topic: string, listener: TopicListener): void {
    this.send({ op: 'subscribe', topic, since: listener.since() })
  }

  private remove(topic: string, listener: TopicListener): void {
    const set = this.listeners.get(topic)
    set?.delete(listener)
    if (set?.size !== 0) return
    this.listeners.delete(topic)
    this.send({ op: 'unsubscribe', topic })
    if (this.listeners.size === 0) this.close()
  }

  private get isOpen(): boolean {
    return this.socket?.readyState === WebSocket.OPEN
  }

  private send(message: object): void {
    if (this.isOpen) this.socket?.send(JSON.stringify(message))
  }

  private each(call: (listener: TopicListener, topic: string) => void, only?: string): void {
    for (const [topic, set] of this.listeners) {
      if (only === undefined || only === topic) for (const listener of set) call(listener, topic)
    }
  }

  private open(): void {
    if (this.socket !== undefined || this.retryTimer !== undefined) return
    const socket = new WebSocket(this.url)
    this.socket = socket
    socket.onopen = () => {
      this.attempt = 0
      this.heardAt = Date.now()
      this.pingTimer = setInterval(() => {
        this.checkAlive()
      }, pingEvery)
      this.each((listener, topic) => {
        listener.connection(true)
        this.subscribe(topic, listener)
      })
    }
    socket.onmessage = ({ data }) => {
      this.heardAt = Date.now()
      this.receive(JSON.parse(String(data)) as Incoming)
    }
    socket.onclose = () => {
      this.lost(socket)
    }
  }

  private receive(message: Incoming): void {
    if (isRefusal(message)) {
      this.each((listener) => {
        listener.refused(message.error)
      }, message.t)
    } else if (isFrame(message)) {
      this.each((listener) => {
        listener.frame(message)
      }, message.t)
    }
  }

  /** A dead Wi-Fi leaves a socket open for minutes: silence in spite of pings counts as lost. */
  private checkAlive(): void {
    if (Date.now() - this.heardAt > silenceAllowed && this.socket !== undefined) {
      const socket = this.socket
      this.lost(socket)
      socket.close()
    } else {
      this.send({ op: 'ping' })
    }
  }

  private lost(socket: WebSocket): void {
    if (this.socket !== socket) return
    this.socket = undefined
    clearInterval(this.pingTimer)
    this.each((listener) => {
      listener.connection(false)
    })
    if (this.listeners.size === 0) return
    this.retryTimer = setTimeout(() => {
      this.retryTimer = undefined
      this.open()
    }, retryDelay(this.attempt++))
  }

  private close(): void {
    clearTimeout(this.retryTimer)
    this.retryTimer = undefined
    const socket = this.socket
    this.socket = undefined
    clearInterval(this.pingTimer)
    socket?.close()
  }
}
