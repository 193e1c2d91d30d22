import { api, ok, type VerdictOut } from '@/api'

export function verifyToken(token: string): Promise<VerdictOut> {
  return ok(api.GET('/api/v1/public/certificates/verify', { params: { query: { token } } }))
}

export function verifyNumber(number: string, name: string): Promise<VerdictOut> {
  return ok(api.GET('/api/v1/public/certificates/verify', { params: { query: { number, name } } }))
}

/** The file itself is compared byte for byte and not kept; the session call sets the cookie a post needs. */
export async function verifyFile(file: File): Promise<VerdictOut> {
  await ok(api.GET('/api/v1/session'))
  return ok(
    api.POST('/api/v1/public/certificates/verify-file', {
      body: { file: file as unknown as string },
      bodySerializer() {
        const form = new FormData()
        form.append('file', file)
        return form
      },
    }),
  )
}
