import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { RouteLocationNormalized } from 'vue-router'
import { NetworkProblem } from '@/api'
import { useSession } from '@/session'
import { guardAccess } from './guard'

const page = (access: string | undefined, name = 'x') =>
  ({ meta: { access }, name, fullPath: '/console/a?b=1' }) as unknown as RouteLocationNormalized

function session(authenticated: boolean, required = true, enabled = true) {
  vi.spyOn(useSession(), 'refresh').mockResolvedValue({
    authenticated,
    second_factor: { required, enabled },
  } as never)
}

beforeEach(() => {
  setActivePinia(createPinia())
})

describe('guardAccess', () => {
  it.each(['public', 'device'])('opens a %s page without asking the server', async (access) => {
    const refresh = vi.spyOn(useSession(), 'refresh')
    expect(await guardAccess(page(access))).toBe(true)
    expect(refresh).not.toHaveBeenCalled()
  })

  it('takes a page without a rule for a staff page', async () => {
    session(false)
    expect(await guardAccess(page(undefined))).toEqual({ name: 'login', query: { next: '/console/a?b=1' } })
  })

  it.each([
    ['signed in with the second factor', true, true, true],
    ['signed in where none is required', false, false, true],
  ])('lets in who is %s', async (_who, required, enabled, expected) => {
    session(true, required, enabled)
    expect(await guardAccess(page('staff'))).toBe(expected)
  })

  it('sends to the set-up of the second factor, and not in a circle', async () => {
    session(true, true, false)
    expect(await guardAccess(page('staff'))).toEqual({ name: 'second-factor', query: { next: '/console/a?b=1' } })
    expect(await guardAccess(page('staff', 'second-factor'))).toBe(true)
  })

  it('shows the sign-in page when the server cannot be reached', async () => {
    vi.spyOn(useSession(), 'refresh').mockRejectedValue(new NetworkProblem('x'))
    expect(await guardAccess(page('staff'))).toMatchObject({ name: 'login' })
  })
})
