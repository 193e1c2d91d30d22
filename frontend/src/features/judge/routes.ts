import type { RouteRecordRaw } from 'vue-router'

export const judgeRoutes: RouteRecordRaw[] = [
  {
    path: '/judge',
    name: 'judge',
    component: () => import('./pages/JudgePage.vue'),
    meta: { access: 'device', title: 'judge.title', offline: true },
  },
  {
    path: '/judge/sheets/:sheetId',
    name: 'judge-sheet',
    component: () => import('./pages/SheetPage.vue'),
    props: true,
    meta: { access: 'device', title: 'judge.sheetTitle', offline: true },
  },
  {
    path: '/judge/chief',
    name: 'judge-chief',
    component: () => import('./chief/ChiefPage.vue'),
    meta: { access: 'device', title: 'judge.chief.title', offline: true },
  },
]
