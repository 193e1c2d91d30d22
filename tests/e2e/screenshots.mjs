// Pictures of the running product; deploy/screenshots.sh starts the two servers and says where they are.
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { launch } from '../../frontend/scripts/chromium.mjs'

const root = fileURLToPath(new URL('../../', import.meta.url))
const raw = join(root, 'var/screenshots/readme')
const all = join(root, 'var/screenshots/all')
const { MARKING_URL: marking, PUBLISHED_URL: published } = process.env
const sizes = [[1440, 900], [1024, 768], [390, 844], [1920, 1080], [3840, 2160]]
const languages = ['zh-CN', 'en']
const only = process.argv.find((arg) => arg.startsWith('--only='))?.slice(7)

await mkdir(raw, { recursive: true })
await mkdir(all, { recursive: true })
const browser = await launch()
const state = {}

async function open({ language = 'zh-CN', size: [width, height] = [1440, 900], who }) {
  const context = await browser.newContext({
    viewport: { width, height }, reducedMotion: 'reduce', timezoneId: 'Asia/Shanghai', storageState: state[who],
  })
  await context.addInitScript((stored) => localStorage.setItem('jx.language', stored), language)
  const page = await context.newPage()
  page.on('pageerror', (error) => console.error(page.url(), error.message))
  return page
}

async function settle(page) {
  await page.locator('main').first().waitFor()
  await page.waitForLoadState('networkidle')
  for (const text of ['正在载入', '正在连接', '正在核验', 'Loading…', 'Connecting…', 'Checking…']) {
    await page.getByText(text).first().waitFor({ state: 'detached', timeout: 30_000 })
  }
  await page.evaluate(() => document.fonts.ready)
  // Two frames: what the last answer changed is painted.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
}

async function signIn(name, url, folder) {
  const logins = JSON.parse(await readFile(join(folder, 'demo-logins.json'), 'utf8'))
  const page = await open({})
  await page.goto(`${url}/login?next=/console`)
  await page.getByLabel('用户名').fill(name)
  await page.getByLabel('密码').fill(logins[name])
  await page.getByRole('button', { name: '登录' }).click()
  await page.waitForURL('**/console')
  const event = page.locator('a[href^="/console/events/"]').first()
  await event.waitFor()
  const id = /events\/([^/]+)/.exec(await event.getAttribute('href'))[1]
  const competition = await page.locator('a[href^="/console/competitions/"]').first().getAttribute('href')
  state[`${name}@${url}`] = await page.context().storageState()
  await page.context().close()
  return { id, competition }
}

/** The first code of the guide is the chief judge's, the second a judge's: that one begins the next sheet. */
async function pair(who, code) {
  const page = await open({ size: [1024, 768] })
  await page.goto(`${marking}/pair#${code}`)
  await page.locator('button[type=submit]').click()
  await page.waitForURL('**/judge')
  let sheet
  if (who === 'judge') {
    await page.locator('footer a').click()
    await page.locator('article.aspect').first().waitFor()
    sheet = new URL(page.url()).pathname
    const aspects = page.locator('article.aspect')
    for (let place = 0; place < (await aspects.count()); place += 1) {
      const choices = aspects.nth(place).getByRole('radio')
      if (place !== 2 && (await choices.count()) > 0) await choices.first().click()
    }
    await page.getByText('已全部存入').waitFor()
  } else {
    await page.locator('a[href="/judge/chief"]').waitFor()
  }
  state[who] = await page.context().storageState({ indexedDB: true })
  await page.context().close()
  return sheet
}

const codes = [...(await readFile(join(process.env.MARKING_FOLDER, 'guide.txt'), 'utf8')).matchAll(/^\s+([2-9A-HJ-NP-Z]{4}-?[2-9A-HJ-NP-Z]{4})\s/gm)].map(([, code]) => code)
await pair('chief', codes[0])
const sheet = await pair('judge', codes[1])
const now = await signIn('organiser', marking, process.env.MARKING_FOLDER)
await signIn('admin', marking, process.env.MARKING_FOLDER)
const past = await signIn('organiser', published, process.env.PUBLISHED_FOLDER)
const [desk, deskPast, office] = [`organiser@${marking}`, `organiser@${published}`, `admin@${marking}`]

