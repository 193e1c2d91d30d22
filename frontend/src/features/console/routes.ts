import type { RouteRecordRaw } from 'vue-router'

export const consoleRoutes: RouteRecordRaw[] = [
  {
    path: '/console',
    component: () => import('./ConsoleLayout.vue'),
    meta: { access: 'staff', title: 'console.title' },
    children: [{ path: '', name: 'console', component: () => import('./pages/CompetitionsPage.vue') }],
  },
]
