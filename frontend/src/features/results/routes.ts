import type { RouteRecordRaw } from 'vue-router'

export const resultsRoutes: RouteRecordRaw[] = [
  {
    path: '/results',
    name: 'results',
    component: () => import('./pages/ResultsPage.vue'),
    meta: { access: 'public', title: 'results.title' },
  },
]
