import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'

/** Errors of the page, a refused script or style of the security policy among them. */
function errorsOf(page: Page): string[] {
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  return errors
}

async function open(page: Page, path: string, language: string): Promise<void> {
  await page.addInitScript((stored) => {
    localStorage.setItem('jx.language', stored)
  }, language)
  await page.goto(path)
  await expect(page.locator('main')).toBeVisible()
}

for (const language of ['zh-CN', 'en']) {
  for (const path of ['/', '/login', '/no-such-page']) {
    for (const colorScheme of ['light', 'dark'] as const) {
      test(`${path} is accessible, ${language}, ${colorScheme}`, async ({ page }) => {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
        const errors = errorsOf(page)
        await open(page, path, language)
        await expect(page.locator('html')).toHaveAttribute('lang', language)
        const { violations } = await new AxeBuilder({ page }).analyze()
        expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([])
        expect(errors).toEqual([])
      })
    }
  }
}

test('nothing scrolls sideways on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  for (const path of ['/', '/login']) {
    await open(page, path, 'en')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  }
})

test('the language switch changes the whole page and is kept', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Skill, fairly judged')
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Skill, fairly judged')
  await expect(page).toHaveTitle(/Jiangxin/)
})
