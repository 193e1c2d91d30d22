export type Exclusive = <T>(work: () => Promise<T>) => Promise<T>

/**
 * One sender at a time over all tabs of this browser. Without Web Locks (a page not served over HTTPS) the order holds
 * within the tab, and two tabs may send the same mark twice, which the server answers with "repeated".
 */
export function exclusive(name: string): Exclusive {
  const locks = (globalThis.navigator as { locks?: LockManager } | undefined)?.locks
  if (locks !== undefined) return (work) => locks.request(name, work) as Promise<never>
  return inTurn()
}

export function inTurn(): Exclusive {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const mine = last.then(work, work)
    last = mine.catch(() => undefined)
    return mine
  }
}
