import type { EventOut } from '../event/api'
import { request } from '../shared/http'
import { allPages, type Page } from '../shared/usePages'

export const levels = [
  'national_1',
  'national_2',
  'provincial_1',
  'provincial_2',
  'city',
  'county',
  'enterprise',
] as const
export type CompetitionLevel = (typeof levels)[number]

export interface CompetitionIn {
  organisation_id: string
  name: string
  name_en: string
  level: CompetitionLevel
  starts_on: string
  ends_on: string
  venue: string
  venue_en: string
}

export interface CompetitionOut extends Omit<CompetitionIn, 'organisation_id'> {
  id: string
  organisation: { id: string; name: string; name_en?: string }
}

export interface EventIn {
  code: string
  name: string
  name_en: string
  occupation: string
  occupation_en: string
  theory_weight: string
  stations: number
}

export const listCompetitions = (cursor: string | null) =>
  request<Page<CompetitionOut>>('GET', '/competitions', { query: { cursor } })
export const getCompetition = (id: string) => request<CompetitionOut>('GET', `/competitions/${id}`)
export const createCompetition = (body: CompetitionIn) => request<CompetitionOut>('POST', '/competitions', { body })
export const updateCompetition = (id: string, body: Partial<CompetitionIn>) =>
  request<CompetitionOut>('PATCH', `/competitions/${id}`, { body })
export const listEvents = (competitionId?: string) =>
  allPages((cursor) =>
    request<Page<EventOut>>('GET', '/events', { query: { competition_id: competitionId, cursor, limit: 200 } }),
  )
export const createEvent = (competitionId: string, body: EventIn) =>
  request<EventOut>('POST', `/competitions/${competitionId}/events`, { body })
