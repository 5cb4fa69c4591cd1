import { setImmediate as breathe } from 'node:timers/promises'
import type { ImportRecord, Party, UnreadPart } from '#importers/contract.ts'
import { profileAddress } from '#kernel/profile-urls.ts'
import type { ToolId } from '#kernel/tools.ts'
import type { AlsoCounts } from '../model/states.ts'
import type { Finding, FindingRow } from '../store/findings.ts'
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
  findings: FindingRow[]
  empty: number
  also: AlsoCounts
}

const maxRawChars = 2_000
const maxTextChars = 20_000

const emptyBatch = (): Batch => ({ end: 0, people: [], rejects: [], history: [], findings: [], empty: 0, also: {} })

type Talk = Extract<ImportRecord, { kind: 'message' | 'invitation' }>
const participantsOf = (talk: Talk): readonly Party[] => {
  if (talk.kind === 'invitation') return [{ name: talk.name, ...(talk.url && { url: talk.url }) }]
  return talk.from ? [talk.from] : talk.to
}

/** One row for each other person in it. */
function historyOf(talk: Talk): HistoryRow[] {
  const direction = talk.kind === 'invitation' ? talk.direction : talk.from ? 'in' : 'out'
  const text = talk.kind === 'invitation' ? talk.message : talk.text
  if (Number.isNaN(Date.parse(talk.sentAt))) return []
  return participantsOf(talk).map(({ name, url, key }) => {
    const profile_key = url ? profileAddress(talk.tool, { url })?.key : undefined
    return {
      record_key: `${talk.key} ${profile_key ?? (name || key)}`.slice(0, 500),
      kind: talk.kind,
      direction,
      tool: talk.tool,
      profile_key,
      party_key: key,
      name: name || undefined,
      at: talk.sentAt,
      text: text?.slice(0, maxTextChars),
    }
  })
}

/** The tool whose accounts its authors have. */
const accountTool = (tool: ToolId): ToolId => (tool === 'mailing-list' ? 'email' : tool)

/** Of the file's owner, and what has no date, nothing is taken in. */
function findingsOf(record: Extract<ImportRecord, { kind: 'activity' | 'feed' }>): FindingRow[] {
  const { author, key } = record
  const tool = record.kind === 'feed' ? 'blog' : record.tool
  if (!author || (record.kind === 'activity' && Number.isNaN(Date.parse(record.publishedAt)))) return []
  const finding: Finding =
    record.kind === 'feed'
      ? {
          kind: 'feed',
          url: record.url,
          ...(record.title && { title: record.title }),
          ...(record.siteUrl && { siteUrl: record.siteUrl }),
        }
      : {
          kind: 'activity',
          what: record.activity,
          ...(record.title && { title: record.title }),
          ...(record.url && { url: record.url }),
          text: record.text.slice(0, maxTextChars),
          publishedAt: record.publishedAt,
        }
  return [
    {
      finding_key: key.slice(0, 500),
      kind: record.kind,
      tool,
      party_key: author.key,
      // Who writes to a mailing list is known by their address.
      profile_key: author.url ? profileAddress(accountTool(tool), { url: author.url })?.key : undefined,
      finding,
    },
  ]
}

const rejectOf = ({ file, row }: ImportRecord, { why, raw, columns }: UnreadPart): Reject => ({
  file: file.slice(0, 300),
  row,
  why,
  raw: raw.slice(0, maxRawChars),
  columns: columns ?? null,
})

function addRecord(batch: Batch, record: ImportRecord): void {
  const count = (kind: Exclude<keyof AlsoCounts, 'owner'>) => {
    batch.also[kind] = (batch.also[kind] ?? 0) + 1
  }
  switch (record.kind) {
    case 'person':
      batch.people.push(preparePerson(record))
      if (record.person.connectedAt) count('connected')
      if (record.unread) {
        batch.rejects.push(rejectOf(record, record.unread))
        count('partial')
      }
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
      batch.findings.push(...findingsOf(record))
      count(record.kind)
      if (record.kind === 'activity' && !record.author) count('own')
      return
    case 'empty':
      batch.empty++
      return
    default:
      batch.rejects.push(rejectOf(record, record))
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
  'partial',
  'unmatched',
  'room',
  'activity',
  'own',
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
