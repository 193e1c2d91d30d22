import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { execFileSync } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

export const root = resolve(__dirname, '../..')
export const folder = join(root, 'var/e2e')

export function python(module: string, ...args: string[]): string {
  return execFileSync(join(root, '.venv/bin/python'), ['-m', module, ...args], { cwd: root, encoding: 'utf8' })
}

/** The texts of the QR codes of a PDF, page by page, as a camera reads them. */
export function qrCodesOf(pdf: Buffer, name: string): string[][] {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, name)
  writeFileSync(path, pdf)
  return JSON.parse(python('tests.e2e.pdf', path)) as string[][]
}

/** RFC 6238 with the usual settings: SHA-1, 30 seconds, six digits. */
export function totp(secret: string, at = Date.now()): string {
  const bits = [...secret.replaceAll(/[\s=]/g, '')]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)))
  const hash = createHmac('sha1', key).update(counter).digest()
  const offset = (hash.at(-1) ?? 0) & 15
  return String((hash.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

/** Answers that a page expects and the browser still writes to its console. */
const expected = [/\/_allauth\//, /\/events\/[^/]+\/draw$/, /\/public\/events\/[^/]+\/results$/, /\/judge\/packet$/, /\/v1\/pairing$/]

/** Errors of the page, a script or style refused by the security policy among them. */
export function errorsOf(page: Page): string[] {
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(`${page.url()} ${error.message}`))
  page.on('console', (message) => {
    const loading = /^Failed to load resource.* status of 4\d\d/.test(message.text())
    if (loading && expected.some((address) => address.test(message.location().url))) return
    if (message.type() === 'error') errors.push(`${page.url()} ${message.text()} ${message.location().url}`)
  })
  return errors
}

const grave = new Set(['serious', 'critical'])

export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const found = violations.filter(({ impact }) => grave.has(impact ?? ''))
  expect(found.map(({ id, nodes }) => [page.url(), id, ...nodes.map(({ html }) => html)])).toEqual([])
}
