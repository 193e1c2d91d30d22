import { watch } from 'vue'
import type { RouteLocationNormalized } from 'vue-router'
import { i18n } from '@/i18n'

let stop: (() => void) | undefined

/** Follows the language too: the tab's title changes with the page. */
export function setTitle(to: RouteLocationNormalized): void {
  stop?.()
  stop = watch(
    i18n.global.locale,
    () => {
      const product = i18n.global.t('common.productName')
      const title = to.meta.title
      document.title = title === undefined ? product : `${i18n.global.t(title)} · ${product}`
    },
    { immediate: true },
  )
}
