import type { EntryOut, EntryState } from './api'

export interface EntryFilter {
  text: string
  state: EntryState | ''
  delegation: string
}

/** Every word must be found somewhere in the row; letters of either case, the masked number by its visible digits. */
export function filterEntries(entries: readonly EntryOut[], { text, state, delegation }: EntryFilter): EntryOut[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  return entries.filter((entry) => {
    if (state !== '' && entry.state !== state) return false
    if (delegation !== '' && entry.delegation.id !== delegation) return false
    const { number, work_code: code, name, name_en: english, employer, identity, delegation: team } = entry
    const hay = [number, code, name, english, employer, identity, team.name, team.name_en]
      .join(' ')
      .toLowerCase()
    return words.every((word) => hay.includes(word))
  })
}

export function delegationsOf(entries: readonly EntryOut[]): EntryOut['delegation'][] {
  return [...new Map(entries.map(({ delegation }) => [delegation.id, delegation])).values()]
}
