import { useI18n } from 'vue-i18n'

export interface Invalid {
  code: string
  data: Readonly<Record<string, string>>
}

/** Why the aspect's rule does not take a value, in words. */
export function useInvalid() {
  const { t, te } = useI18n()
  return {
    sentence({ code, data }: Invalid): string {
      const key = `judge.invalid.${code}`
      return te(key) ? t(key, data) : t('judge.invalid.other', { code })
    },
  }
}
