import { expect, type Page } from '@playwright/test'
import { totp } from './support'

/** First sign-in: the password, then the authenticator app is set up. Gives one of the recovery codes. */
export async function signInFirst(page: Page, username: string, password: string): Promise<string> {
  await page.goto('/login?next=/console')
  await enterPassword(page, username, password)
  await expect(page.getByRole('heading', { name: '设置第二重验证' })).toBeVisible()
  await page.getByText('无法扫码？手工输入密钥').click()
  const secret = await page.locator('details code').innerText()
  await page.getByLabel('验证码').fill(totp(secret))
  await page.getByRole('button', { name: '启用' }).click()
  await expect(page.getByRole('heading', { name: '请保存备用码' })).toBeVisible()
  const recovery = await page.locator('main li').first().innerText()
  await page.getByRole('button', { name: '已保存，继续' }).click()
  await expect(page).toHaveURL(/\/console$/)
  return recovery
}

/** A later sign-in: the password, then a code. */
export async function signInAgain(page: Page, username: string, password: string, code: string): Promise<void> {
  await page.goto('/login?next=/console')
  await enterPassword(page, username, password)
  await page.getByLabel('验证码').fill(code)
  await page.getByRole('button', { name: '登录' }).click()
  await expect(page).toHaveURL(/\/console$/)
}

async function enterPassword(page: Page, username: string, password: string): Promise<void> {
  await page.getByLabel('用户名').fill(username)
  await page.getByLabel('密码').fill(password)
  await page.getByRole('button', { name: '登录' }).click()
}

export async function signOut(page: Page): Promise<void> {
  await page.getByRole('link', { name: '退出登录' }).click()
  await expect(page.getByText('您已退出')).toBeVisible()
}
