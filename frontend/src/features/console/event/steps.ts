import { eventStates, type EventState, type Readiness, type ReadinessStep } from './api'

export type StepCode = 'overview' | 'scheme' | 'roster' | 'panels' | 'draw' | 'marking' | 'results' | 'certificates'
export type StepState = 'done' | 'current' | 'problem' | 'todo'

export interface RailStep {
  code: StepCode
  state: StepState
  problems: string[]
  counts: Record<string, number>
}

export function reached(state: EventState, goal: EventState): boolean {
  return eventStates.indexOf(state) >= eventStates.indexOf(goal)
}

function setupStep(step: ReadinessStep, current: boolean): RailStep {
  const begun = Object.values(step.counts).some((count) => count > 0)
  const state = step.done ? 'done' : current ? 'current' : begun && step.problems.length > 0 ? 'problem' : 'todo'
  return { code: step.code as StepCode, state, problems: step.problems.map(({ detail }) => detail), counts: step.counts }
}

function laterStep(code: StepCode, state: EventState, from: EventState, until: EventState): RailStep {
  const step: StepState = reached(state, until) ? 'done' : reached(state, from) ? 'current' : 'todo'
  return { code, state: step, problems: [], counts: {} }
}

/** The rail of one event: what the server finds missing before the start, and the event's own state after it. */
export function railSteps(readiness: Readiness, state: EventState): RailStep[] {
  const setup = readiness.steps.filter(({ code }) => code !== 'sheets')
  const started = reached(state, 'marking')
  const firstOpen = setup.find(({ done }) => !done)
  const before = setup.map((step) => setupStep(started ? { ...step, done: true } : step, step === firstOpen))
  const allSet = before.every((step) => step.state === 'done')
  const marking = laterStep('marking', state, 'marking', 'confirmed')
  return [
    ...before,
    allSet && marking.state === 'todo' ? { ...marking, state: 'current' } : marking,
    laterStep('results', state, 'confirmed', 'published'),
    { ...laterStep('certificates', state, 'published', 'published'), state: state === 'published' ? 'current' : 'todo' },
  ]
}
