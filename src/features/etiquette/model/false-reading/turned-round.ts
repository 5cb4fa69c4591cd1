import { perReading } from '../per-reading.ts'
import { overlapWith } from '../reading.ts'
import type { Member, Side, WordSays } from '../spelling.ts'
import { placesOf, type Sentence, skipTo, splitSentences, splitWords, type Word } from '../text.ts'
import type { Reading } from '../types.ts'
import { factsOf } from '../word-facts.ts'
import { isSecond, sidesBegunBy, sidesOf } from './opposites.ts'

/** What one clause says: its stems, and on which side of opposites it stands (bits: 1, 2, both). */
type Said = {
  stems: ReadonlySet<string>
  sides: ReadonlyMap<number, number>
  alike: ReadonlySet<number>
  sets: ReadonlyMap<string, string>
  /** How it says that: worked out when it is asked for, as most clauses share nothing with any claim. */
  how: How | undefined
  clause: Sentence
}

type How = {
  denies: boolean
  /** “Refuses to”: as good as a denial, where no opposite word says it already. */
  refuses: boolean
  /** “…, not the mud”: all that it says is denied. */
  excludes: boolean
  /** What is said to be more or less, and than what. */
  compares: TwoSides | undefined
  /** “With rye, never with wheat”: what is said, and what is said not to be. */
  apart: TwoSides | undefined
}

type TwoSides = { one: ReadonlySet<string>; other: ReadonlySet<string> }

const DENIES =
  /(?<![a-z])(?:not|never|nobody|no one|none|nothing|neither|without|hardly|barely|scarcely|no|nicht|nie|niemals|niemand\w*|nichts|ohne|kaum|kein\w*|pas|jamais|personne n\w*|rien|aucune?|sans|guere|no|nunca|jamas|nadie|ningun[oa]?|sin|tampoco|apenas|nao|ninguem|nenhum[a]?|sem|niet|geen|nooit|niemand|niets|zonder|nauwelijks|amper)(?![a-z])|n't(?![a-z])/

// “Not only”, “why not”, “no wonder”, “no matter”: they deny nothing. “Without a doubt” neither.
const DENIES_NOTHING =
  /(?<![a-z])(?:not (?:only|just|to mention|least|bad)|why not|no (?:wonder|doubt|matter|problem)|nicht (?:nur|zuletzt|schlecht)|kein wunder|pas (?:seulement|mal)|no (?:solo|obstante)|nada mal|nao (?:so|apenas)|niet (?:alleen|slecht)|sem duvida|sin duda|sans doute|zonder twijfel|geen wonder|apenas (?:um|uma|dois|duas|tres))(?![a-z])/g

const REFUSES =
  /(?<![a-z])(?:refus(?:e|es|ed|ing)|weigert\w*|weigerten|refusai\w*|refusent|se nieg\w+|rehus\w+|recus\w+|weiger(?:t|de|den))(?![a-z])/

const NOT_THAT = /^ (?:and |but |und |et |y |e |en )?(?:not|nicht|pas|non|no|nao|niet)(?: \w+){1,3}$/

const WHEN: readonly (readonly string[])[] = [
  [
    'monday montag lundi lunes segunda-feira maandag',
    'tuesday dienstag mardi martes terca-feira dinsdag',
    'wednesday mittwoch mercredi miercoles quarta-feira woensdag',
    'thursday donnerstag jeudi jueves quinta-feira donderdag',
    'friday freitag vendredi viernes sexta-feira vrijdag',
    'saturday samstag sonnabend samedi sabado zaterdag',
    'sunday sonntag dimanche domingo zondag',
  ],
  [
    'january januar janvier enero janeiro januari',
    'february februar fevrier febrero fevereiro februari',
    'april avril abril',
    'june juni juin junio junho',
    'july juli juillet julio julho',
    'august aout agosto augustus',
    'september septembre septiembre setembro',
    'october oktober octobre octubre outubro',
    'november novembre noviembre novembro',
    'december dezember decembre diciembre dezembro',
  ],
  [
    'spring fruhling fruhjahr printemps primavera voorjaar lente',
    'summer sommer verano verao zomer',
    'autumn herbst automne otono outono herfst najaar',
    'winter hiver invierno inverno',
  ],
  [
    'north norden nord norte noorden',
    'south suden sud sur sul zuiden',
    'east osten ouest-est este leste oosten',
    'west westen ouest oeste westen',
  ],
]

