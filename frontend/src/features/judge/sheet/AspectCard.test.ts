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

  it('counts violations with the thumb and says when they put the entrant out', async () => {
    const rule = { kind: 'violation', each: '2', most: '6', disqualifies_at: 3 }
    const aspect = anAspect({ kind: 'violation', max_mark: '0.00', rule })
    const { wrapper } = await mountPage(AspectCard, { props: { aspect, view: unmarked, readonly: false } })
    const nudges = wrapper.findAll('.nudge')
    await nudges[1]?.trigger('click')
    await wrapper.get('.ends button').trigger('click')
    expect(wrapper.emitted('give')).toEqual([['1', null], ['0', null]])
    expect(nudges[0]?.attributes('disabled')).toBeDefined()
    await wrapper.setProps({ view: { mark: { value: '2', special: null, state: 'kept' }, refusals: [] } })
    expect(wrapper.get('.points').text()).toContain('-4.00')
    await wrapper.setProps({ view: { mark: { value: '3', special: null, state: 'kept' }, refusals: [] } })
    expect(wrapper.get('.points').text()).toContain('取消资格')
    expect(wrapper.get('.out').text()).toContain('已记 3 次')
  })

  it('shows a time as a watch does', async () => {
    const aspect = anAspect({ kind: 'time', max_mark: '10.00', rule: { kind: 'time', target: '300', limit: '600' } })
    const view: AspectView = { mark: { value: '450.0000', special: null, state: 'saved' }, refusals: [] }
    const { wrapper } = await mountPage(AspectCard, { props: { aspect, view, readonly: false } })
    expect([wrapper.get('.readout').text(), wrapper.get('.points').text()]).toEqual(['7:30', '5.00/ 10.00'])
    expect(wrapper.get('.bands').text()).toContain('5:00 以内')
  })

  it('offers nothing to press where the value is computed', async () => {
    const aspect = anAspect({ kind: 'formula', rule: { kind: 'formula', formula: '(A1 + A2) / 2' } })
    const { wrapper } = await mountPage(AspectCard, { props: { aspect, view: unmarked, readonly: false, computed: '4.50' } })
    expect(wrapper.findAll('button')).toEqual([])
    expect(wrapper.get('.points').text()).toContain('4.50')
    expect(wrapper.text()).toContain('= (A1 + A2) / 2')
  })

  it('gives no points for a reading', async () => {
    const aspect = anAspect({ kind: 'measure', max_mark: '0.00', rule: { kind: 'measure', unit: 'mm' } })
    const view: AspectView = { mark: { value: '8.2', special: null, state: 'saved' }, refusals: [] }
    const { wrapper } = await mountPage(AspectCard, { props: { aspect, view, readonly: false } })
    expect([wrapper.get('.readout').text(), wrapper.get('.points').text()]).toEqual(['8.2 mm', ''])
  })
})
