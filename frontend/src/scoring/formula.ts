import { Decimal } from './decimal'

/** A fraction, so that thirds stay exact until the one rounding at the end. */
export interface Fraction {
  over: Decimal
  under: Decimal
}

type Node = (values: ReadonlyMap<string, Decimal>) => Fraction

export interface Formula {
  /** Codes of the aspects it reads, each once. */
  sources: readonly string[]
  /** Null when something is divided by zero. */
  value: (values: ReadonlyMap<string, Decimal>) => Fraction | null
}

class DivisionByZero extends Error {}

const token = /\s*(?:([0-9]+(?:\.[0-9]+)?)|([\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}\p{N}_]+)*)|\[([^[\]]+)\]|([-+*/(),]))/uy
const functions = new Set(['min', 'max', 'sum'])
const one = new Decimal(1)
const whole = (over: Decimal): Fraction => ({ over, under: one })
const plus = (a: Fraction, b: Fraction): Fraction => ({
  over: a.over.times(b.under).plus(b.over.times(a.under)), under: a.under.times(b.under),
})
const negated = ({ over, under }: Fraction): Fraction => ({ over: over.neg(), under })
const times = (a: Fraction, b: Fraction): Fraction => ({ over: a.over.times(b.over), under: a.under.times(b.under) })

function inverse({ over, under }: Fraction): Fraction {
  if (over.eq(0)) throw new DivisionByZero()
  return over.lt(0) ? { over: under.neg(), under: over.neg() } : { over: under, under: over }
}

/** Denominators are positive, so this is the order of the values. */
function less(a: Fraction, b: Fraction): boolean {
  return a.over.times(b.under).lt(b.over.times(a.under))
}

const calls: Record<string, (of: readonly Fraction[]) => Fraction> = {
  min: (of) => of.reduce((a, b) => (less(b, a) ? b : a)),
  max: (of) => of.reduce((a, b) => (less(a, b) ? b : a)),
  sum: (of) => of.reduce(plus),
}

/** The server has checked the text when the scheme was entered; what cannot be read here is an Error. */
export function parseFormula(text: string): Formula {
  const parser = new Parser(text)
  const tree = parser.whole()
  return {
    sources: [...parser.sources],
    value: (values) => {
      try {
        return tree(values)
      } catch (error) {
        if (error instanceof DivisionByZero) return null
        throw error
      }
    },
  }
}

interface Token {
  kind: 'number' | 'name' | 'quoted' | 'sign' | 'end'
  text: string
}

class Parser {
  readonly sources = new Set<string>()
  private readonly tokens: Token[]
  private at = 0

  constructor(text: string) {
    this.tokens = tokensOf(text)
  }

  whole(): Node {
    const tree = this.expression()
    this.need('')
    return tree
  }

  private take(...signs: string[]): string | null {
    const { kind, text } = this.tokens[this.at] as Token
    if (!['sign', 'end'].includes(kind) || !signs.includes(text)) return null
    this.at += 1
    return text
  }

  private need(sign: string): void {
    if (this.take(sign) === null) throw new Error(`formula: ${this.tokens[this.at]?.text}`)
  }

  private expression(): Node {
    let left = this.term()
    for (let sign = this.take('+', '-'); sign; sign = this.take('+', '-')) left = joined(sign, left, this.term())
    return left
  }

  private term(): Node {
    let left = this.factor()
    for (let sign = this.take('*', '/'); sign; sign = this.take('*', '/')) left = joined(sign, left, this.factor())
    return left
  }

  private factor(): Node {
    if (this.take('-')) {
      const operand = this.factor()
      return (values) => negated(operand(values))
    }
    if (this.take('(')) {
      const inner = this.expression()
      this.need(')')
      return inner
    }
    return this.word()
  }

  private word(): Node {
    const { kind, text } = this.tokens[this.at++] as Token
    if (kind === 'sign' || kind === 'end') throw new Error(`formula: ${text}`)
    if (kind === 'number') return () => whole(new Decimal(text))
    if (kind === 'name' && functions.has(text)) return this.call(text)
    this.sources.add(text)
    return (values) => whole(values.get(text) as Decimal)
  }

  private call(name: string): Node {
    this.need('(')
    const given = [this.expression()]
    while (this.take(',')) given.push(this.expression())
    this.need(')')
    return (values) => (calls[name] as (of: readonly Fraction[]) => Fraction)(given.map((node) => node(values)))
  }
}

function joined(sign: string, left: Node, right: Node): Node {
  return (values) => {
    const [a, b] = [left(values), right(values)]
    if (sign === '+') return plus(a, b)
    if (sign === '-') return plus(a, negated(b))
    return times(a, sign === '*' ? b : inverse(b))
  }
}

function tokensOf(text: string): Token[] {
  const found: Token[] = []
  const trimmed = text.trimEnd()
  token.lastIndex = 0
  while (token.lastIndex < trimmed.length) {
    const match = token.exec(trimmed)
    if (!match) throw new Error(`formula: ${text}`)
    const [, number, name, quoted, sign] = match
    const kind = number ? 'number' : name ? 'name' : quoted ? 'quoted' : 'sign'
    found.push({ kind, text: (number ?? name ?? quoted ?? sign ?? '').trim() })
  }
  return [...found, { kind: 'end', text: '' }]
}
