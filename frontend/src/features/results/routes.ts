import type { RouteRecordRaw } from 'vue-router'

export const resultsRoutes: RouteRecordRaw[] = [
  {
    path: '/results',
    name: 'results',
    component: () => import('./pages/EventsPage.vue'),
    meta: { access: 'public', title: 'results.title' },
  },
  {
    path: '/results/:eventId',
    name: 'public-results',
    component: () => import('./pages/ResultsPage.vue'),
    props: true,
    meta: { access: 'public', title: 'results.one' },
  },
  {
    path: '/results/:eventId/versions/:version(\\d+)',
    name: 'public-version',
    component: () => import('./pages/ResultsPage.vue'),
    props: ({ params }) => ({ eventId: params.eventId, version: Number(params.version) }),
    meta: { access: 'public', title: 'results.one' },
  },
]
