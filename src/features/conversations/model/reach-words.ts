import type { WordLanguage } from '#features/etiquette/model.ts'
import { kithSays, markOf } from './reach.ts'

type Open = { number: number; name: string }

/** What Kith says to the recruiter at their own address. */
export type ReachWord =
  | { kind: 'code'; code: string; minutes: number }
  | { kind: 'proven' }
  | { kind: 'help'; open: readonly Open[] }
  | { kind: 'no-such-mark'; number: number; open: readonly Open[] }
  | { kind: 'whom'; open: readonly Open[] }
  | { kind: 'blocked'; name: string; reasons: readonly { message: string; instead: string }[]; next: string }
  | { kind: 'moved'; name: string; said: string }
  | { kind: 'with-colleague'; name: string; colleague: string }
  | { kind: 'too-long'; name: string; max: number }
  | { kind: 'unfilled'; name: string; variable: string }
  | { kind: 'files' }
  | { kind: 'no-edits' }
  | { kind: 'viewer' }
  | { kind: 'not-possible'; name: string }

const listed = (open: readonly Open[]) => open.map(each => `${markOf(each.number)} ${each.name}`).join(', ')
const reasoned = (reasons: readonly { message: string; instead: string }[]) =>
  reasons.map(each => `${each.message} ${each.instead}`.trim()).join(' ')

const say: Record<WordLanguage, (word: ReachWord) => string> = {
  en(word) {
    switch (word.kind) {
      case 'code':
        return `your code is ${word.code}. Type it in at Kith, or answer with it, within ${word.minutes} minutes. If you did not ask for it, ignore this.`
      case 'proven':
        return 'this is your address now. Messages come here; what you write goes back to the person. Write ? for help.'
      case 'help':
        return word.open.length === 0
          ? 'nobody waits for an answer here. What is forwarded begins with a mark like [k7]; write your answer after it.'
          : `your answer goes to whoever wrote last. For somebody else begin with the mark: ${listed(word.open)}.`
      case 'no-such-mark':
        return `there is no ${markOf(word.number)}; nothing was sent. ${word.open.length > 0 ? `Open are ${listed(word.open)}.` : ''}`
      case 'whom':
        return `not sent: two people wrote at nearly the same time. Begin with the mark of the one you mean: ${listed(word.open)}.`
      case 'blocked':
        return `not sent to ${word.name}. ${reasoned(word.reasons)} Next: ${word.next}`
      case 'moved':
        return `not sent to ${word.name}: meanwhile somebody wrote there: “${word.said}” Send your answer again if it still fits.`
      case 'with-colleague':
        return `not sent: ${word.name} is with ${word.colleague} now. Open Kith to take the conversation back.`
      case 'too-long':
        return `not sent to ${word.name}: a message has ${word.max} characters at most. Send it in parts.`
      case 'unfilled':
        return `not sent to ${word.name}: {${word.variable}} is not filled in. Write what belongs there.`
      case 'files':
        return 'not sent: files can’t be passed on from here. Send the words alone, or the file in Kith.'
      case 'no-edits':
        return 'a correction made here does not reach them. Write a new message, or correct it in Kith.'
      case 'viewer':
        return 'not sent: you can read here; ask an admin for the role of a recruiter to write.'
      case 'not-possible':
        return `not sent to ${word.name}: the conversation can’t be written in now. Open it in Kith to see why.`
    }
  },
  de(word) {
    switch (word.kind) {
      case 'code':
        return `dein Code ist ${word.code}. Gib ihn innerhalb von ${word.minutes} Minuten in Kith ein, oder antworte damit. Hast du ihn nicht angefordert, dann beachte das hier nicht.`
      case 'proven':
        return 'das ist jetzt deine Adresse. Nachrichten kommen hierher; was du schreibst, geht an die Person zurück. Schreib ? für Hilfe.'
      case 'help':
        return word.open.length === 0
          ? 'hier wartet niemand auf eine Antwort. Weitergeleitetes beginnt mit einem Zeichen wie [k7]; schreib deine Antwort dahinter.'
          : `deine Antwort geht an die Person, die zuletzt geschrieben hat. Für jemand anderen beginne mit dem Zeichen: ${listed(word.open)}.`
      case 'no-such-mark':
        return `${markOf(word.number)} gibt es nicht; nichts wurde gesendet. ${word.open.length > 0 ? `Offen sind ${listed(word.open)}.` : ''}`
      case 'whom':
        return `nicht gesendet: Zwei Personen haben fast gleichzeitig geschrieben. Beginne mit dem Zeichen der Person, die du meinst: ${listed(word.open)}.`
      case 'blocked':
        return `nicht an ${word.name} gesendet. ${reasoned(word.reasons)} Als Nächstes: ${word.next}`
      case 'moved':
        return `nicht an ${word.name} gesendet: Inzwischen wurde dort geschrieben: „${word.said}“ Sende deine Antwort noch einmal, wenn sie noch passt.`
      case 'with-colleague':
        return `nicht gesendet: ${word.name} ist jetzt bei ${word.colleague}. Öffne Kith, um das Gespräch zurückzuholen.`
      case 'too-long':
        return `nicht an ${word.name} gesendet: Eine Nachricht hat höchstens ${word.max} Zeichen. Sende sie in Teilen.`
      case 'unfilled':
        return `nicht an ${word.name} gesendet: {${word.variable}} ist nicht ausgefüllt. Schreib, was dort hingehört.`
      case 'files':
        return 'nicht gesendet: Dateien lassen sich von hier nicht weitergeben. Sende nur den Text, oder die Datei in Kith.'
      case 'no-edits':
        return 'eine Korrektur von hier erreicht die Person nicht. Schreib eine neue Nachricht, oder korrigiere sie in Kith.'
      case 'viewer':
        return 'nicht gesendet: Du kannst hier lesen; bitte eine Admin um die Rolle Recruiter, um zu schreiben.'
      case 'not-possible':
        return `nicht an ${word.name} gesendet: In dem Gespräch kann gerade nicht geschrieben werden. Öffne es in Kith, um zu sehen, warum.`
    }
  },
}

export const reachWords = (word: ReachWord, language: WordLanguage): string => kithSays(say[language](word).trim())

/** Said inside a forward. */
export const forwardWords = {
  en: {
    more: (link: string) => `The rest is in Kith: ${link}`,
    files: (names: readonly string[], link: string) =>
      `${names.length === 1 ? 'File' : 'Files'}: ${names.join(', ')} – ${link}`,
  },
  de: {
    more: (link: string) => `Der Rest steht in Kith: ${link}`,
    files: (names: readonly string[], link: string) =>
      `${names.length === 1 ? 'Datei' : 'Dateien'}: ${names.join(', ')} – ${link}`,
  },
} as const satisfies Record<WordLanguage, unknown>
