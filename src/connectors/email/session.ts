import { setTimeout as sleep } from 'node:timers/promises'
import { type Clock, minuteMs, secondMs } from '#kernel/clock.ts'
import type { HttpClient } from '#platform/http.ts'
import { patient, retryDelayMs } from '../backoff.ts'
import type { Account, ConnectionState, Host, SendOutcome, SendRequest, Session } from '../contract.ts'
import { type EmailAccount, readAccount } from './account.ts'
import { domainOf, normalAddress } from './address.ts'
import { type Cursor, firstCursor, readCursor } from './cursor.ts'
import { openFile } from './download.ts'
import { MailFailure } from './failure.ts'
import { madeAt, messageIdFor, messageIdIn, messageKey } from './keys.ts'
import { type Mailbox, mailbox } from './mailbox.ts'
import { capabilities } from './manifest.ts'
import { composeLetter, type Letter } from './outgoing.ts'
import type { Reach } from './server/dial.ts'
import { type Dns, findServers, type Servers, systemDns } from './server/discover.ts'
import type { ImapDeps } from './server/imap.ts'
import { tokenKeeper } from './server/oauth.ts'
import { handOver } from './server/smtp.ts'
import { threadBook } from './threads.ts'

export type EmailDeps = { clock: Clock; http: Pick<HttpClient, 'fetch'>; reach: Reach; dns?: Dns }

const needsYou = new Set(['wrong-credentials', 'not-found', 'forbidden', 'insecure', 'conflict'] as const)
type NeedsYouCode = Extract<ConnectionState, { kind: 'needs-you' }>['code']
const isNeedsYou = (code: string): code is NeedsYouCode => (needsYou as ReadonlySet<string>).has(code)

const notConnected: SendOutcome = {
  kind: 'later',
  retryAfterMs: 5_000,
  code: 'not-connected',
  text: 'The connection to the mailbox is being restored.',
}
/** A send this long after its txn was made may be another try: then the mailbox is asked first. */
const maybeAgainMs = 30 * secondMs
const keepCopyMs = 20 * secondMs

export function imapDeps(account: EmailAccount, servers: Servers, { clock, http, reach }: EmailDeps): ImapDeps {
  const { login } = account
  return {
    account,
    servers,
    reach,
    tokens: login.kind === 'oauth' ? tokenKeeper(login, http, () => clock.now()) : undefined,
  }
}

