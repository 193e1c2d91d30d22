import { useI18n } from 'vue-i18n'
import { useFormat } from '@/i18n/useFormat'

/** First and last day, or the one day. */
export function useDateRange() {
  const { t } = useI18n()
  const format = useFormat()
  return (from: string, to: string): string =>
    from === to ? format.date(from) : t('console.competitions.dates', { from: format.date(from), to: format.date(to) })
}
