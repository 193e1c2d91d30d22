import { useQuery, useQueryCache } from '@pinia/colada'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { getEvent, getReadiness, type EventState } from './api'
import { reached as hasReached } from './steps'

/** The event and what it still lacks; shared by the layout and every step through the query cache. */
export function useEvent(eventId: MaybeRefOrGetter<string>) {
  const cache = useQueryCache()
  const id = computed(() => toValue(eventId))
  const event = useQuery({ key: () => ['event', id.value], query: () => getEvent(id.value) })
  const readiness = useQuery({ key: () => ['event', id.value, 'readiness'], query: () => getReadiness(id.value) })

  /** After a write: everything under this event is asked for again. */
  async function refresh(): Promise<void> {
    await Promise.all([cache.invalidateQueries({ key: ['event', id.value] }), cache.invalidateQueries({ key: ['events'] })])
  }

  return {
    event: event.data,
    readiness: readiness.data,
    problem: computed(() => event.error.value ?? readiness.error.value),
    reached: (state: EventState) => event.data.value !== undefined && hasReached(event.data.value.state, state),
    /** Scheme, entries, panels and draw rest once marking has started. */
    locked: computed(() => event.data.value !== undefined && hasReached(event.data.value.state, 'marking')),
    refresh,
  }
}