export function openSession(given: Account, host: Host, deps: EmailDeps): Session {
  const parsed = readAccount(given)
  const now = () => deps.clock.now()
  const closing = new AbortController()
  const threads = threadBook()
  let live: { mailbox: Mailbox; imap: ImapDeps } | undefined
  let uncopied: Letter[] = []
  /** Sends that may have arrived. */
  const unsure = new Set<string>()

  async function once(
    account: EmailAccount,
    cursor: Cursor,
    signal: AbortSignal,
  ): Promise<{ failure: MailFailure; cursor: Cursor; stable: boolean }> {
    const startedAt = performance.now()
    let committed = cursor
    let current: Mailbox | undefined
    try {
      const imap = imapDeps(account, await findServers(account, deps.dns ?? systemDns), deps)
      const opened = mailbox({
        ...imap,
        host: {
          ...host,
          state: state => {
            host.state(state)
            if (state.kind === 'connected') void copyRest(opened)
          },
        },
        cursor,
        threads,
        now,
        committed: next => {
          committed = next
        },
      })
      current = opened
      live = { mailbox: opened, imap }
      const failure = await opened.run(signal)
      return { failure, cursor: committed, stable: opened.wasReady && performance.now() - startedAt > minuteMs / 6 }
    } catch (error) {
      const failure =
        error instanceof MailFailure
          ? error
          : new MailFailure('unreachable', error instanceof Error ? error.message : String(error), error)
      return { failure, cursor: committed, stable: false }
    } finally {
      current?.close()
      live = undefined
    }
  }

  /** Copies for Sent that a broken connection left over. */
  async function copyRest(opened: Mailbox): Promise<void> {
    const waiting = uncopied
    uncopied = []
    for (const letter of waiting) await keepCopy(opened, letter)
  }

  async function keepCopy(opened: Mailbox, letter: Letter): Promise<void> {
    try {
      const late = sleep(keepCopyMs, undefined, { ref: false }).then(() =>
        Promise.reject(new Error('it took too long')),
      )
      await Promise.race([opened.keepCopy(letter), late])
    } catch (error) {
      host.log.warn({ why: error instanceof Error ? error.message : '' }, 'the copy for the Sent folder waits')
      uncopied.push(letter)
    }
  }

  async function send(request: SendRequest, signal: AbortSignal): Promise<SendOutcome> {
    const current = live
    if (!parsed.ok || !current?.mailbox.ready) return notConnected
    const account = parsed.value
    const person = normalAddress(request.to.id)
    if (!person)
      return {
        kind: 'refused',
        code: 'bad-address',
        text: `“${request.to.id.slice(0, 200)}” is not an e-mail address.`,
      }
    const messageId = messageIdFor(request.txn, account.address)
    let letter: Letter | SendOutcome
    try {
      const made = madeAt(request.txn)
      const again = unsure.has(request.txn) || (made !== undefined && now().getTime() - made.getTime() > maybeAgainMs)
      if (again && (await current.mailbox.wasSent(messageId)))
        return { kind: 'accepted', key: messageKey(messageId), at: now() }
      const answered =
        request.replyTo === undefined
          ? undefined
          : (messageIdIn(request.replyTo) ?? messageIdFor(request.replyTo, account.address))
      const tail =
        (answered ? await current.mailbox.mail(answered) : undefined) ?? (await current.mailbox.lastWith(person))
      letter = await composeLetter(account, person, request, tail, now())
    } catch (error) {
      if (error instanceof MailFailure || !current.mailbox.ready) return notConnected
      throw error
    }
    if ('kind' in letter) return letter
    const outcome = await handOver({ ...current.imap, now }, request.txn, letter, signal)
    if (outcome.kind === 'unknown') unsure.add(request.txn)
    if (outcome.kind !== 'accepted') return outcome
    unsure.delete(request.txn)
    threads.learn(person, {
      messageId,
      references: letter.references,
      subject: letter.subject,
      at: letter.sentAt,
      replyTo: undefined,
    })
    await keepCopy(live?.mailbox ?? current.mailbox, letter)
    return outcome
  }

  return {
    async run(text, outer) {
      if (!parsed.ok) {
        host.state({ kind: 'needs-you', code: 'wrong-credentials', text: parsed.text })
        return
      }
      const signal = AbortSignal.any([outer, closing.signal])
      let cursor = readCursor(text) ?? firstCursor(now())
      for (let attempt = 0; !signal.aborted; ) {
        host.state({ kind: 'connecting' })
        const { failure, cursor: committed, stable } = await once(parsed.value, cursor, signal)
        cursor = committed
        if (signal.aborted) return
        if (isNeedsYou(failure.code)) {
          host.state({ kind: 'needs-you', code: failure.code, text: failure.message })
          return
        }
        attempt = stable ? 1 : attempt + 1
        const delayMs = retryDelayMs(attempt, Math.random(), patient)
        host.log.info({ code: failure.code, delayMs }, 'mail connection ended, waiting')
        host.state({
          kind: 'waiting',
          retryAt: new Date(now().getTime() + delayMs),
          code: failure.code,
          text: failure.message,
        })
        await sleep(delayMs, undefined, { signal }).catch(() => undefined)
      }
    },
    send,
    // A server that puts mail off speaks for the people behind it, not for everybody.
    bucket: to => domainOf(to.id),
    capabilities: () => capabilities,
    ...(parsed.ok && parsed.value.markSeen
      ? {
          seen: async (to, key) => {
            const messageId = messageIdIn(key)
            if (messageId && live?.mailbox.ready) await live.mailbox.markSeen(to.id, messageId)
          },
        }
      : {}),
    history: {
      before: async (conversation, key, limit) =>
        live?.mailbox.ready ? live.mailbox.before(conversation, key, Math.min(limit, 200)) : [],
    },
    files: {
      open: async (url, signal) =>
        live ? openFile(live.imap, url, AbortSignal.any([signal, closing.signal])) : undefined,
    },
    async [Symbol.asyncDispose]() {
      closing.abort()
      live?.mailbox.close()
    },
  }
}
