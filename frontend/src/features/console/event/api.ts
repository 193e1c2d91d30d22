import { api, ok, type EventPatch, type EventState, type ReadinessOut, type StepOut } from '@/api'

export type { EventOut, EventPatch, EventState } from '@/api'
export type Readiness = ReadinessOut
export type ReadinessStep = StepOut
export type SetupStep = StepOut['code']

const at = (id: string) => ({ path: { event_id: id } })

export const eventStates: EventState[] = ['setup', 'ready', 'marking', 'confirmed', 'published']

export const getEvent = (id: string) => ok(api.GET('/api/v1/events/{event_id}', { params: at(id) }))
export const updateEvent = (id: string, body: EventPatch) =>
  ok(api.PATCH('/api/v1/events/{event_id}', { params: at(id), body }))
export const getReadiness = (id: string) => ok(api.GET('/api/v1/events/{event_id}/readiness', { params: at(id) }))
export const startMarking = (id: string) => ok(api.POST('/api/v1/events/{event_id}/start', { params: at(id) }))
