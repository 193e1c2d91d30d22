/** Names as people copy them: one per line, or separated by tabs, commas or 、 ; spaces inside a name stay. */
export function namesIn(text: string): string[] {
  return text
    .split(/[\r\n\t,，、;；]+/)
    .map((name) => name.trim())
    .filter((name) => name !== '')
}
