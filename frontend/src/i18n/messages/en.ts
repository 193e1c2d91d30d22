import type { MessageTree } from './merge'
import { merge } from './merge'

export default merge([
  ...Object.values(import.meta.glob<MessageTree>('../locales/en.json', { eager: true, import: 'default' })),
  ...Object.values(
    import.meta.glob<MessageTree>('../../features/*/locales/en.json', { eager: true, import: 'default' }),
  ),
])
