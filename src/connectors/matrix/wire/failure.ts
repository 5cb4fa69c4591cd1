/** Why a request or a connection failed. Codes of `needs-you` stay down until the recruiter acts; any other is tried again. */
export class MatrixFailure extends Error {
  override readonly name = 'MatrixFailure'
  readonly code: string
  /** HTTP status; undefined when no answer came. */
  readonly status: number | undefined
  /** As the server named it: `M_FORBIDDEN`. */
  readonly errcode: string | undefined
  readonly retryAfterMs: number | undefined
  /** The server forgot the token and knows the device still (specification, soft logout). */
  readonly softLogout: boolean
  /** The request may have been carried out although no answer came. */
  readonly uncertain: boolean

  constructor(
    code: string,
    text: string,
    more: {
      cause?: unknown
      status?: number
      errcode?: string
      retryAfterMs?: number
      softLogout?: boolean
      uncertain?: boolean
    } = {},
  ) {
    super(text, { cause: more.cause })
    this.code = code
    this.status = more.status
    this.errcode = more.errcode
    this.retryAfterMs = more.retryAfterMs
    this.softLogout = more.softLogout ?? false
    this.uncertain = more.uncertain ?? false
  }
}

const needsYou = ['wrong-credentials', 'not-found', 'forbidden', 'insecure', 'conflict'] as const
export type NeedsYouCode = (typeof needsYou)[number]
export const isNeedsYou = (code: string): code is NeedsYouCode => (needsYou as readonly string[]).includes(code)
