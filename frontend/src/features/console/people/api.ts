import { api, ok, type GrantIn, type UserIn } from '@/api'

export type { GrantIn, RoleOut, UserOut } from '@/api'

export const listPeople = (query: string, cursor: string | null) =>
  ok(api.GET('/api/v1/people', { params: { query: { query, cursor } } }))
export const revealIdentity = (personId: string, reason: string) =>
  ok(api.POST('/api/v1/people/{person_id}/identity', { params: { path: { person_id: personId } }, body: { reason } }))
export const listUsers = (cursor: string | null) => ok(api.GET('/api/v1/users', { params: { query: { cursor } } }))
export const createUser = (body: UserIn) => ok(api.POST('/api/v1/users', { body }))
export const grantRole = (userId: string, grant: GrantIn) =>
  ok(api.POST('/api/v1/roles', { body: { user_id: userId, ...grant } }))
export const revokeRole = (roleId: string) =>
  ok(api.DELETE('/api/v1/roles/{role_id}', { params: { path: { role_id: roleId } } }))
