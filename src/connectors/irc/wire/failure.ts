/** Why a connection ended or never came about. Codes of `needs-you` stay down until the recruiter acts; any other is tried again. */
export class IrcFailure extends Error {
  override readonly name = 'IrcFailure'
  readonly code: string
  /** The server asked for a longer pause than the usual one. */
  readonly retryAfterMs: number | undefined

  constructor(code: string, text: string, more: { cause?: unknown; retryAfterMs?: number } = {}) {
    super(text, { cause: more.cause })
    this.code = code
    this.retryAfterMs = more.retryAfterMs
  }
}

const certificateCodes = /^(CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|ERR_TLS_CERT|HOSTNAME_MISMATCH)/

export function socketFailure(error: unknown, where: string): IrcFailure {
  if (error instanceof IrcFailure) return error
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
  const why = code || (error instanceof Error ? error.message : String(error))
  if (certificateCodes.test(code))
    return new IrcFailure(
      'insecure',
      `${where} shows a certificate that can't be trusted (${code}). Check the server's name; if the server is your own, give its certificate or its SHA-256 fingerprint under More settings.`,
      { cause: error },
    )
  if (code === 'ENOTFOUND')
    return new IrcFailure('unreachable', `${where} can't be found. Check the server's name.`, { cause: error })
  if (/^(EPROTO|ERR_SSL_|ERR_TLS_)/.test(code))
    return new IrcFailure(
      'unreachable',
      `${where} does not speak TLS (${code}). Check the port: encrypted connections usually use 6697.`,
      { cause: error },
    )
  return new IrcFailure('unreachable', `${where} can't be reached (${why}).`, { cause: error })
}

const minuteMs = 60_000

/** ERROR: the last words of a server before it closes. */
export function closingFailure(words: string): IrcFailure {
  const said = words.replace(/^Closing Link:? ?/i, '').trim() || words.trim() || 'without a reason'
  if (/\b[kgzdx]-?lined?\b|\bbanned\b|not welcome|\bblacklist|dnsbl/i.test(words))
    return new IrcFailure(
      'forbidden',
      `The server has banned this account or this address: “${said}”. Write to the people who run the network, or connect through a bouncer.`,
    )
  if (/bad password|password (?:incorrect|mismatch)|invalid password|access denied/i.test(words))
    return new IrcFailure('wrong-credentials', `The server does not accept the password: “${said}”.`)
  if (/throttl|too fast|too many (?:connections|users|host|local)|try (?:again )?later|sendq|more than/i.test(words))
    return new IrcFailure('throttled', `The server asks for a pause: “${said}”.`, { retryAfterMs: 2 * minuteMs })
  if (/excess flood|flood/i.test(words))
    return new IrcFailure(
      'flood',
      'The server closed the connection for too many lines at once. Kith goes slower now.',
      {
        retryAfterMs: minuteMs / 4,
      },
    )
  return new IrcFailure('server-closed', `The server closed the connection: “${said}”.`)
}
