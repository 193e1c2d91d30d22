import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { differences, recompute, type Place } from './recompute'

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
  it.each(golden.cases)('repeats $seed', async (each) => {
    const drawn = await recompute(numbersOf(each).reverse(), each.seed, each.stations)
    if (each.expected === undefined) expect(hashOf(drawn)).toBe(each.expected_sha256)
    else expect(drawn).toEqual(each.expected)
  })

  it('names what was changed by hand', async () => {
    const { seed, stations, expected = [] } = golden.cases[0] as Case
    const [first, second, ...rest] = expected as [Place, Place, ...Place[]]
    const swapped = [{ ...first, work_code: second.work_code }, { ...second, work_code: first.work_code }, ...rest]
    expect(await differences(expected, seed, stations)).toEqual([])
    expect(await differences(swapped, seed, stations)).toEqual([first.number, second.number])
  })
})
