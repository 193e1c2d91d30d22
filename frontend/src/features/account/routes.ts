import type { RouteRecordRaw } from 'vue-router'

export const accountRoutes: RouteRecordRaw[] = [
  {
    path: '/login',
    name: 'login',
    component: () => import('./pages/SignInPage.vue'),
    meta: { access: 'public', title: 'account.signIn.title' },
  },
  {
    path: '/account/second-factor',
    name: 'second-factor',
    component: () => import('./pages/SecondFactorPage.vue'),
    meta: { access: 'staff', title: 'account.enrol.title' },
  },
  {
    path: '/account/sign-out',
    name: 'sign-out',
    component: () => import('./pages/SignOutPage.vue'),
    meta: { access: 'public', title: 'account.signOut.title' },
  },
]
