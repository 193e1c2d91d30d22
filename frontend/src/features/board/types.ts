/** Rows and meta of the topic `board.public.<event>`. */
export interface BoardRow {
  code: string
  rank: number | null
  total: string | null
  complete: boolean
  marked: number
  expected: number
  modules: Record<string, string | null>
  state: 'competing' | 'absent' | 'disqualified' | 'withdrawn'
  name?: string | null
  name_en?: string | null
  delegation?: string | null
  delegation_en?: string | null
  award?: string | null
  award_en?: string | null
}

export interface BoardMeta {
  event: { id: string; name: string; name_en: string; occupation: string }
  competition: { name: string; name_en: string }
  state: string
  shows: 'progress' | 'totals'
  modules: { code: string; name: string; name_en: string; weight: string }[]
  entries: number
  complete: number
  marks: number
  judges: number
}
