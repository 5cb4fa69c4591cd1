import { z } from 'zod'
import { columnMeanings } from '#importers/contract.ts'
import { cursor, idOf, instant, typedText } from '#kernel/schema.ts'
import { toolIds } from '#kernel/tools.ts'
import { importStates } from './model/states.ts'

export const uploadInput = z.object({ name: typedText(300), size: z.int().min(0) })
export const uploadWire = z.object({ id: z.string(), chunkBytes: z.int(), chunks: z.int() })
export const uploadParams = z.object({ id: idOf<'Upload'>() })
export const chunkParams = z.object({ id: idOf<'Upload'>(), n: z.int().min(0) })
/** A person's or an organisation's account on GitHub, by its name or address. */
export const githubInput = z.object({ account: typedText(300) })
export const fetchedWire = z.object({ id: z.string(), name: z.string() })
export const uploadedWire = z.object({ chunks: z.array(z.int()) })

const meaning = z.enum(columnMeanings)
/** Column → what it means. */
export const mappingWire = z.record(z.string().max(500), meaning)
export const previewInput = z.object({ mapping: mappingWire.optional() })

export const previewWire = z.object({
  format: z.string(),
  label: z.string(),
  columns: z.array(z.object({ name: z.string(), sample: z.array(z.string()), meaning })).nullable(),
  /** The meanings are those of the last import with these columns. */
  remembered: z.boolean(),
  rows: z.array(
    z.object({
      row: z.int(),
      why: z.string().nullable(),
      person: z
        .object({
          name: z.string(),
          emails: z.array(z.string()),
          phones: z.array(z.string()),
          title: z.string().nullable(),
          organisation: z.string().nullable(),
          headline: z.string().nullable(),
          place: z.string().nullable(),
          tools: z.array(z.enum(toolIds)),
          tags: z.array(z.string()),
          birthDate: z.string().nullable(),
          note: z.string().nullable(),
        })
        .nullable(),
    }),
  ),
  counts: z.object({
    people: z.int(),
    messages: z.int(),
    invitations: z.int(),
    activity: z.int(),
    empty: z.int(),
    rejected: z.int(),
    partial: z.int(),
  }),
  exact: z.boolean(),
  rowsTotal: z.int().nullable(),
  problem: z.string().nullable(),
})
export type PreviewWire = z.infer<typeof previewWire>

export const importInput = z.object({ upload: idOf<'Upload'>(), mapping: mappingWire.optional() })
export const importParams = z.object({ id: idOf<'Import'>() })
export const importsQuery = z.object({ cursor: cursor() })

export const importWire = z.object({
  id: idOf<'Import'>(),
  user: idOf<'User'>(),
  name: z.string(),
  format: z.string(),
  state: z.enum(importStates),
  error: z.string().nullable(),
  rowsDone: z.int(),
  rowsTotal: z.int().nullable(),
  rowsExact: z.boolean(),
  counts: z.object({
    created: z.int(),
    changed: z.int(),
    unchanged: z.int(),
    empty: z.int(),
    rejected: z.int(),
    newJobs: z.int(),
    suppressed: z.int(),
    conflicts: z.int(),
  }),
  removed: z.int(),
  kept: z.int(),
  /** What the file held besides people. */
  also: z.object({
    message: z.int(),
    invitation: z.int(),
    connected: z.int(),
    /** Came in without something that could not be read; these rows stand among `rejects` as well. */
    partial: z.int(),
    unmatched: z.int(),
    room: z.int(),
    activity: z.int(),
    /** Of the owner of the export: counted only. */
    own: z.int(),
    taken: z.int(),
    feed: z.int(),
    followed: z.int(),
    owner: z.string().nullable(),
  }),
  createdAt: instant(),
  startedAt: instant().nullable(),
  finishedAt: instant().nullable(),
  undoneAt: instant().nullable(),
})
export type ImportWire = z.infer<typeof importWire>

export const importsWire = z.object({ imports: z.array(importWire), next: z.string().nullable() })

const job = z.object({ title: z.string().nullable(), organisation: z.string().nullable() })

/** At most 100 of each list; rejected rows are all in the download. */
export const reportWire = z.object({
  import: importWire,
  newJobs: z.array(z.object({ person: idOf<'Person'>(), name: z.string(), from: job, to: job })),
  rejects: z.array(z.object({ file: z.string(), row: z.int(), why: z.string(), raw: z.string() })),
  /** Files with rows to mend; `loads`: what is downloaded of it can be imported again. */
  rejectedFiles: z.array(z.object({ file: z.string(), rows: z.int(), loads: z.boolean() })),
  kept: z.array(z.object({ person: idOf<'Person'>(), name: z.string(), why: z.string() })),
})
export type ReportWire = z.infer<typeof reportWire>

const pageUrl = z.url({ protocol: /^https?$/ }).max(4_000)
/** Of a zip: the member whose rows are wanted. */
export const rejectsQuery = z.object({ file: z.string().max(300).optional() })
export const clipLook = z.object({ url: pageUrl })
export const clipInput = z.object({
  url: pageUrl,
  title: z.string().max(1_000),
  /** The document as the browser shows it. */
  html: z.string().max(8_000_000),
  /** What the recruiter has marked: kept as a note with its source. */
  selection: z.string().min(1).max(20_000).optional(),
})
export const clipKnown = z.object({
  tool: z.enum(toolIds).nullable(),
  person: z
    .object({
      id: idOf<'Person'>(),
      name: z.string(),
      doNotContact: z.boolean(),
      stage: z.string(),
      nextStep: z.object({ id: z.string(), tool: z.string().nullable(), reason: z.string() }).nullable(),
    })
    .nullable(),
})
export const clipDone = z.object({ ...clipKnown.shape, isNew: z.boolean() })
