import { describe, expect, it } from 'vitest'
import { codeIn, codeInScan, deviceLabel } from './code'

describe('codeIn', () => {
  it('reads a code however it comes', () => {
    expect(['abcd-2345', ' ABCD 2345 ', 'https://hall.example/pair#ABCD2345', 'ABCD23456789'].map(codeIn)).toEqual(
      Array.from({ length: 4 }, () => 'ABCD2345'),
    )
    expect(codeIn('')).toBe('')
  })
})

describe('codeInScan', () => {
  it('takes a pairing code and nothing else', () => {
    expect(codeInScan('https://hall.example/pair#ABCD-2345')).toBe('ABCD2345')
    expect(codeInScan('abcd2345')).toBe('ABCD2345')
    expect(codeInScan('https://hall.example/verify/ABCD2345')).toBeNull()
    expect(codeInScan('WIFI:S:hall;T:WPA;P:secret23;;')).toBeNull()
  })
})

describe('deviceLabel', () => {
  it('names the device and its screen', () => {
    const android = 'Mozilla/5.0 (Linux; Android 13; SM-X200 Build/TP1A) AppleWebKit/537.36'
    expect(deviceLabel(android, 5, 1024, 768)).toBe('SM-X200 1024×768')
    expect(deviceLabel('Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)', 5, 1180, 820)).toBe('iPad 1180×820')
    expect(deviceLabel('Mozilla/5.0 (Linux; Android 10; K)', 5, 800, 600)).toBe('Android 800×600')
  })
})
