import { request } from '../shared/http'
import type { Page } from '../shared/usePages'

export interface AuditOut {
  id: number
  at: string
  actor_name: string
  device_id: string | null
  ip: string | null
  action: string
  subject: string
  subject_id: string
  data: Record<string, unknown>
}

export const listAudit = (objectId: string, cursor: string | null) =>
  request<Page<AuditOut>>('GET', '/audit', { query: { object_id: objectId, cursor } })
