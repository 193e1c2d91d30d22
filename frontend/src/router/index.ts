import type { App } from 'vue'
import { createRouter, createWebHistory, type Router, type RouteRecordRaw } from 'vue-router'
import { accountRoutes } from '@/features/account/routes'
import { boardRoutes } from '@/features/board/routes'
import { consoleRoutes } from '@/features/console/routes'
import { drawRoutes } from '@/features/draw/routes'
import { homeRoutes } from '@/features/home/routes'
import { judgeRoutes } from '@/features/judge/routes'
import { pairRoutes } from '@/features/pair/routes'
import { resultsRoutes } from '@/features/results/routes'
import { verifyRoutes } from '@/features/verify/routes'
import { guardAccess } from './guard'
import { setTitle } from './title'

export const routes: RouteRecordRaw[] = [
  ...homeRoutes,
  ...accountRoutes,
  ...consoleRoutes,
  ...judgeRoutes,
  ...pairRoutes,
  ...boardRoutes,
  ...resultsRoutes,
  ...drawRoutes,
  ...verifyRoutes,
  {
    path: '/:rest(.*)*',
    name: 'not-found',
    component: () => import('@/components/NotFoundPage.vue'),
    meta: { access: 'public', title: 'notFound.title' },
  },
]

export function makeRouter(): Router {
  const router = createRouter({
    history: createWebHistory(),
    routes,
    scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
  })
  router.beforeEach(guardAccess)
  router.afterEach(setTitle)
  return router
}

export function installRouter(app: App): void {
  app.use(makeRouter())
}
