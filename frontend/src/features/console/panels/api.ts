import { request } from '../shared/http'
import { allPages, type Page } from '../shared/usePages'

export type MemberRole = 'chief' | 'judge'

export interface MemberOut {
  id: string
  user_id: string
  name: string
  role: MemberRole
  scores: boolean
  identity: string
  organisation: string
}

export interface PanelOut {
  id: string
  name: string
  name_en: string
  modules: { id: string; code: string; name: string; name_en: string }[]
  members: MemberOut[]
}

export interface MemberIn {
  name: string
  identity_number: string
  role: MemberRole
  scores?: boolean
}

export interface PanelIn {
  name: string
  name_en: string
  module_ids: string[]
  members: MemberIn[]
}

export const listPanels = (eventId: string) =>
  allPages((cursor) => request<Page<PanelOut>>('GET', `/events/${eventId}/panels`, { query: { cursor } }))
export const createPanel = (eventId: string, body: PanelIn) => request<PanelOut>('POST', `/events/${eventId}/panels`, { body })
export const deletePanel = (id: string) => request<undefined>('DELETE', `/panels/${id}`)
export const codesPath = (id: string) => `/panels/${id}/codes.pdf`
