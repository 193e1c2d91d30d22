import { describe, expect, it } from 'vitest'
import { isWeight, plain, sumMarks, sumWeights } from './weights'

describe('weights', () => {
  it('add up without binary crumbs', () => {
    expect(sumWeights(['33.30', '33.30', '33.40'])).toEqual({ total: '100', missing: '0', exact: true })
  })

  it('say what is missing, or too much', () => {
    expect(sumWeights(['30', '60'])).toMatchObject({ missing: '10', exact: false })
    expect(sumWeights(['30', '80'])).toMatchObject({ missing: '-10', exact: false })
  })

  it('are not right while one is not a number', () => {
    expect(sumWeights(['100', 'x']).exact).toBe(false)
  })

  it('are numbers from 0 to 100 with at most two decimals', () => {
    expect(['0', '12.5', '100', '12.345', '-1', '101', ''].map(isWeight)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
      false,
    ])
  })

  it('are shown without idle zeros', () => {
    expect([plain('30.00'), plain('12.50'), sumMarks(['0.10', '0.20'])]).toEqual(['30', '12.5', '0.3'])
  })
})
