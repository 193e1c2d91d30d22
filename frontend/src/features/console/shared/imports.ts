/** What came of reading a workbook; nothing is taken over while any row is refused. */
export interface ImportReport {
  accepted: number
  rejected: number
  applied: boolean
  columns: { header: string; field: string; column: string }[]
  unrecognised: string[]
  rows: ImportFault[]
  corrected_file: string | null
  summary: Record<string, unknown>
}

export interface ImportFault {
  row: number
  column: string
  field: string
  value: string
  code: string
  detail: string
}

export interface RowFaults {
  row: number
  faults: ImportFault[]
}

/** Faults by row of the sheet, in its order: the person walks through the file from the top. */
export function faultsByRow(faults: readonly ImportFault[]): RowFaults[] {
  const rows = new Map<number, ImportFault[]>()
  for (const fault of faults) rows.set(fault.row, [...(rows.get(fault.row) ?? []), fault])
  return [...rows].sort(([a], [b]) => a - b).map(([row, found]) => ({ row, faults: found }))
}
