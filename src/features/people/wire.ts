import { z } from 'zod'
import { cursor, idOf, instant, typedText } from '#kernel/schema.ts'
import { toolIds } from '#kernel/tools.ts'
import { contactKinds } from './model/contact.ts'
import { lawfulBases } from './model/person.ts'

const tool = z.enum(toolIds)
const text = (max: number) => z.string().max(max)

export const searchQuery = z.object({
  q: text(1_000).optional(),
  stage: text(40).optional(),
  tool: tool.optional(),
  place: text(100).optional(),
  tag: text(100).optional(),
  town: text(20).optional(),
  skill: text(100).optional(),
  title: text(200).optional(),
  language: text(20).optional(),
  pool: idOf<'Pool'>().optional(),
  fresh: idOf<'SavedSearch'>().optional(),
  active: z.enum(['week', 'month', 'quarter', 'year', 'quiet', 'unknown']).optional(),
  sort: z.enum(['relevance', 'name', 'added', 'touch']).optional(),
  cursor: cursor(),
  limit: z.int().min(1).max(200).default(50),
})

export const nextStepMark = z.object({
  id: z.string(),
  tool: z.string().nullable(),
  reason: z.string(),
  days: z.int().nullable(),
})

export const personRow = z.object({
  id: idOf<'Person'>(),
  name: z.string(),
  headline: z.string().nullable(),
  place: z.string().nullable(),
  /** Of the caller; do-not-contact is everybody's. */
  stage: z.string(),
  tools: z.array(tool),
  tags: z.array(z.string()),
  depth: z.enum(['shallow', 'partial', 'deep']),
  active: z.string().nullable(),
  lastActiveAt: instant().nullable(),
  lastTouchAt: instant().nullable(),
  /** Since when they are a contact of the caller's on a sourcing tool, when nothing else has happened between them. */
  contactSince: instant().nullable(),
  nextStep: nextStepMark.nullable(),
  /** Told by the presence stream. */
  presence: z.enum(['online', 'away', 'off']).nullable(),
})
export type PersonRowWire = z.infer<typeof personRow>

const counted = { n: z.int(), more: z.boolean() }

export const peoplePage = z.object({
  people: z.array(personRow),
  next: z.string().nullable(),
  count: z.object(counted).nullable(),
  nearNames: z.boolean(),
  spelling: z.string().nullable(),
  looser: z.object({ query: z.string(), ...counted }).nullable(),
})

export const facetNames = ['stage', 'tool', 'active', 'town', 'title', 'skill', 'language'] as const
export const facetPage = z.object({
  values: z.array(z.object({ facet: z.enum(facetNames), value: z.string(), label: z.string().nullable(), n: z.int() })),
  /** Concluded from a sample of the matches. */
  about: z.boolean(),
})

const keptSearch = searchQuery.omit({ cursor: true, limit: true, fresh: true })
export const savedSearchInput = z.object({ name: typedText(100), search: keptSearch, notify: z.boolean() })
export const savedSearchChange = z.object({ notify: z.boolean() })
export const savedSearchParams = z.object({ search: idOf<'SavedSearch'>() })
export const savedSearchList = z.object({
  searches: z.array(
    z.object({
      id: idOf<'SavedSearch'>(),
      name: z.string(),
      search: z.record(z.string(), z.string()),
      notify: z.boolean(),
      /** More fit than are watched, so nobody is told of. */
      tooBroad: z.boolean(),
      fresh: z.int(),
      checkedAt: instant(),
    }),
  ),
})

const position = z.object({
  title: text(500).optional(),
  organisation: text(500).optional(),
  description: text(20_000).optional(),
  place: text(300).optional(),
  startedOn: text(10).optional(),
  finishedOn: text(10).optional(),
  current: z.boolean(),
})
const education = z.object({
  school: text(500),
  degree: text(500).optional(),
  field: text(500).optional(),
  startedOn: text(10).optional(),
  finishedOn: text(10).optional(),
})
export const profileFacts = z.object({
  positions: z.array(position).max(200).optional(),
  education: z.array(education).max(100).optional(),
  skills: z.array(text(200)).max(500).optional(),
  languages: z.array(text(100)).max(50).optional(),
})

export const givenProfile = z.object({
  address: typedText(2_000),
  tool: tool.optional(),
  displayName: text(300).optional(),
  headline: text(1_000).optional(),
  summary: text(20_000).optional(),
  place: text(300).optional(),
  facts: profileFacts.optional(),
  lawfulBasis: z.enum(lawfulBases).optional(),
})

export const givenPerson = z.object({
  name: typedText(300),
  givenName: text(150).optional(),
  familyName: text(150).optional(),
  place: text(300).optional(),
  timeZone: text(60).optional(),
  language: text(35).optional(),
  profiles: z.array(givenProfile).max(20).optional(),
})

