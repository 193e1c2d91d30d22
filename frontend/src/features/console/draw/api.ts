import { api, ok } from '@/api'

export type { DrawOut } from '@/api'

const at = (eventId: string) => ({ path: { event_id: eventId } })

export const getDraw = (eventId: string) => ok(api.GET('/api/v1/events/{event_id}/draw', { params: at(eventId) }))
export const drawEvent = (eventId: string, seed: string) =>
  ok(api.POST('/api/v1/events/{event_id}/draw', { params: at(eventId), body: { seed } }))
export const commitSeed = (eventId: string) =>
  ok(api.POST('/api/v1/events/{event_id}/draw/commitment', { params: at(eventId) }))
export const getPublicDraw = (eventId: string) =>
  ok(api.GET('/api/v1/public/events/{event_id}/draw', { params: at(eventId) }))
