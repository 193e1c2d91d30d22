import { describe, expect, it } from 'vitest'
import { mountPage } from '@/test/mountPage'
import type { RailStep } from './steps'
import StepRail from './StepRail.vue'

const page = { template: '<div />' }
const routes = [
  { path: '/', component: page },
  ...['overview', 'scheme', 'roster', 'panels'].map((step) => ({
    path: `/console/events/:eventId/${step}`,
    name: `event-${step}`,
    component: page,
  })),
]

const steps: RailStep[] = [
  { code: 'scheme', state: 'done', problems: [], counts: {} },
  { code: 'roster', state: 'current', problems: ['还没有选手', '缺理论成绩'], counts: {} },
  { code: 'panels', state: 'todo', problems: ['没有裁判'], counts: {} },
]

describe('StepRail', () => {
  it('leads to each step and says how much is missing only where it is the turn', async () => {
    const { wrapper } = await mountPage(StepRail, { props: { eventId: 'e1', steps }, routes })
    const links = wrapper.findAll('a').map((link) => [link.attributes('href'), link.text()])
    expect(links).toEqual([
      ['/console/events/e1/overview', '总览'],
      ['/console/events/e1/scheme', '评分方案已完成'],
      ['/console/events/e1/roster', '参赛名单进行中缺 2 项'],
      ['/console/events/e1/panels', '裁判组未完成'],
    ])
  })
})
