/** What the judge's tablet holds; the shapes of `get_judge_packet` and `record_marks`. */
export type Special = 'absent' | 'disqualified' | 'not_marked'
export type AspectKind = 'binary' | 'steps' | 'tolerance' | 'range' | 'judgement'

export interface PacketAspect {
  id: string
  code: string
  description: string
  extra?: string
  requirement?: string
  max_mark: string
  kind: string
  rule: Record<string, unknown>
}

export interface PacketSubCriterion {
  code: string
  name: string
  aspects: PacketAspect[]
}

export interface PacketCriterion {
  code: string
  name: string
  sub_criteria: PacketSubCriterion[]
}

export interface PacketModule {
  id: string
  code: string
  name: string
  name_en: string
  criteria: PacketCriterion[]
}

export interface PacketMark {
  id: string
  value: string | null
  special: Special | null
  device_time: string
}

export interface PacketSheet {
  id: string
  module_id: string
  entry_code: string
  station: string
  start_order: number | null
  state: 'open' | 'signed'
  revision: number
  signed_at: string | null
  reopened_reason?: string | null
  marks: Record<string, PacketMark>
}

export interface Packet {
  event: { id: string; name: string; name_en: string; state: string }
  judge: { id: string; name: string; role: string }
  modules: PacketModule[]
  sheets: PacketSheet[]
}

/** A mark as it travels: `id` is made on the device, `value` is the raw value of the aspect's rule. */
export interface MarkIn {
  id: string
  sheet_id: string
  aspect_id: string
  value: string | null
  special: Special | null
  device_time: string
  revision: number
}

export interface MarkResult {
  id: string
  state: 'saved' | 'repeated' | 'refused'
  problem: { code: string; detail: string } | null
  sheet_revision: number
  /** False when a later mark of the judge's other tablet stands. */
  counts?: boolean
}
