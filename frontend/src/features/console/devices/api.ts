import { request } from '../shared/http'
import { allPages, type Page } from '../shared/usePages'

export interface DeviceOut {
  id: string
  label: string
  user: { id: string; name: string }
  event_id: string | null
  paired_at: string
  last_seen_at: string | null
  revoked_at: string | null
}

export const listDevices = (eventId?: string) =>
  allPages((cursor) => request<Page<DeviceOut>>('GET', '/devices', { query: { event_id: eventId, cursor, limit: 200 } }))
export const revokeDevice = (id: string, reason: string) =>
  request<DeviceOut>('POST', `/devices/${id}/revocation`, { body: { reason } })
