import { remember } from './remember.ts'
import type { Tells } from './spelling.ts'
import { splitWords, type Word } from './text.ts'

/** ISO 639-1. */
export type Language = string

// Words that carry little meaning and much language, accents folded away.
const WORDS: Readonly<Record<string, string>> = {
  en: "the and you your is are was of to in that it for on with have i'm i've it's don't this what how do we my me be not but so at from about would could can just there their they thanks thank hi hey hello if when which who really nice great been has had will an or by no as any some like good out up yes sure work doing get got let's still did does more much know think see new one time today tomorrow where why looking night shift were he she him her his its then than because after before into over only every other same while though always never again down through being i say says said should am us well",
  de: 'der die das und ist nicht ich du sie wir ihr ein eine einen einem einer mit auf fur von zu im den dem des auch aber oder wie was wenn noch schon mal gerade hast habe haben bist sind dein deine deinen deinem dir dich mich mir uns euch danke hallo moin ja nein gut sehr nur bei nach uber aus um so es hat kann konnte wurde war werden dass heute morgen viel mehr gern gerne vielleicht klar doch hier jetzt kein keine keinen servus wirklich ob am zum zur beim wer warum diese dieser ihre ihren ihnen wann machst arbeit geht schichten ihm ihn sein seine seinen dann da denn weil durch gegen zwischen immer nie jeder andere selbst wird wieder ganz etwas alle alles waren hatte hatten',
  fr: "le la les un une des du de et est pas je tu vous nous il elle on que qui dans pour avec sur ce cette ces mon ma mes ton ta tes votre vos notre nos j'ai c'est d'une d'un l'article qu'il n'est au aux en ne plus mais ou comment quand bonjour salut merci oui non tres bien suis es etes sommes sont avez avons avait etait comme si ca se sa son ses tout faire fait aussi encore peu beaucoup toujours quoi pourquoi chez leur j'aime d'accord lundi demain nuit ont ai sera serait etaient ceux celle celui donc alors deja jamais rien vers sans sous entre avant apres pendant depuis cela chaque autre autres meme lui eux y",
  es: 'el la los las un una unos y de que en es no por para con se lo su sus tu tus te me mi yo nos como pero mas si cuando donde quien hola gracias muy bien esta estas estoy esto este eres soy son somos hay ha he has tiene tengo tienes ser fue era del al tambien ya porque todo algo nada vale buenas buenos dias usted ustedes le les qui sobre hasta desde sin cual que tal puedo quiero trabajo ahora manana noche turno gusta gusto sois vosotros sido estaba estaban fueron ese esa eso aquel nuestra nuestro ella ellos entre antes despues siempre nunca cada otro otra mismo luego hacia aunque mientras',
  pt: 'o a os as um uma uns e de que em no na nos nas do da dos das por para com se voce voces eu ele ela nos meu minha seu sua teu tua te me mas mais muito bem sim nao ola oi obrigado obrigada esta estou sou somos sao tem tenho ter foi era ser como quando onde quem tudo tambem ja porque isso isto este esta ao aos pelo pela ate sem qual gostei legal bom boa dia noite tudo ainda agora trabalho voces estao temos vaga turno amanha hoje fazer ficou achei foram estava estavam esse essa aquele nossa nosso eles entre antes depois sempre nunca cada outro outra mesmo logo embora enquanto pra',
  nl: 'de het een en van ik je jij u we wij ze zij is zijn was niet dat die dit op te in met voor aan er maar ook als hoe wat waar wie naar om bij uit over nog al wel geen mijn jouw uw ons onze hun heb hebt heeft hebben ben bent kan kunt wil zou hoi hallo dag dank bedankt ja nee goed heel erg leuk mooi graag even dan nu hier daar werk werken jullie misschien vandaag morgen zo veel meer iets niks waarom wanneer nacht dienst doen doe gaat haar hem hen deze door tegen tussen toen daarna altijd nooit elke andere zelf wordt werd kon net pas',
  it: 'il lo la gli le un una di che e non per con sono sei siamo del della dei delle nel nella al alla ma come quando dove chi ciao grazie molto bene si ho hai ha abbiamo questo questa anche piu cosa perche mi ti ci tuo tua mio mia anni lavoro oggi domani era stato essere fare dal dalla sul sulla buongiorno',
  sv: 'och att det som en ett ar jag du vi ni de inte pa med for av till har hade var den men om sa kan vill hej tack ja nej mycket bra hur nar dar vem vad din ditt min mitt oss er alla nagon bara ocksa fran efter jobbar idag imorgon',
  da: 'og at det som en et er jeg du vi de ikke pa med for af til har havde var den men om sa kan vil hej tak ja nej meget godt hvordan hvornar hvor hvem hvad din dit min mit os jer alle nogen bare ogsa fra efter arbejder i dag',
  no: 'og at det som en et er jeg du vi de ikke pa med for av til har hadde var den men om sa kan vil hei takk ja nei mye bra hvordan nar hvor hvem hva din ditt min mitt oss dere alle noen bare ogsa fra etter jobber',
  pl: 'i w z na do nie jest to ze sie co jak ale o od za po tak dla czy ja ty my mam masz ma jestem jestes dzien dobry czesc dzieki dziekuje bardzo tylko juz moze kiedy gdzie kto praca pracy mnie mi ci moj twoj jego ich przez przy',
  cs: 'a v na je to se ze jak ale o od za po tak pro by co si jsem jsi jsme jste dobry den ahoj dekuji diky velmi jen uz muze kdy kde kdo prace mi ti muj tvuj jeho jejich nebo ktery kdyz jeste',
  tr: 'bir ve bu da de icin ile ne mi ben sen biz siz var yok cok daha gibi ama merhaba selam tesekkur evet hayir nasil neden nerede kim is calisma benim senin olarak kadar sonra once simdi bugun',
  fi: 'ja on ei se etta ole han mina sina me te he mutta niin kun jos mita miten missa kuka hei kiitos kylla hyva paljon vain myos nyt viela tyo olen olet ovat oli minun sinun',
  ro: 'si de la in nu este sunt cu pe un o care ca ce mai din pentru dar sau cum cand unde cine buna multumesc da foarte bine doar am ai are avem esti eu tu noi voi lucru meu tau acest',
  hu: 'a az es nem is hogy egy van volt vagy de ha mi ki hol mikor hogyan miert igen koszonom szia nagyon jo csak mar meg lehet munka en te o mi ti ok ez itt ott',
  id: 'yang dan di ke dari ini itu untuk dengan tidak ada saya kamu anda kami kita bisa sudah belum akan terima kasih halo ya apa bagaimana kapan siapa kerja sangat juga atau',
}

