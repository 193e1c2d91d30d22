import { api, ok, type AwardRuleOut } from '@/api'
import { plain } from '../scheme/weights'
import type { AwardRule } from './awards'
import type { TraceStep } from './trace'

export type { StandingOut, StandingsOut } from '@/api'

const at = (eventId: string) => ({ path: { event_id: eventId } })

export const getStandings = (eventId: string) =>
  ok(api.GET('/api/v1/events/{event_id}/standings', { params: at(eventId) }))

/** The answer is the tree of `scoring.explain`, which the schema leaves open. */
export async function explainEntry(entryId: string): Promise<TraceStep> {
  const found = await ok(api.GET('/api/v1/entries/{entry_id}/explanation', { params: { path: { entry_id: entryId } } }))
  return found.trace as TraceStep
}

/** Shares and floors as a person types them: 50, not 50.00. */
function typed(rule: AwardRuleOut): AwardRule {
  const short = (text: string | null) => (text === null ? null : plain(text))
  return { ...rule, share: short(rule.share), floor: short(rule.floor) }
}

export async function listAwardRules(eventId: string): Promise<AwardRule[]> {
  return (await ok(api.GET('/api/v1/events/{event_id}/award-rules', { params: at(eventId) }))).items.map(typed)
}

export async function setAwardRules(eventId: string, rules: AwardRule[], seen = ''): Promise<AwardRule[]> {
  const saved = await ok(api.PUT('/api/v1/events/{event_id}/award-rules', { params: { ...at(eventId), query: { seen } }, body: rules }))
  return saved.items.map(typed)
}

export const confirmResults = (eventId: string, acceptSharedRanks: boolean, seen: string) =>
  ok(
    api.POST('/api/v1/events/{event_id}/confirmation', {
      params: at(eventId),
      body: { accept_shared_ranks: acceptSharedRanks, seen },
    }),
  )
export const publishResults = (eventId: string) =>
  ok(api.POST('/api/v1/events/{event_id}/publication', { params: at(eventId) }))
