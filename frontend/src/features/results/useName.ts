import { useI18n } from 'vue-i18n'

/** The English text where the page is English and one was given. */
export function useName() {
  const { locale } = useI18n()
  return (zh: string | null | undefined, en: string | null | undefined) => (locale.value === 'en' && en) || zh || ''
}
