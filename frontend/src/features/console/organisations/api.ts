import { api, ok, type OrganisationChange, type OrganisationIn, type OrganisationLevel } from '@/api'
import { allPages } from '../shared/usePages'

export type { OrganisationLevel, OrganisationOut } from '@/api'

export const organisationLevels: OrganisationLevel[] = ['province', 'city', 'county', 'enterprise']

export const listOrganisations = () =>
  allPages((cursor) => ok(api.GET('/api/v1/organisations', { params: { query: { cursor, limit: 200 } } })))
export const createOrganisation = (body: OrganisationIn) => ok(api.POST('/api/v1/organisations', { body }))
export const updateOrganisation = (id: string, body: OrganisationChange) =>
  ok(api.PATCH('/api/v1/organisations/{organisation_id}', { params: { path: { organisation_id: id } }, body }))
