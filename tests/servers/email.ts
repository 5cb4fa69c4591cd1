import type { ConformanceHarness, Network } from '#connectors/conformance/harness.ts'
import type { Connector } from '#connectors/contract.ts'
import { createEmailConnector } from '#connectors/email/index.ts'
import { createHttpClient } from '#platform/http.ts'
import { type MailOptions, type MailServer, mailPassword, startMailServer } from './mail.ts'
import { countNumbered, plainMail, readMaildir, smtpStranger } from './mail-stranger.ts'
import { startSmtpGate } from './smtp-gate.ts'

let networks = 0

export type EmailNetwork = Network & {
  readonly server: MailServer
  /** Our address. */
  readonly recruiter: string
  /** Puts a mail into our mailbox as it is, and waits until it lies there. */
  deliver(raw: string, from?: string): Promise<void>
  /** What lies in the stranger's mailbox. */
  theirs(): Promise<readonly string[]>
}

/** May connect to loopback, as tests must. */
export const testConnector = (options: { ca?: string } = {}): Connector =>
  createEmailConnector({
    http: createHttpClient({ allowAddress: () => true }),
    reach: { allowsAddress: () => true, ...options },
  })

/**
 * A recruiter who uses the connector and a stranger who doesn't, both with fresh mailboxes: on a server of their own, or on one that
 * other tests use one after the other.
 */
export async function startEmailNetwork(given: MailOptions | MailServer = {}): Promise<EmailNetwork> {
  const shared = 'imapPort' in given ? given : undefined
  const options: MailOptions = 'imapPort' in given ? {} : given
  const server = shared ?? (await startMailServer(options))
  networks += 1
  const recruiter = `recruiter-${networks}@example.test`
  const strangerAddress = `stranger-${networks}@elsewhere.test`
  const gate = await startSmtpGate(server.smtpPort)
  const direct = smtpStranger(server.smtpPort)
  const inbox = server.maildir(recruiter)
  const theirs = () => readMaildir(server.maildir(strangerAddress))
  let line: Promise<unknown> = Promise.resolve()
  let said: readonly string[] = []

  /** A mail server may hand mails on in another order than it took them; a person sees one arrive before writing the next. */
  const deliver = (raw: string, from = strangerAddress): Promise<void> => {
    const next = line.then(async () => {
      const before = await countNumbered(inbox)
      await direct.send({ from, to: recruiter, raw })
      await waitUntil(async () => (await countNumbered(inbox)) > before, 'the mail to have its number')
    })
    line = next.catch(() => undefined)
    return next
  }
  const listening = setInterval(() => void theirs().then(mails => (said = mails)), 100)
  const unknown = () => Promise.reject(new Error('e-mail has nothing like this'))
  return {
    server,
    recruiter,
    deliver,
    theirs,
    stranger: {
      address: strangerAddress,
      connect: async () => undefined,
      disconnect: async () => undefined,
      say: text =>
        deliver(plainMail({ from: `Sam Stranger <${strangerAddress}>`, to: recruiter, subject: 'Hello', text })),
      settled: async () => void (await line),
      typing: unknown,
      heard: text => said.filter(mail => mail.includes(text)).length,
      waitToHear: text =>
        waitUntil(async () => (await theirs()).some(mail => mail.includes(text)), `the stranger to get “${text}”`),
      confirmRead: unknown,
      invite: unknown,
      waitToBeInvited: unknown,
      accept: unknown,
      presence: unknown,
      async [Symbol.asyncDispose]() {},
    },
    account: {
      id: 'conformance',
      values: {
        address: recruiter,
        password: mailPassword,
        name: 'Rita Recruiter',
        imapServer: server.host,
        imapPort: String(server.imapPort),
        smtpServer: server.host,
        smtpPort: String(gate.port),
        ...(options.tls ? {} : { allowPlain: 'true' }),
      },
    },
    conversation: { id: strangerAddress, kind: 'direct' },
    async kill() {
      await gate.shut()
      direct.close()
      await server.kill()
    },
    async restart() {
      await server.restart()
      gate.swallowAnswers(false)
      await gate.listen()
    },
    freeze: () => gate.swallowAnswers(true),
    async [Symbol.asyncDispose]() {
      clearInterval(listening)
      direct.close()
      await gate.shut()
      if (!shared) await server[Symbol.asyncDispose]()
    },
  }
}

export async function waitUntil(true_: () => Promise<boolean>, what: string, timeoutMs = 30_000): Promise<void> {
  const deadline = Date.now() + timeoutMs
  while (!(await true_())) {
    if (Date.now() > deadline) throw new Error(`Waited ${timeoutMs} ms for ${what}.`)
    await new Promise(resolve => setTimeout(resolve, 40))
  }
}

const none = 'e-mail has no such thing'

let sharedServer: MailServer | undefined

/** One server for all tests of a file: started again after a test that killed it. */
async function startOnShared(): Promise<EmailNetwork> {
  if (!sharedServer) sharedServer = await startMailServer()
  else if (!sharedServer.running()) await sharedServer.restart()
  return startEmailNetwork(sharedServer)
}

export async function stopSharedServer(): Promise<void> {
  await sharedServer?.[Symbol.asyncDispose]()
  sharedServer = undefined
}

export const emailHarness: ConformanceHarness = {
  connector: testConnector(),
  start: startOnShared,
  wrongCredentials: account => ({ ...account, values: { ...account.values, password: 'a wrong guess' } }),
  addresses: {
    typed: ' mailto:Ana.Ruiz@Example.ORG?subject=hi ',
    parsed: 'ana.ruiz@example.org',
    wrong: 'not an address',
  },
  notApplicable: {
    receipts: 'servers tell of refusals, and people’s programs rarely say that a mail was read',
    'invite-them': none,
    'they-ask-us': none,
    presence: none,
    typing: none,
    'rate-limit': 'greylisting and “later” have tests of their own, against a real Postfix',
    gap: 'the mailbox keeps what came until its owner deletes it, and what the owner deleted is not missing',
  },
}
