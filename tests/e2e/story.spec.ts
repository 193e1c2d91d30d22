import { expect, test, type Page } from '@playwright/test'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { signInAgain, signInFirst, signOut } from './staff'
import { errorsOf, expectAccessible, folder, python, qrCodesOf } from './support'
import { allSaved, hold, markAspect, markSheet, openSheet, pairByCamera, pairByKeys, signSheet, toList } from './tablet'

const password = process.env.E2E_ADMIN_PASSWORD ?? ''
const organiser = { name: '陈静（示例）', username: 'organiser', password: 'lantern-Ridge-47-ox' }
const publisher = { name: '何伟（示例）', username: 'publisher', password: 'copper-Meadow-82-ya' }
const judges = ['林国栋（示例）', '赵启明（示例）', '钱芳（示例）']
const tablet = { viewport: { width: 1024, height: 768 }, hasTouch: true }
const workbooks = join(folder, 'workbooks')

async function dialog(page: Page, name: string, action: string): Promise<void> {
  const box = page.getByRole('dialog', { name })
  await box.getByRole('button', { name: action, exact: true }).click()
  await expect(box).toBeHidden({ timeout: 15_000 })
}

async function step(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: '办赛步骤' }).getByRole('link', { name }).click()
}

async function createUser(page: Page, user: typeof organiser): Promise<void> {
  await page.getByRole('button', { name: '新建账号' }).click()
  const box = page.getByRole('dialog', { name: '新建账号' })
  await box.getByLabel('姓名').fill(user.name)
  await box.getByLabel('用户名').fill(user.username)
  await box.getByLabel('初始密码').fill(user.password)
  await box.getByLabel('角色').selectOption({ label: '赛事组织者' })
  await dialog(page, '新建账号', '建立账号')
  await expect(page.getByRole('cell', { name: user.username, exact: true })).toBeVisible()
}

async function upload(page: Page, label: string, file: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).setInputFiles(join(workbooks, file))
  await expect(page.getByText(`《${file}》的检查结果`)).toBeVisible()
}

/** The document that a button opens in a new tab, taken on its way. */
async function document(page: Page, path: RegExp, open: () => Promise<void>): Promise<Buffer> {
  let body: Buffer | undefined
  await page.route(path, async (route) => {
    const response = await route.fetch()
    if (response.headers()['content-type'] === 'application/pdf') body = await response.body()
    await route.fulfill({ response })
  })
  await open()
  await expect.poll(() => body?.length ?? 0, { timeout: 20_000 }).toBeGreaterThan(0)
  await page.unroute(path)
  return body ?? Buffer.alloc(0)
}

