// Draws the PNG icons from public/icons/seal.svg. Run after changing the seal; the results are committed.
import { readFile } from 'node:fs/promises'
import { launch } from './chromium.mjs'

const folder = new URL('../public/icons/', import.meta.url)
const svg = await readFile(new URL('seal.svg', folder), 'utf8')
const icons = [
  { name: 'seal-180.png', size: 180, inset: 0.08, ground: '#f7f3ec' },
  { name: 'seal-192.png', size: 192, inset: 0.02, ground: 'transparent' },
  { name: 'seal-512.png', size: 512, inset: 0.02, ground: 'transparent' },
  { name: 'seal-maskable-512.png', size: 512, inset: 0.17, ground: '#f7f3ec' },
]

const browser = await launch()
for (const { name, size, inset, ground } of icons) {
  const page = await browser.newPage({ viewport: { width: size, height: size } })
  const inner = Math.round(size * (1 - 2 * inset))
  const picture = svg.replace('<svg', `<svg width="${inner}" height="${inner}"`)
  await page.setContent(
    `<body style="margin:0;background:${ground};display:grid;place-items:center;height:100vh">${picture}</body>`,
  )
  await page.screenshot({ path: new URL(name, folder).pathname, omitBackground: true })
  await page.close()
}
await browser.close()