// Of each set one: a text that says the one says not the other.
const KINDS: readonly (readonly string[])[] = [
  [
    'red rot rote roten roter rouge rouges rojo roja rojos rojas vermelho vermelha vermelhos rood rode',
    'green grun grune grunen gruner vert verte verts vertes verde verdes groen groene',
    'blue blau blaue blauen blauer bleu bleue bleus azul azules azuis blauw blauwe',
    'yellow gelb gelbe gelben jaune jaunes amarillo amarilla amarelo amarela geel gele',
    'black schwarz schwarze schwarzen noir noire noirs negro negra preto preta zwart zwarte',
    'white weis weiss weise weisse weissen blanc blanche blancs blanco blanca branco branca wit witte',
    'brown braun braune brun brune marron castanho castanha bruin bruine',
    'grey gray grau graue gris grise cinzento cinzenta cinza grijs grijze',
  ],
  [
    'first erste ersten erster erstes premier premiere primero primera primer primeiro primeira eerste',
    'second zweite zweiten zweiter zweites deuxieme seconde segundo segunda tweede',
    'third dritte dritten dritter drittes troisieme tercero tercera tercer terceiro terceira derde',
    'fourth vierte vierten quatrieme cuarto cuarta quarto vierde',
    'last letzte letzten letzter letztes dernier derniere ultimo ultima laatste',
  ],
  [
    'left links linke linken gauche izquierda izquierdo esquerda esquerdo linker',
    'right-hand rechts rechte rechten droite derecha derecho direita direito rechter',
  ],
  [
    'mother mum mom mutter mama mere madre mae moeder',
    'father dad vater vaters papa pere padre pai vader',
    'sister schwester soeur hermana irma zus zuster',
    'brother bruder bruders frere hermano irmao broer',
    'grandmother gran grandma grosmutter oma grand-mere abuela avo oma',
    'grandfather grandpa grandad grosvater opa grand-pere abuelo opa',
    'wife husband spouse frau mann ehefrau ehemann femme mari esposa marido mujer mulher vrouw man echtgenoot',
    'aunt tante tia',
    'uncle onkel oncle tio oom',
    'daughter tochter fille hija filha dochter',
    'son sohn sohnes sohne fils hijo filho zoon',
    'neighbour neighbor nachbar nachbarin voisin voisine vecino vecina vizinho vizinha buurman buurvrouw',
  ],
  [
    'dog dogs hund hunde chien chiens perro perros cao caes cachorro hond honden',
    'cat cats katze katzen chat chats gato gatos gata kat poes katten',
    'horse horses pferd pferde cheval chevaux caballo caballos cavalo cavalos paard paarden',
    'cow cows kuh kuhe vache vaches vaca vacas koe koeien',
    'goat goats ziege ziegen chevre chevres cabra cabras geit geiten',
    'sheep schaf schafe mouton moutons oveja ovejas ovelha ovelhas schaap schapen',
    'fox foxes fuchs renard zorro raposa vos',
    'owl owls eule eulen hibou chouette buho lechuza coruja uil',
    'duck ducks ente enten canard canards pato patos eend eenden',
  ],
  [
    'coffee kaffee cafe koffie',
    'tea tee the te cha thee',
    'beer bier biere cerveza cerveja',
    'wine wein vin vino vinho wijn',
    'milk milch lait leche leite melk',
  ],
  [
    'piano klavier',
    'organ orgel orgue organo orgao',
    'harp harfe harpe arpa harpa harp',
    'violin geige violon violin violino viool',
    'cello violoncelle violonchelo violoncelo',
    'trumpet trompete trompette trompeta trompet',
  ],
]

const WHEN_OF = new Map<string, Member>(
  [...WHEN, ...KINDS].flatMap((members, set) =>
    members.flatMap((words, member) =>
      words.split(' ').map(word => [word, [String(set), String(member)] as const] as const),
    ),
  ),
)

