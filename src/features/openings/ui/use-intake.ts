import { useQueryClient } from '@tanstack/react-query'
import { useAutosave } from '#web/autosave.ts'
import { changeOpening, type OpeningChange } from './api.ts'

/** The opening in the hands of whoever writes it; what is refused stays in the fields, with the reason. */
export function useIntake(id: string) {
  const cache = useQueryClient()
  const { state, refused, later } = useAutosave<OpeningChange>(async change => {
    await changeOpening(id, change)
    await cache.invalidateQueries({ queryKey: ['openings'] })
  })
  return { state, refused, write: later }
}
