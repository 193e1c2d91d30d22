import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { mountPage } from '@/test/mountPage'
import SecondFactorPage from './pages/SecondFactorPage.vue'
import SignInPage from './pages/SignInPage.vue'

/** Plays the server: path → the answers it gives, in order; the last one stays. */
function server(answers: Record<string, [number, unknown][]>) {
  const calls: string[] = []
  vi.stubGlobal('fetch', async (input: Request | string, init?: RequestInit) => {
    const request = input instanceof Request ? input : new Request(new URL(input, location.origin), init)
    const path = new URL(request.url).pathname.replace('/_allauth/browser/v1/', '')
    calls.push(`${request.method} ${path} ${await request.text()}`.trim())
    const queue = answers[`${request.method} ${path}`] ?? []
    const [status, body] = (queue.length > 1 ? queue.shift() : queue[0]) ?? [404, {}]
    return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } })
  })
  return calls
}

const signedIn = {
  authenticated: true, user: null, roles: [], device: null, second_factor: { required: true, enabled: true },
}
const wantsCode = { status: 401, data: { flows: [{ id: 'mfa_authenticate', is_pending: true }] } }
const wrong = { status: 400, errors: [{ code: 'username_password_mismatch', message: '错误。' }] }

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('signing in', () => {
  async function fill(answers: Record<string, [number, unknown][]>, path = '/login?next=/console/audit') {
    const calls = server(answers)
    const page = await mountPage(SignInPage, { path })
    const [username, password] = page.wrapper.findAll('input')
    await username?.setValue('wang')
    await password?.setValue('correct horse')
    await page.wrapper.get('form').trigger('submit')
    return { ...page, calls }
  }

  it('goes where the person wanted, after the code of the second factor', async () => {
    const { wrapper, router, calls } = await fill({
      'POST auth/login': [[401, wantsCode]],
      'POST auth/2fa/authenticate': [[200, { status: 200 }]],
      'GET /api/v1/session': [[200, signedIn]],
    })
    await vi.waitFor(() => {
      expect(wrapper.get('h1').text()).toBe('输入验证码')
    })
    await wrapper.get('input').setValue('123 456')
    await wrapper.get('form').trigger('submit')
    await vi.waitFor(() => {
      expect(router.currentRoute.value.fullPath).toBe('/console/audit')
    })
    expect(calls).toContain('POST auth/2fa/authenticate {"code":"123456"}')
  })

  it('says why it failed and keeps the user name', async () => {
    const { wrapper } = await fill({ 'POST auth/login': [[400, wrong]] })
    await vi.waitFor(() => {
      expect(wrapper.get('[role=alert]').text()).toContain('用户名或密码不正确。请检查后重试')
    })
    expect(wrapper.get('input').element.value).toBe('wang')
  })

  it('asks to wait after too many attempts', async () => {
    const { wrapper } = await fill({ 'POST auth/login': [[429, {}]] })
    await vi.waitFor(() => {
      expect(wrapper.get('[role=alert]').text()).toContain('操作太频繁')
    })
  })
})

describe('setting up the second factor', () => {
  const secret: [number, unknown] = [404, { status: 404, meta: { secret: 'ABCDEFGH' } }]
  let answers: Record<string, [number, unknown][]>

  beforeEach(() => {
    answers = { 'GET account/authenticators/totp': [secret], 'GET /api/v1/session': [[200, signedIn]] }
  })

  async function enter() {
    server(answers)
    const { wrapper } = await mountPage(SecondFactorPage, { path: '/account/second-factor' })
    await vi.waitFor(() => {
      expect(wrapper.get('code').text()).toBe('ABCD EFGH')
    })
    await wrapper.get('input').setValue('123456')
    await wrapper.get('form').trigger('submit')
    return wrapper
  }

  it('shows the recovery codes once it is on', async () => {
    answers['POST account/authenticators/totp'] = [[200, { status: 200 }]]
    answers['GET account/authenticators/recovery-codes'] = [
      [200, { status: 200, data: { unused_codes: ['11112222', '33334444'] } }],
    ]
    const wrapper = await enter()
    await vi.waitFor(() => {
      expect(wrapper.findAll('li').map((item) => item.text())).toEqual(['11112222', '33334444'])
    })
  })

  it('asks for the password again when the server wants fresh proof', async () => {
    answers['POST account/authenticators/totp'] = [[401, { status: 401 }]]
    const wrapper = await enter()
    await vi.waitFor(() => {
      expect(wrapper.get('input').attributes('type')).toBe('password')
    })
  })
})
