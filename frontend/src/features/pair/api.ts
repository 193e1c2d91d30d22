import { api, ok } from '@/api'

export interface Paired {
  device: { id: string; label: string }
  user: { id: string; name: string }
}

/** The session call first: it sets the cookie that proves the request comes from this page. */
export async function pairDevice(code: string, label: string): Promise<Paired> {
  await ok(api.GET('/api/v1/session'))
  return (await ok(api.POST('/api/v1/pairing', { body: { code, label } } as never))) as Paired
}
