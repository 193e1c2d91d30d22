import { describe, expect, it } from 'vitest'
import { mountPage } from '@/test/mountPage'
import { anAspect } from '../fixtures'
import type { AspectView } from '../state/sheetView'
import AspectCard from './AspectCard.vue'

const unmarked: AspectView = { mark: null, refusals: [] }
const range = anAspect({ code: 'A4.3', max_mark: '2.00', kind: 'range', rule: { kind: 'range', min: '0', max: '2', step: '0.5' } })

describe('AspectCard', () => {
  it('gives the raw value of the button pressed', async () => {
    const { wrapper } = await mountPage(AspectCard, { props: { aspect: anAspect(), view: unmarked, readonly: false } })
    await wrapper.get('[role="radio"]').trigger('click')
    expect(wrapper.emitted('give')).toEqual([['1', null]])
  })

  it('says where the mark is, in words', async () => {
    const view: AspectView = { mark: { value: '1', special: null, state: 'kept' }, refusals: [] }
    const { wrapper } = await mountPage(AspectCard, { props: { aspect: anAspect(), view, readonly: false } })
    expect(wrapper.get('.state').text()).toBe('已存本机')
    await wrapper.setProps({ view: { mark: { value: '1.0000', special: null, state: 'saved' }, refusals: [] } })
    expect(wrapper.get('.state').text()).toBe('已存服务器')
    expect(wrapper.get('[aria-checked="true"]').text()).toContain('符合')
  })

  it('shows the sentence of the server where a mark was refused', async () => {
    const view: AspectView = { mark: null, refusals: [{ order: 7, reason: '此评分表已签字。' }] }
    const { wrapper } = await mountPage(AspectCard, { props: { aspect: anAspect(), view, readonly: false } })
    const notice = wrapper.get('[role="alert"]')
    expect(notice.text()).toContain('此评分表已签字。')
    await notice.get('button').trigger('click')
    expect(wrapper.emitted('dismiss')).toEqual([[[7]]])
  })

  it('does not keep what the rule refuses, and says why', async () => {
    const { wrapper } = await mountPage(AspectCard, { props: { aspect: range, view: unmarked, readonly: false } })
    wrapper.getComponent({ name: 'RangeInput' }).vm.$emit('give', '1.7')
    await wrapper.vm.$nextTick()
    expect(wrapper.emitted('give')).toBeUndefined()
    expect(wrapper.get('.invalid').text()).toBe('1.7 不在 0.5 一档的刻度上，可打 1.5 或 2。')
  })

  it('is closed on a signed sheet', async () => {
    const { wrapper } = await mountPage(AspectCard, { props: { aspect: anAspect(), view: unmarked, readonly: true } })
    expect(wrapper.findAll('.choice').every((button) => button.attributes('disabled') !== undefined)).toBe(true)
    expect(wrapper.find('.more').exists()).toBe(false)
  })
})
