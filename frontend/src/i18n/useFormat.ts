import { computed } from 'vue'
import { useI18n } from 'vue-i18n'

import { timeZone } from './timeZone'

type Time = string | number | Date

/** `2026-11-22` is a day of the calendar and belongs to no zone. */
const isDay = (value: Time) => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)

const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
]

/** Dates, times and counts in the page's language. Marks are decimal strings and are shown as the server wrote them. */
export function useFormat() {
  const { locale } = useI18n()
  const zoned = (options: Intl.DateTimeFormatOptions) => ({ ...options, timeZone: timeZone.value })
  const dates = computed(() => new Intl.DateTimeFormat(locale.value, zoned({ dateStyle: 'medium' })))
  const days = computed(() => new Intl.DateTimeFormat(locale.value, { dateStyle: 'medium', timeZone: 'UTC' }))
  const moments = computed(
    () => new Intl.DateTimeFormat(locale.value, zoned({ dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' })),
  )
  const times = computed(
    () => new Intl.DateTimeFormat(locale.value, zoned({ timeStyle: 'medium', hourCycle: 'h23' })),
  )
  const counts = computed(() => new Intl.NumberFormat(locale.value))
  const ages = computed(() => new Intl.RelativeTimeFormat(locale.value, { numeric: 'auto' }))

  /** A span of seconds as its largest whole unit, seen from now: 75 → "1 minute ago", -75 → "in 1 minute". */
  function age(seconds: number): string {
    const size = Math.abs(seconds)
    const [unit, length] = units.find(([, each]) => size >= each) ?? (['second', 1] as const)
    return ages.value.format(-Math.trunc(seconds / length), unit)
  }

  function duration(seconds: number): string {
    const [unit, length] = units.find(([, each]) => seconds >= each) ?? (['second', 1] as const)
    return new Intl.NumberFormat(locale.value, { style: 'unit', unit, unitDisplay: 'long' }).format(
      Math.round(seconds / length),
    )
  }

  return {
    date: (value: Time) => (isDay(value) ? days : dates).value.format(new Date(value)),
    moment: (value: Time) => moments.value.format(new Date(value)),
    time: (value: Time) => times.value.format(new Date(value)),
    count: (value: number) => counts.value.format(value),
    age,
    duration,
  }
}
