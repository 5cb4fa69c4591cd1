import type { Said } from './inbound.ts'
import type { Scene } from './scene.ts'
import { ctcp } from './wire/formatting.ts'

const answersPerMinute = 6

/** Answers the questions that clients ask each other, rarely enough that nobody can make us flood. Files by DCC are declined in words. */
export function ctcpAnswers(scene: Scene) {
  let answeredAtMs: number[] = []
  const answer = (nick: string, command: string, text: string, polite = false) => {
    const now = performance.now()
    answeredAtMs = answeredAtMs.filter(at => now - at < 60_000)
    if (answeredAtMs.length >= answersPerMinute || !(polite || scene.pace.spare(1))) return
    answeredAtMs.push(now)
    if (polite) scene.say('NOTICE', nick, ctcp(command, text))
    else scene.write('NOTICE', nick, ctcp(command, text))
  }
  return {
    /** What to show instead of the question: words for an offered file, undefined where nothing is to be shown. */
    take({ nick, ctcp: asked }: Said, live: boolean): string | undefined {
      if (!asked) return undefined
      switch (asked.command) {
        case 'DCC': {
          const [, kind = '', name = ''] =
            /^(\S+)\s+(?:"([^"]*)"|(\S+))/.exec(asked.text)?.map(part => part ?? '') ?? []
          const file = name || (/^\S+\s+(\S+)/.exec(asked.text)?.[1] ?? '')
          if (live) {
            answer(nick, 'ERRMSG', 'DCC :Kith takes no direct connections. A link to the file is welcome.', true)
          }
          return kind.toUpperCase() === 'SEND'
            ? `[offers the file “${file}” by DCC; Kith declined and asked for a link]`
            : '[asks for a direct connection (DCC); Kith declined]'
        }
        case 'VERSION':
          if (live) answer(nick, 'VERSION', 'Kith')
          return undefined
        case 'PING':
          if (live) answer(nick, 'PING', asked.text.slice(0, 60))
          return undefined
        case 'TIME':
          if (live) answer(nick, 'TIME', scene.now().toISOString())
          return undefined
        case 'CLIENTINFO':
          if (live) answer(nick, 'CLIENTINFO', 'ACTION CLIENTINFO PING TIME VERSION')
          return undefined
        default:
          return undefined
      }
    },
  }
}
