import { describe, expect, it, vi } from 'vitest'
import { sendMarks } from './api'
import { aQueuedMark, aResult } from './fixtures'
import { toWire } from './outbox/queue'

function answer(status: number, body: object): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } })
}

describe('sendMarks', () => {
  it('fetches the session anew after a 403 and sends the same marks again', async () => {
    const calls: string[] = []
    vi.stubGlobal('fetch', (request: Request) => {
      calls.push(`${request.method} ${new URL(request.url).pathname}`)
      if (request.method === 'GET') return Promise.resolve(answer(200, {}))
      return Promise.resolve(calls.length === 1 ? answer(403, {}) : answer(200, { results: [aResult('m1')] }))
    })
    expect(await sendMarks([toWire(aQueuedMark())])).toEqual([aResult('m1')])
    expect(calls).toEqual(['POST /api/v1/marks/batch', 'GET /api/v1/session', 'POST /api/v1/marks/batch'])
    vi.unstubAllGlobals()
  })
})
