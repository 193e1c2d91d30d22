/** The server's golden cases: what the tablet previews is what the server computes. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseFormula } from './formula'
import {
  type Aggregation,
  aggregate,
  type AspectRule,
  Decimal,
  InvalidMark,
  type Mark,
  markFromText,
  markToText,
  type ModuleMarks,
  plain,
  pointsFor,
  rawProblem,
  scoreModule,
  scoreSheet,
  type SheetModule,
  shown,
} from './index'

interface Case<Input> {
  name: string
  input: Input
  expected: unknown
}

function golden<Input>(file: string): [string, Case<Input>][] {
  const folder = join(import.meta.dirname, '../../../tests/golden')
  const cases = JSON.parse(readFileSync(join(folder, `${file}.json`), 'utf-8')) as Case<Input>[]
  return cases.map((item) => [item.name, item])
}

const text = (mark: Mark | null): string | null => (mark === null ? null : markToText(mark))

describe('rounding', () => {
  it.each(golden<{ value: string; places: number }>('rounding'))('%s', (_, { input, expected }) => {
    expect(shown(new Decimal(input.value), input.places)).toBe(expected)
  })
})

describe('points', () => {
  it.each(golden<{ rule: AspectRule; max_mark: string; raw: string }>('points'))('%s', (_, { input, expected }) => {
    const problem = rawProblem(input.rule, input.max_mark, input.raw)
    const outcome = problem
      ? { error: problem.code, data: problem.data }
      : { points: shown(pointsFor(input.rule, input.max_mark, input.raw)) }
    expect(outcome).toEqual(expected)
  })
})

describe('aggregation', () => {
  type Input = { aggregation: Aggregation; marks: string[]; divisor: number }
  it.each(golden<Input>('aggregation'))('%s', (_, { input, expected }) => {
    const panel = aggregate(input.marks.map(markFromText), input.aggregation, input.divisor)
    expect({ ...panel, value: text(panel.value), provisional: text(panel.provisional) }).toEqual(expected)
  })
})

describe('module', () => {
  type Input = { module: SheetModule; marks: ModuleMarks; judges: string[] }
  it.each(golden<Input>('module'))('%s', (_, { input, expected }) => {
    const result = scoreModule(input.module, input.marks, input.judges)
    expect({
      points: text(result.points),
      maximum: plain(result.maximum),
      provisional: text(result.provisional),
      complete: result.complete,
      marked: result.marked,
      expected: result.expected,
      aspects: Object.fromEntries(result.aspects.map((aspect) => [aspect.code, text(aspect.points)])),
      findings: result.findings.map((finding) => [finding.code, finding.aspect]),
    }).toEqual(expected)
  })

  it('gives one judge the same as a panel of that judge', () => {
    const [, { input }] = golden<Input>('module')[1] as [string, Case<Input>]
    const own = Object.fromEntries(Object.entries(input.marks).map(([aspect, by]) => [aspect, by.J1 as string]))
    expect(text(scoreSheet(input.module, own).points)).toBe('15.83')
  })
})

describe('formula', () => {
  type Input = { formula: string; values: Record<string, string> }
  it.each(golden<Input>('formula'))('%s', (_, { input, expected }) => {
    const values = new Map(Object.entries(input.values).map(([code, value]) => [code, new Decimal(value)]))
    if ((expected as { error?: string }).error) {
      expect(() => parseFormula(input.formula)).toThrow('formula')
      return
    }
    const value = parseFormula(input.formula).value(values)
    expect({ value: value && plain(value.over.div(value.under)) }).toEqual(expected)
  })
})

describe('raw values', () => {
  it('takes a point without digits on one side', () => {
    expect(['.5', '-.5', '7.'].map((raw) => plain(markFromText(raw) as Decimal))).toEqual(['0.5', '-0.5', '7'])
  })

  it('refuses a text of 41 digits', () => {
    expect(() => markFromText('1'.repeat(41))).toThrow(InvalidMark)
  })

  it('lets a broken rule through as what it is, not as a wrong mark', () => {
    expect(() => rawProblem({ kind: 'range', min: '', max: '1', step: '1' }, '1', '1')).toThrow('[big.js]')
  })
})
