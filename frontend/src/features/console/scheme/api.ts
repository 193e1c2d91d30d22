import { request, upload } from '../shared/http'
import type { ImportReport } from '../shared/imports'

export type Aggregation = 'mean' | 'median' | 'trimmed_mean'
export const aggregations: Aggregation[] = ['trimmed_mean', 'mean', 'median']

/** `scoring.aspects` as stored: which fields are there depends on `kind`. */
export interface RuleOut {
  kind: 'binary' | 'steps' | 'tolerance' | 'range' | 'judgement'
  steps?: { value: string; points: string; label: string }[]
  nominal?: string
  unit?: string
  bands?: { within?: string; plus?: string; minus?: string; points: string }[]
  min?: string
  max?: string
  step?: string
  benchmarks?: string[]
  max_spread?: number
}

export interface AspectOut {
  id: string
  code: string
  description: string
  extra: string
  requirement: string
  max_mark: string
  rule: RuleOut
}

export interface SubCriterionOut {
  code: string
  name: string
  day: string
  aspects: AspectOut[]
}

export interface CriterionOut {
  code: string
  name: string
  sub_criteria: SubCriterionOut[]
}

export interface ModuleOut {
  id: string
  code: string
  name: string
  name_en: string
  kind: 'theory' | 'practice'
  source: 'sheets' | 'imported'
  weight: string
  max_score: string
  aggregation: Aggregation
  criteria: CriterionOut[]
}

export interface SchemeOut {
  modules: ModuleOut[]
}

export type ModuleChange = Partial<Pick<ModuleOut, 'name' | 'name_en' | 'weight' | 'aggregation'>>

export const getScheme = (eventId: string) => request<SchemeOut>('GET', `/events/${eventId}/scheme`)
export const importScheme = (eventId: string, file: File, dryRun: boolean) =>
  upload<ImportReport>(`/events/${eventId}/scheme/import`, file, { dry_run: dryRun })
export const updateModule = (moduleId: string, change: ModuleChange) =>
  request<unknown>('PATCH', `/modules/${moduleId}`, { body: change })
