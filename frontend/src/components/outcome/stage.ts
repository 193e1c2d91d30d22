interface Version {
  version: number
  state: string
}

export type Stage = 'confirmed' | 'provisional' | 'official' | 'amended' | 'superseded'

/** What one version is worth among all that were published: only the newest stands, and a later one amends an earlier. */
export function stageOf(one: Version, all: readonly Version[]): Stage {
  const published = all.filter(({ state }) => state !== 'confirmed').map(({ version }) => version)
  if (one.state === 'confirmed') return 'confirmed'
  if (one.version < Math.max(...published)) return 'superseded'
  if (one.state === 'provisional') return 'provisional'
  return one.version > Math.min(...published) ? 'amended' : 'official'
}

export const isOver = (until: string | null, now: number): boolean => until !== null && now >= Date.parse(until)
