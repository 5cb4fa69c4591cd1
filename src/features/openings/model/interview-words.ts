import type { OpeningLanguage } from '../model.ts'

export type Slot = { startsAt: Date; minutes: number; place: string }

const words = {
  en: {
    hello: (name: string) => `Hi ${name}, shall we talk about “{title}”?`,
    one: 'I could do',
    many: 'I could do one of these:',
    minutes: (n: number) => `about ${n} minutes`,
    zone: (zone: string) => `times of ${zone}`,
    which: 'Which suits you? Another time is fine too.',
    suits: 'Does it suit you? Another time is fine too.',
  },
  de: {
    hello: (name: string) => `Hallo ${name}, wollen wir über „{title}“ sprechen?`,
    one: 'Ich könnte',
    many: 'Ich könnte an einem dieser Termine:',
    minutes: (n: number) => `etwa ${n} Minuten`,
    zone: (zone: string) => `Uhrzeit von ${zone}`,
    which: 'Was passt dir? Eine andere Zeit geht auch.',
    suits: 'Passt dir das? Eine andere Zeit geht auch.',
  },
} as const

/** `Europe/Oslo` → `Oslo`; what people call the clock they live by. */
export const zoneName = (timezone: string): string => (timezone.split('/').at(-1) ?? timezone).replaceAll('_', ' ')

export const slotText = ({ startsAt }: Pick<Slot, 'startsAt'>, timezone: string, lang: OpeningLanguage): string =>
  new Intl.DateTimeFormat(lang === 'de' ? 'de-DE' : 'en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: timezone,
  }).format(startsAt)

/** Words that offer one or more times, in the time of whoever reads them. Short, as chats are. */
export function offerText(given: {
  lang: OpeningLanguage
  name: string
  title: string
  slots: readonly Slot[]
  timezone: string
}): string {
  const { lang, name, title, slots, timezone } = given
  const say = words[lang === 'de' ? 'de' : 'en']
  const [first] = slots
  if (!first) return ''
  const hello = say.hello(name).replace('{title}', title)
  const around = [say.minutes(first.minutes), first.place, say.zone(zoneName(timezone))].filter(Boolean).join(', ')
  if (slots.length === 1) return `${hello} ${say.one} ${slotText(first, timezone, lang)} (${around}). ${say.suits}`
  const lines = slots.map(slot => `- ${slotText(slot, timezone, lang)}`)
  return [hello, `${say.many}`, ...lines, `(${around})`, say.which].join('\n')
}
