/** A raw value that the rule of its aspect does not allow; codes and data are those of the server's `scoring`. */
export class InvalidMark extends Error {
  constructor(
    readonly code: string,
    readonly data: Readonly<Record<string, string>>,
  ) {
    super(code)
    this.name = 'InvalidMark'
  }
}

/** Something the judges have to settle, at an aspect. */
export interface Finding {
  code: 'judgement_spread' | 'absence_disputed' | 'formula_division_by_zero'
  aspect: string
  data: Readonly<Record<string, string>>
}
