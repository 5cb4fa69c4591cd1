import { queryOptions, useQuery } from '@tanstack/react-query'
import { type LingoFinder, lingoFinder, loadPlaybook, type Playbook, withEdits } from '#features/tools/model.ts'
import type { ToolId } from '#kernel/tools.ts'
import { useLanguage } from '#web/i18n/i18n.ts'
import { playbookStateQuery } from './playbook-state.ts'

const bookQuery = (tool: ToolId, language: string) =>
  queryOptions({
    queryKey: ['playbooks', 'book', tool, language],
    queryFn: () => loadPlaybook(tool, language),
    staleTime: Number.POSITIVE_INFINITY,
  })

const made = new WeakMap<object, { edits: unknown; book: Playbook; find: LingoFinder }>()

/** The tool's playbook with the team's words, and its word finder, made once for all messages. */
function useMade(tool: ToolId) {
  const { source } = useLanguage()
  const { data: shipped } = useQuery(bookQuery(tool, source))
  const { data: state } = useQuery(playbookStateQuery)
  if (!shipped) return undefined
  const kept = made.get(shipped)
  if (kept && kept.edits === state?.edits) return kept
  const book = withEdits(shipped.playbook, state?.edits.filter(edit => edit.tool === tool) ?? [])
  const fresh = { edits: state?.edits, book, find: lingoFinder(book.lingo) }
  made.set(shipped, fresh)
  return fresh
}

export const useBook = (tool: ToolId): Playbook | undefined => useMade(tool)?.book
export const useLingoFinder = (tool: ToolId): LingoFinder | undefined => useMade(tool)?.find