const CODES = Object.keys(WORDS)
/** By the place of the language in `CODES`. */
const WEIGHT = new Map<string, Tells>()
const LANGUAGES_OF = new Map<string, number[]>()
for (const [language, code] of CODES.entries())
  for (const word of new Set((WORDS[code] ?? '').split(' ')))
    LANGUAGES_OF.set(word, [...(LANGUAGES_OF.get(word) ?? []), language])
for (const [word, languages] of LANGUAGES_OF) {
  const weight = [1.2, 0.7, 0.45][languages.length - 1] ?? 0.3
  WEIGHT.set(word, { languages, weight, hints: 0 })
}

const NONE: readonly number[] = []
const TELLS_NOTHING: Tells = { languages: NONE, weight: 0, hints: 0 }

const LETTERS: readonly (readonly [pattern: RegExp, languages: readonly string[]])[] = [
  [/ß/i, ['de']],
  [/[äöü]/i, ['de', 'sv', 'fi', 'tr', 'hu']],
  [/[ñ¿¡]/i, ['es']],
  [/[ãõ]/i, ['pt']],
  [/[èùœûî]/i, ['fr']],
  [/ç/i, ['fr', 'pt', 'tr']],
  [/\b[dljcnqsm]['’][aeéêhioué]/i, ['fr']],
  [/[æø]/i, ['da', 'no']],
  [/å/i, ['sv', 'da', 'no']],
  [/[łśźżąę]/i, ['pl']],
  [/[řěůďťň]/i, ['cs']],
  [/[ğış]/, ['tr']],
  [/[őű]/i, ['hu']],
  [/[țșă]/i, ['ro']],
  [/(?:cion|ciones)\b/i, ['es']],
  [/(?:ción|ñ)/i, ['es']],
  [/(?:ção|ções|ões|nh|lh)/i, ['pt']],
  [/ij[a-z]|\w(?:oo|ee|aa|uu)[a-z]/i, ['nl']],
  [/\wung(?:en)?\b|sch/i, ['de']],
]

// Without one of these none of them matches.
const MAY_HINT = /[^a-z]|cion|[nl]h|ij|oo|ee|aa|uu|ung|sch/i

const LETTER_LANGUAGES = LETTERS.map(([, languages]) => languages.map(code => CODES.indexOf(code)))

const SPANISH_MARKS = 1 << LETTERS.findIndex(([pattern]) => pattern.test('¿'))

function tellsOf({ folded, spelling }: Word): Tells {
  const known = spelling.tells
  if (known) return known
  const text = spelling.small
  const weighed = WEIGHT.get(folded)
  let hints = 0
  if (MAY_HINT.test(text)) for (const [i, [pattern]] of LETTERS.entries()) if (pattern.test(text)) hints |= 1 << i
  spelling.tells =
    hints === 0
      ? (weighed ?? TELLS_NOTHING)
      : { languages: weighed?.languages ?? NONE, weight: weighed?.weight ?? 0, hints }
  return spelling.tells
}

const SCRIPTS: readonly (readonly [pattern: RegExp, language: string])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Han}/gu, 'zh'],
  [/\p{Script=Arabic}/gu, 'ar'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Devanagari}/gu, 'hi'],
  [/\p{Script=Thai}/gu, 'th'],
]

