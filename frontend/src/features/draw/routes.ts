import type { RouteRecordRaw } from 'vue-router'

export const drawRoutes: RouteRecordRaw[] = [
  {
    path: '/draws/:eventId',
    name: 'public-draw',
    component: () => import('./pages/DrawPage.vue'),
    props: true,
    meta: { access: 'public', title: 'draw.title' },
  },
]
