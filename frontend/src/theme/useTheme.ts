import { useColorMode } from '@vueuse/core'

export const themes = ['auto', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

/** `theme.value = 'auto' | 'light' | 'dark'`; kept on the device, shown as class `dark` on <html>. */
export function useTheme() {
  const mode = useColorMode({ storageKey: 'jx.theme', modes: { light: '', dark: 'dark' }, disableTransition: false })
  return { theme: mode.store, shown: mode.state }
}
