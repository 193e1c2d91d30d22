import { liveQuery } from 'dexie'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { ApiProblem } from '@/api'
import { fetchPacket, sendMarks, signSheet } from '../api'
import { exclusive, Flusher, JudgeStore, ownerOf, uuid7, type FlushState, type PacketHead, type QueuedMark } from '../outbox'
import type { PacketSheet, Special } from '../types'
import { judgedAspects, inStartOrder, isMarked, summarise, viewSheet } from './sheetView'

const refreshEvery = 60_000

export interface NewMark {
  aspectId: string
  value: string | null
  special: Special | null
}

/** The judge's packet and marks, as this tablet holds them. Reads come from the device, the network only catches up. */
export const useJudge = defineStore('judge', () => {
  const store = new JudgeStore()
  const lock = exclusive('jx-outbox')
  const head = shallowRef<PacketHead>()
  const sheetList = shallowRef<PacketSheet[]>([])
  const queue = shallowRef<QueuedMark[]>([])
  const others = ref(0)
  const opened = ref(false)
  const flushState = ref<FlushState>('idle')
  const reachable = ref(true)
  const problem = shallowRef<unknown>()
  const storageFailed = ref(false)
  const flusher = new Flusher({
    queue: async () => store.queueOf(ownerOf(await store.head())),
    settle: (settled) => store.settle(settled),
    send: sendMarks,
    lock,
    onState(state) {
      flushState.value = state
      if (state === 'idle' && queue.value.length > 0) reachable.value = true
      if (state === 'offline') reachable.value = false
    },
  })
  let started = false

  function read(): void {
    liveQuery(async () => {
      const stored = await store.head()
      return { stored, sheets: await store.sheets.toArray(), others: await store.keptByOthers(ownerOf(stored)) }
    }).subscribe({
      next(found) {
        head.value = found.stored
        sheetList.value = found.sheets.sort(inStartOrder)
        others.value = found.others
        opened.value = true
      },
      error: failed,
    })
    liveQuery(async () => store.queueOf(ownerOf(await store.head()))).subscribe({
      next(found) {
        queue.value = found
      },
      error: failed,
    })
  }

  function failed(): void {
    storageFailed.value = true
    opened.value = true
  }

  /** Fetches the packet while nothing is being sent, so that an older answer never hides a mark saved meanwhile. */
  async function refresh(): Promise<void> {
    try {
      await lock(async () => {
        await store.keepPacket(await fetchPacket())
      })
      reachable.value = true
      problem.value = undefined
      if (flushState.value === 'unpaired') flushState.value = 'idle'
    } catch (raised) {
      if (raised instanceof ApiProblem && raised.status === 401) flushState.value = 'unpaired'
      else reachable.value = raised instanceof ApiProblem
      problem.value = raised
    }
  }

  async function catchUp(): Promise<void> {
    await flusher.flush()
    if (flushState.value !== 'unpaired') await refresh()
  }

  function start(): void {
    if (started) return
    started = true
    read()
    void catchUp()
    // Asked once: the browser must not clear unsent marks when the disk gets full.
    void navigator.storage?.persist?.().catch(() => false)
    globalThis.addEventListener('online', () => void catchUp())
    globalThis.addEventListener('offline', () => {
      reachable.value = false
    })
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') void catchUp()
    })
    setInterval(() => {
      if (document.visibilityState === 'visible' && flushState.value !== 'unpaired') void catchUp()
    }, refreshEvery)
  }

  /** Resolves when the marks are on this tablet's storage; sending goes on by itself. */
  async function record(sheet: PacketSheet, marks: NewMark[]): Promise<void> {
    if (head.value === undefined) return
    const owner = ownerOf(head.value)
    try {
      await store.keep(
        marks.map(({ aspectId, value, special }) => ({
          id: uuid7(), sheet_id: sheet.id, aspect_id: aspectId, value, special, revision: sheet.revision,
          device_time: new Date().toISOString(), owner, state: 'kept', code: '', reason: '',
        })),
      )
    } catch (raised) {
      storageFailed.value = true
      throw raised
    }
    void flusher.flush()
  }

  async function sign(sheet: PacketSheet): Promise<void> {
    await signSheet(sheet.id, sheet.revision)
    await refresh()
  }

  const modules = computed(() => head.value?.modules ?? [])
  const summaries = computed(() => {
    const aspects = new Map(modules.value.map((module) => [module.id, judgedAspects(module)]))
    return sheetList.value.map((sheet) => summarise(sheet, aspects.get(sheet.module_id) ?? [], queue.value))
  })
  const savedCount = computed(() =>
    sheetList.value.reduce((sum, sheet) => {
      const view = viewSheet(sheet, [])
      return sum + Object.keys(sheet.marks).filter((aspect) => isMarked(view(aspect).mark)).length
    }, 0),
  )
  const waitingCount = computed(() => queue.value.filter(({ state }) => state === 'kept').length)
  const refusedCount = computed(() => queue.value.length - waitingCount.value)

  return {
    head, modules, summaries, queue, others, opened, flushState, reachable, problem, storageFailed, savedCount,
    waitingCount, refusedCount, start, refresh, catchUp, record, sign,
    dismiss: (orders: number[]) => store.dismiss(orders),
  }
})
