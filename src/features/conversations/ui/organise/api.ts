import type { ConversationId, LabelId, UserId } from '#kernel/ids.ts'
import { ask, searchOf } from '#web/api/ask.ts'
import type { NoticeKind } from '../../model.ts'
import type { ChangesWire, LabelView, NoticeView, StandingChangeWire } from '../../wire.ts'

export type Change = Omit<StandingChangeWire, 'blocked'>
export type Changed = { changed: number; undo: ChangesWire }

export const changeConversations = (changes: readonly { conversations: readonly ConversationId[]; change: Change }[]) =>
  ask<Changed>('/conversations/changes', 'POST', { changes })
export const changeConversation = (id: ConversationId, change: StandingChangeWire) =>
  ask<Changed>(`/conversations/${id}`, 'PATCH', change)

export const fetchLabels = async () => (await ask<{ labels: LabelView[] }>('/labels')).labels
export const addLabel = (label: { name: string; colour: LabelView['colour'] }) =>
  ask<{ id: LabelId }>('/labels', 'POST', label)
export const changeLabel = (id: LabelId, change: { name?: string; colour?: LabelView['colour']; removed?: boolean }) =>
  ask<object>(`/labels/${id}`, 'PATCH', change)

export const fetchNotices = async () => (await ask<{ notices: NoticeView[] }>('/notices')).notices
export const fetchNoticePage = (which: { kind: NoticeKind | undefined; show: 'new' | 'all'; cursor: string }) =>
  ask<{ notices: NoticeView[]; next: string | null }>(`/notices${searchOf(which)}`)
export const seeNotices = (which: { conversation?: string; notice?: string } = {}) =>
  ask<object>('/notices/seen', 'POST', which)

export type { LabelView, NoticeView, UserId }
