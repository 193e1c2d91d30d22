// Pictures of pages in both languages and three sizes, from the built front end; `npm run build` first.
// usage: node scripts/screenshots.mjs [--dark] [path …]; JX_BASE_URL takes a running server instead.
import { mkdir } from 'node:fs/promises'
import { preview } from 'vite'
import { launch } from './chromium.mjs'

const args = process.argv.slice(2)
const dark = args.includes('--dark')
const paths = args.filter((arg) => arg.startsWith('/'))
const sizes = [
  [1440, 900],
  [1024, 768],
  [390, 844],
]
const sampleSession = {
  authenticated: true,
  user: { id: '0', name: '示例 Sample', language: 'zh-hans' },
  roles: [{ role: 'administrator', organisation: null, event_id: null }],
  second_factor: { required: true, enabled: true },
  device: null,
}

const server = process.env.JX_BASE_URL ? undefined : await preview({ preview: { port: 0, host: '127.0.0.1' } })
const base = process.env.JX_BASE_URL ?? server.resolvedUrls.local[0]
const folder = new URL('../screenshots/', import.meta.url)
await mkdir(folder, { recursive: true })
const browser = await launch()

for (const language of ['zh-CN', 'en']) {
  for (const [width, height] of sizes) {
    const context = await browser.newContext({
      viewport: { width, height },
      colorScheme: dark ? 'dark' : 'light',
      reducedMotion: 'reduce',
      serviceWorkers: 'block',
    })
    await context.addInitScript((stored) => localStorage.setItem('jx.language', stored), language)
    if (server) {
      await context.route('**/api/v1/session', (route) => route.fulfill({ json: sampleSession }))
      await context.route('**/_allauth/**/totp', (route) =>
        route.fulfill({ status: 404, json: { status: 404, meta: { secret: 'SAMPLESAMPLESAMPLESAMPLESAMPLE23' } } }),
      )
    }
    const page = await context.newPage()
    page.on('console', (message) => message.type() === 'error' && console.error(page.url(), message.text()))
    page.on('pageerror', (error) => console.error(page.url(), error.message))
    for (const path of paths.length > 0 ? paths : ['/', '/login', '/account/second-factor', '/console', '/nowhere']) {
      await page.goto(new URL(path, base).href, { waitUntil: 'networkidle' })
      await page.evaluate(() => document.fonts.ready)
      const name = `${path.replaceAll('/', '_')}-${width}-${language}${dark ? '-dark' : ''}.png`
      await page.screenshot({ path: new URL(name, folder).pathname })
    }
    await context.close()
  }
}
await browser.close()
await server?.close()