test('from an empty database to a verified certificate, two judges at once', async ({ browser }) => {
  test.setTimeout(600_000)
  python('tests.e2e.workbooks', workbooks)
  const errors: string[][] = []
  async function open(options: Parameters<typeof browser.newContext>[0] = {}): Promise<Page> {
    const page = await (await browser.newContext(options)).newPage()
    errors.push(errorsOf(page))
    return page
  }
  const office = await open()
  const desk = await open({ viewport: { width: 1440, height: 900 } })
  const review = await open({ viewport: { width: 1440, height: 900 } })
  const hall = await open({ viewport: { width: 1920, height: 1080 } })
  const chief = await open(tablet)
  const first = await open(tablet)
  const second = await open(tablet)
  const places = hall.getByRole('list', { name: '名次', exact: true }).getByRole('listitem')
  let eventId = ''
  let slips: string[] = []
  let codes: string[] = []
  let names: string[] = []
  let address = ''

  await test.step('the administrator sets up the second factor and makes two organisers', async () => {
    await signInFirst(office, 'admin', password)
    await office.getByRole('link', { name: '账号与权限' }).click()
    await createUser(office, organiser)
    await createUser(office, publisher)
    await office.context().storageState({ path: join(folder, 'admin.json') })
  })

  await test.step('the organiser signs in, and once more with a recovery code', async () => {
    const recovery = await signInFirst(desk, organiser.username, organiser.password)
    await signOut(desk)
    await signInAgain(desk, organiser.username, organiser.password, recovery)
  })

  await test.step('a competition and its event', async () => {
    await desk.getByRole('button', { name: '新建竞赛' }).click()
    const box = desk.getByRole('dialog', { name: '新建竞赛' })
    await box.getByLabel('名称（中文）').fill('市新能源技能竞赛（示例）')
    await box.getByLabel('名称（英文）').fill('City New-Energy Skills Contest (sample)')
    await box.getByLabel('开始日期').fill('2026-05-20')
    await dialog(desk, '新建竞赛', '新建')
    await desk.getByRole('button', { name: '新建赛项' }).click()
    const event = desk.getByRole('dialog', { name: '新建赛项' })
    await event.getByLabel('名称（中文）').fill('光伏硅片加工')
    await event.getByLabel('名称（英文）').fill('Photovoltaic wafer processing')
    await event.getByLabel('职业（工种）', { exact: true }).fill('硅片加工（示例）')
    await event.getByLabel('赛项代码').fill('PV')
    await event.getByLabel('理论占比').fill('30')
    await event.getByLabel('工位数').fill('2')
    await dialog(desk, '新建赛项', '新建赛项')
    await expect(desk.getByRole('heading', { name: '可以开赛了吗？' })).toBeVisible()
    eventId = /events\/([0-9a-f-]{36})/.exec(desk.url())?.[1] ?? ''
    expect(eventId).not.toBe('')
  })

  await test.step('the marking scheme', async () => {
    await step(desk, '评分方案')
    await upload(desk, '评分方案文件', 'scheme.xlsx')
    await desk.getByRole('button', { name: '导入方案' }).click()
    await expect(desk.getByText('评分方案已导入')).toBeVisible()
    await expect(desk.getByText('权重合计 100')).toBeVisible()
  })

  await test.step('a roster with two wrong cells: each is named, and nobody is imported', async () => {
    await step(desk, '参赛名单')
    await upload(desk, '参赛名单文件', 'roster-wrong.xlsx')
    await expect(desk.getByText('2 行需要修改')).toBeVisible()
    const faults = desk.getByRole('region', { name: '需要修改的单元格' }).getByRole('row')
    await expect(faults).toHaveCount(3)
    await expect(faults.nth(1)).toContainText(/4.*D.*身份证号/)
    await expect(faults.nth(2)).toContainText(/5.*I.*理论成绩/)
    await expect(desk.getByRole('button', { name: /^导入 \d+ 行/ })).toHaveCount(0)
    await desk.reload()
    await expect(desk.getByLabel('参赛名单文件', { exact: true })).toBeAttached()
    await expect(desk.getByRole('region', { name: '参赛名单', exact: true })).toHaveCount(0)
  })

  await test.step('the mended roster', async () => {
    await upload(desk, '参赛名单文件', 'roster.xlsx')
    await desk.getByRole('button', { name: '导入 4 行' }).click()
    const rows = desk.getByRole('region', { name: '参赛名单', exact: true }).getByRole('row')
    await expect(rows).toHaveCount(5)
    names = await rows.locator('td:nth-child(2)').allInnerTexts()
    expect(names.filter((name) => /^[\u4e00-\u9fff]{2,4}$/.test(name))).toHaveLength(4)
  })

  await test.step('a panel of a chief and two judges; the codes are printed', async () => {
    await step(desk, '裁判组')
    await desk.getByRole('button', { name: '新建裁判组' }).click()
    const box = desk.getByRole('dialog', { name: '新建裁判组' })
    for (const [place, name] of judges.entries()) await box.getByLabel('姓名', { exact: true }).nth(place).fill(name)
    await dialog(desk, '新建裁判组', '建立裁判组')
    await expect(desk.getByRole('row')).toHaveCount(4)
    await desk.getByRole('button', { name: '打印配对码' }).click()
    const pdf = await document(desk, /codes\.pdf$/, () => dialog(desk, '打印新的配对码？', '打印配对码'))
    slips = qrCodesOf(pdf, 'codes.pdf').flat()
    expect(slips).toHaveLength(3)
  })

  await test.step('the draw, recomputed in the page; then marking starts', async () => {
    await step(desk, '抽签')
    await desk.getByRole('button', { name: '为 4 名选手抽签' }).click()
    await desk.getByLabel('现场公开的文字').fill('骰子 6 3 1')
    await dialog(desk, '现在抽签？', '抽签')
    await expect(desk.getByText('已重算，结果一致')).toBeVisible()
    await step(desk, '总览')
    await desk.getByRole('button', { name: '开始评分' }).click()
    await dialog(desk, '现在开始评分？', '开始评分')
    await expect(desk.getByRole('heading', { name: '评分进度' })).toBeVisible()
  })

  await test.step('three tablets are paired; a code works once', async () => {
    await pairByCamera(chief, slips[0] ?? '')
    await pairByCamera(first, slips[1] ?? '')
    await pairByKeys(second, slips[2] ?? '')
    await expect(first.getByText('赵启明（示例） 裁判')).toBeVisible()
    await expect(second.getByText('钱芳（示例） 裁判')).toBeVisible()
    codes = await first.getByRole('list', { name: '我的评分表' }).locator('.code').allInnerTexts()
    expect(codes).toHaveLength(4)
    expect(codes.join()).toMatch(/^(W\d{3},?){4}$/)
    await expectAccessible(first)
    await hall.goto(slips[1] ?? '')
    await hall.locator('button[type=submit]').click()
    await expect(hall.getByText('配对码已被使用')).toBeVisible()
  })

  await test.step('two judges mark at once and the hall board follows', async () => {
    await hall.goto(`/board/${eventId}`)
    await expect(places).toHaveCount(4)
    await expectAccessible(hall)
    const row = places.filter({ hasText: codes[0] ?? '' })
    await expect(row.locator('.part')).toHaveText('0/12')
    await Promise.all([
      (async () => {
        await openSheet(first, 'A', codes[0] ?? '')
        await markSheet(first, 3)
      })(),
      (async () => {
        await openSheet(second, 'A', codes[0] ?? '')
        await markSheet(second, 3)
      })(),
    ])
    await expectAccessible(first)
    await expect(row.locator('.part')).toHaveText('6/12')
    await expect(row.locator('.total')).not.toHaveText('—')
    for (const page of [hall, first]) {
      const text = await page.locator('body').innerText()
      expect(names.filter((name) => text.includes(name))).toEqual([])
    }
    await Promise.all([signSheet(first), signSheet(second)])
  })

  await test.step('one judge loses the network, goes on, and nothing is lost', async () => {
    await Promise.all([toList(first), toList(second)])
    await openSheet(second, 'A', codes[1] ?? '')
    await markAspect(second, second.locator('article.aspect').first(), 2)
    await allSaved(second)
    await second.context().setOffline(true)
    await markSheet(second, 2, 1)
    await expect(second.getByText('2 项打分存在本机，等待上传')).toBeVisible()
    await toList(second)
    await openSheet(second, 'A', codes[2] ?? '')
    await Promise.all([
      markSheet(second, 1),
      (async () => {
        await openSheet(first, 'A', codes[1] ?? '')
        await markSheet(first, 2)
        await signSheet(first)
      })(),
    ])
    await expect(second.getByText('5 项打分存在本机，等待上传')).toBeVisible()
    await second.reload()
    await expect(second.getByText('5 项打分存在本机，等待上传')).toBeVisible()
    await second.context().setOffline(false)
    await allSaved(second)
    const row = places.filter({ hasText: codes[2] ?? '' })
    await expect(row.locator('.part')).toHaveText('3/12')
    await signSheet(second)
    await toList(second)
    await openSheet(second, 'A', codes[1] ?? '')
    await signSheet(second)
  })

  await test.step('both finish and sign every sheet', async () => {
    const finish = async (page: Page, open: [string, number][]) => {
      for (const [module, place] of open) {
        await toList(page)
        await openSheet(page, module, codes[place] ?? '')
        await markSheet(page, 3 - place)
        await signSheet(page)
      }
    }
    const inspection: [string, number][] = [['B', 0], ['B', 1], ['B', 2], ['B', 3]]
    await Promise.all([
      finish(first, [['A', 2], ['A', 3], ...inspection]),
      finish(second, [['A', 3], ...inspection]),
    ])
    await expect(hall.locator('.part')).toHaveCount(0)
  })

  await test.step('the organiser sees the results explained and sets the prizes', async () => {
    await step(desk, '成绩')
    await expect(desk.getByRole('region', { name: '排名', exact: true }).getByRole('row')).toHaveCount(5)
    await desk.getByRole('button', { name: '用一、二、三等奖' }).click()
    await desk.getByRole('button', { name: '保存奖项' }).click()
    await expect(desk.getByRole('button', { name: '保存奖项' })).toBeDisabled()
    await desk.getByRole('button', { name: `${codes[0] ?? ''} 的总分由来` }).click()
    const drawer = desk.getByRole('dialog', { name: `${codes[0] ?? ''} 的总分由来` })
    await drawer.getByRole('button', { name: '展开到裁判' }).click()
    for (const name of judges.slice(1)) await expect(drawer.getByText(`裁判 ${name}`).first()).toBeVisible()
    await expect(drawer.getByText(/实测值：131/).first()).toBeVisible()
    await expectAccessible(desk)
    await drawer.getByRole('button', { name: '关闭' }).click()
  })

  await test.step('the chief judge confirms on the own tablet', async () => {
    await chief.getByRole('link', { name: '进度与成绩确认' }).click()
    await expect(chief.getByText('已签字 16 / 16 张')).toBeVisible()
    await expect(chief.getByRole('listitem').filter({ hasText: codes[0] ?? '' })).toContainText('1')
    await expectAccessible(chief)
    await hold(chief, chief.getByRole('button', { name: '按住确认成绩' }))
    await expect(chief.getByText('成绩已确认')).toBeVisible()
    await chief.context().storageState({ path: join(folder, 'chief.json') })
    await first.context().storageState({ path: join(folder, 'judge.json') })
  })

  await test.step('another person publishes; until then nobody outside sees a name', async () => {
    await hall.goto(`/results/${eventId}`)
    await expect(hall.getByText('成绩尚未公布')).toBeVisible()
    await signInFirst(review, publisher.username, publisher.password)
    await review.goto(`/console/events/${eventId}/results`)
    await review.getByRole('button', { name: '公布成绩' }).click()
    await dialog(review, '公布成绩？', '公布成绩')
    await expect(review.getByRole('link', { name: '公开成绩页' }).first()).toBeVisible()
    await hall.reload()
    const rows = hall.getByRole('list', { name: '名次表' }).getByRole('listitem')
    await expect(rows).toHaveCount(4)
    await expect(rows.first()).toContainText(codes[0] ?? '')
    for (const name of names) await expect(rows.filter({ hasText: name })).toHaveCount(1)
    await expect(rows.first()).toContainText('一等奖')
  })

  await test.step('certificates are made, and each is verified by its own code', async () => {
    await step(desk, '证书')
    await desk.getByRole('button', { name: '新建证书种类' }).click()
    await desk.getByLabel('编号前缀').fill('SAMPLE')
    await dialog(desk, '新建证书种类', '保存')
    await desk.getByRole('button', { name: '制作证书' }).click()
    await expect(desk.getByText('4 张证书已全部制作完成，可以打印。')).toBeVisible({ timeout: 60_000 })
    const pdf = await document(desk, /print\.pdf$/, () => desk.getByRole('button', { name: '打开打印文件' }).click())
    const pages = qrCodesOf(pdf, 'certificates.pdf')
    expect(pages).toHaveLength(4)
    expect(new Set(pages.flat()).size).toBe(4)
    address = pages[0]?.[0] ?? ''
    expect(new URL(address).pathname).toMatch(/^\/verify\/.+/)
    const phone = await open({ viewport: { width: 390, height: 844 }, isMobile: true })
    await phone.goto(address)
    await expect(phone.getByRole('heading', { level: 1, name: '有效', exact: true })).toBeVisible()
    await expect(phone.getByText('光伏硅片加工')).toBeVisible()
    await phone.getByRole('button', { name: 'English' }).click()
    await expect(phone.getByRole('heading', { level: 1, name: 'Valid', exact: true })).toBeVisible()
    await expect(phone.getByText('Photovoltaic wafer processing')).toBeVisible()
    await phone.goto(`${address.slice(0, -3)}xyz`)
    await expect(phone.getByRole('heading', { level: 1, name: 'Not found' })).toBeVisible()
    await desk.context().storageState({ path: join(folder, 'organiser.json') })
  })

  writeFileSync(join(folder, 'story.json'), JSON.stringify({ eventId, address }))
  expect(errors.flat().filter((error) => !/net::ERR_(INTERNET_DISCONNECTED|FAILED)/.test(error))).toEqual([])
})
