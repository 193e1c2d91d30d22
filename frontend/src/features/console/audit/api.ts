import { api, ok } from '@/api'

export type { AuditOut } from '@/api'

export const listAudit = (objectId: string, cursor: string | null) =>
  ok(api.GET('/api/v1/audit', { params: { query: { object_id: objectId, cursor } } }))
