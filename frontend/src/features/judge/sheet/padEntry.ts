export type PadKey = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '.' | ':' | 'sign' | 'erase'

const longest = 11

/** What stands in the pad's display after a key. */
export function press(entry: string, key: PadKey): string {
  if (key === 'erase') return entry.slice(0, -1)
  if (key === 'sign') return entry.startsWith('-') ? entry.slice(1) : `-${entry}`
  if (entry.length >= longest) return entry
  if (key === ':') return /^\d+$/.test(entry) ? `${entry}:` : entry
  if (key === '.') {
    if (entry.includes('.')) return entry
    return entry === '' || entry === '-' ? `${entry}0.` : `${entry}.`
  }
  return /^-?0$/.test(entry) ? entry.slice(0, -1) + key : entry + key
}

/** The number as it is kept: "5." is 5, "-0" is 0, "" is none. */
export function entered(entry: string): string | null {
  const text = entry.replace(/\.$/, '')
  if (!/\d/.test(text)) return null
  return /^-0*\.?0*$/.test(text) ? text.slice(1) : text
}
