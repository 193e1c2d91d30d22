import { flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { PublicDrawOut } from '@/api'
import { fingerprintOf, recompute } from '@/lib/draw'
import { mountPage } from '@/test/mountPage'
import DrawPage from './pages/DrawPage.vue'

const page = { template: '<div />' }
const routes = [
  { path: '/', component: page },
  { path: '/results', name: 'results', component: page },
  { path: '/results/:eventId', name: 'public-results', component: page },
]
const seed = '骰子 4 6 1/00112233445566778899aa'
const answer: PublicDrawOut = {
  event: {
    id: 'e', name: '光伏硅片（示例）', name_en: 'Wafer (sample)', occupation: '硅片加工', occupation_en: '', state: 'published',
    competition: { name: '示例竞赛', name_en: '', starts_on: '2026-05-01', ends_on: '2026-05-02', venue: '', venue_en: '' },
  },
  standing: null,
  draws: [
    {
      drawn_at: '2026-05-01T09:10:00Z', algorithm: 'jiangxin-draw-1', entrants: 3, stations: 2, seed,
      seed_sha256: fingerprintOf(seed),
      commitment: { sha256: fingerprintOf('00112233445566778899aa'), made_at: '2026-05-01T09:00:00Z' },
      places: recompute(['001', '002', '003'], seed, 2),
    },
  ],
}

function answering(body: unknown, status = 200): void {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify(body), { status, headers: { 'Content-Type': status === 200 ? 'application/json' : 'application/problem+json' } })))
}

afterEach(() => {
  vi.unstubAllGlobals()
})

async function shown(): Promise<string> {
  const { wrapper } = await mountPage(DrawPage, { props: { eventId: 'e' }, routes })
  await flushPromises()
  return wrapper.text()
}

describe('the public page of a draw', () => {
  it('tells an honest draw line by line', async () => {
    answering(answer)
    const text = await shown()
    expect(text).toContain('抽签结果与种子一致')
    expect(text.match(/一致/g)).toHaveLength(5)
  })

  it('shows the place that the seed gives where another was published', async () => {
    const [drawing] = answer.draws
    const [first, ...rest] = drawing?.places ?? []
    answering({ ...answer, draws: [{ ...drawing, places: [{ ...first, work_code: 'W999' }, ...rest] }] })
    const text = await shown()
    expect(text).toContain('有不一致之处')
    expect(text).toContain(first?.work_code)
  })

  it('says that there is nothing yet', async () => {
    answering({ code: 'not_found', status: 404, title: 'x', detail: 'x' }, 404)
    expect(await shown()).toContain('还没有可核对的内容')
  })
})
