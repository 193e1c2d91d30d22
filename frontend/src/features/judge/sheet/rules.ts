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
}

/** The scheme's remarks without the line in rule notation, which the buttons show already. */
export function extraText(extra: string): string {
  const notation = /^\s*(tol|公差|steps|分档|range|范围)[\s:：]/i
  return extra.split('\n').filter((line) => !notation.test(line)).join('\n').trim()
}

export function fieldsOf(aspect: PacketAspect): RuleFields {
  return aspect.rule as RuleFields
}
