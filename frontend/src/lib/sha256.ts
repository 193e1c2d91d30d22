/**
 * SHA-256 (FIPS 180-4) without the browser's own, which is refused on plain http: a hall's network has no
 * certificate, and the draw is to be checked there too.
 */
const primes: number[] = []
for (let candidate = 2; primes.length < 64; candidate++) {
  if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate)
}
const fraction = (value: number) => Math.floor((value - Math.floor(value)) * 2 ** 32) | 0
const constants = primes.map((prime) => fraction(Math.cbrt(prime)))
const start = primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)))

const turned = (word: number, by: number) => (word >>> by) | (word << (32 - by))

function padded(message: Uint8Array): DataView {
  const whole = new Uint8Array(Math.ceil((message.length + 9) / 64) * 64)
  whole.set(message)
  whole[message.length] = 0x80
  const view = new DataView(whole.buffer)
  view.setUint32(whole.length - 8, Math.floor(message.length / 2 ** 29))
  view.setUint32(whole.length - 4, (message.length << 3) >>> 0)
  return view
}

function scheduleOf(view: DataView, offset: number): Int32Array {
  const words = new Int32Array(64)
  for (let i = 0; i < 16; i++) words[i] = view.getInt32(offset + i * 4)
  for (let i = 16; i < 64; i++) {
    const [a, b] = [words[i - 15] as number, words[i - 2] as number]
    const low = turned(a, 7) ^ turned(a, 18) ^ (a >>> 3)
    const high = turned(b, 17) ^ turned(b, 19) ^ (b >>> 10)
    words[i] = (words[i - 16] as number) + low + (words[i - 7] as number) + high
  }
  return words
}

type State = [number, number, number, number, number, number, number, number]

function mixed(state: State, words: Int32Array): State {
  let [a, b, c, d, e, f, g, h] = state
  for (let i = 0; i < 64; i++) {
    const one = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)
    const first = (h + one + ((e & f) ^ (~e & g)) + (constants[i] as number) + (words[i] as number)) | 0
    const two = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)
    const second = (two + ((a & b) ^ (a & c) ^ (b & c))) | 0
    ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0]
  }
  return [a, b, c, d, e, f, g, h]
}

export function sha256(text: string): Uint8Array {
  const view = padded(new TextEncoder().encode(text))
  let state = start as State
  for (let offset = 0; offset < view.byteLength; offset += 64) {
    const next = mixed(state, scheduleOf(view, offset))
    state = state.map((word, i) => (word + (next[i] as number)) | 0) as State
  }
  const out = new DataView(new ArrayBuffer(32))
  state.forEach((word, i) => {
    out.setInt32(i * 4, word)
  })
  return new Uint8Array(out.buffer)
}

export const sha256Hex = (text: string) => Array.from(sha256(text), (byte) => byte.toString(16).padStart(2, '0')).join('')
