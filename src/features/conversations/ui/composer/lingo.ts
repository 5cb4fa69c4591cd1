import { queryOptions, useQuery } from '@tanstack/react-query'
import {
  type LingoFinder,
  lingoFinder,
  loadChatWords,
  loadPlaybook,
  type Playbook,
  termPart,
  withEdits,
} from '#features/tools/model.ts'
import type { ToolId } from '#kernel/tools.ts'
import { useLanguage } from '#web/i18n/i18n.ts'
import { playbookStateQuery } from './playbook-state.ts'

const bookQuery = (tool: ToolId, language: string) =>
  queryOptions({
    queryKey: ['playbooks', 'book', tool, language],
    queryFn: () => loadPlaybook(tool, language),
    staleTime: Number.POSITIVE_INFINITY,
  })

const chatQuery = (language: string) =>
  queryOptions({
    queryKey: ['playbooks', 'chat-words', language],
    queryFn: () => loadChatWords(language),
    staleTime: Number.POSITIVE_INFINITY,
  })

const made = new WeakMap<object, { edits: unknown; chat: unknown; book: Playbook; find: LingoFinder }>()

/** The tool's playbook with the team's words, and its word finder, made once for all messages. The tool's own meaning of a word holds. */
function useMade(tool: ToolId) {
  const { source } = useLanguage()
  const { data: shipped } = useQuery(bookQuery(tool, source))
  const { data: state } = useQuery(playbookStateQuery)
  const { data: chat } = useQuery(chatQuery(source))
  if (!shipped) return undefined
  const kept = made.get(shipped)
  if (kept && kept.edits === state?.edits && kept.chat === chat) return kept
  const edits = state?.edits.filter(edit => edit.tool === tool) ?? []
  const book = withEdits(shipped.playbook, edits)
  const hidden = new Set(edits.flatMap(edit => (edit.value?.kind === 'hidden' ? [edit.part] : [])))
  const everywhere = (chat ?? []).filter(word => !hidden.has(termPart(word.term)))
  const fresh = { edits: state?.edits, chat, book, find: lingoFinder([...everywhere, ...book.lingo]) }
  made.set(shipped, fresh)
  return fresh
}

export const useBook = (tool: ToolId): Playbook | undefined => useMade(tool)?.book
export const useLingoFinder = (tool: ToolId): LingoFinder | undefined => useMade(tool)?.find
