import { api, ok, type DifferenceOut } from '@/api'

const at = (eventId: string, version: number) => ({ params: { path: { event_id: eventId, version } } })

export const getDifference = (eventId: string, version: number): Promise<DifferenceOut> =>
  ok(api.GET('/api/v1/events/{event_id}/versions/{version}/difference', at(eventId, version)))
export const getPublicDifference = (eventId: string, version: number): Promise<DifferenceOut> =>
  ok(api.GET('/api/v1/public/events/{event_id}/versions/{version}/difference', at(eventId, version)))
