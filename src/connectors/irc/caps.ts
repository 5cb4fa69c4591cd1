import type { Line } from './wire/line.ts'

/** What makes IRC better where the server has it (IRCv3 and bouncers); anything else is left alone. */
const wanted: ReadonlySet<string> = new Set([
  'account-notify',
  'account-tag',
  'away-notify',
  'batch',
  'cap-notify',
  'chathistory',
  'chghost',
  'draft/chathistory',
  'draft/extended-monitor',
  'draft/message-redaction',
  'echo-message',
  'extended-join',
  'extended-monitor',
  'invite-notify',
  'labeled-response',
  'message-tags',
  'multi-prefix',
  'sasl',
  'server-time',
  'setname',
  'standard-replies',
  'userhost-in-names',
  'znc.in/batch',
  'znc.in/playback',
  'znc.in/self-message',
  'znc.in/server-time-iso',
])

export type Caps = ReturnType<typeof capBook>

/** CAP negotiation (version 302), during the sign-in and whenever the server's abilities change. */
export function capBook(write: (command: string, ...params: readonly string[]) => void) {
  const offered = new Map<string, string>()
  const on = new Set<string>()
  const asked = new Set<string>()
  let settled = false
  const ask = (names: Iterable<string>) => {
    const list = [...names].filter(name => wanted.has(name) && !on.has(name) && !asked.has(name))
    // Requests are atomic and lines are short: small groups, so that one refusal does not take all with it.
    for (let at = 0; at < list.length; at += 8) {
      const group = list.slice(at, at + 8)
      for (const name of group) asked.add(name)
      write('CAP', 'REQ', group.join(' '))
    }
  }
  const note = (text: string) => {
    for (const word of text.split(' ').filter(Boolean)) {
      const at = word.indexOf('=')
      offered.set(at === -1 ? word : word.slice(0, at), at === -1 ? '' : word.slice(at + 1))
    }
  }
  return {
    has: (name: string): boolean => on.has(name),
    value: (name: string): string | undefined => offered.get(name) || undefined,
    /** A bouncer stands between us and the network. */
    bouncer: (): 'znc' | 'soju' | undefined => {
      const names = [...offered.keys()]
      if (names.some(name => name.startsWith('znc.in/'))) return 'znc'
      return names.some(name => name.startsWith('soju.im/')) ? 'soju' : undefined
    },
    list: (): string[] => [...on].sort(),
    /** True once, when the first negotiation is through. */
    take(line: Line): boolean {
      const words = line.params.at(-1) ?? ''
      const first = settled
      switch (line.params[1]?.toUpperCase()) {
        case 'LS':
          note(words)
          if (line.params[2] === '*' && line.params.length > 3) return false
          ask(offered.keys())
          break
        case 'NEW':
          note(words)
          ask(words.split(' ').map(word => word.replace(/=.*$/s, '')))
          break
        case 'DEL':
          for (const name of words.split(' ')) {
            on.delete(name)
            offered.delete(name)
          }
          break
        case 'ACK':
          for (const name of words.split(' ').filter(Boolean)) {
            asked.delete(name.replace(/^[-~=]+/, ''))
            if (name.startsWith('-')) on.delete(name.slice(1))
            else on.add(name.replace(/^[~=]+/, ''))
          }
          break
        case 'NAK': {
          const names = words.split(' ').filter(Boolean)
          // One of them is not to be had: each is asked for alone.
          if (names.length > 1)
            for (const name of names) {
              if (wanted.has(name)) write('CAP', 'REQ', name)
            }
          else for (const name of names) asked.delete(name)
          break
        }
        default:
          return false
      }
      settled ||= asked.size === 0
      return settled && !first
    },
  }
}
