import type { TextNumbers } from '#features/tools/model.ts'
import { officialese } from './formality.ts'
import { gateOf, isOpen } from './gates.ts'
import { languagesOf, lastOfTheirs } from './history.ts'
import { detectLanguage } from './language.ts'
import {
  countCodePoints,
  countEmoji,
  fold,
  plainWordsOf,
  type Sentence,
  type Span,
  splitSentences,
  splitWords,
  type Word,
  writtenIn,
} from './text.ts'
import type { HistoryItem } from './types.ts'

export type Length = { kind: 'characters' | 'sentences'; has: number; allows: number; span: Span }

export function tooLong(draft: string, numbers: TextNumbers): Length | undefined {
  const characters = countCodePoints(draft)
  if (characters > numbers.maxCodePoints) {
    return {
      kind: 'characters',
      has: characters,
      allows: numbers.maxCodePoints,
      span: [Math.min(numbers.maxCodePoints, draft.length), draft.length],
    }
  }
  const sentences = splitSentences(draft).filter(sentence => !isGreetingOnly(sentence))
  if (sentences.length > numbers.maxSentences) {
    return {
      kind: 'sentences',
      has: sentences.length,
      allows: numbers.maxSentences,
      span: [sentences[numbers.maxSentences]?.start ?? 0, draft.length],
    }
  }
  return undefined
}

const isGreetingOnly = (sentence: Sentence) =>
  plainWordsOf(sentence).length <= 2 && SALUTATION.test(`${sentence.folded}\n`)

const SALUTATION =
  /^\s*(?:dear|hi|hey|hello|good (?:morning|afternoon|evening|day)|greetings|to whom it may concern|hallo|liebe[rs]?|sehr geehrte[rs]?|guten (?:tag|morgen|abend)|moin|servus|gruss gott|cher|chere|bonjour|bonsoir|salut|madame|monsieur|estimad[oa]s?|querid[oa]s?|hola|buen(?:os|as)? (?:dias|tardes|noches)|prezad[oa]s?|car[oa]s?|ola|oi|bom dia|boa tarde|boa noite|beste|geachte|dag|hoi|goedemorgen|goedemiddag|goedenavond)(?:[ ,]+[\p{L}.'-]+){0,4}\s*[,!:.\n-]/u
const SIGN_OFF =
  /(?:^|[\n.!?]\s*|,\s*\n?\s*)(?:(?:kind|best|warm|warmest|kindest|many|with kind|with best)? ?(?:regards|wishes)|best(?= *[,\n]|$)|yours(?: sincerely| faithfully| truly)?|sincerely(?: yours)?|cheers(?= *[,\n])|respectfully|cordially|thanks(?: and regards)?,\s*\n|thank you,\s*\n|all the best|take care,\s*\n|mit (?:freundlichen|besten|lieben|herzlichen) grus+en|(?:viele|liebe|beste|herzliche|schone|freundliche) gruse?s?e?|mfg|lg(?= *[,\n]|$| \w+$)|vg(?= *[,\n]|$| \w+$)|hochachtungsvoll|cordialement|bien (?:cordialement|a vous)|cordiales salutations|sinceres salutations|salutations(?: distinguees)?|bonne journee,\s*\n|amicalement|saludos(?: cordiales)?|(?:reciba |recibe )?un (?:cordial |fuerte )?(?:saludo|abrazo|beso)|(?:um|uma) (?:grande )?(?:abraco|beijo)|hoogachtend|bises|es grusst (?:sie|dich|euch)|atentamente|cordialmente|atenciosamente|abracos?|cumprimentos|com os melhores cumprimentos|melhores cumprimentos|att(?= *[,\n.])|met (?:vriendelijke|hartelijke) groet(?:en)?|(?:vriendelijke|hartelijke) groet(?:en|jes)?|groet(?:jes|en)?(?= *[,\n]|$| \w+$)|mvg)(?:[ ,.!\n-]+[\p{L}.'-]+(?: [\p{L}.'-]+){0,3}){0,1}[^.!?]{0,60}$/u

// Whatever it says: apart from the rest a short line that ends no sentence, and a name alone on the last.
const SIGNED =
  /\n[ \t]*\n[ \t]*[^\n.!?:]{2,48},?[ \t]*\n[ \t]*(?:(?:ihr|ihre|dein|deine|your|yours|tu|su|votre|ton|ta|vosso|seu|sua|je|jouw|uw) )?\p{Lu}[\p{L}.'’-]*(?: (?:de|da|do|van|von|der|den|la|le|y|\p{Lu})[\p{L}.'’-]*){0,4}[ \t]*$/u

// How friends say hello, and an embrace at the end of the same line: a text, however it begins.
const SPOKEN_HELLO =
  /^\s*(?:hi|hey|hiya|hallo|hallochen|moin|servus|salut|coucou|hola|buenas|oi|ola|hoi|hee|hey)(?![a-z])/
