import { describe, expect, it } from 'vitest'
import type { PublicDrawing } from '@/api'
import { fingerprintOf, recompute } from '@/lib/draw'
import { check } from './checks'

const seed = '骰子 4 6 1/00112233445566778899aa'
const honest: PublicDrawing = {
  drawn_at: '2026-05-01T09:10:00Z',
  algorithm: 'jiangxin-draw-1',
  entrants: 3,
  stations: 2,
  seed_sha256: fingerprintOf(seed),
  commitment: { sha256: fingerprintOf('00112233445566778899aa'), made_at: '2026-05-01T09:00:00Z' },
  seed,
  places: recompute(['001', '002', '003'], seed, 2),
}
const findings = (drawing: PublicDrawing) => check(drawing).checks.map(({ key, finding }) => `${key} ${finding}`)

describe('what a visitor’s browser finds out', () => {
  it('an honest draw holds in every point', () => {
    expect(findings(honest)).toEqual(['before good', 'seed good', 'hall info', 'lines good'])
    expect(check(honest).lines.map(({ matches }) => matches)).toEqual([true, true, true])
  })

  it('a seed other than the one fixed before is caught', () => {
    const other = '骰子 4 6 1/ffffffffffffffffffffff'
    const swapped = { ...honest, seed: other, places: recompute(['001', '002', '003'], other, 2) }
    expect(findings(swapped)).toEqual(['before bad', 'seed bad', 'hall info', 'lines good'])
  })

  it('a place changed by hand is caught on its line', () => {
    const [first, ...rest] = honest.places ?? []
    if (first === undefined) throw new Error('no places')
    const moved = { ...honest, places: [{ ...first, station: '2' }, ...rest] }
    expect(findings(moved)).toContain('lines bad')
    expect(check(moved).lines.map(({ matches }) => matches)).toEqual([false, true, true])
  })

  it('an entrant left out is caught', () => {
    expect(findings({ ...honest, places: honest.places?.slice(1) ?? null })).toContain('lines bad')
  })

  it('a fingerprint published after the draw proves nothing', () => {
    const late = { sha256: fingerprintOf('00112233445566778899aa'), made_at: '2026-05-01T09:11:00Z' }
    expect(findings({ ...honest, commitment: late })).toContain('before bad')
  })

  it('says so when nothing was fixed before and nothing was added in the hall', () => {
    const bare = '/00112233445566778899aa'
    const plain = { ...honest, commitment: null, seed: bare, seed_sha256: fingerprintOf(bare), places: recompute(['001', '002', '003'], bare, 2) }
    expect(findings(plain)).toEqual(['notBefore info', 'seed good', 'noHall info', 'lines good'])
  })

  it('waits for the seed', () => {
    expect(findings({ ...honest, seed: null, places: null })).toEqual(['before todo', 'notRevealed todo'])
  })
})
