import { api, ok, type KindIn } from '@/api'
import { allPages } from '../shared/usePages'

export type { BatchOut, CertificateOut, KindIn } from '@/api'

/** `meta` of the topic `batch.<batch>`. */
export interface BatchMeta {
  total: number
  rendered: number
  failed: number
  eta_seconds: number | null
}

export interface FailureRow {
  number: string
  code: string
  detail: string
}

const at = (id: string) => ({ path: { batch_id: id } })

export const listBatches = () =>
  allPages((cursor) => ok(api.GET('/api/v1/certificates/batches', { params: { query: { cursor, limit: 200 } } })))
export const retryBatch = (id: string) =>
  ok(api.POST('/api/v1/certificates/batches/{batch_id}/retry', { params: at(id) }))
export const printPath = (id: string) => `/api/v1/certificates/batches/${id}/print.pdf`
export const listCertificates = (batch: string, query: string, cursor: string | null) =>
  ok(api.GET('/api/v1/certificates', { params: { query: { batch, query, cursor } } }))
export const certificatePath = (id: string) => `/api/v1/certificates/${id}/pdf`
export const revokeCertificate = (id: string, reason: string) =>
  ok(
    api.POST('/api/v1/certificates/{certificate_id}/revocation', {
      params: { path: { certificate_id: id } },
      body: { reason },
    }),
  )
export const listKinds = () =>
  allPages((cursor) => ok(api.GET('/api/v1/certificates/kinds', { params: { query: { cursor, limit: 200 } } })))
export const createKind = (body: KindIn) => ok(api.POST('/api/v1/certificates/kinds', { body }))
export const issueCertificates = (eventId: string, kindCode: string) =>
  ok(
    api.POST('/api/v1/events/{event_id}/certificates', {
      params: { path: { event_id: eventId } },
      body: { kind_code: kindCode },
    }),
  )
