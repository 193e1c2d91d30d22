import { commonHeaders, NetworkProblem, problemOf } from '@/api'

type Query = Record<string, string | number | boolean | null | undefined>

interface Options {
  query?: Query
  body?: unknown
  form?: FormData
}

function address(path: string, query: Query = {}): string {
  const pairs = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '')
  const search = new URLSearchParams(pairs.map(([name, value]) => [name, String(value)])).toString()
  return `/api/v1${path}${search === '' ? '' : `?${search}`}`
}

export async function send(method: string, path: string, { query, body, form }: Options = {}): Promise<Response> {
  const headers = commonHeaders(method)
  if (body !== undefined) headers['Content-Type'] = 'application/json'
  let response: Response
  try {
    response = await fetch(address(path, query), {
      method,
      headers,
      credentials: 'same-origin',
      body: form ?? (body === undefined ? undefined : JSON.stringify(body)),
    })
  } catch {
    throw new NetworkProblem('no answer')
  }
  if (!response.ok) throw await problemOf(response)
  return response
}

export async function request<T>(method: string, path: string, options: Options = {}): Promise<T> {
  const response = await send(method, path, options)
  return (response.status === 204 ? undefined : await response.json()) as T
}

export function upload<T>(path: string, file: File, query: Query): Promise<T> {
  const form = new FormData()
  form.append('file', file)
  return request<T>('POST', path, { query, form })
}
