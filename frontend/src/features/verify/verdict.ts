export const statuses = ['valid', 'revoked', 'replaced', 'altered', 'unknown'] as const
export type Status = (typeof statuses)[number]

/** A status this page does not know is never shown as valid. */
export function statusOf(text: string): Status {
  return statuses.find((status) => status === text) ?? 'unknown'
}

/** The start and end of the fingerprint, in groups a person can compare with the paper. */
export function shortHash(hash: string): string {
  if (hash.length <= 16) return hash
  return `${hash.slice(0, 4)} ${hash.slice(4, 8)} … ${hash.slice(-8, -4)} ${hash.slice(-4)}`
}
