import { describe, expect, it } from 'vitest'
import { uuid7 } from './uuid7'

describe('uuid7', () => {
  it('carries the time, the version and the variant', () => {
    const id = uuid7(0x0199_0000_0000)
    expect(id).toMatch(/^01990000-0000-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })

  it('rises within one millisecond and after the clock is set back', () => {
    const now = 0x0199_0000_1000
    const ids = [...Array.from({ length: 5000 }, () => uuid7(now)), uuid7(now - 60_000)]
    expect([...ids].sort()).toEqual(ids)
    expect(new Set(ids).size).toBe(ids.length)
  })
})
