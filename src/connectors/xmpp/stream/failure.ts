/** Why a connection ended; `needsYou` ones don't mend by themselves. */
export type FailureCode =
  | 'wrong-credentials'
  | 'insecure'
  | 'conflict'
  | 'not-found'
  | 'forbidden'
  | 'unreachable'
  | 'server-closed'
  | 'no-answer'
  | 'not-xmpp'

export class StreamFailure extends Error {
  override readonly name = 'StreamFailure'
  readonly code: FailureCode
  /** The server ended the session itself: it can't go on. */
  readonly final: boolean

  constructor(code: FailureCode, text: string, cause?: unknown, final = false) {
    super(text, { cause })
    this.code = code
    this.final = final
  }
}

const certificateCodes = /^(CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|ERR_TLS_CERT|HOSTNAME_MISMATCH)/

export function socketFailure(error: Error, where: string): StreamFailure {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  if (certificateCodes.test(code))
    return new StreamFailure(
      'insecure',
      `${where} shows a certificate that can't be trusted (${code}). Ask whoever runs the server to renew it, or check the server's name.`,
      error,
    )
  return new StreamFailure('unreachable', `${where} can't be reached (${code || error.message}).`, error)
}

/** RFC 6120 4.9.3: what the server said when it closed the stream. */
export function streamErrorFailure(condition: string, text: string): StreamFailure {
  const said = text ? `: ${text}` : ''
  switch (condition) {
    case 'conflict':
      return new StreamFailure(
        'conflict',
        'Another program signed in with the same address and resource. Close it, or give this account its own resource.',
      )
    case 'not-authorized':
      return new StreamFailure(
        'wrong-credentials',
        `The server ended the login (${condition}${said}). Check address and password.`,
      )
    case 'host-unknown':
      return new StreamFailure(
        'not-found',
        `The server does not serve this address's domain (${condition}). Check the address.`,
      )
    default:
      return new StreamFailure(
        'server-closed',
        `The server closed the connection (${condition}${said}).`,
        undefined,
        // A proxy or a restart cuts with these and keeps the session.
        condition !== 'connection-timeout' && condition !== 'system-shutdown' && condition !== 'reset',
      )
  }
}

export function loginFailure(condition: string, jid: string): StreamFailure {
  switch (condition) {
    case 'temporary-auth-failure':
      return new StreamFailure('server-closed', 'The server can not check passwords at the moment.')
    case 'account-disabled':
    case 'credentials-expired':
      return new StreamFailure(
        'forbidden',
        `The server has closed the account ${jid} (${condition}). Ask whoever runs it.`,
      )
    default:
      return new StreamFailure(
        'wrong-credentials',
        `The server does not accept this password for ${jid}. Check the address, and enter the password again.`,
      )
  }
}
