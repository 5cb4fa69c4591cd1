import { detectLanguage } from '../language.ts'
import { contentStems, overlapWith } from '../reading.ts'
import { fold, type Sentence, type Span } from '../text.ts'
import type { Reading } from '../types.ts'
import type { FalseReading } from './found.ts'

export function sameLanguage(text: string, reading: Reading): boolean {
  const draft = detectLanguage(text)
  const theirs = detectLanguage(`${reading.title}. ${reading.text.slice(0, 400)}`)
  return !draft || !theirs || draft.language === theirs.language
}

/** A piece that the draft claims to know and that is not among the readings. */
export function claimsUnread(
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
    return other && (PRAISED.test(sentence.folded) || READ_TOO.test(sentence.folded))
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

// “I read your interview, too.”
const READ_TOO =
  /(?<![a-z])(?:(?:also|too) read|read [^.!?]* (?:too|as well)|(?:auch|ebenfalls) (?:[^.!?]{0,80} )?gelesen|(?:aussi|egalement) lu|aussi,? j'ai lu|lu (?:aussi|egalement)|tambien (?:he )?lei|lei tambien|tambem li|li tambem|ook (?:[^.!?]{0,80} )?gelezen|las ook)(?![a-z])/

const MEDIA: readonly RegExp[] = [
  /^(?:books?|buch|livre|libro|livro|boek)$/,
  /podcast|episode/,
  /video|vlog/,
  /talk|vortrag|charla|palestra|lezing|praatje|conference|keynote/,
  /interview|entrevista|entretien/,
  /these|thesis|tesis|tese|dissertation|doktorarbeit|proefschrift/,
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
