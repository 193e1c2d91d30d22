/** The tree of `scoring.explain`: code and rule are stable words, inputs are texts. */
export interface TraceStep {
  code: string
  rule: string
  value: string
  inputs: Record<string, string>
  steps: TraceStep[]
  /** Only on a judge's mark; the name only for those who may know it. */
  judge?: { position: number; name: string | null }
  tap?: { device_time: string; received_at: string; device: string | null } | null
}

export interface TraceNode {
  key: string
  depth: number
  step: TraceStep
  /** Criterion letter, aspect code …: what the sheet calls this step. */
  label: string
  leaf: boolean
}

const labels = ['module', 'criterion', 'sub_criterion', 'aspect'] as const

export function labelOf(step: TraceStep): string {
  if (step.judge !== undefined) return step.judge.name ?? String(step.judge.position)
  const name = labels.find((each) => step.inputs[each] !== undefined)
  return name === undefined ? '' : (step.inputs[name] ?? '')
}

/** A CIS sheet has one criterion per module, of the same letter: one line is enough for both. */
function childrenOf(step: TraceStep): TraceStep[] {
  const [only, ...others] = step.steps
  return step.code === 'module' && only?.code === 'criterion' && others.length === 0 ? only.steps : step.steps
}

/** Rows of the drawer from the top down; a step's children follow it only where its key is open. */
export function flattenTrace(root: TraceStep, isOpen: (key: string) => boolean): TraceNode[] {
  const rows: TraceNode[] = []
  function visit(step: TraceStep, depth: number, key: string): void {
    rows.push({ key, depth, step, label: labelOf(step), leaf: step.steps.length === 0 })
    if (!isOpen(key)) return
    childrenOf(step).forEach((child, index) => {
      visit(child, depth + 1, `${key}.${String(index)}`)
    })
  }
  visit(root, 0, '0')
  return rows
}

const depths = { module: ['total'], aspect: ['total', 'module', 'criterion', 'sub_criterion'] } as const

/** Keys to open so that the tree shows everything down to modules, aspects or judges, whichever levels are between. */
export function keysDownTo(root: TraceStep, level: 'module' | 'aspect' | 'judge'): string[] {
  const opened: readonly string[] | undefined = level === 'judge' ? undefined : depths[level]
  return flattenTrace(root, () => true)
    .filter(({ leaf, step }) => !leaf && (opened?.includes(step.code) ?? true))
    .map(({ key }) => key)
}

const special = new Set(['absent', 'disqualified', 'not_marked', 'withdrawn'])

export function isSpecial(value: string): boolean {
  return special.has(value)
}
