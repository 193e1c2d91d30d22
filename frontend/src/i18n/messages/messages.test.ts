import { describe, expect, it } from 'vitest'

const files = import.meta.glob<Record<string, unknown>>(
  ['../locales/*.json', '../../features/*/locales/*.json'],
  { eager: true, import: 'default', query: '?raw' },
) as unknown as Record<string, string>

function texts(tree: unknown, path = ''): [string, string][] {
  if (typeof tree === 'string') return [[path, tree]]
  return Object.entries(tree as Record<string, unknown>).flatMap(([key, value]) =>
    texts(value, path === '' ? key : `${path}.${key}`),
  )
}

function placeholders(text: string): string[] {
  return [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ''))].sort()
}

function parsed(path: string): [string, string][] {
  const content = files[path]
  if (content === undefined) throw new Error(`${path} is missing`)
  return texts(JSON.parse(content))
}

const chinese = Object.keys(files).filter((path) => path.endsWith('/zh-CN.json'))

describe('texts', () => {
  it('are found for the shell and for features', () => {
    expect(chinese.length).toBeGreaterThan(2)
    expect(Object.keys(files).length).toBe(2 * chinese.length)
  })

  describe.each(chinese)('%s', (path) => {
    const zh = parsed(path)
    const en = new Map(parsed(path.replace('zh-CN.json', 'en.json')))

    it('has the same keys in both languages', () => {
      expect([...en.keys()].sort()).toEqual(zh.map(([key]) => key).sort())
    })

    it('has no empty text', () => {
      expect([...zh, ...en].filter(([, text]) => text.trim() === '')).toEqual([])
    })

    it('uses the same placeholders in both languages', () => {
      const differing = zh.filter(
        ([key, text]) => placeholders(text).join() !== placeholders(en.get(key) ?? '').join(),
      )
      expect(differing).toEqual([])
    })

    it('keeps to the key of its feature', () => {
      const feature = /features\/([^/]+)\//.exec(path)?.[1]
      if (feature === undefined) return
      expect([...new Set(zh.map(([key]) => key.split('.')[0]))]).toEqual([feature])
    })
  })
})
