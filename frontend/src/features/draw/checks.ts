import type { PublicDrawing } from '@/api'
import { algorithm, checked, fingerprintOf, publicTextOf, secretOf, type CheckedPlace } from '@/lib/draw'

export type Finding = 'good' | 'bad' | 'info' | 'todo'

export interface Check {
  key: 'before' | 'notBefore' | 'seed' | 'notRevealed' | 'hall' | 'noHall' | 'lines' | 'unknownAlgorithm'
  finding: Finding
}

export interface Checked {
  checks: Check[]
  lines: CheckedPlace[]
}

/** What holds and what does not, computed here from what was published; nothing is taken on trust. */
export function check(drawing: PublicDrawing): Checked {
  if (drawing.seed === null) {
    return {
      checks: [
        drawing.commitment === null ? { key: 'notBefore', finding: 'info' } : { key: 'before', finding: 'todo' },
        { key: 'notRevealed', finding: 'todo' },
      ],
      lines: [],
    }
  }
  const known = drawing.algorithm === algorithm
  const lines = known ? checked(drawing.places ?? [], drawing.seed, drawing.stations) : []
  const whole = lines.length === drawing.entrants && lines.every(({ matches }) => matches)
  return {
    checks: [
      beforehand(drawing, drawing.seed),
      { key: 'seed', finding: fingerprintOf(drawing.seed) === drawing.seed_sha256 ? 'good' : 'bad' },
      publicTextOf(drawing.seed) === '' ? { key: 'noHall', finding: 'info' } : { key: 'hall', finding: 'info' },
      known ? { key: 'lines', finding: whole ? 'good' : 'bad' } : { key: 'unknownAlgorithm', finding: 'info' },
    ],
    lines,
  }
}

/** It counts only when it was public earlier than the draw. */
function beforehand({ commitment, drawn_at: drawnAt }: PublicDrawing, seed: string): Check {
  if (commitment === null) return { key: 'notBefore', finding: 'info' }
  const earlier = Date.parse(commitment.made_at) < Date.parse(drawnAt)
  return { key: 'before', finding: earlier && fingerprintOf(secretOf(seed)) === commitment.sha256 ? 'good' : 'bad' }
}
