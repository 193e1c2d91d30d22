import { defineStore } from 'pinia'
import { computed, ref, watch } from 'vue'
import { api, ok, type SessionOut } from '@/api'
import { currentLanguage } from '@/i18n'
import { setTimeZone } from '@/i18n/timeZone'

/** Who is at this page, as the server says. */
export const useSession = defineStore('session', () => {
  const session = ref<SessionOut>()

  async function refresh(): Promise<SessionOut> {
    session.value = await ok(api.GET('/api/v1/session'))
    setTimeZone(session.value.time_zone)
    return session.value
  }

  // Printed matter and notices follow the language the person last chose; not being told now does no harm.
  watch(currentLanguage, (language) => {
    if (session.value?.authenticated === true)
      void api.POST('/api/v1/session/language', { body: { language } }).catch(() => undefined)
  })

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
