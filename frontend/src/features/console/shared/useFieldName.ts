import { useI18n } from 'vue-i18n'

/** What a column of an upload means, in words; a field the page does not know is shown as the server calls it. */
export function useFieldName(): (field: string) => string {
  const { t, te } = useI18n()
  return (field) => (te(`console.field.${field}`) ? t(`console.field.${field}`) : field)
}
