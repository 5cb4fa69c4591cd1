import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ApiError } from '#web/api/client.ts'
import { useText } from '#web/i18n/i18n.ts'
import { tell } from '#web/kit/Toasts.tsx'
import { type CardView, keys, type Move, moveCandidacy, undoMove } from '../api.ts'

export type Movable = { candidacy: string; name: string; stage: CardView['stage'] }

/** Moves somebody and says so, with the way back; `onAsk`: the move needs more than where to. */
export function useMove(opening: string, onAsk?: (who: Movable, move: Move) => void) {
  const t = useText('openings')
  const cache = useQueryClient()
  const refresh = () => {
    void cache.invalidateQueries({ queryKey: keys.all })
    void cache.invalidateQueries({ queryKey: ['person'] })
  }
  const undo = useMutation({
    mutationFn: ({ candidacy, move }: { candidacy: string; move: string }) => undoMove(candidacy, move),
    onSuccess: ({ stage }) => tell(t('move.undone', { stage: t(`pipeline.${stage}`) })),
    onError: error => tell(error.message),
    onSettled: refresh,
  })
  return useMutation({
    mutationFn: ({ who, move }: { who: Movable; move: Move }) => moveCandidacy(who.candidacy, move),
    onMutate: ({ who, move }) => {
      const before = cache.getQueryData<CardView[]>(keys.board(opening))
      cache.setQueryData<CardView[]>(keys.board(opening), cards =>
        cards?.map(card => (card.candidacy === who.candidacy ? { ...card, stage: move.to } : card)),
      )
      return { before }
    },
    onSuccess: ({ move: made }, { who, move }) =>
      tell(t('move.done', { name: who.name, stage: t(`pipeline.${move.to}`) }), () =>
        undo.mutate({ candidacy: who.candidacy, move: made }),
      ),
    onError: (error, { who, move }, kept) => {
      cache.setQueryData(keys.board(opening), kept?.before)
      if (onAsk && error instanceof ApiError && error.code === 'reason-first') onAsk(who, move)
      else if (!onAsk) return
      else tell(error.message)
    },
    onSettled: refresh,
  })
}
