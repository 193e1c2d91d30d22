import { ref, shallowRef, watch, type Ref, type WatchSource } from 'vue'

export interface Page<T> {
  items: T[]
  next?: string | null
}

/** Rows of a cursor list, page after page; starts again when `source` changes and ignores answers that come too late. */
export function usePages<T>(fetchPage: (cursor: string | null) => Promise<Page<T>>, source: WatchSource | WatchSource[]) {
  const rows: Ref<T[]> = shallowRef([])
  const next = ref<string | null>(null)
  const loading = ref(true)
  const problem = ref<unknown>()
  let round = 0

  async function load(cursor: string | null): Promise<void> {
    const mine = ++round
    loading.value = true
    problem.value = undefined
    try {
      const page = await fetchPage(cursor)
      if (mine !== round) return
      rows.value = cursor === null ? page.items : [...rows.value, ...page.items]
      next.value = page.next ?? null
    } catch (raised) {
      if (mine === round) problem.value = raised
    } finally {
      if (mine === round) loading.value = false
    }
  }

  watch(source, () => void load(null), { immediate: true })
  return { rows, next, loading, problem, more: () => load(next.value), reload: () => load(null) }
}

/** Every page of a list that is small by nature (entries of one event, panels, modules). */
export async function allPages<T>(fetchPage: (cursor: string | null) => Promise<Page<T>>): Promise<T[]> {
  const found: T[] = []
  let cursor: string | null = null
  do {
    const page: Page<T> = await fetchPage(cursor)
    found.push(...page.items)
    cursor = page.next ?? null
  } while (cursor !== null)
  return found
}
