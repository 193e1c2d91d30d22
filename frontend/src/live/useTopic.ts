import { useNow } from '@vueuse/core'
import {
  computed,
  onScopeDispose,
  ref,
  shallowRef,
  toValue,
  watch,
  type ComputedRef,
  type MaybeRefOrGetter,
} from 'vue'
import type { Frame, Refusal, Row, Rows } from './frames'
import { applyFrame, emptyTopic } from './reducer'
import { LiveSocket, type TopicListener } from './socket'

export type LiveStatus = 'connecting' | 'live' | 'stale'

export interface LiveTopic<R, M> {
  rows: ComputedRef<Rows<R>>
  meta: ComputedRef<M | null>
  status: ComputedRef<LiveStatus>
  /** Seconds since the data was known to be current; 0 while live, null before the first data. */
  age: ComputedRef<number | null>
  refusal: ComputedRef<Refusal['error'] | null>
}

let shared: LiveSocket | undefined

function pageSocket(): LiveSocket {
  const scheme = location.protocol === 'https:' ? 'wss:' : 'ws:'
  shared ??= new LiveSocket(`${scheme}//${location.host}/ws/live/`)
  return shared
}

/** Rows of a live topic, e.g. `useTopic<BoardRow, BoardMeta>(() => 'board.public.' + eventId)`. */
export function useTopic<R = Row, M = Row>(name: MaybeRefOrGetter<string>, socket = pageSocket()): LiveTopic<R, M> {
  const state = shallowRef(emptyTopic<R, M>())
  const refusal = shallowRef<Refusal['error'] | null>(null)
  const open = ref(false)
  const currentAt = ref(0)
  const now = useNow({ interval: 1_000 })
  const current = computed(() => open.value && state.value.synced)

  watch(current, (is) => {
    if (!is) currentAt.value = Date.now()
  }, { flush: 'sync' })

  watch(
    () => toValue(name),
    (topic, _old, onCleanup) => {
      state.value = emptyTopic<R, M>()
      refusal.value = null
      const listener: TopicListener = {
        frame(frame) {
          const applied = applyFrame(state.value, frame as Frame<R, M>)
          state.value = applied.state
          refusal.value = null
          if (applied.resync) socket.subscribe(topic, listener)
        },
        refused(error) {
          refusal.value = error
        },
        connection(isOpen) {
          open.value = isOpen
        },
        since: () => (state.value.synced ? [state.value.epoch, state.value.seq] : undefined),
      }
      onCleanup(socket.add(topic, listener))
    },
    { immediate: true },
  )
  onScopeDispose(() => {
    open.value = false
  })

  return {
    rows: computed(() => state.value.rows),
    meta: computed(() => state.value.meta),
    refusal: computed(() => refusal.value),
    status: computed(() => {
      if (current.value) return 'live'
      return state.value.meta === null ? 'connecting' : 'stale'
    }),
    age: computed(() => {
      if (state.value.meta === null) return null
      return current.value ? 0 : Math.max(0, Math.round((now.value.getTime() - currentAt.value) / 1000))
    }),
  }
}
