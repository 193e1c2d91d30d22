import { parseRaw } from '@/scoring'

/** Seconds as a person reads a watch: "90" is "1:30", "45.2" stays "45.2". */
export function watchText(seconds: string): string {
  const whole = parseRaw(seconds)
  const rest = whole.mod(60)
  const minutes = whole.minus(rest).div(60)
  if (minutes.lte(0)) return whole.toFixed()
  return `${minutes.toFixed()}:${rest.lt(10) ? '0' : ''}${rest.toFixed()}`
}

/** The pad's display as seconds: "1:30" is "90"; null where a part is missing or its seconds reach 60. */
export function secondsText(entry: string): string | null {
  const [minutes, seconds, ...more] = entry.split(':')
  if (seconds === undefined) return entry
  if (more.length > 0 || !/^\d+$/.test(minutes ?? '') || !/^[0-5]\d(\.\d*)?$/.test(seconds)) return null
  return parseRaw(minutes ?? '0').times(60).plus(parseRaw(seconds)).toFixed()
}
