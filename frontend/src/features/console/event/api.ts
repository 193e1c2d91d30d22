import { request } from '../shared/http'

export type EventState = 'setup' | 'ready' | 'marking' | 'confirmed' | 'published'
export type BoardShows = 'progress' | 'totals'

export interface EventOut {
  id: string
  competition: { id: string; name: string; name_en: string }
  code: string
  name: string
  name_en: string
  occupation: string
  occupation_en: string
  theory_weight: string
  stations: number
  state: EventState
  board_shows: BoardShows
  started_at: string | null
  entry_count: number
  aspect_count: number
  member_count: number
}

export type EventChange = Partial<
  Pick<
    EventOut,
    'code' | 'name' | 'name_en' | 'occupation' | 'occupation_en' | 'theory_weight' | 'stations' | 'board_shows'
  >
>

export type SetupStep = 'scheme' | 'roster' | 'panels' | 'draw' | 'sheets'

export interface ReadinessProblem {
  code: string
  detail: string
  data: Record<string, unknown>
}

export interface ReadinessStep {
  code: SetupStep
  done: boolean
  counts: Record<string, number>
  problems: ReadinessProblem[]
}

export interface Readiness {
  ready: boolean
  steps: ReadinessStep[]
}

export const getEvent = (id: string) => request<EventOut>('GET', `/events/${id}`)
export const updateEvent = (id: string, change: EventChange) => request<EventOut>('PATCH', `/events/${id}`, { body: change })
export const getReadiness = (id: string) => request<Readiness>('GET', `/events/${id}/readiness`)
export const startMarking = (id: string) => request<unknown>('POST', `/events/${id}/start`)
