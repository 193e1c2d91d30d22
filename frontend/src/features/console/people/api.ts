import { request } from '../shared/http'
import type { Page } from '../shared/usePages'

export interface PersonOut {
  id: string
  name: string
  name_en: string
  identity_masked: string
  phone_masked: string
  organisation: { id: string; name: string } | null
  employer: string
}

export const roleNames = [
  'administrator',
  'organiser',
  'bureau_officer',
  'auditor',
  'chief_judge',
  'judge',
  'scorekeeper',
] as const
export type RoleName = (typeof roleNames)[number]

export interface RoleOut {
  id: string
  role: RoleName
  organisation: { id: string; name: string } | null
  event_id: string | null
}

export interface UserOut {
  id: string
  username: string
  name: string
  email: string
  is_active: boolean
  second_factor: boolean
  last_login: string | null
  roles: RoleOut[]
}

export interface RoleIn {
  role: RoleName
  organisation_id: string | null
  event_id: string | null
}

export interface UserIn {
  username: string
  name: string
  email: string
  password: string
  roles: RoleIn[]
}

export const listPeople = (query: string, cursor: string | null) =>
  request<Page<PersonOut>>('GET', '/people', { query: { query, cursor } })
export const revealIdentity = (personId: string, reason: string) =>
  request<{ identity_number: string }>('POST', `/people/${personId}/identity`, { body: { reason } })
export const listUsers = (cursor: string | null) => request<Page<UserOut>>('GET', '/users', { query: { cursor } })
export const createUser = (body: UserIn) => request<UserOut>('POST', '/users', { body })
export const grantRole = (userId: string, role: RoleIn) =>
  request<RoleOut>('POST', '/roles', { body: { user_id: userId, ...role } })
export const revokeRole = (roleId: string) => request<undefined>('DELETE', `/roles/${roleId}`)
