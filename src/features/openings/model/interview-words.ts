import { fillWords } from '#kernel/public-words.ts'
import type { OpeningLanguage } from '../model.ts'

export type Slot = { startsAt: Date; minutes: number; place: string }

/** As friends say it in a chat: who is offered a time is known. */
type InterviewWords = Readonly<Record<'hello' | 'one' | 'many' | 'minutes' | 'zone' | 'which' | 'suits', string>>

export const interviewWords: Readonly<Record<OpeningLanguage, InterviewWords>> = {
  en: {
    hello: 'Hi {name}, shall we talk about “{title}”?',
    one: 'I could do {time} ({around}).',
    many: 'I could do one of these:',
    minutes: 'about {n} minutes',
    zone: 'times of {zone}',
    which: 'Which suits you? Another time is fine too.',
    suits: 'Does it suit you? Another time is fine too.',
  },
  de: {
    hello: 'Hallo {name}, wollen wir über „{title}“ sprechen?',
    one: 'Ich könnte {time} ({around}).',
    many: 'Ich könnte an einem dieser Termine:',
    minutes: 'etwa {n} Minuten',
    zone: 'Uhrzeit von {zone}',
    which: 'Was passt dir? Eine andere Zeit geht auch.',
    suits: 'Passt dir das? Eine andere Zeit geht auch.',
  },
  fr: {
    hello: 'Bonjour {name}, et si on parlait de « {title} » ?',
    one: 'Je pourrais {time} ({around}).',
    many: 'Je pourrais à l’un de ces moments :',
    minutes: 'environ {n} minutes',
    zone: 'heure de {zone}',
    which: 'Lequel te convient ? Un autre moment va aussi.',
    suits: 'Cela te convient ? Un autre moment va aussi.',
  },
  es: {
    hello: 'Hola, {name}, ¿hablamos de «{title}»?',
    one: 'Yo podría {time} ({around}).',
    many: 'Yo podría en uno de estos momentos:',
    minutes: 'unos {n} minutos',
    zone: 'hora de {zone}',
    which: '¿Cuál te viene bien? Otro momento también vale.',
    suits: '¿Te viene bien? Otro momento también vale.',
  },
  pt: {
    hello: 'Olá, {name}, falamos sobre «{title}»?',
    one: 'Eu podia {time} ({around}).',
    many: 'Eu podia num destes momentos:',
    minutes: 'cerca de {n} minutos',
    zone: 'hora de {zone}',
    which: 'Qual te dá jeito? Outra hora também serve.',
    suits: 'Dá-te jeito? Outra hora também serve.',
  },
  nl: {
    hello: 'Hoi {name}, zullen we het over „{title}” hebben?',
    one: 'Ik kan {time} ({around}).',
    many: 'Ik kan op een van deze momenten:',
    minutes: 'ongeveer {n} minuten',
    zone: 'tijd van {zone}',
    which: 'Wat past jou? Een ander moment kan ook.',
    suits: 'Past dat jou? Een ander moment kan ook.',
  },
  it: {
    hello: 'Ciao {name}, parliamo di «{title}»?',
    one: 'Io potrei {time} ({around}).',
    many: 'Io potrei in uno di questi momenti:',
    minutes: 'circa {n} minuti',
    zone: 'ora di {zone}',
    which: 'Quale ti va bene? Va bene anche un altro momento.',
    suits: 'Ti va bene? Va bene anche un altro momento.',
  },
  pl: {
    hello: 'Cześć {name}, porozmawiamy o „{title}”?',
    one: 'Mogę {time} ({around}).',
    many: 'Mogę w jednym z tych terminów:',
    minutes: 'około {n} minut',
    zone: 'czas: {zone}',
    which: 'Który Ci pasuje? Inny termin też jest w porządku.',
    suits: 'Pasuje Ci? Inny termin też jest w porządku.',
  },
  sv: {
    hello: 'Hej {name}, ska vi prata om ”{title}”?',
    one: 'Jag kan {time} ({around}).',
    many: 'Jag kan någon av de här tiderna:',
    minutes: 'ungefär {n} minuter',
    zone: 'tid i {zone}',
    which: 'Vilken passar dig? En annan tid går också bra.',
    suits: 'Passar det dig? En annan tid går också bra.',
  },
  ar: {
    hello: 'مرحبًا {name}، هل نتحدث عن «{title}»؟',
    one: 'يمكنني {time} ({around}).',
    many: 'يمكنني في أحد هذه المواعيد:',
    minutes: 'نحو {n} دقيقة',
    zone: 'بتوقيت {zone}',
    which: 'أيها يناسبك؟ وموعد آخر يناسب أيضًا.',
    suits: 'هل يناسبك؟ وموعد آخر يناسب أيضًا.',
  },
}

/** `Europe/Oslo` → `Oslo`; what people call the clock they live by. */
export const zoneName = (timezone: string): string => (timezone.split('/').at(-1) ?? timezone).replaceAll('_', ' ')

export const slotText = ({ startsAt }: Pick<Slot, 'startsAt'>, timezone: string, lang: OpeningLanguage): string =>
  new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, {
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
  const say = interviewWords[lang]
  const [first] = slots
  if (!first) return ''
  const hello = fillWords(say.hello, { name, title })
  const around = [
    fillWords(say.minutes, { n: String(first.minutes) }),
    first.place,
    fillWords(say.zone, { zone: zoneName(timezone) }),
  ]
    .filter(Boolean)
    .join(', ')
  const times = slots.map(slot => slotText(slot, timezone, lang))
  if (times.length === 1) return `${hello} ${fillWords(say.one, { time: times.join(), around })} ${say.suits}`
  return [hello, say.many, ...times.map(time => `- ${time}`), `(${around})`, say.which].join('\n')
}
