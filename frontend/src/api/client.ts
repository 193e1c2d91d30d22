import createClient, { type Middleware } from 'openapi-fetch'
import { commonHeaders } from './headers'
import { NetworkProblem, problemOf } from './problem'
import type { paths } from './schema'

const middleware: Middleware = {
  onRequest({ request }) {
    for (const [name, value] of Object.entries(commonHeaders(request.method))) request.headers.set(name, value)
    return request
  },
  async onResponse({ response }) {
    if (!response.ok) throw await problemOf(response)
    return undefined
  },
  onError({ error }) {
    return error instanceof DOMException && error.name === 'AbortError' ? error : new NetworkProblem('no answer')
  },
}

/** Typed by the OpenAPI snapshot: `await ok(api.GET('/api/v1/session'))`. Anything but a success throws a problem. */
export const api = createClient<paths>({
  baseUrl: globalThis.location.origin,
  credentials: 'same-origin',
  fetch: (request) => globalThis.fetch(request),
})
api.use(middleware)

export async function ok<T>(call: Promise<{ data?: T }>): Promise<T> {
  return (await call).data as T
}
