import { plain } from '../scheme/weights'
import { request } from '../shared/http'
import type { AwardRule } from './awards'
import type { TraceStep } from './trace'

export interface StandingOut {
  entry_id: string
  code: string
  rank: number | null
  total: string | null
  complete: boolean
  marked: number
  expected: number
  modules: Record<string, string | null>
  state: 'competing' | 'absent' | 'disqualified' | 'withdrawn'
  shared: boolean
  unresolved: boolean
  decided_by: string | null
  number: string | null
  name: string | null
  name_en: string | null
  delegation: string | null
  delegation_en: string | null
  award: string | null
  award_en: string | null
}

export interface StandingsOut {
  complete: boolean
  unresolved_ties: { rank: number | null; entry_codes: string[] }[]
  findings: { entry_code: string; module: string; code: string }[]
  rows: StandingOut[]
}

export interface ExplanationOut {
  entry_code: string
  trace: TraceStep
}

export interface ResultSetOut {
  version: number
  state: string
  content_hash: string
  confirmed_by_name: string
  confirmed_at: string
  published_at: string | null
}

export const getStandings = (eventId: string) => request<StandingsOut>('GET', `/events/${eventId}/standings`)
export const explainEntry = (entryId: string) => request<ExplanationOut>('GET', `/entries/${entryId}/explanation`)
/** Shares and floors as a person types them: 50, not 50.00. */
function typed(rule: AwardRule): AwardRule {
  const short = (text: string | null) => (text === null ? null : plain(text))
  return { ...rule, share: short(rule.share), floor: short(rule.floor) }
}

export const listAwardRules = async (eventId: string) =>
  (await request<{ items: AwardRule[] }>('GET', `/events/${eventId}/award-rules`)).items.map(typed)
export const setAwardRules = async (eventId: string, rules: AwardRule[], seen = '') =>
  (await request<{ items: AwardRule[] }>('PUT', `/events/${eventId}/award-rules`, { body: rules, query: { seen } })).items.map(typed)
export const confirmResults = (eventId: string, acceptSharedRanks: boolean, seen: string) =>
  request<ResultSetOut>('POST', `/events/${eventId}/confirmation`, { body: { accept_shared_ranks: acceptSharedRanks, seen } })
export const publishResults = (eventId: string) => request<ResultSetOut>('POST', `/events/${eventId}/publication`)
