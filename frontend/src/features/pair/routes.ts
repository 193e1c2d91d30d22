import type { RouteRecordRaw } from 'vue-router'

export const pairRoutes: RouteRecordRaw[] = [
  {
    path: '/pair',
    name: 'pair',
    component: () => import('./pages/PairPage.vue'),
    meta: { access: 'public', title: 'pair.title', offline: true },
  },
]
