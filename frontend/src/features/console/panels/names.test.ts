import { expect, it } from 'vitest'
import { namesIn } from './names'

it('reads names from a column, a row or a sentence', () => {
  expect(namesIn('王建国\r\n李秀英\r\n')).toEqual(['王建国', '李秀英'])
  expect(namesIn('王建国\t李秀英')).toEqual(['王建国', '李秀英'])
  expect(namesIn('王建国、李秀英，Anna Li')).toEqual(['王建国', '李秀英', 'Anna Li'])
  expect(namesIn('  ')).toEqual([])
})
