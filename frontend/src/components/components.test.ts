import { describe, expect, it, vi } from 'vitest'
import { ElTableColumn } from 'element-plus'
import { h, type Component } from 'vue'
import { ApiProblem, NetworkProblem } from '@/api'
import { mountPage } from '@/test/mountPage'
import ConfirmDialog from './ConfirmDialog.vue'
import DataTable from './DataTable.vue'
import LanguageSwitch from './LanguageSwitch.vue'
import LiveBadge from './LiveBadge.vue'
import MaskedText from './MaskedText.vue'
import ProblemNotice from './ProblemNotice.vue'
import ProgressBar from './ProgressBar.vue'
import UploadDropzone from './UploadDropzone.vue'

describe('ProblemNotice', () => {
  it.each([
    ['the server’s own words', new ApiProblem(409, { code: 'x', detail: '评分表已签名。' }), '评分表已签名。'],
    ['our words for a known code', new ApiProblem(404), '找不到所要的内容'],
    ['a missing network', new NetworkProblem('x'), '连不上服务器'],
    ['anything else, with its code', new ApiProblem(418, { code: 'teapot' }), 'teapot'],
  ])('says %s', async (_what, problem, expected) => {
    const { wrapper } = await mountPage(ProblemNotice, { props: { problem } })
    expect(wrapper.get('[role=alert]').text()).toContain(expected)
  })

  it('is nothing without a problem', async () => {
    const { wrapper } = await mountPage(ProblemNotice, { props: { problem: undefined } })
    expect(wrapper.find('[role=alert]').exists()).toBe(false)
  })
})

describe('ConfirmDialog', () => {
  async function open(act: () => Promise<unknown>) {
    const { wrapper } = await mountPage(ConfirmDialog, {
      props: { open: true, title: '公布成绩', action: '公布', act },
      slots: { default: 'x' },
      attachTo: document.body,
    })
    return wrapper
  }

  it('closes after the act succeeded', async () => {
    const act = vi.fn(() => Promise.resolve())
    const wrapper = await open(act)
    await wrapper.get('form').trigger('submit')
    await vi.waitFor(() => {
      expect(wrapper.emitted('update:open')).toEqual([[false]])
    })
    expect(act).toHaveBeenCalledTimes(1)
  })

  it('stays open and says why when the act was refused', async () => {
    const wrapper = await open(() => Promise.reject(new ApiProblem(409, { detail: '尚有评分表未签名。' })))
    await wrapper.get('form').trigger('submit')
    await vi.waitFor(() => {
      expect(wrapper.text()).toContain('尚有评分表未签名。')
    })
    expect(wrapper.emitted('update:open')).toBeUndefined()
  })
})

describe('MaskedText', () => {
  it('shows the full text on request only and forgets it again', async () => {
    const reveal = vi.fn(() => Promise.resolve('110101199003070000'))
    const { wrapper } = await mountPage(MaskedText, { props: { masked: '1101**********0000', reveal } })
    expect(wrapper.text()).toContain('1101**********0000')
    await wrapper.get('button').trigger('click')
    await vi.waitFor(() => {
      expect(wrapper.text()).toContain('110101199003070000')
    })
    await wrapper.get('button').trigger('click')
    expect(wrapper.text()).not.toContain('110101199003070000')
    expect(reveal).toHaveBeenCalledTimes(1)
  })
})

describe('UploadDropzone', () => {
  async function drop(file: File) {
    const { wrapper } = await mountPage(UploadDropzone, { props: { label: '名单', maxBytes: 2 * 1024 * 1024 } })
    await wrapper.get('.zone').trigger('drop', { dataTransfer: { files: [file] } })
    return wrapper
  }

  it('hands on a workbook', async () => {
    const file = new File(['x'], '名单.XLSX')
    const wrapper = await drop(file)
    expect(wrapper.emitted('file')).toEqual([[file]])
  })

  it.each([
    ['another kind', new File(['x'], 'a.pdf'), '.xlsx .csv'],
    ['too large a file', new File([new Uint8Array(2 * 1024 * 1024 + 1)], 'a.xlsx'), '2 MB'],
  ])('refuses %s and says so', async (_what, file, expected) => {
    const wrapper = await drop(file)
    expect(wrapper.get('[role=alert]').text()).toContain(expected)
    expect(wrapper.emitted('file')).toBeUndefined()
  })
})

it('DataTable shows its rows and asks for the page after', async () => {
  const { wrapper } = await mountPage(DataTable as unknown as Component, {
    props: { rows: [{ id: '1', code: 'W017' }], rowKey: 'id', label: '选手', next: 'c2' },
    slots: { default: () => h(ElTableColumn, { prop: 'code', label: '编号' }) },
  })
  await vi.waitFor(() => {
    expect(wrapper.text()).toContain('W017')
  })
  await wrapper.get('footer button').trigger('click')
  expect(wrapper.emitted('more')).toEqual([['c2']])
})

it('LanguageSwitch changes texts, lang of the page and what is kept', async () => {
  const { wrapper } = await mountPage(LanguageSwitch)
  expect(wrapper.get('[aria-pressed=true]').text()).toBe('中文')
  await wrapper.get('button[lang=en]').trigger('click')
  await vi.waitFor(() => {
    expect(document.documentElement.lang).toBe('en')
  })
  expect(wrapper.get('[role=group]').attributes('aria-label')).toBe('Language')
  expect(localStorage.getItem('jx.language')).toBe('en')
})

it.each([
  [{ status: 'live', age: 0 }, '实时'],
  [{ status: 'stale', age: 75 }, '连接中断，数据截至 1分钟前'],
] as const)('LiveBadge %o', async (props, expected) => {
  const { wrapper } = await mountPage(LiveBadge, { props })
  expect(wrapper.text()).toBe(expected)
})

it('ProgressBar tells the numbers to everybody', async () => {
  const { wrapper } = await mountPage(ProgressBar, {
    language: 'en',
    props: { label: 'Rendering', done: 300, total: 1200, etaSeconds: 150 },
  })
  expect(wrapper.get('[role=progressbar]').attributes()).toMatchObject({ 'aria-valuenow': '300', 'aria-valuemax': '1200' })
  expect(wrapper.get('.fill').attributes('style')).toContain('25%')
  expect(wrapper.text()).toContain('300 of 1,200')
  expect(wrapper.text()).toContain('about 3 minutes left')
})
