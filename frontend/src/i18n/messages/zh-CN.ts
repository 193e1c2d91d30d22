import type { MessageTree } from './merge'
import { merge } from './merge'

export default merge([
  ...Object.values(import.meta.glob<MessageTree>('../locales/zh-CN.json', { eager: true, import: 'default' })),
  ...Object.values(
    import.meta.glob<MessageTree>('../../features/*/locales/zh-CN.json', { eager: true, import: 'default' }),
  ),
])
