import { api, ok } from '@/api'
import { allPages } from '../shared/usePages'

export type { DeviceOut } from '@/api'

export const listDevices = (eventId?: string) =>
  allPages((cursor) => ok(api.GET('/api/v1/devices', { params: { query: { event_id: eventId, cursor, limit: 200 } } })))
export const revokeDevice = (id: string, reason: string) =>
  ok(api.POST('/api/v1/devices/{device_id}/revocation', { params: { path: { device_id: id } }, body: { reason } }))
