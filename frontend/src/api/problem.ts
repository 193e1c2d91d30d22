export interface ProblemBody {
  title?: string
  status?: number
  code?: string
  detail?: string
  data?: Record<string, unknown>
}

/** The server's answer in words: `code` is stable, `detail` is already in the reader's language. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem'
  readonly status: number
  readonly code: string
  readonly detail: string
  readonly data: Record<string, unknown>

  constructor(status: number, body: ProblemBody = {}) {
    super(body.detail ?? body.title ?? `HTTP ${String(status)}`)
    this.status = status
    this.code = body.code ?? codeOf(status)
    this.detail = body.detail ?? ''
    this.data = body.data ?? {}
  }
}

/** Nothing came back: the request may or may not have been carried out. */
export class NetworkProblem extends Error {
  override readonly name = 'NetworkProblem'
  readonly code = 'network'
}

const codes: Record<number, string> = {
  401: 'not_authenticated',
  403: 'permission_denied',
  404: 'not_found',
  429: 'throttled',
}

function codeOf(status: number): string {
  return codes[status] ?? (status >= 500 ? 'server_error' : `http_${String(status)}`)
}

export async function problemOf(response: Response): Promise<ApiProblem> {
  const type = response.headers.get('Content-Type') ?? ''
  if (!type.includes('json')) return new ApiProblem(response.status)
  try {
    return new ApiProblem(response.status, (await response.json()) as ProblemBody)
  } catch {
    return new ApiProblem(response.status)
  }
}
