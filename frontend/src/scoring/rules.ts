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

export interface FreeRule {
  kind: 'free'
  min: string
  max: string
  places: number
}

/** Seconds: full up to `target`, nothing from `limit` on. */
export interface TimeRule {
  kind: 'time'
  target: string
  limit: string
  places?: number
  rounding?: 'half_up' | 'up' | 'down'
}

export interface TimeStepsRule {
  kind: 'time_steps'
  steps: readonly { within: string; points: string }[]
}

export interface ViolationRule {
  kind: 'violation'
  each: string
  most?: string | null
  disqualifies_at?: number | null
}

export interface MeasureRule {
  kind: 'measure'
  unit?: string
}

export interface FormulaRule {
  kind: 'formula'
  formula: string
  floor?: string
  replaces?: boolean
}

export interface BestOfRule {
  kind: 'best_of'
  count: number
  of: readonly string[]
  replaces?: boolean
}

/** Computed from other aspects of the module: nobody marks it. */
export type DerivedRule = FormulaRule | BestOfRule
export type JudgedRule =
  | BinaryRule
  | StepsRule
  | ToleranceRule
  | RangeRule
  | JudgementRule
  | FreeRule
  | TimeRule
  | TimeStepsRule
  | ViolationRule
  | MeasureRule
export type AspectRule = JudgedRule | DerivedRule
export type Aggregation = 'mean' | 'median' | 'trimmed_mean' | 'sum' | 'max' | `best_${number}`

export function isDerived(rule: AspectRule): rule is DerivedRule {
  return isComputedKind(rule.kind)
}

export function isComputedKind(kind: string): boolean {
  return kind === 'formula' || kind === 'best_of'
}

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
