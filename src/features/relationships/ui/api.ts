import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import type { PersonPageWire } from '#features/people/wire.ts'
import type { PersonId } from '#kernel/ids.ts'
import type { ToolId } from '#kernel/tools.ts'
import { ask, searchOf } from '#web/api/ask.ts'
import type { Stage, TouchKind } from '../model.ts'
import type { relationshipView, touchView } from '../wire.ts'

export type RelationshipWire = z.infer<typeof relationshipView>
export type TouchWire = z.infer<typeof touchView>
/** A message as the timeline shows it. */
export type MessageWire = {
  id: string
  conversation: string
  tool: ToolId
  kind: 'text' | 'gap' | 'invite' | 'system'
  own: boolean
  text: string
  sentAt: string
  retractedAt: string | null
}

export const keys = {
  person: (id: string) => ['person', id],
  all: (id: string) => ['person', id, 'relationship'],
} as const

export const relationshipQuery = (person: string, tool: ToolId | undefined) =>
  queryOptions({
    queryKey: [...keys.all(person), tool ?? ''],
    queryFn: () => ask<RelationshipWire>(`/people/${person}/relationship${searchOf({ tool })}`),
    placeholderData: before => before,
  })

/** Which tools they are on; the same cached answer as the page's. */
export const toolsQuery = (person: string) =>
  queryOptions({
    queryKey: keys.person(person),
    queryFn: () => ask<PersonPageWire>(`/people/${person}`),
    select: page => [...new Set(page.profiles.map(profile => profile.tool))],
  })

export const touchesQuery = (person: string) =>
  infiniteQueryOptions({
    queryKey: [...keys.all(person), 'touches'],
    queryFn: ({ pageParam }) =>
      ask<{ touches: TouchWire[]; next: string | null }>(
        `/people/${person}/touches${searchOf({ cursor: pageParam, limit: 50 })}`,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.next ?? undefined,
  })

export const messagesQuery = (person: string) =>
  infiniteQueryOptions({
    queryKey: [...keys.person(person), 'messages'],
    queryFn: ({ pageParam }) =>
      ask<{ messages: MessageWire[]; next: string | null }>(
        `/people/${person}/messages${searchOf({ cursor: pageParam, limit: 60 })}`,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.next ?? undefined,
  })

export const setStage = (person: PersonId, stage: Stage, reason: string) =>
  ask<{ move: string | null }>(`/people/${person}/relationship/stage`, 'PUT', { stage, reason })
export const undoMove = (person: PersonId, move: string) =>
  ask<{ stage: Stage }>(`/people/${person}/relationship/moves/${move}/undo`, 'POST')
export const logTouch = (person: PersonId, touch: { kind: TouchKind; tool?: ToolId; at?: string; note?: string }) =>
  ask<{ moved: number }>(`/people/${person}/touches`, 'POST', touch)
