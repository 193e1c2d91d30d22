import { api, ok, type PublicDrawOut } from '@/api'

export function getPublicDraw(eventId: string): Promise<PublicDrawOut> {
  return ok(api.GET('/api/v1/public/events/{event_id}/draw', { params: { path: { event_id: eventId } } }))
}
