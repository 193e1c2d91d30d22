/** jiangxin-draw-1 as docs/algorithms/draw.md gives it: the page repeats the draw by itself, from the seed alone. */
export interface Place {
  number: string
  start_order: number
  station: string
  work_code: string
}

const span = 2 ** 48

async function valueAt(seed: string, purpose: string, counter: number): Promise<number> {
  const text = new TextEncoder().encode(`${seed}:${purpose}:${String(counter)}`)
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', text))
  return hash.slice(0, 6).reduce((sum, byte) => sum * 256 + byte, 0)
}

async function shuffled(items: readonly string[], seed: string, purpose: string): Promise<string[]> {
  const order = [...items]
  let counter = 0
  for (let last = order.length - 1; last > 0; last--) {
    const limit = last + 1
    let value: number
    do value = await valueAt(seed, purpose, counter++)
    while (value >= span - (span % limit))
    const chosen = value % limit
    const [a, b] = [order[last] as string, order[chosen] as string]
    order[last] = b
    order[chosen] = a
  }
  return order
}

export async function recompute(numbers: readonly string[], seed: string, stations: number): Promise<Place[]> {
  const entrants = [...numbers].sort()
  const width = Math.max(3, String(entrants.length).length)
  const codes = await shuffled(
    entrants.map((_, index) => `W${String(index + 1).padStart(width, '0')}`),
    seed,
    'code',
  )
  const codeOf = new Map(entrants.map((number, index) => [number, codes[index] ?? '']))
  const order = await shuffled(entrants, seed, 'order')
  return order.map((number, index) => ({
    number,
    start_order: index + 1,
    station: String((index % stations) + 1).padStart(String(stations).length, '0'),
    work_code: codeOf.get(number) ?? '',
  }))
}

/** Numbers whose place differs from what the seed gives; empty when everything agrees. */
export async function differences(shown: readonly Place[], seed: string, stations: number): Promise<string[]> {
  const again = await recompute(shown.map(({ number }) => number), seed, stations)
  const expected = new Map(again.map((place) => [place.number, place]))
  return shown
    .filter((place) => {
      const other = expected.get(place.number)
      return (
        other?.start_order !== place.start_order || other.station !== place.station || other.work_code !== place.work_code
      )
    })
    .map(({ number }) => number)
}
