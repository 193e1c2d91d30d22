import { request } from '../shared/http'
import { allPages, type Page } from '../shared/usePages'

export const organisationLevels = ['province', 'city', 'county', 'enterprise'] as const
export type OrganisationLevel = (typeof organisationLevels)[number]

export interface OrganisationOut {
  id: string
  name: string
  name_en: string
  level: OrganisationLevel
  parent_id: string | null
  depth: number
  code: string
}

export interface OrganisationIn {
  parent_id: string | null
  name: string
  name_en: string
  level: OrganisationLevel
  code: string
}

export const listOrganisations = () =>
  allPages((cursor) => request<Page<OrganisationOut>>('GET', '/organisations', { query: { cursor, limit: 200 } }))
export const createOrganisation = (body: OrganisationIn) => request<OrganisationOut>('POST', '/organisations', { body })
export const updateOrganisation = (id: string, body: Partial<Omit<OrganisationIn, 'parent_id'>>) =>
  request<OrganisationOut>('PATCH', `/organisations/${id}`, { body })
