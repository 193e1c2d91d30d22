import { describe, expect, it } from 'vitest'
import { flattenTrace, keysDownTo, type TraceStep } from './trace'

function step(code: string, inputs: Record<string, string>, steps: TraceStep[] = []): TraceStep {
  return { code, rule: 'sum', value: '1.00', inputs, steps }
}

function judgeMark(position: number, name: string | null): TraceStep {
  return { ...step('judge_mark', { raw: '2' }), judge: { position, name }, tap: null }
}

const root = step('total', {}, [
  step('module', { module: 'A' }, [
    step('aspect', { aspect: 'A1.1' }, [judgeMark(1, '王建国'), judgeMark(2, null)]),
  ]),
  step('module', { module: 'T' }),
])

describe('trace', () => {
  it('shows only the root while everything is closed', () => {
    expect(flattenTrace(root, () => false).map(({ key }) => key)).toEqual(['0'])
  })

  it('puts children after their parent, in the order of the sheet', () => {
    const rows = flattenTrace(root, () => true)
    expect(rows.map(({ depth, label }) => [depth, label])).toEqual([
      [0, ''],
      [1, 'A'],
      [2, 'A1.1'],
      [3, '王建国'],
      [3, '2'],
      [1, 'T'],
    ])
  })

  it('leaves out the one criterion that repeats its module', () => {
    const single = step('total', {}, [
      step('module', { module: 'A' }, [step('criterion', { criterion: 'A' }, [step('sub_criterion', { sub_criterion: 'A1' })])]),
    ])
    expect(flattenTrace(single, () => true).map(({ label }) => label)).toEqual(['', 'A', 'A1'])
  })

  it('opens down to modules, aspects or judges', () => {
    expect(keysDownTo(root, 'module')).toEqual(['0'])
    expect(keysDownTo(root, 'aspect')).toEqual(['0', '0.0'])
    expect(keysDownTo(root, 'judge')).toEqual(['0', '0.0', '0.0.0'])
  })

  it('knows which rows open nothing', () => {
    expect(flattenTrace(root, () => true).filter(({ leaf }) => leaf).map(({ label }) => label)).toEqual(['王建国', '2', 'T'])
  })
})
