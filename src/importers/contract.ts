import type { ToolId } from '#kernel/tools.ts'

/**
 * The bytes of one file, whoever holds them. `read` gives the bytes [start, end) (fewer at the end of the file), so a zip's
 * directory can be read without the whole; `stream` starts at byte 0 each time it is called.
 */
export type ByteSource = {
  readonly name: string
  readonly size: number
  read(start: number, end: number): Promise<Uint8Array>
  stream(): AsyncIterable<Uint8Array>
}

/** A day, month or year as the file gives it: `2024-03-09`, `2024-03` or `2024`. */
export type PartialDate = string

export type PositionRecord = {
  title?: string
  organisation?: string
  description?: string
  place?: string
  startedOn?: PartialDate
  /** Absent while the position is held. */
  finishedOn?: PartialDate
  current: boolean
}

export type EducationRecord = {
  school: string
  degree?: string
  field?: string
  startedOn?: PartialDate
  finishedOn?: PartialDate
}

/** One account or page on one tool, as far as the file knows it. Empty lists where it is silent. */
export type ProfileRecord = {
  tool: ToolId
  handle?: string
  url?: string
  displayName?: string
  headline?: string
  summary?: string
  place?: string
  positions: readonly PositionRecord[]
  education: readonly EducationRecord[]
  skills: readonly string[]
  languages: readonly string[]
}

export type PersonRecord = {
  fullName: string
  givenName?: string
  familyName?: string
  emails: readonly string[]
  phones: readonly string[]
  /** Pages that are no profile of a known tool. */
  urls: readonly string[]
  place?: string
  timeZone?: string
  birthDate?: PartialDate
  note?: string
  tags: readonly string[]
  profiles: readonly ProfileRecord[]
  /** What the file says of the person without saying on which tool: a CSV's employer column, a vCard's ORG and TITLE. */
  background?: Partial<Pick<ProfileRecord, 'headline' | 'summary' | 'positions' | 'education' | 'skills' | 'languages'>>
  /** When the recruiter and this person became connected on the tool the file comes from. ISO instant or day. */
  connectedAt?: string
}

/** Someone in a conversation: by the address of their account, else by the key of their record in this file, else by name. */
export type Party = { name: string; url?: string; key?: string }

/** Whose export it is, where the file itself does not say. */
export type ExportOwner = { names: readonly string[]; emails: readonly string[] }

/** `why`: sentences that name the fields; `raw` and `columns` as of a rejected row. */
export type UnreadPart = { why: string; raw: string; columns?: readonly string[] }

/**
 * One understood or refused piece of a file. `key` names the same real thing in every export (a profile URL, an e-mail, else a
 * digest of the row), so the same file again changes nothing. `row` counts data rows from 1 within `file` (a zip's member).
 */
export type ImportRecord =
  /** `unread`: what of the row could not be read, while the person was. */
  | { kind: 'person'; file: string; row: number; key: string; person: PersonRecord; unread?: UnreadPart }
  | { kind: 'self'; file: string; row: number; key: string; person: PersonRecord }
  | {
      kind: 'message'
      file: string
      row: number
      key: string
      tool: ToolId
      conversationKey: string
      conversationTitle?: string
      /** Absent: sent by the owner of the export. */
      from?: Party
      to: readonly Party[]
      /** `room`: several people read it; it says nothing of how two of them stand. `direct` when absent. */
      surface?: 'direct' | 'room'
      sentAt: string
      subject?: string
      text: string
    }
  | {
      kind: 'invitation'
      file: string
      row: number
      key: string
      tool: ToolId
      direction: 'in' | 'out'
      name: string
      url?: string
      sentAt: string
      message?: string
    }
  | {
      /** A dated item written by `author`, or by the owner of the export when absent. */
      kind: 'activity'
      file: string
      row: number
      key: string
      tool: ToolId
      activity: 'post' | 'article' | 'comment' | 'reaction' | 'endorsement' | 'recommendation' | 'commit' | 'event'
      author?: Party
      title?: string
      text: string
      url?: string
      publishedAt: string
    }
  /** What a person publishes and the recruiter follows; `author` is a person of the same file. */
  | {
      kind: 'feed'
      file: string
      row: number
      key: string
      url: string
      title?: string
      siteUrl?: string
      author?: Party
    }
  /** A row on purpose without a person (LinkedIn's closed profiles): counted, never an error. */
  | { kind: 'empty'; file: string; row: number; why: string }
  /** `columns`: how the file's header names the cells of `raw`, where both together can be loaded again. */
  | { kind: 'rejected'; file: string; row: number; why: string; raw: string; columns?: readonly string[] }

/** What the download of rows that were not taken in adds to their own columns: a file with these is of the kind it was without. */
export const reportColumns = ['File row', 'Why not imported'] as const

const added: ReadonlySet<string> = new Set(reportColumns.map(name => name.toLowerCase()))

export const isReportColumn = (name: string): boolean => added.has(name.trim().toLowerCase())

/** What a column of a free CSV means. `ignore` leaves it out. */
export const columnMeanings = [
  'full-name',
  'given-name',
  'family-name',
  'email',
  'phone',
  'company',
  'title',
  'headline',
  'summary',
  'place',
  'linkedin-url',
  'twitter',
  'github',
  'website',
  'xmpp',
  'birth-date',
  'skills',
  'tags',
  'note',
  'time-zone',
  'ignore',
] as const
export type ColumnMeaning = (typeof columnMeanings)[number]

export type ColumnMapping = Readonly<Record<string, ColumnMeaning>>

/** How sure an importer is that the file is its own: `no` = not at all, `maybe` = readable after mapping. */
export type Recognition =
  | { match: 'no' }
  | {
      match: 'maybe' | 'yes'
      format: string
      label: string
      columns?: readonly { name: string; sample: readonly string[]; meaning: ColumnMeaning }[]
    }

/** Thrown for a file that can't be read at all; `message` is one plain sentence that says what to do. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile'
  readonly code: 'not-recognised' | 'too-big' | 'broken' | 'unsafe' | 'encoding' | 'nothing-understood'
  constructor(code: UnreadableFile['code'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

export type Importer = {
  /** Stable id, also stored: `linkedin-export`, `csv`, `vcard`. */
  readonly format: string
  readonly label: string
  /** Looks at content (header names, root keys), never at the name alone. `head` holds the first 64 KiB. */
  recognise(head: Uint8Array, source: ByteSource): Promise<Recognition>
  /**
   * Streams the records in file order. Memory is bounded whatever the file's size. Throws `UnreadableFile`; a row that is not
   * understood is a `rejected` record instead.
   */
  read(
    source: ByteSource,
    options: { mapping?: ColumnMapping; owner?: ExportOwner; signal?: AbortSignal },
  ): AsyncIterable<ImportRecord>
}
