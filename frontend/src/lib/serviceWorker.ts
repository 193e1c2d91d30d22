/** Registers the worker that keeps the shell of the judge's page; calls back when a newer one waits. */
export async function installWorker(onUpdate: (apply: () => Promise<void>) => void): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  const { registerSW } = await import('virtual:pwa-register')
  const apply = registerSW({
    onNeedRefresh() {
      onUpdate(() => apply(true))
    },
  })
}
