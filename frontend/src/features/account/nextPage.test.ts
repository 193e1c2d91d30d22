import { expect, it } from 'vitest'
import { nextPage } from './nextPage'

it.each([
  ['/console/events/1?tab=2', '/console/events/1?tab=2'],
  ['//evil.example/x', '/console'],
  ['/\\evil.example', '/console'],
  ['https://evil.example', '/console'],
  ['javascript:alert(1)', '/console'],
  ['/login?next=/login', '/console'],
  [undefined, '/console'],
  [['/a', '/b'], '/console'],
])('%s leads to %s', (query, expected) => {
  expect(nextPage(query)).toBe(expected)
})
