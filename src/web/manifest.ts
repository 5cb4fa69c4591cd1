import type { QueryKey } from '@tanstack/react-query'
import type { ComponentType } from 'react'
import type { Code } from '#features/etiquette/model.ts'
import type { Stage } from '#features/relationships/model.ts'
import type { TextNumbers } from '#features/tools/model.ts'
import type { ConversationId, OpeningId, PersonId } from '#kernel/ids.ts'
import type { ToolId } from '#kernel/tools.ts'
import type { KeyId } from './keyboard/keymap.ts'
import type { IconName } from './kit/Icon.tsx'

/** Where a page stands in the rail. Only pages that exist are in it, so no entry leads nowhere. */
export type RailPlace = {
  group: 'daily' | 'pull' | 'back'
  order: number
  icon: IconName
  /** Key of the entry's word in the feature's texts. */
  label: string
  go?: KeyId
  /** Also in the bottom bar at 390; the rest is under "More". */
  onPhone?: true
  /** The entry it is folded under: its path. */
  under?: string
}

export type PageEntry = {
  /** TanStack Router path: "/people/$personId". */
  path: string
  load: () => Promise<ComponentType>
  /** `bare`: without frame and sign-in (sign-in, setup, invitation). */
  frame?: 'full' | 'bare'
  rail?: RailPlace
  /** What the page will ask the server, begun while the page itself still loads; may throw a redirect. */
  ask?: () => void
  /** Checks and completes the search parameters of the address. */
  search?: (search: Record<string, unknown>) => Record<string, unknown>
}

/** What a part of a person's page is told; everything else it asks for itself. */
export type PersonPart = { person: PersonId; name: string; stage: Stage }

/** What a feature adds to the page of a person: whole tabs, or lines under the name. Parts speak to each other through the address. */
export type PersonParts = {
  tabs?: readonly { id: string; order: number; label: string; load: () => Promise<ComponentType<PersonPart>> }[]
  /** `place: 'foot'`: short facts that stand beside each other in one line, below the others. */
  head?: readonly { id: string; order: number; place?: 'foot'; load: () => Promise<ComponentType<PersonPart>> }[]
  /** What the person has a right to, below “do not contact”. */
  consent?: readonly { id: string; order: number; load: () => Promise<ComponentType<PersonPart>> }[]
}

/** Where a step of Today is done without leaving the page. `onClose`: it is done, or left. */
export type StepPart = {
  person: PersonId | null
  name: string
  conversation: string | null
  activity: string | null
  onClose: () => void
}

/** `read`: an item of theirs; `talk`: a conversation, which an invitation may open (`?action=invite` in the address). */
export type StepPartId = 'read' | 'talk'

/** What can be done with people who are selected in a list, beside what the list itself offers. */
export type BulkPart = { people: readonly string[]; onDone: () => void }

/** What a part is told that stands on an opening's page or beside a conversation. */
export type OpeningPart = { opening: OpeningId }
export type ConversationPart = { conversation: ConversationId; person: PersonId | null }

/** A text that is being written on another feature's page. `theirs` and `said` (codes of the verdict) are the same arrays while unchanged. */
export type DraftPart = {
  tool: ToolId
  numbers: TextNumbers
  text: string
  theirs: readonly string[]
  said: readonly Code[]
}

/** A part on a page of another feature. `today`: above the steps; `draft`: in the place of the verdict while that is silent. */
export type Parts = {
  draft?: () => Promise<ComponentType<DraftPart>>
  today?: () => Promise<ComponentType>
  opening?: () => Promise<ComponentType<OpeningPart>>
  conversation?: () => Promise<ComponentType<ConversationPart>>
}

/** A live event names the cached answers that are stale now. Payloads come from the server and are checked by their owner. */
export type LiveRule = (payload: unknown) => readonly QueryKey[]

export type FeatureUi = {
  /** The folder's name, which is also the namespace of its texts. */
  feature: string
  pages: readonly PageEntry[]
  live?: Readonly<Record<string, LiveRule>>
  /** Stands in the top of every page: who is online, sources of the palette, the outbox. Shows nothing until loaded. */
  top?: () => Promise<ComponentType>
  /** The search of everything, in the top's middle; one feature has it. */
  search?: () => Promise<ComponentType>
  person?: PersonParts
  parts?: Parts
  steps?: Partial<Record<StepPartId, () => Promise<ComponentType<StepPart>>>>
  bulk?: readonly { id: string; order: number; load: () => Promise<ComponentType<BulkPart>> }[]
}

/** Written once per feature in `ui/manifest.ts` as `export const manifest = defineFeature({…})`. */
export function defineFeature(manifest: FeatureUi): FeatureUi {
  return manifest
}
