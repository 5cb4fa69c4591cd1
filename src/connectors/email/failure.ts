/** Why a connection ended; the first five don't mend by themselves. */
export type FailureCode =
  | 'wrong-credentials'
  | 'not-found'
  | 'forbidden'
  | 'insecure'
  | 'conflict'
  | 'unreachable'
  | 'server-closed'
  | 'no-answer'
  | 'not-mail'
  | 'not-stored'
  | 'busy'

export class MailFailure extends Error {
  override readonly name = 'MailFailure'
  readonly code: FailureCode

  constructor(code: FailureCode, text: string, cause?: unknown) {
    super(text, { cause })
    this.code = code
  }
}

const certificateCodes =
  /^(CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|ERR_TLS_CERT|HOSTNAME_MISMATCH|ERR_SSL_WRONG_VERSION)/

const field = (error: unknown, name: string): string => {
  if (typeof error !== 'object' || error === null || !(name in error)) return ''
  const value: unknown = Reflect.get(error, name)
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

const causeOf = (error: unknown): unknown => (error instanceof Error ? error.cause : undefined)

/** What went wrong between us and a mail server, in words that say what to do. */
export function mailFailure(error: unknown, where: string, help: string | undefined): MailFailure {
  if (error instanceof MailFailure) return error
  if (causeOf(error) instanceof MailFailure) return mailFailure(causeOf(error), where, help)
  const code = field(error, 'code')
  const text =
    field(error, 'responseText') || field(error, 'response') || (error instanceof Error ? error.message : String(error))
  if (certificateCodes.test(code))
    return new MailFailure(
      'insecure',
      code.startsWith('ERR_SSL_WRONG_VERSION')
        ? `${where} does not speak TLS on this port. Check the port: 993 and 465 speak TLS at once, 143 and 587 change to it.`
        : `${where} shows a certificate that can’t be trusted (${code}). Check the server’s name, or ask whoever runs it to renew the certificate.`,
      error,
    )
  if (isLoginFailure(error, code)) return loginFailure(error, text, where, help)
  if (/starttls|requires? tls|tls (?:is )?required/i.test(text) && !/timed? ?out/i.test(text))
    return new MailFailure(
      'insecure',
      `${where} offers no encryption, so Kith did not send your password. Use a server with TLS.`,
      error,
    )
  if (/overquota|quota/i.test(`${field(error, 'serverResponseCode')} ${text}`))
    return new MailFailure(
      'busy',
      `The mailbox is full, and ${where} refuses to go on (${text.slice(0, 200)}). Make room in it.`,
      error,
    )
  if (
    code === 'ETHROTTLE' ||
    /\[(?:limit|unavailable|inuse)\]|too many (?:simultaneous )?connections|rate|throttl/i.test(text)
  )
    return new MailFailure('busy', `${where} asks for a pause: ${text.slice(0, 200)}`, error)
  if (code === 'ENOTFOUND' || code === 'EDNS' || code === 'EAI_AGAIN')
    return new MailFailure('unreachable', `The name ${where} can’t be found now.`, error)
  if (/timeout|ETIMEDOUT|ETIMEOUT/i.test(code)) return new MailFailure('no-answer', `${where} does not answer.`, error)
  if (
    code === 'ECONNREFUSED' ||
    code === 'EHOSTUNREACH' ||
    code === 'ENETUNREACH' ||
    code === 'ESOCKET' ||
    code === 'ECONNECTION'
  )
    return new MailFailure('unreachable', `${where} can’t be reached (${text.slice(0, 160)}).`, error)
  if (code.startsWith('ParserError') || code === 'InvalidResponse' || code === 'EPROTOCOL')
    return new MailFailure(
      'not-mail',
      `What answers at ${where} does not speak as a mail server should (${text.slice(0, 160)}).`,
      error,
    )
  return new MailFailure('server-closed', `The connection to ${where} ended (${text.slice(0, 160)}).`, error)
}

function isLoginFailure(error: unknown, code: string): boolean {
  if (code === 'EAUTH') return true
  return (
    typeof error === 'object' &&
    error !== null &&
    'authenticationFailed' in error &&
    error.authenticationFailed === true
  )
}

/** Wrong, switched off, or only for now: servers answer all of it to a login. */
function loginFailure(error: unknown, text: string, where: string, help: string | undefined): MailFailure {
  const said = `${field(error, 'serverResponseCode')} ${text}`
  const quoted = text === '' ? '' : ` It says: “${text.replaceAll(/\s+/g, ' ').slice(0, 200)}”`
  if (
    /^(?:unavailable|inuse|serverbug)\b|\[unavailable\]|temporar|try again later|\b454\b|internal (?:server )?error/i.test(
      said.trim(),
    )
  )
    return new MailFailure('busy', `${where} can’t check passwords at the moment.${quoted}`, error)
  if (/application[- ]specific|app(?:lication)? ?password|web ?login|log in via your web browser/i.test(said))
    return new MailFailure(
      'wrong-credentials',
      `${where} asks for an app password: one that you make in your account’s security settings, for Kith alone.${help ? ` ${help}` : ''}`,
      error,
    )
  if (
    /imap.{0,20}(?:disabled|not enabled|turned off)|disabled for (?:imap|the tenant|this)|smtpclientauthentication|protocol is disabled|not allowed to use imap/i.test(
      said,
    )
  )
    return new MailFailure(
      'forbidden',
      `${where} has this way in switched off for your account. Switch on IMAP (and SMTP sending) in its settings, or ask whoever runs it.${quoted}`,
      error,
    )
  if (/basic ?auth|privacyrequired|xoauth2|modern auth/i.test(said) && !/invalid/i.test(said))
    return new MailFailure(
      'wrong-credentials',
      `${where} takes no passwords from mail programs, only OAuth.${help ? ` ${help}` : ''}${quoted}`,
      error,
    )
  if (/expired|contactadmin|locked|suspended/i.test(said))
    return new MailFailure('forbidden', `${where} has closed this login.${quoted}`, error)
  return new MailFailure(
    'wrong-credentials',
    `${where} does not accept this login. Check address and password, and enter the password again.${help ? ` ${help}` : ''}${quoted}`,
    error,
  )
}
