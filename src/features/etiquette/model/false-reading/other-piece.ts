import { isSpokenOf } from '../retold.ts'
import { screenFor } from '../screen.ts'
import { type Sentence, splitWords } from '../text.ts'
import type { Reading } from '../types.ts'
import type { FalseReading } from './found.ts'
import { tellingWordsOf } from './told.ts'

// “The one about the goat”, “celle sur les toits”, “den über den Fluss”: a piece by what it is about alone.
const ONE_ABOUT =
  /(?<![a-z])(?:the (?:other )?one (?:about|on)|cel(?:le|ui) (?:sur|qui parle d\w*)|(?:den|die|das|der)(?: anderen?)? uber|(?:la|el)(?: otr[ao])? sobre|[ao](?: outr[ao])? sobre|(?:die|dat)(?: andere)? over) ([^,.!?;\n]{3,90})/
// “Leí también la de los caracoles”.
const READ_THAT_OF =
  /(?<![a-z])(?:lei|leido|li|lido) (?:(?:tambien|tambem|ontem|ayer) )?(?:la|el|a|o) (?:del?|d[oa]s?|sobre) ([^,.!?;\n]{3,90})/

// Of people and things the same words are said: a piece is one that was read or liked.
const READ_OR_LIKED =
  /(?<![a-z])(?:read|loved|liked|enjoyed|better|best|favou?rite|funnier|lue?|prefere\w*|aime\w*|adore\w*|rire|mieux|gelesen|lieber|besser|gefiel|gefallen|lieblings\w*|lei|leido|gusto|encanto|mejor|preferid[oa]|li|lido|gostei|adorei|melhor|las|gelezen|beter|mooier|leuker|liefst)(?![a-z])/

// Where what is said of the piece begins.
const SAID_OF_IT =
  / (?:aussi|auch|ook|too|as well|also|even|is|was|made|had|has|i|i've|ist|war|hat|habe|hab|fand|las|gefiel|m'a|m'ont|est|etait|je|j'ai|me|es|era|fue|fez|foi|heb|vond|was|maakte)(?![a-z]).*$/

const screen = screenFor([ONE_ABOUT, READ_THAT_OF])

/** A piece that is named by what it is about and of which no reading speaks, said to be read or liked. */
export function otherPiece(sentence: Sentence, readings: readonly Reading[]): FalseReading | undefined {
  const { folded, start, end } = sentence
  if (readings.length === 0 || screen.look(folded).length === 0 || folded.includes('?')) return undefined
  const about = (ONE_ABOUT.exec(folded) ?? READ_THAT_OF.exec(folded))?.[1]
  if (about === undefined || !READ_OR_LIKED.test(folded)) return undefined
  const topic = about.replace(SAID_OF_IT, '')
  const words = tellingWordsOf(topic)
  if (words.length === 0 || words.some(word => readings.some(reading => isSpokenOf(reading, word)))) return undefined
  if (splitWords(topic).length > MOST_OF_A_TOPIC) return undefined
  return { span: [start, end], kind: 'not-among-readings', about: topic }
}

const MOST_OF_A_TOPIC = 10
