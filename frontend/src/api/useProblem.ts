import { useI18n } from 'vue-i18n'
import { ApiProblem, NetworkProblem } from './problem'

/** A sentence that says what happened and what to do: our own by code, else the server's, else a general one. */
export function useProblem() {
  const { t, te } = useI18n()

  function sentence(problem: unknown): string {
    if (!(problem instanceof ApiProblem || problem instanceof NetworkProblem)) {
      return t('problem.unknown', { code: problem instanceof Error ? problem.name : 'unknown' })
    }
    if (problem instanceof ApiProblem && problem.detail !== '') return problem.detail
    const key = `problem.codes.${problem.code}`
    return te(key) ? t(key) : t('problem.unknown', { code: problem.code })
  }

  return { sentence }
}
