import type { Evidence } from '#features/people/model.ts'
import { levelIn, rowComparer } from './compare-rows.ts'
import { tieCorrection } from './estimate.ts'
import { probabilityOf } from './evidence.ts'
import type { LearnedModel } from './learned.ts'
import type { Meaning } from './meanings.ts'
import type { PairHelper } from './pair-work.ts'
import { recogniseColumns } from './recognise.ts'
import { resolve, vetoWeight } from './resolve.ts'
import type { Table } from './table.ts'

/** What is known of everyone here, one column each; made by `store/facts.ts`. */
export const factColumns = [
  ['person', 'id'],
  ['name', 'full-name'],
  ['given', 'given-name'],
  ['family', 'surname'],
  ['born', 'birth-date'],
  ['place', 'place'],
  ['mail', 'e-mail'],
  ['other mail', 'e-mail'],
  ['phone', 'phone'],
  ['page', 'url'],
  ['handle', 'handle'],
  ['employer', 'employer'],
  ['title', 'title'],
] as const satisfies readonly (readonly [string, Meaning])[]

export type FoundPair = { one: string; other: string; probability: number; evidence: Evidence[] }

export type FoundPairs = { pairs: FoundPair[]; learned: LearnedModel; people: number; comparedPairs: number }

/** Below this probability nobody is asked; at most this many pairs are, the likeliest first. */
export const asking = { least: 0.3, most: 5_000 }

/** From how many bits on a shared value counts as rare, or, below zero, as common. */
const telling = 1.5

/** Looks through everyone for pairs that may be one person, and says what weighed how much. */
export function findPairs(table: Table, helper?: PairHelper): FoundPairs {
  const map = new Map<string, Meaning>(factColumns)
  const recognised = recogniseColumns(table, map)
  const resolution = resolve(table, recognised, { helper })
  const { fields, weights, edges } = resolution
  const chosen: number[] = []
  for (let edge = 0; edge < edges.length; edge++) {
    const weight = edges.weight[edge]!
    if (weight > vetoWeight && probabilityOf(weight) >= asking.least) chosen.push(edge)
  }
  chosen.sort((x, y) => edges.weight[y]! - edges.weight[x]! || edges.a[x]! - edges.a[y]! || edges.b[x]! - edges.b[y]!)
  const ids = table.columns[0]
  const compare = rowComparer(fields)
  const idOf = (row: number) => ids?.values[ids.codes[row]!] ?? ''
  return {
    people: table.rowCount,
    comparedPairs: resolution.comparedPairs,
    learned: {
      prior: weights.prior,
      facts: fields.fields.map((field, index) => ({
        fact: field.meaning,
        degrees: field.levels.slice(1).map((_, at) => ({
          degree: at + 1,
          weight: rounded(Math.log2(weights.fields[index]!.m[at + 1]! / weights.fields[index]!.u[at + 1]!)),
        })),
      })),
    },
    pairs: chosen.slice(0, asking.most).map(edge => {
      const a = edges.a[edge]!
      const b = edges.b[edge]!
      return { one: idOf(a), other: idOf(b), probability: probabilityOf(edges.weight[edge]!), evidence: factsOf(a, b) }
    }),
  }

  /** `fact` is `meaning:degree`, with `:rare` or `:common` behind it where the shared value is. */
  function factsOf(a: number, b: number): Evidence[] {
    const { low, high } = compare(a, b)
    const found: Evidence[] = []
    for (const [index, field] of fields.fields.entries()) {
      const level = levelIn(low, high, index)
      const learned = weights.fields[index]
      if (level === 0 || !learned) continue
      const extra = level === field.levels.length - 1 ? resolution.rarity(index, a) : 0
      const weight = rounded(Math.log2(learned.m[level]! / learned.u[level]!) + extra)
      if (Math.abs(weight) < 0.5) continue
      const mark = extra > telling ? ':rare' : extra < -telling ? ':common' : ''
      const column = table.columns.find(each => each.name === field.label)
      const left = column?.values[column.codes[a]!]
      const right = column?.values[column.codes[b]!]
      found.push({
        fact: `${field.meaning}:${level}${mark}`,
        ...(left && { left }),
        ...(right && { right }),
        weight,
        says: field.levels[level]?.words ?? '',
      })
    }
    const tied = rounded(-tieCorrection(weights.ties, low, high) / Math.LN2)
    if (tied <= -0.5) found.push({ fact: 'tied', weight: tied, says: 'facts that often go together' })
    return found.sort((x, y) => Math.abs(y.weight) - Math.abs(x.weight))
  }
}

const rounded = (bits: number) => Math.round(bits * 100) / 100
