import { api, ok, type PanelIn } from '@/api'

export type { MemberIn, PanelIn, PanelOut } from '@/api'

export const listPanels = async (eventId: string) =>
  (await ok(api.GET('/api/v1/events/{event_id}/panels', { params: { path: { event_id: eventId } } }))).items
export const createPanel = (eventId: string, body: PanelIn) =>
  ok(api.POST('/api/v1/events/{event_id}/panels', { params: { path: { event_id: eventId } }, body }))
export const deletePanel = (id: string) =>
  ok(api.DELETE('/api/v1/panels/{panel_id}', { params: { path: { panel_id: id } } }))
export const codesPath = (id: string) => `/api/v1/panels/${id}/codes.pdf`
export const sheetsPath = (id: string) => `/api/v1/panels/${id}/score-sheets.pdf`
