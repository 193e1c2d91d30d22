export interface Column<K extends string = string> {
  key: K
  label: string
  width?: string
  align?: 'right' | 'center'
  /** Sentences: may break anywhere. Names and numbers stay in one piece. */
  prose?: boolean
}
