import type { RouteRecordRaw } from 'vue-router'

export const judgeRoutes: RouteRecordRaw[] = [
  {
    path: '/judge',
    name: 'judge',
    component: () => import('./pages/JudgePage.vue'),
    meta: { access: 'device', title: 'judge.title', offline: true },
  },
]
