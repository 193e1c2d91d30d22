import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checked, fingerprintOf, publicTextOf, recompute, secretOf, type Place } from './draw'

interface Case {
  seed: string
  stations: number
  numbers: string[] | { from: number; to: number; digits: number }
  expected?: Place[]
  expected_sha256?: string
}

const golden = JSON.parse(readFileSync('../tests/golden/draw.json', 'utf8')) as { cases: Case[] }

function numbersOf({ numbers }: Case): string[] {
  if (Array.isArray(numbers)) return numbers
  const { from, to, digits } = numbers
  return Array.from({ length: to - from + 1 }, (_, index) => String(from + index).padStart(digits, '0'))
}

function hashOf(places: Place[]): string {
  const lines = places.map((one) => [one.number, one.start_order, one.station, one.work_code].join(','))
  return createHash('sha256').update(lines.join('\n')).digest('hex')
}

describe('draw', () => {
  it.each(golden.cases)('repeats $seed', (each) => {
    const drawn = recompute(numbersOf(each).reverse(), each.seed, each.stations)
    if (each.expected === undefined) expect(hashOf(drawn)).toBe(each.expected_sha256)
    else expect(drawn).toEqual(each.expected)
  })

  it('says line by line what was changed by hand', () => {
    const { seed, stations, expected = [] } = golden.cases[0] as Case
    const [first, second, ...rest] = expected as [Place, Place, ...Place[]]
    const swapped = [{ ...first, work_code: second.work_code }, { ...second, work_code: first.work_code }, ...rest]
    expect(checked(expected, seed, stations).every(({ matches }) => matches)).toBe(true)
    const lines = checked(swapped, seed, stations)
    expect(lines.map(({ matches }) => matches)).toEqual([false, false, true, true, true])
    expect(lines[0]?.expected).toEqual(first)
  })

  it('takes the halves of a seed apart at the last stroke', () => {
    expect([publicTextOf('5/6/abc'), secretOf('5/6/abc')]).toEqual(['5/6', 'abc'])
    expect([publicTextOf('/abc'), secretOf('/abc')]).toEqual(['', 'abc'])
  })

  it('makes the fingerprint that every other tool makes', () => {
    expect(fingerprintOf('匠心/0123456789abcdef')).toBe(createHash('sha256').update('匠心/0123456789abcdef').digest('hex'))
  })
})
