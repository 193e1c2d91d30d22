import Dexie, { type EntityTable } from 'dexie'
import type { Packet, PacketSheet } from '../types'
import type { QueuedMark, Settled } from './queue'

export type PacketHead = Omit<Packet, 'sheets'>

export function ownerOf(head: PacketHead | undefined): string {
  return head === undefined ? '' : `${head.judge.id}:${head.event.id}`
}

interface StoredHead extends PacketHead {
  key: 'current'
  fetched_at: string
}

/** The tablet's memory. A mark leaves `marks` only in the transaction that writes it into its sheet as saved. */
export class JudgeStore extends Dexie {
  declare marks: EntityTable<QueuedMark, 'order'>
  declare sheets: EntityTable<PacketSheet, 'id'>
  declare heads: EntityTable<StoredHead, 'key'>

  constructor(name = 'jx-judge') {
    super(name)
    this.version(1).stores({ marks: '++order, &id, owner', sheets: 'id', heads: 'key' })
  }

  async keep(marks: Omit<QueuedMark, 'order'>[]): Promise<void> {
    await this.marks.bulkAdd(marks)
  }

  async queueOf(owner: string): Promise<QueuedMark[]> {
    return this.marks.where('owner').equals(owner).sortBy('order')
  }

  /** Marks left on this tablet by another pairing, of this judge or of others. */
  async keptByOthers(owner: string): Promise<number> {
    return this.marks.filter((mark) => mark.owner !== owner && mark.state === 'kept').count()
  }

  async head(): Promise<StoredHead | undefined> {
    return this.heads.get('current')
  }

  async keepPacket({ sheets, ...head }: Packet): Promise<void> {
    await this.transaction('rw', this.sheets, this.heads, async () => {
      await this.heads.put({ ...head, key: 'current', fetched_at: new Date().toISOString() })
      await this.sheets.clear()
      await this.sheets.bulkPut(sheets)
    })
  }

  async settle({ saved, outdated, refused, revisions }: Settled): Promise<void> {
    await this.transaction('rw', this.marks, this.sheets, async () => {
      const sheets = await this.sheets.where('id').anyOf([...revisions.keys()]).toArray()
      for (const sheet of sheets) writeSaved(sheet, saved, revisions.get(sheet.id) ?? 0)
      await this.sheets.bulkPut(sheets)
      await this.marks.bulkDelete([...saved, ...outdated].flatMap(({ order }) => (order === undefined ? [] : [order])))
      await this.marks.bulkPut(refused)
    })
  }

  /** The judge has read why these were refused; the server keeps them as evidence. */
  async dismiss(orders: number[]): Promise<void> {
    await this.marks.where('order').anyOf(orders).filter((mark) => mark.state === 'refused').delete()
  }
}

function writeSaved(sheet: PacketSheet, saved: QueuedMark[], revision: number): void {
  for (const { sheet_id, aspect_id, id, value, special, device_time } of saved) {
    if (sheet_id === sheet.id) {
      sheet.marks[aspect_id] = { id, value: value ?? null, special: special ?? null, device_time }
    }
  }
  sheet.revision = Math.max(sheet.revision, revision)
}
