import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { sha256Hex } from './sha256'

describe('sha256', () => {
  it.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  ])('gives the value of the standard for %j', (text, expected) => {
    expect(sha256Hex(text)).toBe(expected)
  })

  it('agrees with another implementation at every length around a block', () => {
    const texts = Array.from({ length: 140 }, (_, length) => '匠'.repeat(length % 7) + 'x'.repeat(length))
    expect(texts.map(sha256Hex)).toEqual(texts.map((text) => createHash('sha256').update(text).digest('hex')))
  })
})
