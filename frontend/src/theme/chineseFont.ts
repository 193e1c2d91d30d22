function drawn(character: string, context: CanvasRenderingContext2D): string {
  context.clearRect(0, 0, 32, 32)
  context.fillText(character, 2, 26)
  return context.getImageData(0, 0, 32, 32).data.join()
}

/** A device without a Chinese font draws the same box for every character. */
export function hasChineseFont(): boolean {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 32
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (context === null) return true
  context.font = '24px sans-serif'
  return drawn('匠', context) !== drawn('赛', context)
}

/** The sliced web font (about 100 rules, some MB in all) is fetched only where it is needed. */
export async function ensureChineseFont(): Promise<void> {
  if (hasChineseFont()) return
  await import('./chineseFontFaces')
  document.documentElement.classList.add('jx-webfont')
}
