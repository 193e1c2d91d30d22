/** The tree of `scoring.explain`: code and rule are stable words, inputs are texts. */
export interface TraceStep {
  code: string
  rule: string
  value: string
  inputs: Record<string, string>
  steps: TraceStep[]
}

export interface TraceNode {
  key: string
  depth: number
  step: TraceStep
  /** Criterion letter, aspect code …: what the sheet calls this step. */
  label: string
  leaf: boolean
}

const labels = ['module', 'criterion', 'sub_criterion', 'aspect', 'judge'] as const

export function labelOf(step: TraceStep): string {
  const name = labels.find((each) => step.inputs[each] !== undefined)
  return name === undefined ? '' : (step.inputs[name] ?? '')
}

/** Rows of the drawer from the top down; a step's children follow it only where its key is open. */
export function flattenTrace(root: TraceStep, isOpen: (key: string) => boolean): TraceNode[] {
  const rows: TraceNode[] = []
  function visit(step: TraceStep, depth: number, key: string): void {
    rows.push({ key, depth, step, label: labelOf(step), leaf: step.steps.length === 0 })
    if (!isOpen(key)) return
    step.steps.forEach((child, index) => {
      visit(child, depth + 1, `${key}.${String(index)}`)
    })
  }
  visit(root, 0, '0')
  return rows
}

/** Keys of everything down to `depth`, to open the tree so far at once. */
export function keysDownTo(root: TraceStep, depth: number): string[] {
  return flattenTrace(root, () => true)
    .filter((node) => !node.leaf && node.depth < depth)
    .map(({ key }) => key)
}

const special = new Set(['absent', 'disqualified', 'not_marked', 'withdrawn'])

export function isSpecial(value: string): boolean {
  return special.has(value)
}
