import { queryOptions } from '@tanstack/react-query'
import { ask, searchOf } from '#web/api/ask.ts'
import { ApiError } from '#web/api/client.ts'
import type {
  ChangeDigest,
  ChangeIssue,
  ChangeList,
  CreateList,
  DigestWire,
  ImportAnswerWire,
  IssuePageWire,
  ListListWire,
  ListPageWire,
  ProofListWire,
  ReportsAnswerWire,
  SettingsRequest,
  SettingsView,
  SubscriberWire,
} from '../wire.ts'

export const listKeys = { all: ['lists'] } as const

export const listsQuery = queryOptions({
  queryKey: [...listKeys.all, 'index'],
  queryFn: () => ask<ListListWire>('/lists'),
})
export const listQuery = (id: string) =>
  queryOptions({ queryKey: [...listKeys.all, 'one', id], queryFn: () => ask<ListPageWire>(`/lists/${id}`) })
export const digestQuery = (id: string) =>
  queryOptions({ queryKey: [...listKeys.all, 'digest', id], queryFn: () => ask<DigestWire>(`/lists/${id}/digest`) })
export const changeDigest = (id: string, change: ChangeDigest) => ask<null>(`/lists/${id}/digest`, 'PATCH', change)
export const subscribersQuery = (id: string, state: string, search: string) =>
  queryOptions({
    queryKey: [...listKeys.all, 'subscribers', id, state, search],
    queryFn: () => readSubscribers(id, state, search, undefined),
  })
export const readSubscribers = (id: string, state: string, search: string, before: string | undefined) =>
  ask<{ subscribers: SubscriberWire[]; next: string | null }>(
    `/lists/${id}/subscribers${searchOf({ state, search: search.trim(), before })}`,
  )
export const proofQuery = (id: string, subscriber: string) =>
  queryOptions({
    queryKey: [...listKeys.all, 'proof', subscriber],
    queryFn: () => ask<ProofListWire>(`/lists/${id}/subscribers/${subscriber}`),
  })
export const issueQuery = (id: string) =>
  queryOptions({ queryKey: [...listKeys.all, 'issue', id], queryFn: () => ask<IssuePageWire>(`/issues/${id}`) })
export const previewQuery = (id: string, version: number) =>
  queryOptions({
    queryKey: [...listKeys.all, 'preview', id, version],
    queryFn: () => ask<{ subject: string; html: string; text: string }>(`/issues/${id}/preview`),
  })
export const settingsQuery = queryOptions({
  queryKey: [...listKeys.all, 'settings'],
  queryFn: () => ask<SettingsView>('/list-mail'),
})
export const mayQuery = queryOptions({
  queryKey: ['me', 'may'],
  queryFn: async () => (await ask<{ may: string[] }>('/me')).may,
  staleTime: 5 * 60_000,
})

export const createList = (body: CreateList) => ask<{ id: string }>('/lists', 'POST', body)
export const changeList = (id: string, body: ChangeList) => ask<object>(`/lists/${id}`, 'PATCH', body)
export const removeSubscriber = (id: string, subscriber: string) =>
  ask<object>(`/lists/${id}/subscribers/${subscriber}`, 'DELETE')
export const importCsv = (id: string, csv: string) => ask<ImportAnswerWire>(`/lists/${id}/import`, 'POST', { csv })
export const createIssue = (list: string) => ask<{ id: string }>(`/lists/${list}/issues`, 'POST', { subject: '' })
export const changeIssue = (id: string, body: ChangeIssue) => ask<object>(`/issues/${id}`, 'PATCH', body)
export const removeIssue = (id: string) => ask<object>(`/issues/${id}`, 'DELETE')
export const sendIssue = (id: string, at: string | undefined) =>
  ask<object>(`/issues/${id}/send`, 'POST', at === undefined ? {} : { at })
export const testIssue = (id: string, to: string) => ask<object>(`/issues/${id}/test`, 'POST', { to })
export const actOnIssue = (id: string, act: 'pause' | 'resume' | 'send-unknown-again') =>
  ask<object>(`/issues/${id}/${act}`, 'POST', {})
export const saveSettings = (body: SettingsRequest) => ask<SettingsView>('/list-mail', 'PUT', body)
export const trySettings = () => ask<{ ok: boolean; text: string }>('/list-mail/try', 'POST', {})
export const checkSettings = () => ask<SettingsView>('/list-mail/check', 'POST', {})
export const takeReports = (raw: string) => ask<ReportsAnswerWire>('/list-mail/reports', 'POST', { raw })

/** The server's own sentence, where it said one. */
export const whyOf = (error: unknown): string | undefined =>
  error instanceof ApiError && error.status > 0 ? error.message : undefined
