import { api, ok, type StandingsOut } from '@/api'

export type Standings = StandingsOut

/** One judge in one panel, as `progress.<event>` sends it. */
export interface JudgeProgress {
  judge: { id: string; name: string }
  sheets: number
  signed: number
  marked: number
  expected: number
}

export interface Progress {
  sheets: number
  signed: number
  marked: number
}

export function fetchStandings(eventId: string): Promise<Standings> {
  return ok(api.GET('/api/v1/events/{event_id}/standings', { params: { path: { event_id: eventId } } }))
}

export async function confirmResults(eventId: string, acceptSharedRanks: boolean, seen: string): Promise<string> {
  const params = { path: { event_id: eventId } }
  const body = { accept_shared_ranks: acceptSharedRanks, seen }
  return (await ok(api.POST('/api/v1/events/{event_id}/confirmation', { params, body }))).content_hash
}
