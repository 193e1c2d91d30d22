import { request, upload } from '../shared/http'
import type { ImportReport } from '../shared/imports'
import { allPages, type Page } from '../shared/usePages'

export const entryStates = ['competing', 'absent', 'withdrawn', 'disqualified'] as const
export type EntryState = (typeof entryStates)[number]

export interface EntryOut {
  id: string
  number: string
  person: { id: string; name: string; name_en: string; identity_masked: string }
  delegation: { id: string; name: string; name_en: string }
  state: EntryState
  state_reason: string
  start_order: number | null
  station: string
  work_code: string
}

export const importRoster = (eventId: string, file: File, dryRun: boolean) =>
  upload<ImportReport>(`/events/${eventId}/roster/import`, file, { dry_run: dryRun })
export const listEntries = (eventId: string) =>
  allPages((cursor) => request<Page<EntryOut>>('GET', `/events/${eventId}/entries`, { query: { cursor, limit: 200 } }))
export const updateEntry = (id: string, state: EntryState, reason: string) =>
  request<EntryOut>('PATCH', `/entries/${id}`, { body: { state, reason } })
