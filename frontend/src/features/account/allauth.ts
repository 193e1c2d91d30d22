import { ApiProblem, commonHeaders, NetworkProblem } from '@/api'

/** Client of django-allauth's headless browser API; its answers are `{status, data, meta, errors}`, not problem+json. */
const base = '/_allauth/browser/v1'

interface Flow {
  id: string
  is_pending?: boolean
}

interface Answer {
  status: number
  data?: { flows?: Flow[] } & Record<string, unknown>
  meta?: Record<string, unknown>
  errors?: { code: string; message: string; param?: string }[]
}

async function call(method: string, path: string, body?: object): Promise<Answer> {
  let response: Response
  try {
    response = await fetch(`${base}/${path}`, {
      method,
      credentials: 'same-origin',
      headers: { ...commonHeaders(method), 'Content-Type': 'application/json', Accept: 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  } catch {
    throw new NetworkProblem('no answer')
  }
  if (response.status === 429 || response.status >= 500) throw new ApiProblem(response.status)
  const answer = (await response.json().catch(() => ({}))) as Partial<Answer>
  return { ...answer, status: response.status }
}

/** Codes for which `problem.codes` has a better sentence than the server's, which does not say what to do. */
const ourWords = new Set(['incorrect_code', 'username_password_mismatch', 'too_many_login_attempts'])

function refused(answer: Answer): ApiProblem {
  const error = answer.errors?.[0]
  const detail = error !== undefined && ourWords.has(error.code) ? '' : error?.message
  return new ApiProblem(answer.status, { code: error?.code, detail })
}

function isPending(answer: Answer, flow: string): boolean {
  return answer.data?.flows?.some(({ id, is_pending: pending }) => id === flow && pending === true) ?? false
}

export type SignInStep = 'done' | 'code'

export async function signIn(username: string, password: string): Promise<SignInStep> {
  const answer = await call('POST', 'auth/login', { username, password })
  // 409: this browser is signed in already, in another tab perhaps.
  if (answer.status === 200 || answer.status === 409) return 'done'
  if (answer.status === 401 && isPending(answer, 'mfa_authenticate')) return 'code'
  throw refused(answer)
}

/** Takes a code of the authenticator app or one of the recovery codes. */
export async function sendCode(code: string): Promise<void> {
  const answer = await call('POST', 'auth/2fa/authenticate', { code })
  if (answer.status !== 200) throw refused(answer)
}

/** A sensitive change wants a fresh proof of who is there, some minutes after signing in. */
export async function reauthenticate(password: string): Promise<void> {
  const answer = await call('POST', 'auth/reauthenticate', { password })
  if (answer.status !== 200) throw refused(answer)
}

/** The secret that the authenticator app is to be given; undefined when one is active already. */
export async function enrolmentSecret(): Promise<string | undefined> {
  const answer = await call('GET', 'account/authenticators/totp')
  if (answer.status === 404) return String(answer.meta?.secret ?? '')
  if (answer.status === 200) return undefined
  throw refused(answer)
}

/** 'reauthenticate': the server wants the password again first. */
export async function activate(code: string): Promise<'done' | 'reauthenticate'> {
  const answer = await call('POST', 'account/authenticators/totp', { code })
  if (answer.status === 200) return 'done'
  if (answer.status === 401) return 'reauthenticate'
  throw refused(answer)
}

export async function recoveryCodes(): Promise<string[]> {
  const answer = await call('GET', 'account/authenticators/recovery-codes')
  if (answer.status !== 200) throw refused(answer)
  return (answer.data?.unused_codes as string[] | undefined) ?? []
}

/** The server answers 401 when nobody is signed in any more, which is what was wanted. */
export async function signOut(): Promise<void> {
  const answer = await call('DELETE', 'auth/session')
  if (answer.status !== 200 && answer.status !== 401) throw refused(answer)
}
