import { api, ok, type EntryState } from '@/api'
import { formOf } from '../shared/files'
import { allPages } from '../shared/usePages'

export type { EntryOut, EntryState } from '@/api'

export const entryStates: EntryState[] = ['competing', 'absent', 'withdrawn', 'disqualified']

export const importRoster = (eventId: string, file: File, dryRun: boolean) =>
  ok(
    api.POST('/api/v1/events/{event_id}/roster/import', {
      params: { path: { event_id: eventId }, query: { dry_run: dryRun } },
      ...formOf(file),
    }),
  )
export const listEntries = (eventId: string) =>
  allPages((cursor) =>
    ok(
      api.GET('/api/v1/events/{event_id}/entries', {
        params: { path: { event_id: eventId }, query: { cursor, limit: 200 } },
      }),
    ),
  )
export const updateEntry = (id: string, state: EntryState, reason: string, seen = '') =>
  ok(api.PATCH('/api/v1/entries/{entry_id}', { params: { path: { entry_id: id } }, body: { state, reason, seen } }))
