export const languages = ['zh-CN', 'en'] as const
export type Language = (typeof languages)[number]

export const languageNames: Record<Language, string> = { 'zh-CN': '中文', en: 'English' }

const storageKey = 'jx.language'

export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value)
}

/** The stored choice, else Chinese; the browser's own language is not asked, Chinese is what nearly everybody here wants. */
export function storedLanguage(): Language {
  try {
    const stored = localStorage.getItem(storageKey)
    return isLanguage(stored) ? stored : 'zh-CN'
  } catch {
    return 'zh-CN'
  }
}

export function storeLanguage(language: Language): void {
  try {
    localStorage.setItem(storageKey, language)
  } catch {
    // A browser that refuses storage keeps the language for this page only.
  }
}
