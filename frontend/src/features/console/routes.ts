import type { RouteRecordRaw } from 'vue-router'

const eventPages: RouteRecordRaw[] = [
  { path: '', redirect: { name: 'event-overview' } },
  {
    path: 'overview',
    name: 'event-overview',
    component: () => import('./event/OverviewPage.vue'),
    props: true,
    meta: { title: 'console.step.overview' },
  },
  {
    path: 'scheme',
    name: 'event-scheme',
    component: () => import('./scheme/SchemePage.vue'),
    props: true,
    meta: { title: 'console.step.scheme' },
  },
  {
    path: 'roster',
    name: 'event-roster',
    component: () => import('./roster/RosterPage.vue'),
    props: true,
    meta: { title: 'console.step.roster' },
  },
  {
    path: 'panels',
    name: 'event-panels',
    component: () => import('./panels/PanelsPage.vue'),
    props: true,
    meta: { title: 'console.step.panels' },
  },
  {
    path: 'draw',
    name: 'event-draw',
    component: () => import('./draw/DrawPage.vue'),
    props: true,
    meta: { title: 'console.step.draw' },
  },
  {
    path: 'marking',
    name: 'event-marking',
    component: () => import('./marking/MarkingPage.vue'),
    props: true,
    meta: { title: 'console.step.marking' },
  },
  {
    path: 'results',
    name: 'event-results',
    component: () => import('./results/ResultsPage.vue'),
    props: true,
    meta: { title: 'console.step.results' },
  },
  {
    path: 'certificates',
    name: 'event-certificates',
    component: () => import('./certificates/CertificatesPage.vue'),
    props: true,
    meta: { title: 'console.step.certificates' },
  },
]

export const consoleRoutes: RouteRecordRaw[] = [
  {
    path: '/console',
    component: () => import('./ConsoleLayout.vue'),
    meta: { access: 'staff', title: 'console.title' },
    children: [
      { path: '', name: 'console', component: () => import('./competitions/CompetitionsPage.vue') },
      {
        path: 'competitions/:competitionId',
        name: 'competition',
        component: () => import('./competitions/CompetitionPage.vue'),
        props: true,
        meta: { title: 'console.nav.competitions' },
      },
      {
        path: 'events/:eventId',
        component: () => import('./event/EventLayout.vue'),
        props: true,
        children: eventPages,
      },
      {
        path: 'organisations',
        name: 'console-organisations',
        component: () => import('./organisations/OrganisationsPage.vue'),
        meta: { title: 'console.nav.organisations' },
      },
      {
        path: 'people',
        name: 'console-people',
        component: () => import('./people/PeoplePage.vue'),
        meta: { title: 'console.nav.people' },
      },
      {
        path: 'users',
        name: 'console-users',
        component: () => import('./people/UsersPage.vue'),
        meta: { title: 'console.nav.users' },
      },
      {
        path: 'devices',
        name: 'console-devices',
        component: () => import('./devices/DevicesPage.vue'),
        meta: { title: 'console.nav.devices' },
      },
      {
        path: 'audit',
        name: 'console-audit',
        component: () => import('./audit/AuditPage.vue'),
        meta: { title: 'console.nav.audit' },
      },
    ],
  },
]
