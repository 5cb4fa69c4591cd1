import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { ToolId } from '#kernel/tools.ts'
import { toolIds } from '#kernel/tools.ts'
import { ask } from '#web/api/ask.ts'
import { fetchJson } from '#web/api/client.ts'
import { useText } from '#web/i18n/i18n.ts'
import { tell } from '#web/kit/Toasts.tsx'
import { type Fields, loadChatWords, loadPlaybook, type PartValue } from '../model.ts'
import type { HistoryWire, OwnProfilesWire, PlaybookStateWire, ProfilePlace } from '../wire.ts'

export const playbookKeys = {
  state: ['playbooks', 'state'],
  histories: ['playbooks', 'history'],
  profiles: ['own-profiles'],
} as const

export const bookQuery = (tool: ToolId, language: string) =>
  queryOptions({
    queryKey: ['playbooks', 'book', tool, language],
    queryFn: () => loadPlaybook(tool, language),
    staleTime: Number.POSITIVE_INFINITY,
  })

export const booksQuery = (language: string) =>
  queryOptions({
    queryKey: ['playbooks', 'books', language],
    queryFn: () => Promise.all(toolIds.map(async tool => ({ tool, ...(await loadPlaybook(tool, language)) }))),
    staleTime: Number.POSITIVE_INFINITY,
  })

export const chatWordsQuery = (language: string) =>
  queryOptions({
    queryKey: ['playbooks', 'chat-words', language],
    queryFn: () => loadChatWords(language),
    staleTime: Number.POSITIVE_INFINITY,
  })

export const stateQuery = queryOptions({
  queryKey: playbookKeys.state,
  queryFn: () => ask<PlaybookStateWire>('/playbooks'),
})

export const historyQuery = (tool: ToolId) =>
  queryOptions({
    queryKey: [...playbookKeys.histories, tool],
    queryFn: async () => (await ask<HistoryWire>(`/playbooks/${tool}/history`)).edits,
  })

/** What a recruiter said of themselves in Settings, as the master profile begins with it. */
export const ownWordsQuery = queryOptions({
  queryKey: ['me', 'words'],
  queryFn: async (): Promise<Fields> => {
    const { user } = await ask<{ user: { name: string; about: string; recruitsFor: string } }>('/me')
    return { name: user.name, about: user.about, recruits: user.recruitsFor }
  },
})

export const profilesQuery = queryOptions({
  queryKey: playbookKeys.profiles,
  queryFn: () => ask<OwnProfilesWire>('/me/own-profiles'),
})

/** Connections whose networks may let Kith write the profile. */
export const connectionsQuery = queryOptions({
  queryKey: ['own-profiles', 'connections'],
  queryFn: async () =>
    (await ask<{ connections: { id: string; tool: ToolId; label: string }[] }>('/connections')).connections,
})

export const mayQuery = queryOptions({
  queryKey: ['me', 'may'],
  queryFn: async () => (await ask<{ may: string[] }>('/me')).may,
  staleTime: 5 * 60_000,
})

export const writePart = (tool: ToolId, part: string, value: PartValue | null, before: string | null) =>
  ask<{ edit: string }>(`/playbooks/${tool}/parts/${encodeURIComponent(part)}`, 'PUT', { value, before })

export const keepProfile = (place: ProfilePlace, given: { fields?: Fields; checked?: true }) =>
  ask<object>(`/me/own-profiles/${place}`, 'PUT', given)

export const putPicture = (file: Blob) =>
  fetchJson('/api/v1/me/own-picture', {
    method: 'PUT',
    body: file,
    headers: { 'content-type': 'application/octet-stream' },
  })
/** The picture that stands on a network now; null where there is none. Fails where it could not be put back. */
export async function takePictureThere(connection: string): Promise<Blob | null> {
  const answer = await fetch(`/api/v1/connections/${connection}/profile/picture`, { credentials: 'same-origin' })
  if (!answer.ok) throw new Error(String(answer.status))
  return answer.status === 204 ? null : answer.blob()
}
export const putPictureBack = (connection: string, picture: Blob | null) =>
  fetchJson(`/api/v1/connections/${connection}/profile/picture`, {
    method: 'PUT',
    body: picture ?? new Blob([]),
    headers: { 'content-type': 'application/octet-stream' },
  })
export const dropPicture = () => ask<object>('/me/own-picture', 'DELETE')

/** Shown at once; put back, with the reason, when the server says no. */
function useStateChange<Input>(
  send: (input: Input) => Promise<unknown>,
  change: (state: PlaybookStateWire, input: Input) => PlaybookStateWire,
) {
  const t = useText('tools')
  const cache = useQueryClient()
  return useMutation({
    mutationFn: send,
    onMutate: async (input: Input) => {
      await cache.cancelQueries({ queryKey: playbookKeys.state })
      const before = cache.getQueryData(stateQuery.queryKey)
      if (before) cache.setQueryData(stateQuery.queryKey, change(before, input))
      return before
    },
    onError: (error, _input, before) => {
      if (before) cache.setQueryData(stateQuery.queryKey, before)
      tell(t('not-kept', { why: error.message }))
    },
    onSettled: () => cache.invalidateQueries({ queryKey: playbookKeys.state }),
  }).mutate
}

export type Tick = { tool: ToolId; item: string; done: boolean }
export const useTick = () =>
  useStateChange(
    ({ tool, item, done }: Tick) => ask<object>(`/playbooks/${tool}/checklist/${item}`, 'PUT', { done }),
    (state, { tool, item, done }) => {
      const others = state.done.filter(each => each.tool !== tool || each.item !== item)
      return { ...state, done: done ? [...others, { tool, item }] : others }
    },
  )

export type Quiet = { tool: ToolId; hint: string; quiet: boolean }
export const useQuiet = () =>
  useStateChange(
    ({ tool, hint, quiet }: Quiet) => ask<object>(`/playbooks/${tool}/hints/${hint}`, 'PUT', { quiet }),
    (state, { tool, hint, quiet }) => {
      const others = state.quiet.filter(each => each.tool !== tool || each.hint !== hint)
      return { ...state, quiet: quiet ? [...others, { tool, hint }] : others }
    },
  )
