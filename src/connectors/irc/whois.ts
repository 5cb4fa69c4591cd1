import type { Scene } from './scene.ts'
import type { Line } from './wire/line.ts'

export type Whois = { nick: string; account: string | undefined; operator: boolean; server: string }

const whoisMs = 15_000

/** WHOIS, answered in several numerics; undefined when nobody has the nick (or no answer came). */
export function whoisBook(scene: Pick<Scene, 'fold' | 'ask' | 'link'>) {
  const waiting = new Map<string, { found: Whois | undefined; settle(found: Whois | undefined): void }>()
  return {
    ask(nick: string): Promise<Whois | undefined> {
      const key = scene.fold(nick)
      return new Promise(resolve => {
        const settle = (found: Whois | undefined) => {
          clearTimeout(timer)
          waiting.delete(key)
          resolve(found)
        }
        const timer = setTimeout(() => settle(undefined), whoisMs)
        void scene.link.closed.then(() => settle(undefined))
        waiting.get(key)?.settle(undefined)
        waiting.set(key, { found: undefined, settle })
        scene.ask('WHOIS', nick)
      })
    },
    /** True when the line belongs to a WHOIS of ours. */
    take(line: Line): boolean {
      const nick = line.params[1] ?? ''
      const asked = waiting.get(scene.fold(nick))
      if (!asked) return false
      if (line.command !== '401') asked.found ??= { nick, account: undefined, operator: false, server: '' }
      const { found } = asked
      switch (line.command) {
        case '311':
        case '307':
        case '317':
        case '319':
        case '338':
        case '671':
          return true
        case '312':
          if (found) found.server = `${line.params[2] ?? ''} ${line.params[3] ?? ''}`
          return true
        case '313':
          if (found) found.operator = true
          return true
        case '330':
          if (found) found.account = line.params[2]
          return true
        case '401':
        case '406':
          asked.found = undefined
          asked.settle(undefined)
          return true
        case '318':
          asked.settle(asked.found)
          return true
        default:
          return false
      }
    },
  }
}
