import { type Logger, pino } from 'pino'

export type Log = {
  debug(fields: LogFields, message: string): void
  info(fields: LogFields, message: string): void
  warn(fields: LogFields, message: string): void
  error(fields: LogFields, message: string): void
}

/** Ids, counts, codes, names of tools and rules. Never texts, names or addresses of people. */
export type LogFields = Readonly<Record<string, unknown>>

/** The last net, should a field slip in that has no place in a log. */
const kept = new Set([
  'code',
  'name',
  'errorName',
  'stack',
  'severity',
  'constraint',
  'table',
  'column',
  'syscall',
  'retryAfterMs',
])
const hidden = [
  'password',
  'secret',
  'token',
  'authorization',
  'cookie',
  'text',
  'body',
  'draft',
  'email',
  'phone',
  'displayName',
  'address',
  'handle',
  'payload',
  'headers',
]

/**
 * An error for the log: its class, codes and where in the code it happened. Its message stays out, as it may quote a row or a
 * letter; so do a database error's `detail` and `where`.
 */
export function describeError(error: unknown): LogFields {
  if (!(error instanceof Error)) return { name: typeof error }
  const codes = Object.fromEntries(
    Object.entries(error).filter(([name, value]) => kept.has(name) && typeof value !== 'object'),
  )
  const where = (error.stack ?? '').split('\n').filter(line => /^\s+at /.test(line))
  const cause = error.cause === undefined ? {} : { cause: describeError(error.cause) }
  return { name: error.name, ...codes, at: where.slice(0, 8).map(line => line.trim().slice(3)), ...cause }
}

export function createLog(options: {
  level: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'silent'
  write?: (line: string) => void
}): Logger {
  const paths = hidden.flatMap(name => [name, `*.${name}`, `*.*.${name}`])
  const settings: pino.LoggerOptions = {
    level: options.level,
    base: null,
    redact: { paths, censor: '[left out]' },
    serializers: { error: describeError, err: describeError },
    timestamp: pino.stdTimeFunctions.isoTime,
  }
  return options.write ? pino(settings, { write: options.write }) : pino(settings)
}
