import { api, ok, type ResultSettingsIn, type ResultSettingsOut, type VersionOut } from '@/api'

const at = (eventId: string) => ({ params: { path: { event_id: eventId } } })

export const listVersions = async (eventId: string): Promise<VersionOut[]> =>
  (await ok(api.GET('/api/v1/events/{event_id}/versions', at(eventId)))).items
export const makeOfficial = (eventId: string) => ok(api.POST('/api/v1/events/{event_id}/official', at(eventId)))
export const getResultSettings = (eventId: string): Promise<ResultSettingsOut> =>
  ok(api.GET('/api/v1/events/{event_id}/result-settings', at(eventId)))
export const updateResultSettings = (eventId: string, body: ResultSettingsIn): Promise<ResultSettingsOut> =>
  ok(api.PATCH('/api/v1/events/{event_id}/result-settings', { ...at(eventId), body }))
