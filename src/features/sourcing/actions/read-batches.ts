import { setImmediate as breathe } from 'node:timers/promises'
import type { ImportRecord } from '#importers/contract.ts'
import { profileAddress } from '#kernel/profile-urls.ts'
import type { AlsoCounts } from '../model/states.ts'
import type { HistoryRow } from '../store/history.ts'
import type { Reject } from '../store/imports.ts'
import { type PreparedPerson, preparePerson } from './prepare.ts'

/** Records of a file that are written together. */
export type Batch = {
  /** How many records of the file are behind it, its own included. */
  end: number
  people: PreparedPerson[]
  rejects: Reject[]
  history: HistoryRow[]
  empty: number
  also: AlsoCounts
}

const maxRawChars = 2_000
const maxTextChars = 20_000

const emptyBatch = (): Batch => ({ end: 0, people: [], rejects: [], history: [], empty: 0, also: {} })

type Talk = Extract<ImportRecord, { kind: 'message' | 'invitation' }>
type Participant = { name: string; url?: string | undefined }

const participantsOf = (talk: Talk): readonly Participant[] => {
  if (talk.kind === 'invitation') return [{ name: talk.name, ...(talk.url && { url: talk.url }) }]
  return talk.from ? [talk.from] : talk.to
}

/** One row for each other person in it. */
function historyOf(talk: Talk): HistoryRow[] {
  const direction = talk.kind === 'invitation' ? talk.direction : talk.from ? 'in' : 'out'
  const text = talk.kind === 'invitation' ? talk.message : talk.text
  if (Number.isNaN(Date.parse(talk.sentAt))) return []
  return participantsOf(talk).map(({ name, url }) => {
    const profile_key = url ? profileAddress(talk.tool, { url })?.key : undefined
    return {
      record_key: `${talk.key} ${profile_key ?? name}`.slice(0, 500),
      kind: talk.kind,
      direction,
      tool: talk.tool,
      profile_key,
      name: name || undefined,
      at: talk.sentAt,
      text: text?.slice(0, maxTextChars),
    }
  })
}

function addRecord(batch: Batch, record: ImportRecord): void {
  const count = (kind: Exclude<keyof AlsoCounts, 'owner'>) => {
    batch.also[kind] = (batch.also[kind] ?? 0) + 1
  }
  switch (record.kind) {
    case 'person':
      batch.people.push(preparePerson(record))
      if (record.person.connectedAt) count('connected')
      return
    case 'self':
      batch.also.owner = record.person.fullName
      return
    case 'message':
      // What was said before several people says nothing of how two of them stand.
      if (record.surface === 'room') {
        count('room')
        return
      }
      batch.history.push(...historyOf(record))
      count(record.kind)
      return
    case 'invitation':
      batch.history.push(...historyOf(record))
      count(record.kind)
      return
    case 'activity':
    case 'feed':
      count(record.kind)
      return
    case 'empty':
      batch.empty++
      return
    default:
      batch.rejects.push({
        file: record.file.slice(0, 300),
        row: record.row,
        why: record.why,
        raw: record.raw.slice(0, maxRawChars),
      })
  }
}

/** So often others get their turn: the database's answers above all. */
const breatheEvery = 32

/** The records after the first `skip`, in the order of the file, in batches of `size`. */
export async function* readBatches(
  records: AsyncIterable<ImportRecord>,
  skip: number,
  size: number,
): AsyncGenerator<Batch> {
  let at = 0
  let batch = emptyBatch()
  for await (const record of records) {
    at++
    if (at % breatheEvery === 0) await breathe()
    if (at <= skip) continue
    addRecord(batch, record)
    if ((at - skip) % size === 0) {
      yield { ...batch, end: at }
      batch = emptyBatch()
    }
  }
  if (at > skip && (at - skip) % size !== 0) yield { ...batch, end: at }
}

const alsoKinds = [
  'message',
  'invitation',
  'connected',
  'unmatched',
  'room',
  'activity',
  'taken',
  'feed',
  'followed',
] as const

export function addAlso(one: AlsoCounts, other: AlsoCounts): AlsoCounts {
  const sum: AlsoCounts = { ...one }
  for (const kind of alsoKinds) {
    const total = (one[kind] ?? 0) + (other[kind] ?? 0)
    if (total > 0) sum[kind] = total
  }
  const owner = other.owner ?? one.owner
  return owner ? { ...sum, owner } : sum
}
