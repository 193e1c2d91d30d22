import { request, upload } from '../shared/http'
import type { ImportReport } from '../shared/imports'
import { allPages, type Page } from '../shared/usePages'

export const entryStates = ['competing', 'absent', 'withdrawn', 'disqualified'] as const
export type EntryState = (typeof entryStates)[number]

export interface EntryOut {
  id: string
  number: string
  person_id: string
  name: string
  name_en: string
  employer: string
  identity: string
  delegation: { id: string; name: string; name_en: string }
  state: EntryState
  state_reason: string
  start_order: number | null
  station: string
  work_code: string
  theory_score: string | null
  theory_special: string | null
}

export const importRoster = (eventId: string, file: File, dryRun: boolean) =>
  upload<ImportReport>(`/events/${eventId}/roster/import`, file, { dry_run: dryRun })
export const listEntries = (eventId: string) =>
  allPages((cursor) => request<Page<EntryOut>>('GET', `/events/${eventId}/entries`, { query: { cursor, limit: 200 } }))
export const updateEntry = (id: string, state: EntryState, reason: string, seen = '') =>
  request<EntryOut>('PATCH', `/entries/${id}`, { body: { state, reason, seen } })
