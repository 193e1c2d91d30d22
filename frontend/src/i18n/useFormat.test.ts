import { mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { defineComponent } from 'vue'
import { i18n, setLanguage } from '.'
import { setTimeZone } from './timeZone'
import { useFormat } from './useFormat'

function format(): ReturnType<typeof useFormat> {
  const Host = defineComponent({ setup: () => ({ format: useFormat() }), render: () => null })
  return mount(Host, { global: { plugins: [i18n] } }).vm.format
}

beforeEach(() => setLanguage('en'))
afterEach(() => setTimeZone('Asia/Shanghai'))

test('a moment is shown in the zone of the organisation, not of the viewer', () => {
  expect(format().time('2026-11-21T18:30:05Z').slice(0, 5)).toBe('02:30')
  setTimeZone('Europe/Berlin')
  expect(format().time('2026-11-21T18:30:05Z').slice(0, 5)).toBe('19:30')
})

test('the day of a moment turns with the zone, a day of the calendar does not', () => {
  setTimeZone('America/New_York')
  expect(format().date('2026-11-22T01:00:00Z')).toBe('Nov 21, 2026')
  expect(format().date('2026-11-22')).toBe('Nov 22, 2026')
})

test('an unknown zone changes nothing', () => {
  setTimeZone('Mars/Base')
  expect(format().time('2026-11-21T18:30:05Z').slice(0, 5)).toBe('02:30')
})
