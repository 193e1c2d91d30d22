import { describe, expect, it } from 'vitest'
import type { Readiness, ReadinessStep, SetupStep } from './api'
import { railSteps } from './steps'

function step(code: SetupStep, done: boolean, count = 0): ReadinessStep {
  const problems = done ? [] : [{ code: 'x', detail: `${code} is missing`, data: {} }]
  return { code, done, counts: { rows: count }, problems }
}

function readiness(...steps: ReadinessStep[]): Readiness {
  return { ready: steps.every(({ done }) => done), steps }
}

const states = (found: ReturnType<typeof railSteps>) => found.map(({ code, state }) => `${code}:${state}`)

describe('step rail', () => {
  it('begins with the scheme in an empty event', () => {
    const empty = readiness(step('scheme', false), step('roster', false), step('panels', false), step('draw', false))
    expect(states(railSteps(empty, 'setup'))).toEqual([
      'scheme:current',
      'roster:todo',
      'panels:todo',
      'draw:todo',
      'marking:todo',
      'results:todo',
      'certificates:todo',
    ])
  })

  it('shows what was begun out of order and is not right', () => {
    const mixed = readiness(step('scheme', false, 3), step('roster', false, 60), step('panels', true), step('draw', false))
    expect(states(railSteps(mixed, 'setup')).slice(0, 4)).toEqual([
      'scheme:current',
      'roster:problem',
      'panels:done',
      'draw:todo',
    ])
  })

  it('points at marking when everything before it is done; sheets are made by starting', () => {
    const ready = readiness(
      step('scheme', true),
      step('roster', true),
      step('panels', true),
      step('draw', true),
      step('sheets', false),
    )
    expect(states(railSteps(ready, 'ready'))[4]).toBe('marking:current')
  })

  it('follows the state of the event after the start', () => {
    const any = readiness(step('scheme', true), step('roster', true), step('panels', false), step('draw', true))
    expect(states(railSteps(any, 'confirmed'))).toEqual([
      'scheme:done',
      'roster:done',
      'panels:done',
      'draw:done',
      'marking:done',
      'results:current',
      'certificates:todo',
    ])
    expect(states(railSteps(any, 'published')).at(-1)).toBe('certificates:current')
  })

  it('carries the sentences of the server', () => {
    const empty = readiness(step('scheme', false))
    expect(railSteps(empty, 'setup')[0]?.problems).toEqual(['scheme is missing'])
  })
})
