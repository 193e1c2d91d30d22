import { describe, expect, it } from 'vitest'
import { shortHash, statusOf } from './verdict'

describe('statusOf', () => {
  it('never takes an unheard-of word for valid', () => {
    expect(['valid', 'revoked', 'altered', 'VALID', 'fine', ''].map(statusOf)).toEqual([
      'valid', 'revoked', 'altered', 'unknown', 'unknown', 'unknown',
    ])
  })
})

describe('shortHash', () => {
  it('keeps both ends', () => {
    expect(shortHash('0123456789abcdef0123456789abcdef')).toBe('0123 4567 … 89ab cdef')
    expect(shortHash('')).toBe('')
  })
})
