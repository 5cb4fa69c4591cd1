import { setTimeout as sleep } from 'node:timers/promises'
import type { Scene } from './scene.ts'
import type { whoisBook } from './whois.ts'
import { IrcFailure } from './wire/failure.ts'

const answerMs = 5_000

/** NickServ, for networks without SASL. Whether a service answers there is looked up first: a password never goes to a stranger's nick. */
export function nickServ(scene: Scene, whois: ReturnType<typeof whoisBook>) {
  let heard: ((text: string) => void) | undefined
  let signedIn: (() => void) | undefined
  return {
    hear(nick: string, text: string): void {
      if (/^nickserv$/i.test(nick)) heard?.(text)
    },
    /** 900, or the services' own mode on our nick: they know us. */
    known: () => signedIn?.(),
    /** Throws `wrong-credentials` when NickServ says that the password is wrong; silence is no failure. */
    async identify(): Promise<void> {
      const { account, password } = scene.account.login
      if (password === '' || !scene.account.confidential) return
      const service = await whois.ask('NickServ')
      if (!service || !(service.operator || /\bserv/i.test(service.server))) {
        scene.host.log.info({}, 'irc network without NickServ, not identified')
        return
      }
      const answer = new Promise<string | undefined>(resolve => {
        signedIn = () => resolve(undefined)
        heard = text => {
          if (/\b(?:identified|logged in|recognized|accepted)\b/i.test(text) && !/\bnot\b/i.test(text))
            resolve(undefined)
          else if (/invalid|incorrect|wrong|denied|not (?:registered|a registered)|isn.t registered/i.test(text))
            resolve(text)
        }
      })
      const same = scene.fold(account) === scene.fold(scene.me())
      scene.say('PRIVMSG', 'NickServ', `IDENTIFY ${same ? '' : `${account} `}${password}`)
      const said = await Promise.race([answer, sleep(answerMs, undefined, { ref: false })])
      heard = undefined
      signedIn = undefined
      if (typeof said === 'string')
        throw new IrcFailure(
          'wrong-credentials',
          `NickServ does not accept this password for “${account}”: “${said.trim()}”. Check both.`,
        )
    },
    /** Somebody, mostly a dead connection of our own, sits on our nick: a registered one can be had back. */
    regain(): void {
      const { password } = scene.account.login
      const wanted = scene.account.nick
      if (password === '' || !scene.account.confidential || scene.caps.bouncer()) return
      void whois.ask('NickServ').then(service => {
        if (service && (service.operator || /\bserv/i.test(service.server)))
          scene.say('PRIVMSG', 'NickServ', `REGAIN ${wanted} ${password}`)
      })
    },
  }
}
