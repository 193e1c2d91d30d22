import type { NavigationGuardReturn, RouteLocationNormalized } from 'vue-router'
import { NetworkProblem } from '@/api'
import { loadSession } from '@/session'

/**
 * Staff pages need a session with its second factor. A judge's page opens without asking: its marks are on the
 * device and must be reachable without a network.
 */
export async function guardAccess(to: RouteLocationNormalized): Promise<NavigationGuardReturn> {
  const access = to.meta.access ?? 'staff'
  if (access !== 'staff') return true
  try {
    const session = await loadSession()
    if (!session.authenticated) return { name: 'login', query: { next: to.fullPath } }
    if (session.second_factor.required && !session.second_factor.enabled && to.name !== 'second-factor') {
      return { name: 'second-factor', query: { next: to.fullPath } }
    }
    return true
  } catch (problem) {
    if (problem instanceof NetworkProblem) return { name: 'login', query: { next: to.fullPath } }
    throw problem
  }
}
