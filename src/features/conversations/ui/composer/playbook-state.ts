import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { PlaybookStateWire } from '#features/tools/wire.ts'
import type { ToolId } from '#kernel/tools.ts'
import { ask } from '#web/api/ask.ts'
import { useText } from '#web/i18n/i18n.ts'
import { tell } from '#web/kit/Toasts.tsx'

/** The same answer as the playbook pages have, under the same key. */
export const playbookStateQuery = queryOptions({
  queryKey: ['playbooks', 'state'],
  queryFn: () => ask<PlaybookStateWire>('/playbooks'),
  staleTime: 60_000,
})

/** A hint that is put away stays away for this tool, on every device; `z` brings it back. */
export function useQuietHint(tool: ToolId): (hint: string, quiet?: boolean) => void {
  const t = useText('conversations')
  const cache = useQueryClient()
  const { mutate } = useMutation({
    mutationFn: ({ hint, quiet }: { hint: string; quiet: boolean }) =>
      ask<object>(`/playbooks/${tool}/hints/${hint}`, 'PUT', { quiet }),
    onMutate: ({ hint, quiet }) => {
      cache.setQueryData(playbookStateQuery.queryKey, state => {
        if (!state) return state
        const others = state.quiet.filter(each => each.tool !== tool || each.hint !== hint)
        return { ...state, quiet: quiet ? [...others, { tool, hint }] : others }
      })
    },
    onError: error => tell(t('action.failed', { why: error.message })),
    onSettled: () => cache.invalidateQueries({ queryKey: playbookStateQuery.queryKey }),
  })
  return (hint, quiet = true) => {
    mutate({ hint, quiet })
    if (quiet) tell(t('coach.put-away'), () => mutate({ hint, quiet: false }))
  }
}
