import type { ReportRowOut } from '@/api'

export type { ImportReportOut as ImportReport, ReportRowOut as ImportFault } from '@/api'

export interface RowFaults {
  row: number
  faults: ReportRowOut[]
}

/** Faults by row of the sheet, in its order: the person walks through the file from the top. */
export function faultsByRow(faults: readonly ReportRowOut[]): RowFaults[] {
  const rows = new Map<number, ReportRowOut[]>()
  for (const fault of faults) rows.set(fault.row, [...(rows.get(fault.row) ?? []), fault])
  return [...rows].sort(([a], [b]) => a - b).map(([row, found]) => ({ row, faults: found }))
}
