import { api, ok, type CompetitionIn, type CompetitionLevel, type CompetitionPatch, type EventIn } from '@/api'
import { allPages } from '../shared/usePages'

export type { CompetitionIn, CompetitionOut, EventIn } from '@/api'

export const levels: CompetitionLevel[] = [
  'national_1',
  'national_2',
  'provincial_1',
  'provincial_2',
  'city',
  'county',
  'enterprise',
]

const at = (id: string) => ({ path: { competition_id: id } })

export const listCompetitions = (cursor: string | null) =>
  ok(api.GET('/api/v1/competitions', { params: { query: { cursor } } }))
export const getCompetition = (id: string) => ok(api.GET('/api/v1/competitions/{competition_id}', { params: at(id) }))
export const createCompetition = (body: CompetitionIn) => ok(api.POST('/api/v1/competitions', { body }))
export const updateCompetition = (id: string, body: CompetitionPatch) =>
  ok(api.PATCH('/api/v1/competitions/{competition_id}', { params: at(id), body }))
export const listEvents = (competitionId?: string) =>
  allPages((cursor) =>
    ok(api.GET('/api/v1/events', { params: { query: { competition_id: competitionId, cursor, limit: 200 } } })),
  )
export const createEvent = (competitionId: string, body: EventIn) =>
  ok(api.POST('/api/v1/competitions/{competition_id}/events', { params: at(competitionId), body }))