export const personChange = z.object({
  name: typedText(300).optional(),
  givenName: text(150).nullable().optional(),
  familyName: text(150).nullable().optional(),
  place: text(300).nullable().optional(),
  timeZone: text(60).nullable().optional(),
  language: text(35).nullable().optional(),
  owner: idOf<'User'>().nullable().optional(),
})

export const profileChange = z.object({
  headline: text(1_000).nullable().optional(),
  summary: text(20_000).nullable().optional(),
  place: text(300).nullable().optional(),
  displayName: text(300).nullable().optional(),
  facts: profileFacts.optional(),
  lawfulBasis: z.enum(lawfulBases).optional(),
})

const evidence = z.object({
  fact: z.string(),
  left: z.string().optional(),
  right: z.string().optional(),
  weight: z.number(),
  says: z.string(),
})

const decided = {
  probability: z.number(),
  evidence: z.array(evidence),
  decidedBy: z.enum(['import', 'rule', 'recruiter']),
  user: idOf<'User'>().nullable(),
  at: instant(),
  undoneAt: instant().nullable(),
}

export const personPage = z.object({
  id: idOf<'Person'>(),
  name: z.string(),
  givenName: z.string().nullable(),
  familyName: z.string().nullable(),
  place: z.string().nullable(),
  timeZone: z.string().nullable(),
  language: z.string().nullable(),
  birthDate: z.string().nullable(),
  owner: idOf<'User'>().nullable(),
  mergedInto: idOf<'Person'>().nullable(),
  createdAt: instant(),
  stage: z.string(),
  lastTouchAt: instant().nullable(),
  nextStep: nextStepMark.nullable(),
  active: z.string().nullable(),
  doNotContact: z
    .object({ reason: z.string(), quote: z.string().nullable(), by: idOf<'User'>().nullable(), at: instant() })
    .nullable(),
  /** Deepest first; `values` of a fact are in this order. */
  profiles: z.array(
    z.object({
      id: idOf<'Profile'>(),
      tool,
      handle: z.string().nullable(),
      url: z.string().nullable(),
      displayName: z.string().nullable(),
      headline: z.string().nullable(),
      summary: z.string().nullable(),
      place: z.string().nullable(),
      facts: profileFacts,
      depth: z.int(),
      depthWord: z.enum(['shallow', 'partial', 'deep']),
      source: z.string(),
      lawfulBasis: z.string(),
      collectedAt: instant(),
      updatedAt: instant(),
    }),
  ),
  facts: z.array(z.object({ fact: z.string(), values: z.array(z.string().nullable()), disagrees: z.boolean() })),
  unknown: z.array(z.string()),
  contacts: z.array(
    z.object({
      kind: z.enum(contactKinds),
      key: z.string(),
      value: z.string(),
      profile: idOf<'Profile'>().nullable(),
      source: z.string(),
      provenAt: instant().nullable(),
    }),
  ),
  links: z.array(
    z.object({
      id: idOf<'Link'>(),
      profile: idOf<'Profile'>(),
      person: idOf<'Person'>(),
      previous: idOf<'Person'>().nullable(),
      move: z.string().nullable(),
      ...decided,
    }),
  ),
  moves: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(['merge', 'split']),
      from: idOf<'Person'>(),
      to: idOf<'Person'>(),
      reason: z.string().nullable(),
      ...decided,
    }),
  ),
  notes: z.array(
    z.object({
      id: idOf<'Note'>(),
      user: idOf<'User'>().nullable(),
      text: z.string(),
      createdAt: instant(),
      editedAt: instant().nullable(),
    }),
  ),
  tags: z.array(z.string()),
})
export type PersonPageWire = z.infer<typeof personPage>

export const personParams = z.object({ id: idOf<'Person'>() })
export const profileParams = z.object({ id: idOf<'Person'>(), profile: idOf<'Profile'>() })
export const noteParams = z.object({ id: idOf<'Person'>(), note: idOf<'Note'>() })
export const linkParams = z.object({ id: idOf<'Link'>() })
export const moveParams = z.object({ move: idOf<'Move'>() })
export const contactInput = z.object({ kind: z.enum(contactKinds), value: typedText(500) })
export const contactQuery = z.object({ kind: z.enum(contactKinds), key: typedText(500) })
export const noteInput = z.object({ text: typedText(20_000) })
export const noteChange = z.union([z.object({ text: typedText(20_000) }), z.object({ deleted: z.boolean() })])
export const tagsInput = z.object({
  people: z.array(idOf<'Person'>()).min(1).max(1_000),
  add: z.array(typedText(60)).max(50).default([]),
  remove: z.array(typedText(60)).max(50).default([]),
})
export const doNotContactInput = z.object({ on: z.boolean(), reason: typedText(1_000), quote: text(500).optional() })
export const mergeInput = z.object({ other: idOf<'Person'>(), reason: text(500).optional() })
export const splitInput = z.object({
  profiles: z.array(idOf<'Profile'>()).min(1).max(100),
  name: text(300).optional(),
  reason: text(500).optional(),
})
