import { ref } from 'vue'

/** One thing at a time: `busy` while it runs, `problem` when it failed; what was typed stays where it is. */
export function useAct() {
  const busy = ref(false)
  const problem = ref<unknown>()

  async function act<T>(work: () => Promise<T>): Promise<T | undefined> {
    if (busy.value) return undefined
    busy.value = true
    problem.value = undefined
    try {
      return await work()
    } catch (raised) {
      problem.value = raised
      return undefined
    } finally {
      busy.value = false
    }
  }

  return { busy, problem, act }
}
