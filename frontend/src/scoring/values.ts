import type { Decimal } from './decimal'
import { parseRaw } from './raw'
import { shown } from './rounding'

/** Absent is not zero, not yet marked is not absent, disqualified is neither. The words are the wire codes. */
export const specials = ['not_marked', 'absent', 'disqualified'] as const
export type Special = (typeof specials)[number]
export type Mark = Decimal | Special

export function isSpecial(mark: Mark | string): mark is Special {
  return typeof mark === 'string' && (specials as readonly string[]).includes(mark)
}

/** The special value that decides a whole: disqualified outweighs absent, absent outweighs not yet marked. */
export function strongestSpecial(marks: readonly Mark[]): Special | null {
  return (['disqualified', 'absent', 'not_marked'] as const).find((special) => marks.includes(special)) ?? null
}

/** Throws InvalidMark when the text is neither a special value's code nor a usable number. */
export function markFromText(text: string): Mark {
  return isSpecial(text) ? text : parseRaw(text)
}

/** Two decimals, or the code of the special value. */
export function markToText(mark: Mark): string {
  return isSpecial(mark) ? mark : shown(mark)
}
