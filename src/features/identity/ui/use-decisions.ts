import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import type { PersonId } from '#kernel/ids.ts'
import { useText } from '#web/i18n/i18n.ts'
import { tell } from '#web/kit/Toasts.tsx'
import type { Answer } from '../model/review.ts'
import { decide, type PairWire, reopen, reviewKey, undoMerge } from './api.ts'

export type Given = { answer: Answer; survivor?: PersonId; reason?: string }

const keyOf = (pair: Pick<PairWire, 'left' | 'right'>) => `${pair.left} ${pair.right}`

/** Answers are shown at once and sent behind; one that fails brings its pair back and says so. */
export function useDecisions() {
  const t = useText('identity')
  const queries = useQueryClient()
  const [settled, setSettled] = useState<ReadonlySet<string>>(new Set())
  const [done, setDone] = useState(0)

  const bringBack = useCallback(
    (pair: PairWire) => {
      setSettled(before => new Set([...before].filter(key => key !== keyOf(pair))))
      setDone(before => Math.max(0, before - 1))
      void queries.invalidateQueries({ queryKey: reviewKey })
    },
    [queries],
  )
  const answer = useCallback(
    (pair: PairWire, given: Given) => {
      setSettled(before => new Set([...before, keyOf(pair)]))
      setDone(before => before + 1)
      const { left, right } = pair
      const sent = decide({ left, right, ...given })
      const undo = async () => {
        try {
          const { move } = await sent
          if (move !== null) await undoMerge(move)
          // To take an answer back is no answer: they are asked about again.
          await reopen({ left, right })
          bringBack(pair)
        } catch (error) {
          tell(error instanceof Error ? error.message : String(error))
        }
      }
      tell(t(`decided.${given.answer}`), () => void undo())
      sent.then(
        ({ move }) => {
          if (move === null) return
          for (const person of [pair.a, pair.b]) void queries.invalidateQueries({ queryKey: ['person', person] })
          void queries.invalidateQueries({ queryKey: ['people', 'list'] })
        },
        (error: Error) => {
          bringBack(pair)
          tell(error.message)
        },
      )
    },
    [bringBack, queries, t],
  )
  return { settled, done, answer }
}
