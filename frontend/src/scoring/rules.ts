/** Aspect rules as the server stores them; every decimal is a string. */
export interface BinaryRule {
  kind: 'binary'
}

export interface StepsRule {
  kind: 'steps'
  steps: readonly { value: string; points: string; label?: string }[]
}

export type Band = { points: string } & ({ within: string } | { plus: string; minus: string })

export interface ToleranceRule {
  kind: 'tolerance'
  nominal: string
  unit?: string
  bands: readonly Band[]
}

export interface RangeRule {
  kind: 'range'
  min: string
  max: string
  step: string
}

export interface JudgementRule {
  kind: 'judgement'
  benchmarks: readonly string[]
  max_spread?: number
}

export type AspectRule = BinaryRule | StepsRule | ToleranceRule | RangeRule | JudgementRule
export type Aggregation = 'mean' | 'median' | 'trimmed_mean' | 'sum' | 'max'

export interface SheetAspect {
  code: string
  max_mark: string
  rule: AspectRule
}

export interface SheetModule {
  code: string
  aggregation: Aggregation
  criteria: readonly {
    code: string
    sub_criteria: readonly { code: string; aspects: readonly SheetAspect[] }[]
  }[]
}
