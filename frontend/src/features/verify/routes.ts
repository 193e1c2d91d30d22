import type { RouteRecordRaw } from 'vue-router'

export const verifyRoutes: RouteRecordRaw[] = [
  {
    path: '/verify',
    name: 'verify',
    component: () => import('./pages/VerifyPage.vue'),
    meta: { access: 'public', title: 'verify.title' },
  },
  {
    path: '/verify/:token',
    name: 'verify-token',
    component: () => import('./pages/TokenPage.vue'),
    props: true,
    meta: { access: 'public', title: 'verify.title' },
  },
]
