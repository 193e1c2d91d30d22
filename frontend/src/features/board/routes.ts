import type { RouteRecordRaw } from 'vue-router'

export const boardRoutes: RouteRecordRaw[] = [
  {
    path: '/board/:eventId',
    name: 'board',
    component: () => import('./pages/BoardPage.vue'),
    props: true,
    meta: { access: 'public', title: 'board.title' },
  },
]
