import type { BoardRow } from './types'

const places: Record<BoardRow['state'], number> = { competing: 0, absent: 1, withdrawn: 1, disqualified: 2 }

/** Ranked first; then those who still compete by code; then those out of the contest. Equal ranks stay in code order. */
export function inOrder(rows: Iterable<BoardRow>): BoardRow[] {
  return [...rows].sort(
    (a, b) =>
      rankOf(a) - rankOf(b) ||
      places[a.state] - places[b.state] ||
      a.code.localeCompare(b.code, 'en', { numeric: true }),
  )
}

function rankOf({ rank }: BoardRow): number {
  return rank ?? Number.MAX_SAFE_INTEGER
}

/** What a spectator would notice: a change of these makes the row glow. */
export function fingerprint(row: BoardRow): string {
  return `${row.total ?? ''}|${String(row.marked)}|${row.state}|${row.award ?? ''}`
}
