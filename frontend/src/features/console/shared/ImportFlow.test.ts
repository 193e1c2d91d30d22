import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { mountPage } from '@/test/mountPage'
import ImportFlow from './ImportFlow.vue'
import type { ImportReport } from './imports'

const clean: ImportReport = {
  accepted: 3,
  rejected: 0,
  applied: false,
  columns: [{ header: '姓名', field: 'name', column: 'B' }],
  unrecognised: ['备注'],
  rows: [],
  corrected_file: null,
  summary: {},
}
const faulty: ImportReport = {
  ...clean,
  accepted: 2,
  rejected: 1,
  rows: [
    { row: 4, column: 'C', field: 'identity_number', value: '110105********0021', code: 'x', detail: '校验位不符' },
  ],
  corrected_file: '/api/v1/imports/1/corrected.xlsx',
}

async function drop(answers: ImportReport[]) {
  const send = vi.fn<(file: File, dryRun: boolean) => Promise<ImportReport>>()
  for (const answer of answers) send.mockResolvedValueOnce(answer)
  const fieldName = (field: string) => (field === 'identity_number' ? '身份证号' : '姓名')
  const { wrapper } = await mountPage(ImportFlow, { props: { label: '名单', hint: '', send, fieldName } })
  Element.prototype.scrollIntoView = vi.fn()
  const file = new File(['x'], '名单.xlsx')
  await wrapper.get('.zone').trigger('drop', { dataTransfer: { files: [file] } })
  await flushPromises()
  return { wrapper, send, file }
}

describe('ImportFlow', () => {
  it('checks first and imports the same file when told to', async () => {
    const { wrapper, send, file } = await drop([clean, { ...clean, applied: true }])
    expect(send.mock.calls).toEqual([[file, true]])
    expect(wrapper.text()).toContain('3 行可以导入')
    expect(wrapper.text()).toContain('备注')
    await wrapper.get('.flow > .actions button').trigger('click')
    await flushPromises()
    expect(send.mock.calls[1]).toEqual([file, false])
    expect(wrapper.emitted('applied')).toHaveLength(1)
  })

  it('offers nothing to import while a row is refused, and says where and why', async () => {
    const { wrapper } = await drop([faulty])
    expect(wrapper.find('.flow > .actions button').exists()).toBe(false)
    const cells = wrapper.findAll('tbody td').map((cell) => cell.text())
    expect(cells).toEqual(['4', 'C 身份证号', '110105********0021', '校验位不符'])
    expect(wrapper.text()).toContain('下载标注好的文件')
  })

  it('shows the refused rows when the file became wrong between check and import', async () => {
    const { wrapper } = await drop([clean, faulty])
    await wrapper.get('.flow > .actions button').trigger('click')
    await flushPromises()
    expect(wrapper.emitted('applied')).toBeUndefined()
    expect(wrapper.text()).toContain('1 行需要修改')
  })
})
