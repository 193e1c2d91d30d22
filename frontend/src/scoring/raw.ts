import { Decimal, plain } from './decimal'
import { InvalidMark } from './errors'

const number = /^-?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)$/
const maxText = 40
const maxPlaces = 6
const tooLarge = new Decimal('1000000000')

/**
 * A typed or stored raw value: plain digits, below 10⁹ in size, at most six decimals.
 * Throws InvalidMark mark_not_a_number, mark_too_large or mark_too_precise.
 */
export function parseRaw(text: string): Decimal {
  if (!number.test(text) || text.replace('-', '').length > maxText) {
    throw new InvalidMark('mark_not_a_number', { value: text.slice(0, maxText) })
  }
  // big.js refuses a point without digits on one side of it.
  const raw = new Decimal(text.replace(/^(-?)\./, '$10.').replace(/\.$/, ''))
  if (raw.abs().gte(tooLarge)) {
    throw new InvalidMark('mark_too_large', { value: plain(raw), limit: plain(tooLarge) })
  }
  if (!raw.round(maxPlaces, 0).eq(raw)) {
    throw new InvalidMark('mark_too_precise', { value: plain(raw), places: String(maxPlaces) })
  }
  return raw
}
