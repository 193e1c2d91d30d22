import { computed, onScopeDispose, ref, toValue, watch, type MaybeRefOrGetter } from 'vue'

export const pageSeconds = 12

/** Turns the pages of a board that does not fit; a hand on the arrow keys takes over for a while. */
export function usePages(pages: MaybeRefOrGetter<number>) {
  const turned = ref(0)
  let timer: ReturnType<typeof setInterval> | undefined
  const page = computed(() => {
    const count = Math.max(1, toValue(pages))
    return ((turned.value % count) + count) % count
  })

  function restart(): void {
    clearInterval(timer)
    timer = toValue(pages) > 1 ? setInterval(() => turned.value++, pageSeconds * 1000) : undefined
  }

  function turn(by: number): void {
    turned.value = page.value + by
    restart()
  }

  watch(() => toValue(pages), restart, { immediate: true })
  onScopeDispose(() => {
    clearInterval(timer)
  })
  return { page, turn }
}
