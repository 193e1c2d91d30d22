import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { api, ApiProblem, NetworkProblem, ok } from '.'

const fetched = vi.fn<(request: Request) => Promise<Response>>()

beforeEach(() => {
  vi.stubGlobal('fetch', fetched)
  document.documentElement.lang = 'en'
  document.cookie = 'csrftoken=abc123'
})
afterEach(() => {
  vi.unstubAllGlobals()
  fetched.mockReset()
})

function answer(body: unknown, status: number, type = 'application/problem+json'): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': type } })
}

function sent(): Request {
  const request = fetched.mock.calls[0]?.[0]
  if (request === undefined) throw new Error('nothing was sent')
  return request
}

describe('the client', () => {
  it('asks in the language of the page and proves itself only when it writes', async () => {
    fetched.mockImplementation(() => Promise.resolve(answer({}, 200, 'application/json')))
    await ok(api.GET('/api/v1/session'))
    expect(sent().headers.get('Accept-Language')).toBe('en')
    expect(sent().headers.get('X-CSRFToken')).toBeNull()
    fetched.mockClear()
    await ok(api.POST('/api/v1/session/language', { body: { language: 'en' } as never }))
    expect(sent().headers.get('X-CSRFToken')).toBe('abc123')
  })

  it('throws what the server says, with code and data', async () => {
    fetched.mockResolvedValue(answer({ code: 'sheet_signed', detail: 'Signed.', data: { sheet: 1 } }, 409))
    const problem = await ok(api.GET('/api/v1/session')).catch((raised: unknown) => raised)
    expect(problem).toBeInstanceOf(ApiProblem)
    expect(problem).toMatchObject({ status: 409, code: 'sheet_signed', detail: 'Signed.', data: { sheet: 1 } })
  })

  it.each([
    [401, 'not_authenticated'],
    [429, 'throttled'],
    [502, 'server_error'],
    [418, 'http_418'],
  ])('names an answer %i that is no problem+json %s', async (status, code) => {
    fetched.mockResolvedValue(new Response('<html>', { status, headers: { 'Content-Type': 'text/html' } }))
    await expect(ok(api.GET('/api/v1/session'))).rejects.toMatchObject({ status, code })
  })

  it('tells a missing network from a refusal', async () => {
    fetched.mockRejectedValue(new TypeError('Failed to fetch'))
    await expect(ok(api.GET('/api/v1/session'))).rejects.toBeInstanceOf(NetworkProblem)
  })
})
