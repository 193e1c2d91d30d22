import { ref } from 'vue'

const KEY = 'jx.time-zone'
const known = (zone: string) => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }))
  } catch {
    return false
  }
}
const kept = localStorage.getItem(KEY)

/** The organisation's zone, in which every time is shown wherever the viewer is; the server tells it with the session. */
export const timeZone = ref(kept && known(kept) ? kept : 'Asia/Shanghai')

export function setTimeZone(zone: string): void {
  if (!known(zone)) return
  timeZone.value = zone
  localStorage.setItem(KEY, zone)
}
