/** jiangxin-draw-1 as docs/algorithms/draw.md gives it: the page repeats the draw by itself, from the seed alone. */
import { sha256, sha256Hex } from './sha256'

export const algorithm = 'jiangxin-draw-1'

export interface Place {
  number: string
  start_order: number
  station: string
  work_code: string
}

export interface CheckedPlace extends Place {
  expected: Place | undefined
  matches: boolean
}

const span = 2 ** 48

function valueAt(seed: string, purpose: string, counter: number): number {
  const hash = sha256(`${seed}:${purpose}:${String(counter)}`)
  return hash.slice(0, 6).reduce((sum, byte) => sum * 256 + byte, 0)
}

function shuffled(items: readonly string[], seed: string, purpose: string): string[] {
  const order = [...items]
  let counter = 0
  for (let last = order.length - 1; last > 0; last--) {
    const limit = last + 1
    let value: number
    do value = valueAt(seed, purpose, counter++)
    while (value >= span - (span % limit))
    const chosen = value % limit
    const [a, b] = [order[last] as string, order[chosen] as string]
    order[last] = b
    order[chosen] = a
  }
  return order
}

export function recompute(numbers: readonly string[], seed: string, stations: number): Place[] {
  const entrants = [...numbers].sort()
  const width = Math.max(3, String(entrants.length).length)
  const codes = shuffled(
    entrants.map((_, index) => `W${String(index + 1).padStart(width, '0')}`),
    seed,
    'code',
  )
  const codeOf = new Map(entrants.map((number, index) => [number, codes[index] ?? '']))
  const order = shuffled(entrants, seed, 'order')
  return order.map((number, index) => ({
    number,
    start_order: index + 1,
    station: String((index % stations) + 1).padStart(String(stations).length, '0'),
    work_code: codeOf.get(number) ?? '',
  }))
}

/** Each line as shown, beside what the seed gives for the same entrant. */
export function checked(shown: readonly Place[], seed: string, stations: number): CheckedPlace[] {
  const again = recompute(
    shown.map(({ number }) => number),
    seed,
    stations,
  )
  const byNumber = new Map(again.map((place) => [place.number, place]))
  return shown.map((place) => {
    const expected = byNumber.get(place.number)
    const matches =
      expected?.start_order === place.start_order &&
      expected.station === place.station &&
      expected.work_code === place.work_code
    return { ...place, expected, matches }
  })
}

/** The secret half: what follows the last stroke. Its fingerprint may have been public before the draw. */
export const secretOf = (seed: string) => seed.slice(seed.lastIndexOf('/') + 1)
export const publicTextOf = (seed: string) => seed.slice(0, Math.max(0, seed.lastIndexOf('/')))
export const fingerprintOf = sha256Hex