// Letters from Greek on; quotation marks, dashes and emoji are none.
const OTHER_SCRIPT = /[\u0370-\u1fff\u2e80-\ud7ff\ud840-\ud87f\uf900-\ufdff\ufe70-\uffdf]/

/** `strength`: how much was seen of it, about one per telling word. */
export type Detected = { language: Language; confidence: number; strength: number }

/** Undefined when the text is too short or too mixed to tell; confidence from 0.5 to 1. */
export function detectLanguage(text: string): Detected | undefined {
  return detected(text).found
}

const detected = remember(text => detect(text), 128)

/** What the words of the latest text had told when all but two of them were heard: the next key changes no more of it. */
const heard: { words: readonly Word[]; count: number; hints: number } = { words: [], count: 0, hints: 0 }
const heardAmounts = new Float64Array(CODES.length)

/** How much of each language there is in the text at hand, in the order of `CODES`. */
const amounts = new Float64Array(CODES.length)

/** `likely`: every known language that the text may be in, likeliest first. */
type Guess = { found: Detected | undefined; likely: readonly KnownLanguage[] }

const detect = (text: string): Guess => {
  const found = weighLanguages(text)
  return { found, likely: likeliest(found) }
}

function weighLanguages(text: string): Detected | undefined {
  amounts.fill(0)
  if (OTHER_SCRIPT.test(text)) {
    const letters = text.match(/\p{L}/gu)?.length ?? 0
    for (const [pattern, language] of SCRIPTS) {
      const share = (text.match(pattern)?.length ?? 0) / Math.max(1, letters)
      if (share > (language === 'ja' ? 0.15 : 0.4))
        return { language, confidence: Math.min(1, 0.5 + share), strength: letters }
    }
    const cyrillic = (text.match(/\p{Script=Cyrillic}/gu)?.length ?? 0) / Math.max(1, letters)
    if (cyrillic > 0.4) return { language: /[іїєґ]/i.test(text) ? 'uk' : 'ru', confidence: 0.8, strength: letters }
  }
  let hints = 0
  const words = splitWords(text)
  const before = countHeardBefore(words)
  if (before > 0) {
    amounts.set(heardAmounts)
    hints = heard.hints
  }
  for (let at = before; at < words.length; at++) {
    if (at === words.length - 2 && at > 8) {
      heardAmounts.set(amounts)
      heard.words = words
      heard.count = at
      heard.hints = hints
    }
    const word = words[at]
    if (!word) break
    const told = word.spelling.tells ?? tellsOf(word)
    hints |= told.hints
    const { languages, weight } = told
    for (let i = 0; i < languages.length; i++) {
      const language = languages[i] ?? 0
      amounts[language] = (amounts[language] ?? 0) + weight
    }
  }
  if (/[¿¡]/.test(text)) hints |= SPANISH_MARKS
  for (let i = 0; hints >> i > 0; i++) {
    if ((hints & (1 << i)) === 0) continue
    const languages = LETTER_LANGUAGES[i] ?? []
    const amount = languages.length === 1 ? 0.8 : 0.3
    for (const language of languages) amounts[language] = (amounts[language] ?? 0) + amount
  }
  let first = 0
  for (let i = 1; i < amounts.length; i++) if ((amounts[i] ?? 0) > (amounts[first] ?? 0)) first = i
  const most = amounts[first] ?? 0
  let rest = 0
  for (let i = 0; i < amounts.length; i++) if (i !== first && (amounts[i] ?? 0) > rest) rest = amounts[i] ?? 0
  if (most < 1.3 || most < rest * 1.2 + 0.25) return undefined
  return { language: CODES[first] ?? '', confidence: most / (most + rest), strength: most }
}

