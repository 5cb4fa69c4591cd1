import type { Headers } from './headers.ts'

export type Automatic = 'reply' | 'list' | 'notice'

const absence =
  /^\s*(?:(?:automatic|auto(?:matische)?)[ -]?(?:reply|response|antwort|replied)|auto:|out of (?:the )?office|abwesen(?:d|heit)|ich bin (?:derzeit |aktuell )?(?:nicht|abwesend)|réponse automatique|absence du bureau|respuesta automática|fuera de la oficina|resposta automática|risposta automatica|automatisch antwoord|afwezig|autosvar|i am (?:currently )?(?:away|out of)|on (?:vacation|holiday)|urlaub)/i

/** Whether a program or a list wrote it (RFC 3834, 2919, 2369, and what came before them): then nobody has answered. */
export function automaticKind(headers: Headers, subject: string): Automatic | undefined {
  const value = (name: string) => (headers.first(name) ?? '').trim().toLowerCase()
  if (headers.first('list-id') !== undefined || headers.first('list-post') !== undefined) return 'list'
  if (headers.first('list-unsubscribe') !== undefined || headers.first('feedback-id') !== undefined) return 'list'
  const precedence = value('precedence')
  if (precedence === 'list') return 'list'
  const submitted = value('auto-submitted')
  if (submitted.startsWith('auto-replied')) return 'reply'
  if (headers.first('x-autoreply') !== undefined || headers.first('x-autorespond') !== undefined) return 'reply'
  if (precedence === 'auto_reply' || value('x-autoreply') === 'yes' || value('x-mail-autoreply') !== '') return 'reply'
  if (absence.test(subject)) return 'reply'
  const suppress = value('x-auto-response-suppress')
  if (submitted !== '' && submitted !== 'no')
    return suppress.includes('oof') || submitted.includes('generated') ? 'notice' : 'reply'
  if (precedence === 'bulk' || precedence === 'junk') return 'list'
  const from = (headers.first('from') ?? '').toLowerCase()
  if (
    /(?:^|[<\s"])(?:no-?reply|do-?not-?reply|donotreply|keine-?antwort|notifications?|mailer-daemon|postmaster|bounces?)(?:[+._-][^@>\s]*)?@/.test(
      from,
    )
  )
    return 'notice'
  return undefined
}
