import { expect, type Locator, type Page } from '@playwright/test'

const alphabet = /^[2-9A-HJ-NP-Z]{4}-?[2-9A-HJ-NP-Z]{4}$/

/** As the camera app does it: the address in the QR code is opened. */
export async function pairByCamera(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.getByRole('button', { name: '配对', exact: false }).last().click()
  await expect(page).toHaveURL(/\/judge$/)
}

/** As without a camera: the code is tapped on the page's own keys. */
export async function pairByKeys(page: Page, address: string): Promise<void> {
  const code = address.slice(address.indexOf('#') + 1)
  expect(code).toMatch(alphabet)
  await page.goto('/pair')
  for (const key of code.replace('-', '')) await page.getByRole('button', { name: key, exact: true }).click()
  await page.locator('button[type=submit]').click()
  await expect(page).toHaveURL(/\/judge$/)
}

export async function openSheet(page: Page, module: string, code: string): Promise<void> {
  await page.getByRole('navigation', { name: '模块' }).getByRole('button', { name: new RegExp(`^${module}`) }).click()
  await page.getByRole('list', { name: '我的评分表' }).getByRole('link', { name: code }).click()
  await expect(page.getByRole('heading', { level: 1, name: code })).toBeVisible()
}

export async function toList(page: Page): Promise<void> {
  await page.getByRole('link', { name: '全部评分表' }).first().click()
  await expect(page).toHaveURL(/\/judge$/)
}

/** `quality` 0 to 3; every kind of aspect by its own input. */
export async function markAspect(page: Page, aspect: Locator, quality: number): Promise<void> {
  const choices = aspect.getByRole('radio')
  const readout = aspect.locator('.readout')
  if ((await choices.count()) === 2) await choices.nth(quality > 0 ? 0 : 1).click()
  else if ((await choices.count()) === 4) await choices.nth(quality).click()
  else if ((await choices.count()) > 0) await choices.nth(Math.min(2, 3 - quality)).click()
  else {
    await readout.click()
    const isMeasure = (await aspect.getByText('标称值').count()) > 0
    await type(page, (isMeasure ? [141, 137, 134, 131] : [2.5, 5, 7.5, 10])[quality] ?? 0)
  }
  await expect(aspect.getByText('未评', { exact: true })).toHaveCount(0)
}

async function type(page: Page, value: number): Promise<void> {
  const pad = page.locator('dialog[open]')
  for (const key of String(value)) {
    await pad.getByRole('button', { name: key === '.' ? '小数点' : key, exact: true }).click()
  }
  await pad.getByRole('button', { name: '确定' }).click()
  await expect(pad).toHaveCount(0)
}

export async function markSheet(page: Page, quality: number, from = 0): Promise<void> {
  const aspects = page.locator('article.aspect')
  const count = await aspects.count()
  for (let place = from; place < count; place += 1) await markAspect(page, aspects.nth(place), quality)
}

export async function allSaved(page: Page): Promise<void> {
  await expect(page.getByText(/项打分已全部存入赛场服务器/)).toBeVisible({ timeout: 20_000 })
}

/** The finger stays on the button until the sheet says that it is signed. */
export async function signSheet(page: Page): Promise<void> {
  await allSaved(page)
  await page.getByRole('button', { name: '签字', exact: true }).click()
  await hold(page, page.getByRole('button', { name: '按住签字' }))
  await expect(page.getByText(/签字，只能查看/)).toBeVisible()
}

export async function hold(page: Page, button: Locator): Promise<void> {
  await expect(button).toBeEnabled()
  await button.hover()
  await page.mouse.down()
  await expect(page.getByText('请继续按住…')).toBeVisible()
  await expect(page.getByText('请继续按住…')).toHaveCount(0)
  await page.mouse.up()
}
