import type { PacketAspect } from '../types'

/** The parts of an aspect's rule that the screen shows; what they mean is scoring's business. */
export interface StepView {
  value: string
  points: string
  label: string
}

export interface BandView {
  within?: string
  plus?: string
  minus?: string
  points: string
}

interface RuleFields {
  steps?: StepView[]
  nominal?: string
  unit?: string
  bands?: BandView[]
  min?: string
  max?: string
  step?: string
  benchmarks?: string[]
  places?: number
  target?: string
  limit?: string
  each?: string
  most?: string | null
  disqualifies_at?: number | null
  formula?: string
  count?: number
  of?: string[]
}

/** Of a rule in which times are given in steps. */
export interface TimeStepView {
  within: string
  points: string
}

const keywords =
  'tol|公差|steps|分档|range|范围|timed|计时|violation|违规扣分|free|打分|value|读数|formula|公式|best|取优'

/** The scheme's remarks without the line in rule notation, which the buttons show already. */
export function extraText(extra: string): string {
  const notation = new RegExp(`^\\s*(${keywords})[\\s:：]`, 'i')
  return extra.split('\n').filter((line) => !notation.test(line)).join('\n').trim()
}

export function timeStepsOf(aspect: PacketAspect): TimeStepView[] {
  return (aspect.rule as { steps?: TimeStepView[] }).steps ?? []
}

export function fieldsOf(aspect: PacketAspect): RuleFields {
  return aspect.rule as RuleFields
}
