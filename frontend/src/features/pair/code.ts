/** Without 0, 1, I and O, which look like others; the server's `people.domain.pairing` has the same. */
export const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
export const codeLength = 8

/** The code in whatever was typed or scanned: the bare code, with dashes or spaces, or an address that ends in #CODE. */
export function codeIn(text: string): string {
  const after = text.slice(text.lastIndexOf('#') + 1)
  return [...after.toUpperCase()].filter((character) => alphabet.includes(character)).join('').slice(0, codeLength)
}

/** A QR code of something else (a ticket, a shop) is not taken for a pairing code. */
export function codeInScan(text: string): string | null {
  const bare = /^[2-9A-HJ-NP-Z]{4}-?[2-9A-HJ-NP-Z]{4}$/i.test(text)
  const address = /\/pair#[2-9A-HJ-NP-Z]{4}-?[2-9A-HJ-NP-Z]{4}$/i.test(text)
  return bare || address ? codeIn(text) : null
}

/** How staff recognise the tablet in their list. */
export function deviceLabel(userAgent: string, touchPoints: number, width: number, height: number): string {
  const isPad = /iPad/.test(userAgent) || (/Macintosh/.test(userAgent) && touchPoints > 1)
  const model = /Android[^;)]*; ([^;)]+?)(?: Build|;|\))/.exec(userAgent)?.[1]
  const kinds = [
    [isPad, 'iPad'],
    [/iPhone/.test(userAgent), 'iPhone'],
    [/Android/.test(userAgent), model === undefined || model === 'K' ? 'Android' : model],
    [/Windows/.test(userAgent), 'Windows'],
    [/Macintosh/.test(userAgent), 'Mac'],
  ] as const
  const kind = kinds.find(([is]) => is)?.[1] ?? 'Web'
  return `${kind} ${String(width)}×${String(height)}`.slice(0, 60)
}
