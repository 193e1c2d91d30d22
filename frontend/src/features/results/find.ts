import type { PublicResultRow } from '@/api'

/** Rows whose name, number or delegation holds what was typed; spaces and case do not matter. */
export function findRows(rows: readonly PublicResultRow[], typed: string): PublicResultRow[] {
  const wanted = plain(typed)
  if (wanted === '') return [...rows]
  return rows.filter((row) =>
    [row.name, row.name_en, row.code, row.delegation, row.delegation_en].some((text) => plain(text).includes(wanted)),
  )
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').toLowerCase()
}

/** How many of each award, in the order of the ranking. */
export function awardCounts(rows: readonly PublicResultRow[]): { award: string; awardEn: string; count: number }[] {
  const counts = new Map<string, { award: string; awardEn: string; count: number }>()
  for (const { award, award_en } of rows) {
    if (!award) continue
    const found = counts.get(award) ?? { award, awardEn: award_en ?? '', count: 0 }
    counts.set(award, { ...found, count: found.count + 1 })
  }
  return [...counts.values()]
}
