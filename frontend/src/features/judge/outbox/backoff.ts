const first = 1_000
const longest = 30_000

/** Milliseconds before the next try; half fixed, half by chance, so that a hall of tablets does not come back at once. */
export function retryDelay(attempt: number, random: () => number = Math.random): number {
  const ceiling = Math.min(longest, first * 2 ** Math.min(attempt, 10))
  return ceiling / 2 + (random() * ceiling) / 2
}
