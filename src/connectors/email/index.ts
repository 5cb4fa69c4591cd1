import { type Clock, systemClock } from '#kernel/clock.ts'
import type { HttpClient } from '#platform/http.ts'
import type { Connector } from '../contract.ts'
import { readAccount } from './account.ts'
import { parseAddress } from './address.ts'
import { MailFailure } from './failure.ts'
import { chooseFolders } from './folders.ts'
import { manifest } from './manifest.ts'
import type { Reach } from './server/dial.ts'
import { type Dns, findServers, systemDns } from './server/discover.ts'
import { connectImap, isGmail } from './server/imap.ts'
import { tryLogin } from './server/smtp.ts'
import { imapDeps, openSession } from './session.ts'

export type EmailOptions = { http: Pick<HttpClient, 'fetch'>; reach: Reach; clock?: Clock; dns?: Dns }

export function createEmailConnector(options: EmailOptions): Connector {
  const deps = { ...options, clock: options.clock ?? systemClock }
  return {
    manifest,
    parseAddress,
    open: (account, host) => openSession(account, host, deps),
    doorway: {
      async address(account) {
        const parsed = readAccount(account)
        return parsed.ok ? parsed.value.address : undefined
      },
      // The code stands in the subject, too: it survives whoever writes the text anew.
      link(address, { code, subject, text }) {
        const about = encodeURIComponent(code === '' ? subject : `${subject} [${code}]`)
        const body = text === '' ? '' : `&body=${encodeURIComponent(text)}`
        return `mailto:${encodeURIComponent(address).replace('%40', '@')}?subject=${about}${body}`
      },
    },
    async test(account, signal) {
      const parsed = readAccount(account)
      if (!parsed.ok) return { ok: false, code: 'wrong-credentials', text: parsed.text }
      try {
        const imap = imapDeps(parsed.value, await findServers(parsed.value, deps.dns ?? systemDns), deps)
        const client = await connectImap(imap, signal)
        const folders = await client
          .list()
          .then(list => chooseFolders(list, isGmail(client)))
          .finally(() => client.close())
        await tryLogin({ ...imap, now: () => deps.clock.now() }, signal)
        const read = folders.map(folder => folder.path).join(', ')
        return {
          ok: true,
          detail: `Logged in as ${parsed.value.address}. Reads ${read}; sends through ${imap.servers.smtp.host}.`,
        }
      } catch (error) {
        if (error instanceof MailFailure) return { ok: false, code: error.code, text: error.message }
        throw error
      }
    },
  }
}
