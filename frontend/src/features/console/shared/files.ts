import { commonHeaders, NetworkProblem, problemOf } from '@/api'

/** A workbook for `api.POST`: the schema calls the binary part a string. */
export function formOf(file: File) {
  const form = new FormData()
  form.append('file', file)
  return { body: { file: file.name }, bodySerializer: () => form }
}

/** PDFs and workbooks come as they are, not as JSON. */
async function fetchFile(path: string): Promise<Response> {
  const response = await fetch(path, { headers: commonHeaders('GET'), credentials: 'same-origin' }).catch(() => {
    throw new NetworkProblem('no answer')
  })
  if (!response.ok) throw await problemOf(response)
  return response
}

/** The tab is opened at once, inside the click, so that no blocker stops it; a refusal closes it and is thrown. */
export async function openDocument(path: string): Promise<void> {
  const tab = window.open('', '_blank')
  try {
    const response = await fetchFile(path)
    const address = URL.createObjectURL(await response.blob())
    if (tab === null) save(address, nameOf(response))
    else tab.location.href = address
    setTimeout(() => {
      URL.revokeObjectURL(address)
    }, 60_000)
  } catch (problem) {
    tab?.close()
    throw problem
  }
}

export async function download(path: string, fallback: string): Promise<void> {
  const response = await fetchFile(path)
  const address = URL.createObjectURL(await response.blob())
  save(address, nameOf(response) ?? fallback)
  URL.revokeObjectURL(address)
}

export function fileNameIn(disposition: string | null): string | undefined {
  const extended = /filename\*=(?:utf-8|UTF-8)''([^;]+)/.exec(disposition ?? '')?.[1]
  if (extended !== undefined) return decodeURIComponent(extended)
  return /filename="?([^";]+)"?/.exec(disposition ?? '')?.[1]
}

function nameOf(response: Response): string | undefined {
  return fileNameIn(response.headers.get('Content-Disposition'))
}

function save(address: string, name = 'download'): void {
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
}
