import { api, ok, type ModulePatch } from '@/api'
import { formOf } from '../shared/files'

export type { ModulePatch, ModuleTreeOut as ModuleOut, SubCriterionOut } from '@/api'

export type Aggregation = NonNullable<ModulePatch['aggregation']>
export const aggregations: Aggregation[] = ['trimmed_mean', 'mean', 'median']

/** The JSON of `scoring.aspects`: which fields are there depends on `kind`. */
export interface AspectRule {
  kind: 'binary' | 'steps' | 'tolerance' | 'range' | 'judgement'
  steps?: { value: string; points: string; label: string }[]
  nominal?: string
  unit?: string
  bands?: { within?: string; plus?: string; minus?: string; points: string }[]
  min?: string
  max?: string
  step?: string
  benchmarks?: string[]
}

export const ruleOf = (aspect: { rule: unknown }) => aspect.rule as AspectRule

export const getScheme = (eventId: string) =>
  ok(api.GET('/api/v1/events/{event_id}/scheme', { params: { path: { event_id: eventId } } }))
export const importScheme = (eventId: string, file: File, dryRun: boolean) =>
  ok(
    api.POST('/api/v1/events/{event_id}/scheme/import', {
      params: { path: { event_id: eventId }, query: { dry_run: dryRun } },
      ...formOf(file),
    }),
  )
export const updateModule = (moduleId: string, body: ModulePatch) =>
  ok(api.PATCH('/api/v1/modules/{module_id}', { params: { path: { module_id: moduleId } }, body }))
export const exportPath = (eventId: string) => `/api/v1/events/${eventId}/scheme/export.xlsx`