const CLOCK =
  /^(?:(\d{1,2})(am|pm|h|uhr)|(noon|midday|mittags|midi|mediodia|meio-dia)|(midnight|mitternacht|minuit|medianoche|meia-noite|middernacht))$/

/** “3am”, “noon”: an hour of the day. */
function clockOf(word: string): Member | undefined {
  const found = CLOCK.exec(word)
  if (!found) return undefined
  const [, hour, half, noon, midnight] = found
  if (noon !== undefined || midnight !== undefined) return ['clock', noon === undefined ? '0' : '12']
  return ['clock', String((Number(hour) % 12) + (half === 'pm' ? 12 : half === 'am' ? 0 : Number(hour) >= 12 ? 12 : 0))]
}

/** What a word says against others; worked out once for all words spelt so. */
function saysOf({ folded, spelling }: Word): WordSays {
  spelling.says ??= {
    sides: sidesOf(folded),
    begun: sidesBegunBy(folded),
    second: isSecond(folded),
    when: WHEN_OF.get(folded) ?? clockOf(folded),
  }
  return spelling.says
}

function sidesIn(word: Word, before: Word | undefined): readonly Side[] {
  const { sides, begun, second } = saysOf(word)
  return sides ?? (second && before ? sidesOf(`${before.folded} ${word.folded}`) : undefined) ?? begun
}

function saidIn(clause: Sentence): Said {
  const { words } = clause
  const stems = new Set<string>()
  let sides: Map<number, number> | undefined
  let alike: Set<number> | undefined
  let sets: Map<string, string> | undefined
  let before: Word | undefined
  for (const word of words) {
    for (const stem of factsOf(word).stems) stems.add(stem)
    for (const { pair, side } of sidesIn(word, before)) {
      if (side === 0) {
        alike ??= new Set()
        alike.add(pair)
      } else {
        sides ??= new Map()
        sides.set(pair, (sides.get(pair) ?? 0) | side)
      }
    }
    const { when } = saysOf(word)
    if (when) {
      sets ??= new Map()
      sets.set(when[0], sets.has(when[0]) && sets.get(when[0]) !== when[1] ? 'several' : when[1])
    }
    before = word
  }
  // Most clauses have none of these.
  return { stems, sides: sides ?? NO_SIDES, alike: alike ?? NONE_ALIKE, sets: sets ?? NO_SETS, how: undefined, clause }
}

function howIn(said: Said): How {
  const { stems, clause } = said
  const { text, start, words } = clause
  let folded = ''
  for (const word of words) folded += ` ${word.folded}`
  said.how ??= {
    denies: DENIES.test(folded) && DENIES.test(folded.replace(DENIES_NOTHING, ' ')),
    refuses: REFUSES.test(folded),
    excludes: stems.size > 0 && stems.size <= 2 && NOT_THAT.test(folded),
    compares: COMPARES.test(folded) ? comparisonIn(text) : undefined,
    apart: apartIn(text, start, words),
  }
  return said.how
}

const howOf = (said: Said): How => said.how ?? howIn(said)

const NO_SIDES: ReadonlyMap<number, number> = new Map()
const NONE_ALIKE: ReadonlySet<number> = new Set()
const NO_SETS: ReadonlyMap<string, string> = new Map()

