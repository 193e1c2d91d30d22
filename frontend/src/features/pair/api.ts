import { api, ok, type PairingOut } from '@/api'

/** The session call first: it sets the cookie that proves the request comes from this page. */
export async function pairDevice(code: string, label: string): Promise<PairingOut> {
  await ok(api.GET('/api/v1/session'))
  return ok(api.POST('/api/v1/pairing', { body: { code, label } }))
}
