import type { rowComparer } from './compare-rows.ts'
import type { Weights } from './estimate.ts'
import { type Evidence, evidenceText, patternExplainer } from './evidence.ts'
import type { Field } from './fields.ts'
import { sharedInts } from './int-hash.ts'

/** What agreement weighs, and by field and code how much more where a value is rare. */
export type Learned = { weights: Weights; corrections: readonly (Float32Array | undefined)[] }

/** Why two rows are taken for one person or for two, strongest fact first. */
export type Explain = (a: number, b: number) => Evidence[]

export function rowExplainer(
  fields: readonly Field[],
  compare: ReturnType<typeof rowComparer>,
  { weights, corrections }: Learned,
): Explain {
  const explain = patternExplainer(
    fields,
    weights,
    (field, row) => corrections[field]?.[fields[field]!.codes[row]!] ?? 0,
  )
  return (a, b) => {
    const { low, high } = compare(a, b)
    return explain(low, high, a)
  }
}

const chunkRows = 1 << 10

/** Of each row the one it is most surely one person with, below zero for none; and which chunks of rows somebody tells, in memory that threads share. */
export type Telling = { partners: Int32Array; taken: Int32Array }

/** The evidence of some rows that follow on one another, as one text, and where that of each ends. */
export type Told = { chunk: number; text: string; ends: Int32Array }

export const newTelling = (partners: Int32Array): Telling => ({
  partners,
  taken: sharedInts(Math.ceil(partners.length / chunkRows)),
})

const takes = ({ taken }: Telling, chunk: number) => Atomics.compareExchange(taken, chunk, 0, 1) === 0

function tellChunk({ partners }: Telling, chunk: number, explain: Explain): Told {
  const first = chunk * chunkRows
  const ends = new Int32Array(Math.min(chunkRows, partners.length - first))
  let text = ''
  for (let at = 0; at < ends.length; at++) {
    const partner = partners[first + at]!
    if (partner >= 0) text += evidenceText(explain(first + at, partner))
    ends[at] = text.length
  }
  return { chunk, text, ends }
}

/** Tells from the last row on backwards, until it comes to what somebody else tells. */
export function tellFromBehind(telling: Telling, explain: Explain): Told[] {
  const told: Told[] = []
  for (let chunk = telling.taken.length - 1; chunk >= 0 && takes(telling, chunk); chunk--)
    told.push(tellChunk(telling, chunk, explain))
  return told
}

/** The evidence of every row in words, in their order; `theirs` gives what was told from behind meanwhile. */
export function* tellInOrder(telling: Telling, explain: Explain, theirs?: () => Told[]): Generator<string> {
  let others: Map<number, Told> | undefined
  for (let chunk = 0; chunk < telling.taken.length; chunk++) {
    let told = others === undefined && takes(telling, chunk) ? tellChunk(telling, chunk, explain) : undefined
    if (!told) {
      others ??= new Map(theirs?.().map(each => [each.chunk, each]))
      told = others.get(chunk)
      others.delete(chunk)
    }
    if (!told) throw new Error('A part of the rows was told by nobody.')
    let from = 0
    for (const end of told.ends) {
      yield told.text.slice(from, end)
      from = end
    }
  }
}
