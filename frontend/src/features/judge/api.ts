import { api, ApiProblem, ok } from '@/api'
import type { MarkIn, MarkResult, Packet } from './types'

const patience = 15_000

export function fetchPacket(): Promise<Packet> {
  return ok(api.GET('/api/v1/judge/packet', { signal: AbortSignal.timeout(patience) }))
}

/** After a 403 the cookie against forged requests is fetched anew: a lost one must not hold up the marks. */
export async function sendMarks(marks: MarkIn[]): Promise<MarkResult[]> {
  try {
    return await post(marks)
  } catch (problem) {
    if (!(problem instanceof ApiProblem) || problem.status !== 403) throw problem
    await ok(api.GET('/api/v1/session', { signal: AbortSignal.timeout(patience) }))
    return post(marks)
  }
}

async function post(marks: MarkIn[]): Promise<MarkResult[]> {
  const signal = AbortSignal.timeout(patience)
  return (await ok(api.POST('/api/v1/marks/batch', { body: { marks }, signal }))).results
}

/** `revision` is the one the judge saw; the server refuses to sign any other. */
export async function signSheet(sheetId: string, revision: number): Promise<void> {
  const params = { path: { sheet_id: sheetId } }
  await ok(api.POST('/api/v1/sheets/{sheet_id}/signature', { params, body: { revision } }))
}
