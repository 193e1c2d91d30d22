import { api, ok, type DifferenceOut, type PreviewIn, type PreviewOut } from '@/api'

const at = (eventId: string, version: number) => ({ params: { path: { event_id: eventId, version } } })

export const getDifference = (eventId: string, version: number): Promise<DifferenceOut> =>
  ok(api.GET('/api/v1/events/{event_id}/versions/{version}/difference', at(eventId, version)))
export const getPublicDifference = (eventId: string, version: number): Promise<DifferenceOut> =>
  ok(api.GET('/api/v1/public/events/{event_id}/versions/{version}/difference', at(eventId, version)))

export type Change = NonNullable<PreviewIn['change']>
export const previewChange = (eventId: string, change: Change | null): Promise<PreviewOut> =>
  ok(api.POST('/api/v1/events/{event_id}/preview', { params: { path: { event_id: eventId } }, body: { change } }))
