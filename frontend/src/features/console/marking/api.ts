import { api, ok } from '@/api'

export type { ProgressRow as JudgeRow } from '@/api'

/** `meta` of the topic `progress.<event>`. */
export interface ProgressMeta {
  sheets: number
  complete: number
  signed: number
  marked: number
  expected: number
  findings: number
}

/** A row of `board.internal.<event>`. */
export interface BoardRow {
  code: string
  rank: number | null
  total: string | null
  complete: boolean
  marked: number
  expected: number
  modules: Record<string, string | null>
  state: 'competing' | 'absent' | 'disqualified' | 'withdrawn'
  name?: string
  name_en?: string
  delegation?: string
  delegation_en?: string
}

export interface BoardMeta {
  modules: { code: string; name: string; name_en: string; weight: string }[]
}

export const getProgress = (eventId: string) =>
  ok(api.GET('/api/v1/events/{event_id}/progress', { params: { path: { event_id: eventId } } }))
