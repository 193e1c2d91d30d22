export interface Column<K extends string = string> {
  key: K
  label: string
  width?: string
  align?: 'right' | 'center'
}
