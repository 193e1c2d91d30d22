import { ref } from 'vue'
import type { ShownMark } from '../state/sheetView'
import type { NewMark } from '../state/useJudge'

const longest = 50

/** Steps of this visit to the sheet. Undoing gives the earlier mark again, as a new mark: nothing is ever taken out. */
export function useUndo() {
  const steps = ref<NewMark[][]>([])

  function remember(before: { aspectId: string; mark: ShownMark | null }[]): void {
    const step = before.map(({ aspectId, mark }): NewMark =>
      mark === null || (mark.value === null && mark.special === null)
        ? { aspectId, value: null, special: 'not_marked' }
        : { aspectId, value: mark.value, special: mark.special },
    )
    steps.value = [...steps.value, step].slice(-longest)
  }

  function takeLast(): NewMark[] {
    const last = steps.value.at(-1) ?? []
    steps.value = steps.value.slice(0, -1)
    return last
  }

  function forget(): void {
    steps.value = []
  }

  return { steps, remember, takeLast, forget }
}
