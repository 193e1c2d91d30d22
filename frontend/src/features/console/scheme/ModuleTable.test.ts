import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { ApiProblem } from '@/api'
import { mountPage } from '@/test/mountPage'
import { updateModule, type ModuleOut } from './api'
import ModuleTable from './ModuleTable.vue'

vi.mock('./api', async (original) => ({ ...(await original<object>()), updateModule: vi.fn() }))

function module(code: string, weight: string, source: ModuleOut['source'] = 'sheets'): ModuleOut {
  return {
    id: code,
    code,
    name: `模块${code}`,
    name_en: '',
    kind: source === 'imported' ? 'theory' : 'practice',
    source,
    weight,
    max_score: '60.00',
    aggregation: 'trimmed_mean',
    criteria: [],
  }
}

const modules = [module('T', '30.00', 'imported'), module('A', '42.00'), module('B', '28.00')]

describe('ModuleTable', () => {
  beforeEach(() => {
    vi.mocked(updateModule).mockReset()
  })

  async function type(weight: string) {
    const { wrapper } = await mountPage(ModuleTable, { props: { modules, locked: false } })
    const input = wrapper.get<HTMLInputElement>('input.weight')
    await input.setValue(weight)
    await input.trigger('change')
    await flushPromises()
    return wrapper
  }

  it('adds up while typing and saves the cell that was left', async () => {
    const wrapper = await type('40')
    expect(wrapper.get('tfoot').text()).toContain('还差 2')
    expect(vi.mocked(updateModule).mock.lastCall).toEqual(['A', { weight: '40' }])
  })

  it('sends nothing that is not a weight, and nothing that is unchanged', async () => {
    const wrapper = await type('4o')
    expect(wrapper.get('input.weight').attributes('aria-invalid')).toBe('true')
    await wrapper.get('input.weight').setValue('42')
    await wrapper.get('input.weight').trigger('change')
    expect(updateModule).not.toHaveBeenCalled()
  })

  it('keeps what was typed when the server refuses', async () => {
    vi.mocked(updateModule).mockRejectedValue(new ApiProblem(409, { code: 'event_started', detail: '评分已开始。' }))
    const wrapper = await type('40')
    expect(wrapper.get('[role=alert]').text()).toContain('评分已开始')
    expect(wrapper.get<HTMLInputElement>('input.weight').element.value).toBe('40')
  })

  it('leaves the weight of theory to the event', async () => {
    const { wrapper } = await mountPage(ModuleTable, { props: { modules, locked: false } })
    expect(wrapper.findAll('input.weight')).toHaveLength(2)
    expect(wrapper.get('tfoot').text()).toContain('权重合计 100')
  })
})
