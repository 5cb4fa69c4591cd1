import { isTurnedRound } from './false-reading/turned-round.ts'
import { detectLanguage } from './language.ts'
import { contentStems, numbersIn, overlapWith, saysName, saysNumber } from './reading.ts'
import { remember } from './remember.ts'
import { screenFor } from './screen.ts'
import { stem } from './stem.ts'
import {
  fold,
  MOST_OF_A_DRAFT,
  piecesOf,
  type Sentence,
  type Span,
  splitSentences,
  splitWords,
  type Word,
} from './text.ts'
import type { Reading } from './types.ts'
import { factsOf } from './word-facts.ts'

const PIECE =
  'books?|buch|livre|libro|livro|boek|posts?|articles?|pieces?|talks?|threads?|blogs?|blog posts?|blogposts?|essays?|write-?ups?|newsletters?|papers?|podcasts?|episodes?|videos?|slides|tutorials?|columns?|tweets?|toots?|case study|whitepaper|interviews?|beitrag|beitrage|artikel|vortrag|blogbeitrag|blogartikel|text|billet|conference|publication|articulo|entrada|charla|hilo|publicacion|artigo|palestra|texto|publicacao|stuk|stukje|praatje|lezing|verhaal|blogpost'

// “your (…) post (on …)”: group 1 stands before the noun, which is group 2; group 3 is what it is said to be about.
const YOUR_PIECE = new RegExp(
  `(?<![a-z])(?:your|ur|dein\\w*|ihr\\w*|euer\\w*|ton|votre|tu|su|vuestro|teu|seu|sua|tua|o teu|o seu|je|jouw|uw) ((?:[\\w'-]+ ){0,4}?)(${PIECE})(?![a-z])(?:[ ,:"]*(?:on|about|of|with|featuring|mit|avec|con|com|met|called|titled|regarding|around|where|in which|that|uber|zu|zum|zur|sur|a propos de|sobre|acerca de|de|over|waarin|getiteld)(?: (?:how|why|wie|warum|comment|como|hoe|the|den|die|das|der|le|la|les|el|los|las|o|a|os|as|het|de))*[ "]+([^.!?;\\n]{2,90}))?`,
  'g',
)

const YOU_SAY =
  /(?<![a-z])(?:you|du|sie|tu|vous|usted|voce|je|jij|u) (?:\w+ )?(?:wrote|write|say|said|mention|mentioned|argue|argued|explain|explained|describe|described|show|showed|claim|claimed|point out|pointed out|noted|schreibst|schreiben|schriebst|hast geschrieben|sagst|erwahnst|ecris|ecrivez|expliques|dites|dis|escribes|dices|mencionas|escribio|escreveu|escreveste|diz|disse|mencionou|schreef|schrijft|zei|noemde|beschrijft)(?: (?:that|how|why|about|dass|wie|que|comment|como|dat|hoe|over|:))*[,:]? ([^.!?;\n]{6,140})/

