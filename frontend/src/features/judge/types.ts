import type { BatchMarkIn, JudgePacket, MarkResultOut } from '@/api'

export type { PacketAspect, PacketModule, PacketSheet } from '@/api'

export type Packet = JudgePacket
export type MarkIn = BatchMarkIn
export type MarkResult = MarkResultOut
export type { Special } from '@/scoring'
