import type { CommitmentOut, PublicDrawOut } from '@/api'
import { request } from '../shared/http'

export interface DrawnEntry {
  entry_id: string | null
  number: string
  start_order: number
  station: string
  work_code: string
}

export interface DrawOut {
  seed: string
  algorithm: string
  drawn_at: string
  stations: number
  entries: DrawnEntry[]
}

export const getDraw = (eventId: string) => request<DrawOut>('GET', `/events/${eventId}/draw`)
export const drawEvent = (eventId: string, seed: string) =>
  request<DrawOut>('POST', `/events/${eventId}/draw`, { body: { seed } })
export const commitSeed = (eventId: string) => request<CommitmentOut>('POST', `/events/${eventId}/draw/commitment`)
export const getPublicDraw = (eventId: string) => request<PublicDrawOut>('GET', `/public/events/${eventId}/draw`)
