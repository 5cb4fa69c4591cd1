import type { HistoryItem } from '#features/etiquette/model.ts'

/** Written into a message to a person, in their language: not a text of the screen. */
const lines: Readonly<Record<string, (name: string, what: string) => string>> = {
  en: (name, what) => `Hi, I’m ${name}, I recruit${what === '' ? '' : ` for ${what}`}.`,
  de: (name, what) => `Hallo, ich bin ${name}, ich rekrutiere${what === '' ? '' : ` für ${what}`}.`,
  fr: (name, what) => `Bonjour, je m’appelle ${name}, je recrute${what === '' ? '' : ` pour ${what}`}.`,
  es: (name, what) => `Hola, me llamo ${name}, trabajo en recursos humanos${what === '' ? '' : ` (${what})`}.`,
  pt: (name, what) => `Olá, meu nome é ${name}, trabalho em recursos humanos${what === '' ? '' : ` (${what})`}.`,
  nl: (name, what) => `Hoi, mijn naam is ${name}, ik werf${what === '' ? '' : ` voor ${what}`}.`,
}

export const textsOfTheirs = (history: readonly HistoryItem[] = []): string[] =>
  history.filter(item => item.from === 'them').map(item => item.text)

export const textOfTheirs = (history: readonly HistoryItem[]) => textsOfTheirs(history).join('\n')

/** One line that says who writes: in the language they write, else in the screen's. */
export function introductionLine(
  me: { name: string; recruitsFor: string },
  theirLanguage: string | undefined,
  screenLanguage: string,
): string {
  const line = lines[theirLanguage ?? screenLanguage] ?? lines[screenLanguage] ?? lines.en
  return line ? line(me.name, me.recruitsFor.trim().replace(/[.!]+$/, '')) : ''
}

export const introductionLanguages: readonly string[] = Object.keys(lines)
