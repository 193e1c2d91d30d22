import type { Language as ElementLanguage } from 'element-plus/es/locale/index'
import { shallowRef, watch } from 'vue'
import { i18n } from '.'

/** Element Plus's own texts (paging, dates) in the page's language. */
export function useElementLocale() {
  const locale = shallowRef<ElementLanguage>()
  watch(
    i18n.global.locale,
    async (language) => {
      const texts =
        language === 'en'
          ? await import('element-plus/es/locale/lang/en')
          : await import('element-plus/es/locale/lang/zh-cn')
      locale.value = texts.default
    },
    { immediate: true },
  )
  return locale
}
