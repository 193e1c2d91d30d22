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