const THAN = /\s(?:than|als|dan|do que|que|qu')\s?/i
const MAY_COMPARE = /(?<![a-z])(?:than|als|que|qu|dan)(?![a-z])/
const COMPARES =
  /(?<![a-z])(?:than|(?:\w{3,}er|mehr|weniger)(?: [\w-]+){0,2} als|(?:plus|moins|mas|menos|mais|mejor|peor|melhor|pior|mieux)(?: [\w-]+){0,2} (?:que|do que|qu)|(?:\w{3,}er|meer|minder)(?: [\w-]+){0,2} dan)(?![a-z])/

function comparisonIn(text: string): How['compares'] {
  const cut = THAN.exec(text)
  if (!cut) return undefined
  const words = (part: string) =>
    new Set(
      splitWords(part).flatMap(word =>
        factsOf(word)
          .parts.filter(({ part: one }) => one.length > 3)
          .map(one => one.key),
      ),
    )
  const one = words(text.slice(0, cut.index))
  const other = words(text.slice(cut.index + cut[0].length))
  return one.size > 0 && other.size > 0 ? { one, other } : undefined
}

const NOT = new Set('never not nicht nie niemals jamais pas no nunca jamas nao niet nooit'.split(' '))
/** A denial reaches so many words, and no further than a comma. */
const NOT_REACHES = 3

function apartIn(text: string, start: number, words: readonly Word[]): TwoSides | undefined {
  if (!words.some(word => NOT.has(word.folded))) return undefined
  const one = new Set<string>()
  const other = new Set<string>()
  let left = 0
  let end = 0
  for (const word of words) {
    if (left > 0 && /[,;:.]/.test(text.slice(end - start, word.start - start))) left = 0
    end = word.end
    for (const stem of factsOf(word).stems) (left > 0 ? other : one).add(stem)
    left = NOT.has(word.folded) ? NOT_REACHES : left - 1
  }
  return one.size > 0 && other.size > 0 ? { one, other } : undefined
}

const CUT =
  /[,;:()\n]\s|\s[-–—]\s|\s(?:and|but|because|und|aber|weil|et|mais|parce|y|pero|porque|e|mas|en|maar|want|omdat)\s/g

/** The clauses of a sentence that are long enough to say something. */
function clausesOf({ text, folded, start, words }: Sentence, shortest: number): Sentence[] {
  const found: Sentence[] = []
  let from = 0
  let word = 0
  const add = (to: number) => {
    const first = skipTo(words, word, start + from)
    word = skipTo(words, first, start + to)
    if (to - from <= shortest) return
    found.push({
      text: text.slice(from, to),
      folded: folded.slice(from, to),
      start: start + from,
      end: start + to,
      words: words.slice(first, word),
    })
  }
  for (const [start, end] of placesOf(CUT, text)) {
    add(start)
    from = end
  }
  add(text.length)
  return found
}

/** Each sentence of a reading, and where it has several, its clauses. */
const unitsOf: (reading: Reading) => readonly Said[] = perReading(({ title, text }) => {
  const found: Said[] = []
  for (const sentence of splitSentences(`${title}.\n${text}`)) {
    const clauses = clausesOf(sentence, 12)
    if (clauses.length > 1) for (const clause of clauses) found.push(saidIn(clause))
    found.push(saidIn(sentence))
  }
  return found
})

/** How much two clauses speak of the same. */
function sharedBy(a: Said, b: Said): number {
  let shared = 0
  for (const stem of a.stems) if (b.stems.has(stem)) shared++
  for (const pair of a.alike) if (b.alike.has(pair)) shared++
  return shared
}

/** `silent`: of the sides on which the claim stands it says nothing. */
type Against = { turned: boolean; denied: boolean; silent: boolean }

/** Whether one stands on the other side of what the other says. Turned twice is the same: “lost none” and “kept all”. */
function against(claim: Said, text: Said): Against {
  const ours = howOf(claim)
  const theirs = howOf(text)
  let opposite = isSwapped(ours, theirs)
  let silent = claim.sides.size > 0
  for (const [pair, side] of claim.sides) {
    const other = text.sides.get(pair)
    if (other !== undefined) silent = false
    if (other !== undefined && side !== 3 && other !== 3 && side !== other) opposite = true
  }
  if (!opposite) opposite = hasPrefixed(claim.stems, text.stems) || hasPrefixed(text.stems, claim.stems)
  const denied = opposite
    ? ours.denies !== theirs.denies
    : (ours.denies || ours.refuses) !== (theirs.denies || theirs.refuses)
  return { turned: opposite, denied, silent }
}

const UNDOES = /^(?:un|dis|des|on|in)(?=[a-z]{4})/

/** “Desafinado” where the other says “afinado”. */
function hasPrefixed(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  for (const stem of some) {
    if (!UNDOES.test(stem) || others.has(stem)) continue
    const rest = stem.replace(UNDOES, '')
    for (const other of others) if (other === rest || (rest.length >= 5 && other.startsWith(rest))) return true
  }
  return false
}

/** Says one of a set, or stands on one side, where the text says several of it: its clauses say which, the sentence as a whole does not. */
function isBlurred(claim: Said, text: Said): boolean {
  for (const [set, member] of claim.sets) if (member !== 'several' && text.sets.get(set) === 'several') return true
  for (const [pair, side] of claim.sides) if (side !== 3 && text.sides.get(pair) === 3) return true
  return false
}

/** “You write that you miss the mud” of a text that says “not the mud”. */
function isExcluded(claim: Said, text: Said): boolean {
  if (claim.stems.size > 3 || !howOf(text).excludes || howOf(claim).denies) return false
  for (const stem of text.stems) if (!claim.stems.has(stem)) return false
  return true
}

/** “Thrillers go faster than poetry” of a text that says it the other way round, “rye, never wheat” of one of wheat. */
const isSwapped = (claim: How, text: How): boolean =>
  crosses(claim.compares, text.compares) || crosses(claim.apart, text.apart)

/** Something of each side stands on the other one there, and only there. */
function crosses(claim: TwoSides | undefined, text: TwoSides | undefined): boolean {
  if (!claim || !text) return false
  const moved = (from: ReadonlySet<string>, to: ReadonlySet<string>, not: readonly ReadonlySet<string>[]) =>
    [...from].some(stem => to.has(stem) && not.every(set => !set.has(stem)))
  return moved(claim.one, text.other, [claim.other, text.one]) && moved(claim.other, text.one, [claim.one, text.other])
}

/** Another day, month or season of the same thing. */
function otherTime(claim: Said, text: Said): boolean {
  for (const [set, member] of claim.sets) {
    const other = text.sets.get(set)
    if (other !== undefined && other !== 'several' && member !== 'several' && other !== member) return true
  }
  return false
}

/** Whether any of its words stands on a side, or says that there is more or less of something. */
const mayOppose = ({ folded, words }: Sentence): boolean =>
  MAY_COMPARE.test(folded) || words.some((word, i) => sidesIn(word, words[i - 1]).some(({ side }) => side > 0))

/** So many stems are shared by two clauses about the same thing, where nothing else says that they are. */
const ENOUGH = 3
const MOST_OF = 0.6
const MUCH_OF = 0.4

/**
 * Whether a claim says the opposite of what a reading says of the same thing: with the opposite word, or by denying what is said or the
 * other way round. Where the readings also say what is claimed, nothing is turned round. `sure`: the draft says in so many words that they
 * wrote it; otherwise only an opposite word in a sentence that takes up much of theirs counts.
 */
export function isTurnedRound(claimed: Sentence, readings: readonly Reading[], sure: boolean): boolean {
  const clauses = clausesOf(claimed, 8)
  const whole = clauses.length === 1 && clauses[0]?.text === claimed.text
  return (sure && !whole ? [claimed, ...clauses] : clauses).some(clause => {
    // Nothing but an opposite word counts there: the readings need not be looked at.
    if (!sure && !mayOppose(clause)) return false
    const claim = saidIn(clause)
    if (!sure && claim.sides.size === 0 && !howOf(claim).compares) return false
    const least = sure ? 1 : ENOUGH
    let found = 0
    let opposed = 0
    let held = 0
    let heldAloud = 0
    for (const reading of readings) {
      // Where a reading as a whole shares too little, none of its clauses shares enough.
      if (overlapWith(claim.stems, reading) + claim.alike.size < least) continue
      for (const unit of unitsOf(reading)) {
        const shared = sharedBy(claim, unit)
        if (shared === 0) continue
        if (sure && isExcluded(claim, unit)) return true
        const { turned, denied, silent } = against(claim, unit)
        const near = shared >= 2 && shared >= unit.stems.size * MOST_OF && shared >= claim.stems.size * MUCH_OF
        const enough = shared >= (sure ? 2 : ENOUGH) || (sure && claim.stems.size <= 3)
        if (turned && !denied && enough) opposed = Math.max(opposed, shared)
        else if (sure && !turned && denied && near) found = Math.max(found, shared)
        else if (sure && enough && otherTime(claim, unit)) found = Math.max(found, shared)
        else if ((!denied || turned) && !isBlurred(claim, unit)) {
          held = Math.max(held, shared)
          if (!silent || !sure) heldAloud = Math.max(heldAloud, shared)
        }
      }
    }
    return (found > 0 && found >= held) || (opposed > 0 && opposed >= heldAloud)
  })
}
