import { request } from '../shared/http'

/** One judge in one panel, as `progress.<event>` sends it. */
export interface JudgeRow {
  panel: { id: string; name: string; name_en: string }
  judge: { id: string; name: string; role: 'chief' | 'judge' }
  sheets: number
  complete: number
  signed: number
  marked: number
  expected: number
  last_mark_at: string | null
  device: { label: string; last_seen_at: string | null } | null
}

export interface Finding {
  entry_id: string
  entry_code: string
  module: string
  code: string
  where: Record<string, string>
  data: Record<string, string>
}

export interface MissingSheet {
  sheet_id: string
  entry_code: string
  module: string
  judge_id: string
  judge: string
  aspects: string[]
}

export interface ProgressOut {
  judges: JudgeRow[]
  findings: Finding[]
  missing: { sheets: number; cells: number; items: MissingSheet[] }
}

export interface BoardRow {
  code: string
  rank: number | null
  total: string | null
  complete: boolean
  marked: number
  expected: number
  modules: Record<string, string | null>
  state: 'competing' | 'absent' | 'disqualified' | 'withdrawn'
  number?: string
  name?: string
  name_en?: string
  delegation?: string
  delegation_en?: string
  award?: string | null
  award_en?: string | null
}

export interface ProgressMeta {
  sheets: number
  complete: number
  signed: number
  marked: number
  expected: number
  findings: number
}

export interface BoardMeta {
  modules: { code: string; name: string; name_en: string; weight: string }[]
  entries: number
  complete: number
  marks: number
  judges: number
}

export const getProgress = (eventId: string) => request<ProgressOut>('GET', `/events/${eventId}/progress`)
export const reopenSheet = (sheetId: string, reason: string) =>
  request<unknown>('POST', `/sheets/${sheetId}/reopening`, { body: { reason } })
