import { useQueryClient } from '@tanstack/react-query'
import type { MessageId } from '#kernel/ids.ts'
import { tell } from '#web/kit/Toasts.tsx'
import { takeBackNoted } from '../api.ts'

/** What was done by hand with somebody is noted: it is said with its way back, and whatever shows it is asked for anew. */
export function useNoted(person: string): { noted: (words: string, id: MessageId) => void; refresh: () => void } {
  const queries = useQueryClient()
  const refresh = () => {
    for (const queryKey of [['person', person], ['people'], ['today']]) void queries.invalidateQueries({ queryKey })
  }
  const takeBack = async (id: MessageId) => {
    try {
      await takeBackNoted(id)
    } catch (error) {
      tell(error instanceof Error ? error.message : String(error))
    }
    refresh()
  }
  return { noted: (words, id) => tell(words, () => void takeBack(id)), refresh }
}