async function certificate() {
  const page = await open({ who: deskPast })
  await page.goto(`${published}/console/events/${past.id}/certificates`)
  await settle(page)
  const row = page.getByRole('row').nth(1)
  await row.waitFor()
  const [number, holder] = [await row.getByRole('cell').nth(0).innerText(), await row.getByRole('cell').nth(1).innerText()]
  await page.context().close()
  return { number, holder }
}
const known = await certificate()

async function verified(page) {
  await page.goto(`${published}/verify`)
  await page.locator('input[name=number]').fill(known.number)
  await page.locator('input[name=holder]').fill(known.holder)
  await page.locator('form button[type=submit]').click()
  await page.locator('.verdict').waitFor()
  await page.locator('.verdict').scrollIntoViewIfNeeded()
}

async function explained(page) {
  await page.goto(`${published}/console/events/${past.id}/results`)
  await settle(page)
  await page.locator('button.total').first().click()
  await page.locator('dialog[open] .trace').waitFor()
  await page.locator('dialog[open] .levels button').nth(1).click()
  await page.locator('dialog[open] li.aspect button.fold').first().click()
}

async function sheetPage(page) {
  await page.goto(`${marking}${sheet}`)
  await page.locator('article.aspect').first().waitFor()
}

const readme = [
  ['board', [1920, 1080], undefined, async (page) => page.goto(`${marking}/board/${now.id}`)],
  ['sheet', [1024, 768], 'judge', sheetPage],
  ['results', [1440, 900], deskPast, explained],
  ['verify', [390, 844], undefined, verified],
]
const steps = ['overview', 'scheme', 'roster', 'panels', 'draw', 'marking', 'results', 'certificates']
const goTo = (address) => (page) => page.goto(address)
const everything = [
  ['home', undefined, goTo(`${marking}/`)],
  ['login', undefined, goTo(`${marking}/login`)],
  ['pair', undefined, goTo(`${marking}/pair`)],
  ['not-found', undefined, goTo(`${marking}/nowhere`)],
  ['board-marking', undefined, goTo(`${marking}/board/${now.id}`)],
  ['board-published', undefined, goTo(`${published}/board/${past.id}`)],
  ['results-list', undefined, goTo(`${published}/results`)],
  ['results-public', undefined, goTo(`${published}/results/${past.id}`)],
  ['draws-public', undefined, goTo(`${published}/draws/${past.id}`)],
  ['verify', undefined, goTo(`${published}/verify`)],
  ['verify-valid', undefined, verified],
  ['verify-unknown', undefined, goTo(`${published}/verify/AAAAAAAAAAAAAAAAAAAAAA`)],
  ['judge', 'judge', goTo(`${marking}/judge`)],
  ['judge-sheet', 'judge', sheetPage],
  ['judge-chief', 'chief', goTo(`${marking}/judge/chief`)],
  ['console', desk, goTo(`${marking}/console`)],
  ['console-competition', desk, goTo(`${marking}${now.competition}`)],
  ...steps.map((step) => [`event-${step}`, desk, goTo(`${marking}/console/events/${now.id}/${step}`)]),
  ['event-results-published', deskPast, goTo(`${published}/console/events/${past.id}/results`)],
  ['event-explanation', deskPast, explained],
  ['event-certificates-published', deskPast, goTo(`${published}/console/events/${past.id}/certificates`)],
  ...['organisations', 'people', 'devices'].map((name) => [`console-${name}`, desk, goTo(`${marking}/console/${name}`)]),
  ...['users', 'audit'].map((name) => [`console-${name}`, office, goTo(`${marking}/console/${name}`)]),
]

async function take(folder, name, size, language, who, act) {
  const page = await open({ language, size, who })
  try {
    await act(page)
    await settle(page)
    await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' })
  } catch (error) {
    console.error(`${name}: ${error.message.split('\n')[0]}`)
    process.exitCode = 1
  }
  await page.context().close()
}

for (const language of languages) {
  for (const [name, size, who, act] of readme) await take(raw, `${name}.${language}`, size, language, who, act)
}
if (process.argv.includes('--all')) {
  for (const [name, who, act] of everything.filter(([name]) => only === undefined || name.includes(only))) {
    for (const language of languages) {
      for (const size of sizes) await take(all, `${name}-${size[0]}-${language}`, size, language, who, act)
    }
  }
}
await browser.close()