// “I read that you…”, and the languages that leave the pronoun out.
const SAID_TO_SAY =
  /(?<![a-z])(?:(?:i (?:read|saw|noticed) (?:that|how)|ich (?:habe )?(?:gelesen|las),? (?:dass|wie)|du schreibst,? (?:dass|wie)|sie schreiben,? (?:dass|wie)|j'ai lu que|(?:he )?lei(?:do)? que|li que|ik las dat|dices que|escribes que|cuentas que|explicas que|dijiste que|escribiste que|(?:escribio|dijo|cuenta|conto|explica|dice|escreveu|disse|contou|referiu|diz) que|you (?:also )?(?:found|report|reported|measured|noticed|learned|learnt|saw|discovered|concluded|counted|admit|admitted|tell|told us|recommend|suggest|warn|complain) (?:that|how)|(?:du|sie) (?:berichtest|berichten|erzahlst|erzahlen|meinst|meinen|findest|finden|haben festgestellt),? (?:dass|wie)|(?:tu racontes|vous racontez|tu constates|vous constatez) (?:que|comment)|(?:je|u) (?:vertelt|vindt|merkte|zag) (?:dat|hoe)|dizes que|escreves que|contas que|disseste que|escreveste que|voce (?:diz|escreve|conta) que)) ([^.!?;\n]{6,140})/

// “Your neighbour blames the water, you wrote.”
const SAID_BEHIND =
  /^(.{12,200}?),? (?:(?:as |like |so )?you (?:wrote|write|say|said|put it|mentioned)|(?:wie )?(?:schreiben sie|sie schreiben|schreibst du|du schreibst|sagen sie|sagst du)|(?:comme )?(?:ecrivez-vous|vous ecrivez|tu ecris|dites-vous|dis-tu)|(?:como )?(?:escribe usted|escribes|dices|dice|escreveu|escreves|diz|dizes)|(?:zoals )?(?:schrijf je|je schrijft|schreef je|je schreef|zei je|zeg je))[.!?]*$/

const screen = screenFor([YOUR_PIECE, SAID_TO_SAY, YOU_SAY, SAID_BEHIND])

const ABOUT_THEM =
  /(?<![a-z])(?:you|your|u|ur|du|dein\w*|dich|dir|sie|ihr\w*|tu|ton|ta|tes|vous|votre|vos|te|su|sus|usted|voce|seu|sua|teu|tua|je|jij|jouw|uw)(?![a-z])/
const ABOUT_US =
  /(?<![a-z])(?:we|we've|our|us|i've|my|i'm|mine|wir|unser\w*|mein\w*|nous|notre|nos|mon|ma|mes|nosotros|nuestr\w*|mi|mis|nos|noss\w*|meu|minha|wij|ons|onze|mijn|minutes?|min|minuten|minutos|o'clock|\d ?pm|\d ?am|uhr|chat|call)(?![a-z])/

const OPPOSITES: readonly (readonly [RegExp, RegExp])[] = [
  [/\b(?:hate|hated|dislike|against|regret|regretted)\b/, /\b(?:love|loved|enjoy|favou?rite|glad|recommend)\b/],
  [/\b(?:love|loved|enjoyed|recommend)\b/, /\b(?:hate|hated|regret|never again|avoid)\b/],
  [/\b(?:slower|slowed)\b/, /\b(?:faster|sped|quicker)\b/],
  [/\b(?:faster|sped up|quicker)\b/, /\b(?:slower|slowed)\b/],
  [
    /\b(?:doubled|increased|rose|risen|grew|more than before)\b/,
    /\b(?:halved|decreased|fell|fallen|shrank|dropped|cut)\b/,
  ],
  [/\b(?:halved|decreased|fell|fallen|shrank|dropped)\b/, /\b(?:doubled|increased|rose|risen|grew)\b/],
]

const BOUGHT = /\b(?:bought|gekauft|achete\w*|compr(?:e|o|aste|ado|ou|ei)|gekocht)\b/
const SOLD = /\b(?:sold|verkauft|vendu\w*|vendi\w*|verkocht)\b/
const OPENED = /\b(?:opened|geoffnet|eroffnet|ouvert\w*|abier\w+|abri(?:mos|eron|o|u|ram)|aberto|geopend)\b/
const CLOSED = /\b(?:closed|geschlossen|ferme\w*|cerr(?:ado|amos|aron|o)|fech(?:ado|amos|aram|ou)|gesloten)\b/

// Said of their text in so many words.
const AGAINST: readonly (readonly [RegExp, RegExp])[] = [
  [BOUGHT, SOLD],
  [SOLD, BOUGHT],
  [OPENED, CLOSED],
  [CLOSED, OPENED],
  [/\b(?:metade|mitad|moitie|halfte|helft)\b/, /\b(?:dobro|doble|double|doppelt\w*|dubbele?)\b/],
  [/\b(?:dobro|doble|double|doppelt\w*|dubbele?)\b/, /\b(?:metade|mitad|moitie|halfte|helft)\b/],
  [
    /\b(?:gestiegen|augment\w+|aument\w+|subi\w+|toegenomen|gestegen|mehr als fruher)\b/,
    /\b(?:gesunken|geschrumpft|baiss\w+|diminu\w+|baj\w+|cai\w+|desceu|gedaald|afgenomen)\b/,
  ],
  [
    /\b(?:gesunken|geschrumpft|baiss\w+|diminu\w+|baj[oa]\w*|caiu|desceu|gedaald|afgenomen)\b/,
    /\b(?:gestiegen|augment\w+|aument\w+|subi\w+|toegenomen|gestegen)\b/,
  ],
]

export type FalseReading = { span: Span; kind: 'not-among-readings' | 'not-in-it'; about: string }

/** A piece that the draft claims to know and that is not among the readings, or something said of one that it doesn't say. */
export function findFalseReading(draft: string, readings: readonly Reading[]): FalseReading | undefined {
  for (const sentence of splitSentences(draft.slice(0, MOST_OF_A_DRAFT)).flatMap(piecesOf)) {
    const worth = screen.look(sentence.folded)
    const pieces = worth.includes(0) ? piecesNamedIn(sentence.folded) : []
    const claims =
      (worth.includes(1) ? SAID_TO_SAY.exec(sentence.folded) : null) ??
      (worth.includes(2) ? YOU_SAY.exec(sentence.folded) : null) ??
      (worth.includes(3) ? SAID_BEHIND.exec(sentence.folded) : null)
    const found =
      first(pieces, piece => claimsUnread(piece, sentence, readings)) ??
      misquotes(claims, pieces.length > 0, sentence, draft, readings)
    if (found) return found
  }
  return undefined
}

/** Each piece of theirs that a sentence names; what one is about may name the next. */
function piecesNamedIn(folded: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = []
  YOUR_PIECE.lastIndex = 0
  for (let piece = YOUR_PIECE.exec(folded); piece; piece = YOUR_PIECE.exec(folded)) {
    found.push(piece)
    YOUR_PIECE.lastIndex = piece.index + 4
  }
  return found
}

function first<T, U>(from: readonly T[], find: (one: T) => U | undefined): U | undefined {
  for (const one of from) {
    const found = find(one)
    if (found) return found
  }
  return undefined
}

function sameLanguage(text: string, reading: Reading): boolean {
  const draft = detectLanguage(text)
  const theirs = detectLanguage(`${reading.title}. ${reading.text.slice(0, 400)}`)
  return !draft || !theirs || draft.language === theirs.language
}

function claimsUnread(
  claim: RegExpExecArray,
  sentence: Sentence,
  readings: readonly Reading[],
): FalseReading | undefined {
  const span: Span = [sentence.start + claim.index, sentence.start + claim.index + claim[0].trimEnd().length]
  if (readings.length === 0) {
    if (
      /(?:would|could|might|will you|are you going to|next|upcoming|when is|your next|your first)/.test(sentence.folded)
    )
      return undefined
    return { span, kind: 'not-among-readings', about: sentence.text }
  }
  const topic = cutAfterTopic(claim[3] ?? '')
  const other = isOtherMedium(claim[2] ?? '', readings)
  const named = other ? topic.split(/ (?:and|und|et|y|e|en) /)[0] : topic
  const about = `${claim[1] ?? ''} ${named}`
  const stems = contentStems(about)
  if (stems.size === 0)
    return other && PRAISED.test(sentence.folded)
      ? { span, kind: 'not-among-readings', about: sentence.text }
      : undefined
  const known = readings.some(reading => {
    if (!sameLanguage(sentence.text, reading)) return true
    const share = overlapWith(stems, reading) / stems.size
    return share > 0 && share >= (other ? 0.6 : stems.size >= 4 ? 0.25 : 0.34)
  })
  return known ? undefined : { span, kind: 'not-among-readings', about: about.trim() }
}

// What was heard or seen, not read: a text of theirs is none unless it says so.
const PRAISED =
  /(?<![a-z])(?:loved|enjoyed|liked|watched|listened|heard|attended|great|brilliant|gehort|gesehen|gefallen|klasse|toll|grosartig|adore|aime|ecoute|regarde|vu|encanto|gusto|escuche|genial|adorei|gostei|ouvi|otim[oa]|genoten|gehoord|gezien|geweldig|mooi)(?![a-z])/

const MEDIA: readonly RegExp[] = [
  /^(?:books?|buch|livre|libro|livro|boek)$/,
  /podcast|episode/,
  /video|vlog/,
  /talk|vortrag|charla|palestra|lezing|praatje|conference|keynote/,
  /interview|entrevista|entretien/,
  /newsletter/,
  /slides/,
]

function isOtherMedium(noun: string, readings: readonly Reading[]): boolean {
  const medium = MEDIA.find(one => one.test(noun))
  return medium !== undefined && !readings.some(({ title, text, url }) => medium.test(fold(`${title} ${text} ${url}`)))
}

function cutAfterTopic(topic: string): string {
  return topic.replace(
    /(?:,| - | (?:was|is|made|really|hit|gave|and (?:i|we)|war|ist|hat|etait|est|m'a|fue|me|foi|heeft|yesterday|last week|on linkedin))(?: .*)?$/,
    '',
  )
}

function misquotes(
  claims: RegExpExecArray | null,
  namesPiece: boolean,
  sentence: Sentence,
  draft: string,
  readings: readonly Reading[],
): FalseReading | undefined {
  const ascribes = claims !== null || namesPiece || ABOUT_THEM.test(sentence.folded)
  if (!ascribes) return saidOtherwise(sentence, readings) ?? otherAmount(sentence, draft, readings)
  return misquote(claims, namesPiece, sentence, readings) ?? otherAmount(sentence, draft, readings)
}

function misquote(
  claims: RegExpExecArray | null,
  namesPiece: boolean,
  sentence: Sentence,
  readings: readonly Reading[],
): FalseReading | undefined {
  const stems = contentStems(sentence.folded)
  let reading: Reading | undefined
  let closest = -1
  for (const one of readings) {
    const shared = overlapWith(stems, one)
    if (shared > closest) {
      reading = one
      closest = shared
    }
  }
  if (!reading) return undefined
  const span: Span = [sentence.start, sentence.end]
  if (claims?.[1] && sameLanguage(sentence.text, reading)) {
    const claimed = contentStems(claims[1])
    if (claimed.size >= 3 && overlapWith(claimed, reading) / claimed.size < 0.2)
      return { span, kind: 'not-in-it', about: claims[1] }
  }
  if (closest < 1) return undefined
  const turned = claims || namesPiece ? isTurnedRound(claims?.[1] ?? sentence.text, readings, true) : undefined
  if (turned) return { span, kind: 'not-in-it', about: claims?.[1] ?? sentence.text }
  const otherwise = turned === undefined ? saidOtherwise(sentence, readings) : undefined
  if (otherwise) return otherwise
  if (claims) {
    const body = fold(reading.text)
    const against = AGAINST.some(
      ([said, written]) => said.test(sentence.folded) && written.test(body) && !said.test(body),
    )
    if (against) return { span, kind: 'not-in-it', about: sentence.text }
  }
  for (const clause of clausesOf(sentence)) {
    if (!ABOUT_THEM.test(clause.folded) && !claims) continue
    if (
      ABOUT_US.test(
        claims ? clause.folded.replace(/(?<![a-z])(?:minutes?|minuten|minutos|min)(?![a-z])/g, ' ') : clause.folded,
      )
    )
      continue
    const wrong = numbersIn(clause.text).find(
      ({ number, start, end }) =>
        !isOtherWord(clause.text.slice(start, end).toLowerCase(), sentence.text) &&
        (number.length > 1 || /\d/.test(clause.text.charAt(start)) || (claims !== null && Number(number) > 2)) &&
        !readings.some(one => saysNumber(one, number)),
    )
    if (wrong) return { span, kind: 'not-in-it', about: clause.text.slice(wrong.start, wrong.end) }
    const name = foreignName(clause, readings)
    if (name && (claims !== null || namesPiece || /(?<![a-z])(?:how|that|where) you(?![a-z])/.test(clause.folded)))
      return { span, kind: 'not-in-it', about: name }
  }
  if (closest >= 2) {
    const body = fold(reading.text)
    for (const [said, written] of OPPOSITES) {
      if (
        said.test(sentence.folded) &&
        !ABOUT_US.test(sentence.folded) &&
        /(?<![a-z])(?:you|your)(?![a-z])/.test(sentence.folded)
      ) {
        if (
          written.test(body) &&
          !said.test(body) &&
          /(?<![a-z])(?:that|how|why|because) (?:you|your|it|the|night|\w+)/.test(sentence.folded) &&
          !/^(?:i |we |really |just )*(?:loved?|enjoyed|hated)/.test(sentence.folded)
        )
          return { span, kind: 'not-in-it', about: sentence.text }
      }
    }
  }
  return undefined
}

/** “A pity that the average fell”, of a text in which it rose. What is asked or wondered about is said of nobody. */
function saidOtherwise(sentence: Sentence, readings: readonly Reading[]): FalseReading | undefined {
  if (/[?]|(?<![a-z])(?:wonder|frage mich|demande|pregunto|pergunto|vraag me)/.test(sentence.folded)) return undefined
  if (SUPPOSED.test(sentence.folded) || ABOUT_US.test(sentence.folded)) return undefined
  return isTurnedRound(sentence.text, readings, false)
    ? { span: [sentence.start, sentence.end], kind: 'not-in-it', about: sentence.text }
    : undefined
}

// Numbers in one language, everyday words in another: “once” is eleven in Spanish, “onze” ours in Dutch.
const NUMBER_ONLY_IN: Readonly<Record<string, readonly string[]>> = {
  once: ['es'],
  onze: ['fr', 'pt'],
  seize: ['fr'],
  cent: ['fr'],
  mille: ['fr'],
  mil: ['es', 'pt'],
  elf: ['de', 'nl'],
  dos: ['es'],
}

function isOtherWord(word: string, sentence: string): boolean {
  const only = NUMBER_ONLY_IN[word]
  if (!only) return false
  const language = detectLanguage(sentence)?.language
  return language !== undefined && !only.includes(language)
}

/** So much of a reading taken up that the sentence can only be about it; the thing that is counted is one. */
const SURELY_ABOUT = 2

const UNITS: readonly RegExp[] = [
  /^(?:seconds?|sekunden?|secondes?|segundos?|seconden?)$/,
  /^(?:minutes?|minuten?|minutos?|minuut)$/,
  /^(?:hours?|stunden?|heures?|horas?|uur|uren)$/,
  /^(?:days?|tage?n?|jours?|dias?|dag|dagen)$/,
  /^(?:nights?|nachte?|nuits?|noches?|noites?|nacht|nachten)$/,
  /^(?:weeks?|wochen?|semaines?|semanas?|week|weken)$/,
  /^(?:months?|monate?n?|mois|mes|meses|maand|maanden)$/,
  /^(?:years?|jahre?n?|ans?|annees?|anos?|jaar|jaren)$/,
  /^(?:met(?:re|er|ro)s?)$/,
  /^(?:kilomet(?:re|er|ro)s?|quilometros?|km)$/,
  /^(?:kilos?|kg|kilograms?|kilogramm)$/,
  /^(?:litres?|liters?|litros?)$/,
  /^(?:tonn?es?|tons?|toneladas?)$/,
]

const unitOf = (folded: string) => UNITS.findIndex(unit => unit.test(folded))

// Not what was, but what might be.
const SUPPOSED =
  /(?<![a-z])(?:would|could|next|imagine|suppose|what if|wurdest|wurden|konnte\w*|nachste\w*|prochain\w*|imagine\w*|proxim\w+|imagin\w+|zou|zouden|volgend\w*|stel je voor)(?![a-z])/

/** “Ninety kilos of rye” of a text that says forty, “four days” of one that says four hours. */
function otherAmount(sentence: Sentence, draft: string, readings: readonly Reading[]): FalseReading | undefined {
  let stems: ReadonlySet<string> | undefined
  for (const clause of clausesOf(sentence)) {
    if (ABOUT_US.test(clause.folded.replace(UNIT_WORDS, ' ')) || SUPPOSED.test(clause.folded)) continue
    for (const { number, thing, start } of amountsIn(clause.text)) {
      if (number < 3) continue
      const unit = unitOf(thing.folded)
      const key = keyOf(thing)
      stems ??= contentStems(draft)
      const said = stems
      const about = readings.find(one => {
        const amounts = amountsIn(one.text)
        if (amounts.some(other => other.number === number && isSame(other.thing, key, unit))) return false
        const counted =
          amounts.some(other => isSame(other.thing, key, unit)) ||
          (unit >= 0 && amounts.some(other => other.number === number && unitOf(other.thing.folded) >= 0))
        return counted && overlapWith(said, one) >= SURELY_ABOUT
      })
      if (about) return { span: [sentence.start, sentence.end], kind: 'not-in-it', about: clause.text.slice(start) }
    }
  }
  return undefined
}

const UNIT_WORDS = /(?<![a-z])(?:minutes?|minuten|minutos|min)(?![a-z])/g

const keyOf = (word: Word): string => factsOf(word).parts[0]?.key ?? stem(word.folded)

const isSame = (thing: Word, key: string, unit: number) =>
  unit >= 0 ? unitOf(thing.folded) === unit : keyOf(thing) === key

type Amount = { number: number; thing: Word; start: number }

/** Every number of a text with the word behind it; “two thousand three hundred” is one number, “in 2012. Forty” are two. */
const amountsIn: (text: string) => readonly Amount[] = remember(text => {
  const words = splitWords(text)
  const found: Amount[] = []
  for (let i = 0; i < words.length; i++) {
    const start = words[i]?.start ?? 0
    let sum: number | undefined
    let last = 0
    for (let word = words[i]; word; word = words[++i]) {
      const value = Number(factsOf(word).number ?? Number.NaN)
      if (Number.isNaN(value)) break
      if (sum !== undefined && /[.,;:!?()\n]/.test(text.slice(words[i - 1]?.end ?? 0, word.start))) break
      if (sum === undefined) sum = value
      else if ((value === 100 || value === 1000) && last < value) sum = sum - last + last * value
      else if (value < last && last >= 20) sum += value
      else break
      last = (value === 100 || value === 1000) && last > 0 && last < value ? last * value : value
    }
    const thing = words[i]
    if (sum === undefined || !thing) continue
    if (factsOf(thing).number === undefined) found.push({ number: sum, thing, start })
    // The next number begins here.
    else i--
  }
  return found
}, 400)

function clausesOf(sentence: Sentence): { text: string; folded: string }[] {
  const parts: { text: string; folded: string }[] = []
  let from = 0
  for (const cut of sentence.folded.matchAll(/[,;:()]\s| - | and (?=we |i |our |my )| but /g)) {
    parts.push({ text: sentence.text.slice(from, cut.index), folded: sentence.folded.slice(from, cut.index) })
    from = cut.index
  }
  parts.push({ text: sentence.text.slice(from), folded: sentence.folded.slice(from) })
  return parts
}

function foreignName(clause: { text: string }, readings: readonly Reading[]): string | undefined {
  if (detectLanguage(clause.text)?.language === 'de') return undefined
  return splitWords(clause.text).find(
    (word, i) =>
      i > 0 &&
      /^\p{Lu}[\p{L}\d]{2,}$/u.test(word.text) &&
      !/[.!?]\s*$/.test(clause.text.slice(0, word.start)) &&
      !readings.some(reading => saysName(reading, word.folded)),
  )?.text
}
