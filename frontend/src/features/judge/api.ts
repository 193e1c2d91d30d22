import { api } from '@/api'
import type { MarkIn, MarkResult, Packet } from './types'

interface Caller {
  GET(path: string, init?: object): Promise<{ data?: unknown }>
  POST(path: string, init?: object): Promise<{ data?: unknown }>
}
const call = api as unknown as Caller
const patience = 15_000

export async function fetchPacket(): Promise<Packet> {
  const { data } = await call.GET('/api/v1/judge/packet', { signal: AbortSignal.timeout(patience) })
  return data as Packet
}

export async function sendMarks(marks: MarkIn[]): Promise<MarkResult[]> {
  const { data } = await call.POST('/api/v1/marks/batch', { body: { marks }, signal: AbortSignal.timeout(patience) })
  return (data as { results: MarkResult[] }).results
}

export async function signSheet(sheetId: string, revision: number): Promise<void> {
  await call.POST('/api/v1/sheets/{id}/signature', { params: { path: { id: sheetId } }, body: { revision } })
}
