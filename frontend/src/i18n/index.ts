import type { App } from 'vue'
import { createI18n } from 'vue-i18n'
import { storedLanguage, storeLanguage, type Language } from './languages'
import type { MessageTree } from './messages/merge'

const loaders: Record<Language, () => Promise<{ default: MessageTree }>> = {
  'zh-CN': () => import('./messages/zh-CN'),
  en: () => import('./messages/en'),
}

export const i18n = createI18n({
  legacy: false,
  locale: 'zh-CN',
  fallbackLocale: 'zh-CN',
  messages: {},
  missingWarn: true,
  fallbackWarn: false,
})

const loaded = new Set<Language>()

async function load(language: Language): Promise<void> {
  if (loaded.has(language)) return
  const messages = (await loaders[language]()).default
  i18n.global.setLocaleMessage(language, messages as never)
  loaded.add(language)
}

export function currentLanguage(): Language {
  return i18n.global.locale.value as Language
}

/** Loads the texts first, so that no page ever shows keys. */
export async function setLanguage(language: Language): Promise<void> {
  await load(language)
  i18n.global.locale.value = language
  document.documentElement.lang = language
  storeLanguage(language)
}

export async function installI18n(app: App): Promise<void> {
  await setLanguage(storedLanguage())
  app.use(i18n)
}
