import { expect, test, type Page } from '@playwright/test'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { errorsOf, expectAccessible, folder, root } from './support'

/**
 * Every page as the story left it, in Chinese and light, in English and dark: accessible, translated, no error in its
 * console, nothing that scrolls sideways on a phone. The first pages are in shell.spec.ts.
 */
const desktop = { width: 1440, height: 900 }
const phone = { width: 390, height: 844 }
const visitors = ['nobody', 'judge', 'chief', 'organiser', 'admin'] as const

function pagesOf(who: (typeof visitors)[number]): string[] {
  const { eventId, address } = JSON.parse(readFileSync(join(folder, 'story.json'), 'utf8')) as { eventId: string; address: string }
  const steps = ['overview', 'scheme', 'roster', 'panels', 'draw', 'marking', 'results', 'certificates']
  return {
    nobody: [
      '/pair', `/board/${eventId}`, '/results', `/results/${eventId}`, `/draws/${eventId}`, '/verify', new URL(address).pathname,
    ],
    judge: ['/judge', 'sheet'],
    chief: ['/judge/chief'],
    organiser: [
      '/console', 'competition', ...steps.map((step) => `/console/events/${eventId}/${step}`),
      '/console/organisations', '/console/people', '/console/devices',
    ],
    admin: ['/console/users', '/console/audit'],
  }[who]
}

/** The first words of every message key, as a page would show one that has no text: `judge.sheet.title`. */
const source = join(root, 'frontend/src')
const texts = ['i18n', ...readdirSync(join(source, 'features')).map((name) => join('features', name))]
  .map((place) => join(source, place, 'locales/en.json'))
  .filter((path) => existsSync(path))
const spaces = texts.flatMap((path) => Object.keys(JSON.parse(readFileSync(path, 'utf8')) as object))
const rawKey = new RegExp(`\\b(${spaces.join('|')})(\\.[a-z][A-Za-z_]+){1,4}\\b`)

async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await expect(page.locator('main').first()).toBeVisible()
  await expect(page.getByText(/正在载入|正在连接|正在核验|Loading|Connecting|Checking…/)).toHaveCount(0)
}

/** Addresses that hold an id are found by the links that lead there. */
async function go(page: Page, path: string): Promise<void> {
  if (path === 'sheet') {
    await page.goto('/judge')
    await page.locator('a[href^="/judge/sheets/"]').first().click()
    await expect(page.locator('article').first()).toBeVisible()
  } else if (path === 'competition') {
    await page.goto('/console')
    await page.locator('a[href^="/console/competitions/"]').first().click()
  } else {
    await page.goto(path)
  }
  await settled(page)
}

for (const who of visitors) {
  for (const language of ['zh-CN', 'en']) {
    const colorScheme = language === 'en' ? 'dark' : 'light'
    test(`pages of ${who}, ${language}, ${colorScheme}`, async ({ browser }) => {
      test.setTimeout(120_000)
      const context = await browser.newContext({
        reducedMotion: 'reduce',
        colorScheme,
        viewport: desktop,
        ...(who === 'nobody' ? {} : { storageState: join(folder, `${who}.json`) }),
      })
      await context.addInitScript((stored) => {
        localStorage.setItem('jx.language', stored)
      }, language)
      const page = await context.newPage()
      const errors = errorsOf(page)
      for (const path of pagesOf(who)) {
        await test.step(path, async () => {
          await go(page, path)
          await expect(page.locator('html')).toHaveAttribute('lang', language)
          expect(await page.locator('body').innerText()).not.toMatch(rawKey)
          await expectAccessible(page)
          await page.setViewportSize(phone)
          await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width)
          await page.setViewportSize(desktop)
          expect(errors).toEqual([])
        })
      }
      await context.close()
    })
  }
}
