import { api, ok, type PublicEvent, type PublicResults } from '@/api'

const most = 200

/** Newest competition first; a city's year of contests fits on a few pages of the list. */
export async function listPublicEvents(): Promise<PublicEvent[]> {
  const events: PublicEvent[] = []
  let cursor: string | null | undefined
  do {
    const page = await ok(api.GET('/api/v1/public/events', { params: { query: { cursor, limit: most } } }))
    events.push(...page.items)
    cursor = page.next
  } while (cursor)
  return events
}

export function getPublicResults(eventId: string): Promise<PublicResults> {
  const params = { path: { event_id: eventId } }
  return ok(api.GET('/api/v1/public/events/{event_id}/results', { params }))
}

export function getPublicVersion(eventId: string, version: number): Promise<PublicResults> {
  const params = { path: { event_id: eventId, version } }
  return ok(api.GET('/api/v1/public/events/{event_id}/versions/{version}', { params }))
}