const EMBRACE =
  /(?<![a-z])(?:abraz\w+|bes(?:o|os|itos|azo|azos)|abrac\w+|beij\w+|bises|bisous?|hugs?|kiss(?:es)?|knuffels?|kus(?:jes)?|druckerl?|drucker|umarmung|kuss(?:e|chen)?|je t'embrasse|je vous embrasse)(?: (?:\w+ ){0,4}\w*)?[\s.!]*$/

const isEmbrace = (folded: string) =>
  !folded.trim().includes('\n') && SPOKEN_HELLO.test(folded) && EMBRACE.test(folded.slice(-60))

/** A salutation with a sign-off: a letter. One of the two alone is none. */
export function letterStyle(draft: string): Span | undefined {
  const folded = fold(draft).trimEnd()
  if (!SALUTATION.test(folded) || isEmbrace(folded)) return undefined
  const end = SIGN_OFF.exec(folded) ?? SIGNED.exec(draft.trimEnd())
  return end && end.index > 0 ? [end.index + (end[0].length - end[0].trimStart().length), draft.length] : undefined
}

const SLANG =
  /(?<![a-z0-9])(?:u|ur|r|lol|lmao|rofl|omg|btw|idk|idc|ikr|imo|lmk|hmu|wyd|ttyl|tysm|smh|rn|thx|thnx|tnx|pls|plz|gonna|wanna|gotta|lemme|dunno|whatcha|wassup|cuz|coz|yo|sup|dude|bro|bruh|fam|m8|gr8|l8r|2day|2moro|haha+|hehe+|nvm|tbh|ngl|cya|np|brb|k|kk|jk|alter|digga|krass|hdl|kp|vllt|iwie|eig|mdr|ptdr|tkt|slt|stp|wesh|jsp|jpp|pcq|bcp|dsl|bjr|cc|jaja+|jeje+|xq|xd|xfa|tqm|tmb|wey|guey|q tal|kkk+|rs|vc|tbm|vdd|msm|blz|vlw|flw|tmj|pfv|ff|gwn|mss|idd|ewa|egt|wss|[a-z]*([aeouy])\1\1+)(?![a-z0-9'])/g
/** Words of a language that are slang in others. */
const PLAIN_IN: Readonly<Record<string, RegExp>> = {
  nl: /^u$/,
  es: /^yo$/,
}
// All but one are single words.
const mayBeSlang = gateOf(new RegExp(SLANG.source.replace('q tal', 'q')))
function countSlang(text: string, language: string | undefined): number {
  if (!isOpen(mayBeSlang, splitWords(text))) return 0
  const plain = language ? PLAIN_IN[language] : undefined
  return (fold(text).match(SLANG) ?? []).filter(word => !plain?.test(word)).length
}

export type Register = {
  kind: 'too-formal' | 'too-casual' | 'polite-form' | 'familiar-form' | 'shouting' | 'emoji'
  span?: Span
}

const POLITE: Readonly<Record<string, RegExp>> = {
  de: /(?<![\p{L}])(?:Ihnen|Ihre?[mnrs]?|(?<=[\p{L},] )Sie)(?![\p{L}])/u,
  // “chez vous”, “vous êtes combien”: several people, not the polite form.
  fr: /(?<![\p{L}])(?:(?<!chez )vous(?! (?:êtes combien|tous|autres|deux))|votre|vos)(?![\p{L}])/iu,
  es: /(?<![\p{L}])(?:usted|ustedes|le gustaría|su (?:perfil|trabajo|artículo|empresa|experiencia|post))(?![\p{L}])/iu,
  nl: /(?<![\p{L}])(?:u|uw)(?![\p{L}])/iu,
  pt: /(?<![\p{L}])(?:o senhor|a senhora)(?![\p{L}])/iu,
}
const FAMILIAR: Readonly<Record<string, RegExp>> = {
  de: /(?<![\p{L}])(?:du|dich|dir|dein\w*|euch|euer|bist|hast)(?![\p{L}])/iu,
  fr: /(?<![\p{L}])(?:tu|toi|ton|ta|tes|t'\p{L}+|te)(?![\p{L}])/iu,
  es: /(?<![\p{L}])(?:tú|tu|tus|ti|contigo|te|estás|tienes|eres|quieres|puedes)(?![\p{L}])/iu,
  nl: /(?<![\p{L}])(?:jij|je|jou|jouw)(?![\p{L}])/iu,
  pt: /(?<![\p{L}])(?:você|vc|tu|teu|tua|contigo|te)(?![\p{L}])/iu,
}

/** What stands between a letter's salutation and its sign-off; of what is none, all. */
function bodyOf(draft: string): Span {
  const letter = letterStyle(draft)
  return letter ? [SALUTATION.exec(fold(draft))?.[0].length ?? 0, letter[0]] : [0, draft.length]
}

/** Compared with their own messages where there are any, with the tool's manner where not. */
export function wrongRegister(
  draft: string,
  history: readonly HistoryItem[],
  numbers: TextNumbers,
): Register | undefined {
  const theirs = history.filter(item => item.from === 'them' && item.text.trim() !== '').slice(-8)
  const their = theirs.map(item => item.text).join('\n')
  const shouted = shouting(draft)
  if (shouted && !shouting(their)) return { kind: 'shouting', span: shouted }
  const emoji = countEmoji(draft)
  if (emoji > Math.max(numbers.maxEmoji, ...theirs.map(item => countEmoji(item.text)))) return { kind: 'emoji' }
  const formal = officialese(draft, numbers.letter ? undefined : bodyOf(draft))
  const theirFormal = () => officialese(their) !== undefined
  if (formal && !theirFormal() && (numbers.register === 'casual' || (theirs.length > 0 && isCasual(their))))
    return { kind: 'too-formal', span: formal }
  const language = detectLanguage(draft)?.language
  if (theirs.length > 0) {
    const polite = language ? POLITE[language] : undefined
    const familiar = language ? FAMILIAR[language] : undefined
    if (polite && familiar) {
      const theyPolite = polite.test(their)
      const theyFamiliar = familiar.test(their)
      if (theyPolite && !theyFamiliar && familiar.test(draft) && !polite.test(draft))
        return { kind: 'familiar-form', ...spanOf(familiar, draft) }
      if (theyFamiliar && !theyPolite && polite.test(draft) && !familiar.test(draft))
        return { kind: 'polite-form', ...spanOf(polite, draft) }
    }
    const slang = countSlang(draft, language)
    if (slang >= 2 && countSlang(their, language) === 0 && !isCasual(their)) return { kind: 'too-casual' }
    if (
      (slang >= 1 || emoji >= 2) &&
      (isFormal(their) || theirFormal() || theirs.some(item => letterStyle(item.text))) &&
      countEmoji(their) === 0
    )
      return { kind: 'too-casual' }
  } else if (numbers.letter && countSlang(draft, language) >= 3) return { kind: 'too-casual' }
  return undefined
}

function spanOf(pattern: RegExp, text: string): { span?: Span } {
  const found = pattern.exec(text)
  return found ? { span: [found.index, found.index + found[0].length] } : {}
}

function shouting(text: string): Span | undefined {
  let all = 0
  let loud = 0
  let first: Word | undefined
  let last: Word | undefined
  for (const word of splitWords(text)) {
    if (word.end - word.start < 3 || !hasLetter(word)) continue
    all++
    // Most words are small from their second letter on.
    const second = text.charCodeAt(word.start + 1)
    if ((second > 96 && second < 123) || !isLoud(writtenIn(text, word))) continue
    loud++
    first ??= word
    last = word
  }
  return loud >= 4 && loud / all > 0.5 && first && last ? [first.start, last.end] : undefined
}

/** Nearly every word begins with one of the alphabet. */
function hasLetter({ spelling: { small } }: Word): boolean {
  const first = small.charCodeAt(0)
  return (first > 96 && first < 123) || /\p{L}/u.test(small)
}

const isLoud = (word: string): boolean => word === word.toUpperCase() && word !== word.toLowerCase()

/** Lower case starts, slang, emoji, missing full stops. */
function isCasual(text: string): boolean {
  const lines = text.split('\n').filter(line => /\p{L}/u.test(line))
  if (lines.length === 0) return false
  const lower = lines.filter(line => /^\s*\p{Ll}/u.test(line)).length / lines.length
  return lower > 0.5 || countEmoji(text) > 0 || countSlang(text, detectLanguage(text)?.language) > 0
}

function isFormal(text: string): boolean {
  return /^\s*(?:dear|good (?:morning|afternoon|evening)|sehr geehrte|guten (?:tag|morgen|abend)|bonjour (?:madame|monsieur)|estimad|prezad|geachte)/.test(
    fold(text),
  )
}

function lastOfTheirsIsIn(language: string, history: readonly HistoryItem[]): boolean {
  const last = lastOfTheirs(history)
  return last !== undefined && detectLanguage(last.text)?.language === language
}

/** The language they write in, when the draft is in another. */
export function wrongLanguage(draft: string, history: readonly HistoryItem[]): string | undefined {
  const ours = detectLanguage(draft)
  if (!ours || ours.confidence < 0.65 || countCodePoints(draft) < 12) return undefined
  // Nearly always their last message is in the same language: the others need not be read.
  if (lastOfTheirsIsIn(ours.language, history)) return undefined
  const theirs = languagesOf(history)
  return theirs.has(ours.language) ? undefined : [...theirs][0]
}