/** The same words in the same places are the same objects while somebody types (`splitWords`). */
function countHeardBefore(words: readonly Word[]): number {
  const { count } = heard
  if (count > words.length) return 0
  for (let at = count - 1; at >= 0; at--) if (heard.words[at] !== words[at]) return 0
  return count
}

/** `sure`: so many telling words, and so little of any other language, that what a page declares of itself counts less. */
export function tellLanguage(text: string): { language: Language; sure: boolean } | undefined {
  const found = detectLanguage(text)
  return found && { language: found.language, sure: found.confidence >= 0.9 && found.strength >= 5 }
}

/** The six languages whose job talk is known by heart. */
export const knownLanguages = ['en', 'de', 'fr', 'es', 'pt', 'nl'] as const
export type KnownLanguage = (typeof knownLanguages)[number]

/** Every known language that the text may be in, likeliest first; all of them when it can't be told. */
export const likelyLanguages = (text: string): readonly KnownLanguage[] => detected(text).likely

const AND_ENGLISH: Readonly<Record<string, readonly KnownLanguage[]>> = {
  en: ['en'],
  de: ['de', 'en'],
  fr: ['fr', 'en'],
  es: ['es', 'en'],
  pt: ['pt', 'en'],
  nl: ['nl', 'en'],
}

/** Of the text that was weighed last. */
function likeliest(found: Detected | undefined): readonly KnownLanguage[] {
  if (!found || found.confidence < 0.7 || found.strength < 2) return notRuledOut()
  return AND_ENGLISH[found.language] ?? knownLanguages
}

/** A language without a single word or letter of its own in the text is not worth the look where others have several; English is. */
function notRuledOut(): readonly KnownLanguage[] {
  const amountOf = (language: KnownLanguage) => amounts[CODES.indexOf(language)] ?? 0
  const top = Math.max(0, ...knownLanguages.map(amountOf))
  return top < 1
    ? knownLanguages
    : knownLanguages.filter(language => language === 'en' || amountOf(language) >= top * 0.25)
}
