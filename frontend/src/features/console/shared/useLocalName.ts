import { useI18n } from 'vue-i18n'

interface Named {
  name: string
  name_en?: string | null
}

/** The English name where the page is English and there is one; otherwise the Chinese. */
export function useLocalName() {
  const { locale } = useI18n()
  return {
    nameOf: (thing: Named): string => (locale.value === 'en' && thing.name_en ? thing.name_en : thing.name),
    pick: (chinese: string, english?: string | null): string =>
      locale.value === 'en' && english ? english : chinese,
  }
}
