import { request } from '../shared/http'
import { allPages, type Page } from '../shared/usePages'

export interface BatchOut {
  id: string
  kind: string
  title: string
  title_en: string
  source_id: string
  source_label: string
  state: 'issuing' | 'issued'
  total: number
  rendered: number
  failed: number
  eta_seconds: number | null
  manifest_hash: string
  created_at: string
  finished_at: string | null
}

export interface CertificateOut {
  id: string
  position: number
  number: string
  holder_name: string
  award: string
  award_en: string
  level: string
  issued_on: string
  state: 'valid' | 'revoked'
  state_reason: string
  rendered: boolean
  problem: { code: string; detail: string } | null
  verify_path: string
}

export interface KindIn {
  organisation_id: string
  code: string
  title: string
  title_en: string
  body: string
  body_en: string
  issuer: string
  issuer_en: string
  number_scheme: 'award' | 'level_22'
  number_prefix: string
}

export interface KindOut extends KindIn {
  id: string
  sample: boolean
}

export interface BatchMeta {
  state: 'issuing' | 'issued'
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

export const listBatches = () =>
  allPages((cursor) => request<Page<BatchOut>>('GET', '/certificates/batches', { query: { cursor, limit: 200 } }))
export const retryBatch = (id: string) => request<BatchOut>('POST', `/certificates/batches/${id}/retry`)
export const printPath = (id: string) => `/certificates/batches/${id}/print.pdf`
export const listCertificates = (batch: string, query: string, cursor: string | null) =>
  request<Page<CertificateOut>>('GET', '/certificates', { query: { batch, query, cursor } })
export const certificatePath = (id: string) => `/certificates/${id}/pdf`
export const revokeCertificate = (id: string, reason: string) =>
  request<CertificateOut>('POST', `/certificates/${id}/revocation`, { body: { reason } })
export const listKinds = () =>
  allPages((cursor) => request<Page<KindOut>>('GET', '/certificates/kinds', { query: { cursor, limit: 200 } }))
export const createKind = (body: KindIn) => request<KindOut>('POST', '/certificates/kinds', { body })
export const issueCertificates = (eventId: string, kindCode: string) =>
  request<{ id: string }>('POST', `/events/${eventId}/certificates`, { body: { kind_code: kindCode } })
