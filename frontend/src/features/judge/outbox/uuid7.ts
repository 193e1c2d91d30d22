let lastTime = 0
let counter = 0

/** RFC 9562 version 7. Ids made in one millisecond, or after the clock was set back, still rise. */
export function uuid7(now = Date.now()): string {
  if (now > lastTime) {
    lastTime = now
    counter = random16() & 0x7ff
  } else if (++counter > 0xfff) {
    lastTime += 1
    counter = 0
  }
  const bytes = crypto.getRandomValues(new Uint8Array(8))
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x80
  const tail = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  const time = lastTime.toString(16).padStart(12, '0')
  const version = `7${counter.toString(16).padStart(3, '0')}`
  return `${time.slice(0, 8)}-${time.slice(8)}-${version}-${tail.slice(0, 4)}-${tail.slice(4)}`
}

function random16(): number {
  return crypto.getRandomValues(new Uint16Array(1))[0] ?? 0
}
