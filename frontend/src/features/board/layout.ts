/** Where each place of the standings is drawn. Pixels of the board's area; places of other pages are drawn but unseen. */
export interface Slot {
  x: number
  y: number
  width: number
  height: number
  page: number | 'all'
  podium: boolean
}

export interface Layout {
  slots: Slot[]
  pages: number
  columns: number
}

export interface Area {
  width: number
  height: number
  /** Of the screen: letters are sized by it, so that 1080p and 4K look the same from the hall. */
  screenHeight: number
}

const podiumPlaces = 3
const phoneWidth = 700
const phoneRow = 46

/**
 * The first three large in one line when there are results, the rest in columns. Rows never get lower than 4.6 % of the
 * screen, which reads from 20 m on a 4 m wall; what does not fit goes on further, evenly filled pages.
 */
export function layOut(count: number, area: Area, withPodium: boolean): Layout {
  if (area.width < phoneWidth) return { slots: phoneSlots(count, area.width), pages: 1, columns: 1 }
  const unit = area.screenHeight / 100
  const gap = unit
  const podiumCount = withPodium && area.width > area.height ? Math.min(podiumPlaces, count) : 0
  const podiumHeight = podiumCount > 0 ? unit * 13.5 : 0
  const top = podiumHeight > 0 ? podiumHeight + gap * 1.5 : 0
  const rest = count - podiumCount
  const lowest = unit * 4.6
  const highest = unit * 8
  const fitting = Math.max(1, Math.floor((area.height - top) / lowest))
  const columns = columnsFor(rest, fitting, area)
  const pages = Math.max(1, Math.ceil(rest / (fitting * columns)))
  const rowsPerColumn = Math.max(1, Math.ceil(rest / pages / columns))
  const rowHeight = Math.min(highest, (area.height - top) / rowsPerColumn)
  const width = (area.width - gap * 2 * (columns - 1)) / columns

  const slots = Array.from({ length: podiumCount }, (_, place) => podiumSlot(place, podiumHeight, area.width, gap))
  for (let place = 0; place < rest; place++) {
    const page = Math.floor(place / (rowsPerColumn * columns))
    const onPage = place - page * rowsPerColumn * columns
    const column = Math.floor(onPage / rowsPerColumn)
    const row = onPage % rowsPerColumn
    const x = column * (width + gap * 2)
    slots.push({ x, y: top + row * rowHeight, width, height: rowHeight, page, podium: false })
  }
  return { slots, pages, columns }
}

/** A phone scrolls: one column, a finger's height each. */
function phoneSlots(count: number, width: number): Slot[] {
  return Array.from({ length: count }, (_, place) => ({
    x: 0, y: place * phoneRow, width, height: phoneRow, page: 'all', podium: false,
  }))
}

function columnsFor(rest: number, fitting: number, { width, height }: Area): number {
  if (width < height) return 1
  return rest > fitting * 2 ? 3 : rest > fitting ? 2 : Math.min(2, Math.max(1, Math.ceil(rest / 8)))
}

function podiumSlot(place: number, height: number, areaWidth: number, gap: number): Slot {
  const width = (areaWidth - gap * 2 * (podiumPlaces - 1)) / podiumPlaces
  return { x: place * (width + gap * 2), y: 0, width, height, page: 'all', podium: true }
}
