import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import type { PersonId } from '#kernel/ids.ts'
import { useText } from '#web/i18n/i18n.ts'
import { tell } from '#web/kit/Toasts.tsx'
import type { Answer } from '../model/review.ts'
import { decide, type PairWire, reopen, reviewKey, undoMerge } from './api.ts'

export type Given = { answer: Answer; survivor?: PersonId; reason?: string }

const keyOf = (pair: Pick<PairWire, 'left' | 'right'>) => `${pair.left} ${pair.right}`

const without = (keys: ReadonlySet<string>, gone: string) => new Set([...keys].filter(key => key !== gone))

/**
 * Answers are shown at once and sent behind; one that fails brings its pair back and says so. What is taken back is there at once as
 * well (`back`, the newest first): until the server has done it (`undoing`), the pair stands as it was, and a next answer waits for it.
 */
export function useDecisions() {
  const t = useText('identity')
  const queries = useQueryClient()
  const [settled, setSettled] = useState<ReadonlySet<string>>(new Set())
  const [back, setBack] = useState<readonly PairWire[]>([])
  const [undoing, setUndoing] = useState<ReadonlySet<string>>(new Set())
  const [done, setDone] = useState(0)
  const before = useRef(new Map<string, Promise<unknown>>())

  const settle = useCallback((pair: PairWire) => {
    const key = keyOf(pair)
    setSettled(known => new Set([...known, key]))
    setBack(known => known.filter(each => keyOf(each) !== key))
    setDone(count => count + 1)
  }, [])
  const bringBack = useCallback((pair: PairWire) => {
    const key = keyOf(pair)
    setSettled(known => without(known, key))
    setBack(known => [pair, ...known.filter(each => keyOf(each) !== key)])
    setDone(count => Math.max(0, count - 1))
  }, [])
  const look = useCallback(
    (pair: PairWire) => {
      for (const person of [pair.a, pair.b]) void queries.invalidateQueries({ queryKey: ['person', person] })
      void queries.invalidateQueries({ queryKey: ['people', 'list'] })
    },
    [queries],
  )
  const answer = useCallback(
    (pair: PairWire, given: Given) => {
      settle(pair)
      const { left, right } = pair
      const key = keyOf(pair)
      const sent = Promise.resolve(before.current.get(key)).then(() => decide({ left, right, ...given }))
      const landed = sent.then(
        ({ move }) => {
          if (move !== null) look(pair)
          return { move }
        },
        (error: Error) => {
          bringBack(pair)
          tell(error.message)
          return undefined
        },
      )
      const takeBack = async () => {
        try {
          const decided = await landed
          if (!decided) return
          if (decided.move !== null) await undoMerge(decided.move)
          // To take an answer back is no answer: they are asked about again.
          await reopen({ left, right })
        } catch (error) {
          settle(pair)
          tell(error instanceof Error ? error.message : String(error))
        } finally {
          look(pair)
          setUndoing(known => without(known, key))
          void queries.invalidateQueries({ queryKey: reviewKey })
        }
      }
      before.current.set(key, landed)
      tell(t(`decided.${given.answer}`), () => {
        bringBack(pair)
        setUndoing(known => new Set([...known, key]))
        before.current.set(key, takeBack())
      })
    },
    [bringBack, look, queries, settle, t],
  )
  return { settled, back, undoing, done, answer }
}
