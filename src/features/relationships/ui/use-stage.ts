import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { PersonId } from '#kernel/ids.ts'
import { useText } from '#web/i18n/i18n.ts'
import { tell } from '#web/kit/Toasts.tsx'
import type { Stage } from '../model.ts'
import { keys, setStage, undoMove } from './api.ts'

/** Moves by hand; each can be taken back by `z`. */
export function useStage(person: PersonId) {
  const t = useText('relationships')
  const shell = useText('shell')
  const queries = useQueryClient()
  const refresh = () => {
    void queries.invalidateQueries({ queryKey: keys.person(person) })
    void queries.invalidateQueries({ queryKey: ['people'] })
    void queries.invalidateQueries({ queryKey: ['today'] })
  }
  const undo = useMutation({
    mutationFn: (move: string) => undoMove(person, move),
    onSuccess: ({ stage }) => tell(t('stage.back', { stage: shell(`stage.${stage}`) })),
    onError: error => tell(error.message),
    onSettled: refresh,
  })
  const set = useMutation({
    mutationFn: ({ stage, reason }: { stage: Stage; reason: string }) => setStage(person, stage, reason),
    onSuccess: ({ move }, { stage }) =>
      tell(t('stage.set', { stage: shell(`stage.${stage}`) }), move === null ? undefined : () => undo.mutate(move)),
    onSettled: refresh,
  })
  return { set, undo }
}
