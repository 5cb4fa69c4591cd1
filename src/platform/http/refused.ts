export type HttpRefusalCode =
  | 'bad-url'
  | 'credentials-in-url'
  | 'private-address'
  | 'no-such-host'
  | 'unreachable'
  | 'tls'
  | 'timeout'
  | 'too-big'
  | 'too-many-redirects'
  | 'bad-response'

/** Thrown when no answer could be had, or none was wanted; `message` is one plain sentence for the recruiter. */
export class HttpRefused extends Error {
  override readonly name = 'HttpRefused'
  readonly code: HttpRefusalCode
  constructor(code: HttpRefusalCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : '')

/** What a failure of the network means, in words; a `HttpRefused` anywhere below stays what it is. */
export function explainFailure(error: unknown, host: string): unknown {
  for (let inner = error; inner instanceof Error; inner = inner.cause) {
    if (inner instanceof HttpRefused) return inner
    if (inner instanceof AggregateError) {
      const refused = inner.errors.find(each => each instanceof HttpRefused)
      if (refused) return refused
    }
  }
  if (!(error instanceof Error)) return error
  const code = codeOf(error)
  const as = (kind: HttpRefusalCode, message: string) => new HttpRefused(kind, message, { cause: error })
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN' || code === 'EAI_NODATA')
    return as(
      'no-such-host',
      `There is no server named ${host}, or the name could not be looked up. Check the address.`,
    )
  if (error.name === 'TimeoutError' || /TIMEOUT|ETIMEDOUT/.test(code))
    return as('timeout', `${host} took too long to answer.`)
  if (/^(ERR_TLS|ERR_SSL|CERT_|UNABLE_|DEPTH_ZERO|SELF_SIGNED|EPROTO|ERR_OSSL)/.test(code))
    return as('tls', `${host} could not prove who it is: its certificate is not valid (${code}).`)
  if (
    /^(ECONN|EHOST|ENET|EADDR|EPIPE|EPERM|EACCES|UND_ERR_SOCKET|UND_ERR_CLOSED)/.test(code) ||
    error instanceof AggregateError
  )
    return as('unreachable', `${host} could not be reached (${code || 'no connection'}).`)
  if (/^(HPE_|UND_ERR_|Z_|ERR_BROTLI|ERR__ERROR|ERR_PADDING|ZSTD_)/.test(code))
    return as('bad-response', `${host} gave an answer that can't be read (${code}).`)
  return error
}
