import type { ProfileFacts } from '#features/people/model.ts'
import type { TouchKind } from '#features/relationships/model.ts'
import type { Surface, ToolId } from '#kernel/tools.ts'
import type { SampleLanguage } from './names.ts'
import type { Ending } from './talk/scripts.ts'

/** How far a person of the sample has come: a rung without a chat, or how their chat ends. */
export type Standing = 'found' | 'read' | 'engaged' | 'acknowledged' | 'visitor' | Ending

export type SampleProfile = {
  tool: ToolId
  key: string
  handle: string
  url?: string
  headline?: string
  summary?: string
  facts: ProfileFacts
}

export type SamplePerson = {
  name: string
  given: string
  family?: string
  place?: string
  timeZone?: string
  language: SampleLanguage
  industry: string
  standing: Standing
  /** Where they chat with us. */
  chatsOn?: ToolId
  profiles: SampleProfile[]
  email?: string
  phone?: string
  tags: string[]
  note?: string
}

/** `person`: its place in the list of people; the same for items. */
export type SampleItem = {
  person: number
  profile: number
  tool: ToolId
  kind: 'article' | 'post' | 'comment' | 'event'
  key: string
  title?: string
  url?: string
  text: string
  language: SampleLanguage
  publishedAt: Date
}

export type SampleTouch = {
  person: number
  kind: TouchKind
  tool: ToolId
  surface?: Surface
  at: Date
  item?: number
}

export type SampleReading = { person: number; item: number; at: Date; visibleMs: number }

export type SampleMessage = {
  own: boolean
  from: { id: string; name: string }
  text: string
  at: Date
  unread: boolean
}

export type SampleChat = {
  tool: ToolId
  kind: 'direct' | 'room' | 'visitor'
  remoteId: string
  title: string
  person?: number
  messages: SampleMessage[]
  pageUrl?: string
}

/** Two that may be one: a name in a messenger, and a full profile. */
export type SamplePair = { one: number; other: number; probability: number }

export type SamplePlan = {
  people: SamplePerson[]
  /** Whose each person is, by the place of both; undefined: of whoever loads the sample. */
  keepers: (number | undefined)[]
  items: SampleItem[]
  readings: SampleReading[]
  /** Before any chat; in order of time. */
  touches: SampleTouch[]
  /** Made by a recruiter after the chat: a referral, a candidacy. */
  after: SampleTouch[]
  chats: SampleChat[]
  pairs: SamplePair[]
}
