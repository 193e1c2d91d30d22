import { flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { mountPage } from '@/test/mountPage'
import DrawPapers from '../draw/DrawPapers.vue'
import PapersPanel from '../results/PapersPanel.vue'

const asked: string[] = []
const tab = { close: vi.fn(), location: { href: '' } }

function answering(status: number): void {
  asked.length = 0
  vi.stubGlobal('open', () => tab)
  vi.stubGlobal('fetch', (address: string) => {
    asked.push(address)
    const body = status === 200 ? 'a file' : JSON.stringify({ code: 'paper_needs_draw', status, title: '尚未抽签', detail: '尚未抽签' })
    return Promise.resolve(new Response(body, { status, headers: { 'Content-Type': status === 200 ? 'application/pdf' : 'application/problem+json' } }))
  })
}

afterEach(() => {
  vi.unstubAllGlobals()
})

async function pressAll(component: object) {
  const { wrapper } = await mountPage(component, { props: { eventId: 'e' } })
  for (const button of wrapper.findAll('button')) {
    await button.trigger('click')
    await flushPromises()
  }
  return wrapper
}

describe('papers', () => {
  it('are asked for where they are needed', async () => {
    answering(200)
    await pressAll(DrawPapers)
    expect(asked).toEqual([
      '/api/v1/events/e/paper/start-list.pdf?by=order',
      '/api/v1/events/e/paper/start-list.pdf?by=station',
      '/api/v1/events/e/paper/station-labels.pdf',
      '/api/v1/events/e/paper/badges.pdf',
    ])
    answering(200)
    await pressAll(PapersPanel)
    expect(asked.slice(0, 2)).toEqual(['/api/v1/events/e/paper/final-sheet.pdf', '/api/v1/events/e/paper/results.pdf'])
    expect(tab.location.href).toMatch(/^blob:/)
  })

  it('say why they cannot be printed, and close the empty tab', async () => {
    answering(409)
    const wrapper = await pressAll(DrawPapers)
    expect(wrapper.text()).toContain('尚未抽签')
    expect(tab.close).toHaveBeenCalled()
  })
})
