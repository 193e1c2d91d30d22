import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { api, ok, type SessionOut } from '@/api'

/** Who is at this page, as the server says. */
export const useSession = defineStore('session', () => {
  const session = ref<SessionOut>()

  async function refresh(): Promise<SessionOut> {
    session.value = await ok(api.GET('/api/v1/session'))
    return session.value
  }

  function has(...roles: string[]): boolean {
    return session.value?.roles.some(({ role }) => roles.includes(role)) ?? false
  }

  return {
    session,
    user: computed(() => session.value?.user ?? null),
    signedIn: computed(() => session.value?.authenticated ?? false),
    refresh,
    has,
  }
})

/** The session of this page load; asked for once, and again after `refresh`. */
export async function loadSession(): Promise<SessionOut> {
  const store = useSession()
  return store.session?.authenticated === true ? store.session : store.refresh()
}
