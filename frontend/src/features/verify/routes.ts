import type { RouteRecordRaw } from 'vue-router'

export const verifyRoutes: RouteRecordRaw[] = [
  {
    path: '/verify/:token?',
    name: 'verify',
    component: () => import('./pages/VerifyPage.vue'),
    meta: { access: 'public', title: 'verify.title' },
  },
]
