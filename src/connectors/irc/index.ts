import { type Clock, systemClock } from '#kernel/clock.ts'
import type { Reach } from '#platform/http.ts'
import type { Connector } from '../contract.ts'
import { readAccount } from './account.ts'
import { parseAddress } from './address.ts'
import { logIn } from './login.ts'
import { manifest } from './manifest.ts'
import { openSession } from './session.ts'
import { IrcFailure } from './wire/failure.ts'
import { quit } from './wire/link.ts'

export function createIrcConnector({ clock = systemClock, reach }: { clock?: Clock; reach: Reach }): Connector {
  return {
    manifest,
    parseAddress,
    open: (account, host) => openSession(account, host, { clock, reach }),
    doorway: {
      async address(account) {
        const parsed = readAccount(account)
        return parsed.ok ? `${parsed.value.nick} · ${parsed.value.endpoint.host}` : undefined
      },
      // draft-butcher-irc-url: a nick instead of a channel. It carries no text.
      link(address) {
        const [nick = '', host = ''] = address.split(' · ')
        return `ircs://${host}/${encodeURIComponent(nick)},isnick`
      },
    },
    async test(account, signal) {
      const parsed = readAccount(account)
      if (!parsed.ok) return { ok: false, code: 'wrong-credentials', text: parsed.text }
      try {
        const { link, nick, account: as, support, caps } = await logIn(parsed.value, reach, signal)
        link.write(quit('Only a test'))
        link.end(new IrcFailure('stopped', 'Only a test.'))
        const where = support.view().network ?? parsed.value.endpoint.host
        const bouncer = caps.bouncer() ? ' through a bouncer' : ''
        const signedIn = as === undefined ? '' : `, signed in as ${as}`
        return { ok: true, detail: `Connected to ${where}${bouncer} as ${nick}${signedIn}.` }
      } catch (error) {
        if (error instanceof IrcFailure) return { ok: false, code: error.code, text: error.message }
        throw error
      }
    },
  }
}
