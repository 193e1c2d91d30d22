import type { MarkResult, Packet, PacketAspect, PacketSheet } from './types'
import type { QueuedMark } from './outbox'

/** Sample things for the tests of this folder; a test names only what it is about. */
export function aSheet(change: Partial<PacketSheet> = {}): PacketSheet {
  return {
    id: 's1', module_id: 'A', entry_code: 'W001', entry_state: 'competing', station: '1', start_order: 1, state: 'open',
    revision: 2, signed_at: null, marks: {}, ...change,
  }
}

export function anAspect(change: Partial<PacketAspect> = {}): PacketAspect {
  return {
    id: 'a1', code: 'A1', description: '挂具清洁', extra: '', requirement: '', max_mark: '1.00', kind: 'binary',
    rule: { kind: 'binary' }, ...change,
  }
}

export function aQueuedMark(change: Partial<QueuedMark> = {}): QueuedMark {
  return {
    order: 1, id: 'm1', sheet_id: 's1', aspect_id: 'a1', value: '1', special: null,
    device_time: '2026-05-01T09:00:00+08:00', revision: 2, owner: 'j:e', state: 'kept', code: '', reason: '', ...change,
  }
}

export function aResult(id: string, change: Partial<MarkResult> = {}): MarkResult {
  return { id, state: 'saved', problem: null, sheet_revision: 3, counts: true, ...change }
}

export function aPacket(change: Partial<Packet> = {}): Packet {
  return {
    event: {
      id: 'e', code: '01', name: '电镀工（示例）', name_en: 'Electroplater (sample)', occupation: '镀层工',
      occupation_en: 'Plating worker', state: 'marking', competition: { name: '示例竞赛', name_en: 'Sample contest' },
    },
    judge: { id: 'j', name: '示例裁判', role: 'judge' },
    modules: [],
    sheets: [aSheet()],
    ...change,
  }
}
