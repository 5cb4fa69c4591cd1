import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { announce } from '#web/kit/Announcer.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { dismissReading, keys, type OpenItemWire, recordReading } from './api.ts'
import { useVisibleTime } from './use-visible-time.ts'

export type ReadingState =
  | { kind: 'reading'; leftMs: number }
  | { kind: 'recorded'; id: string }
  | { kind: 'dismissed' }
  | { kind: 'failed'; again: () => void }

/** Records the reading once the item was in view as long as the server asks for. */
export function useReading(
  item: OpenItemWire,
  pane: RefObject<HTMLElement | null>,
): { state: ReadingState; dismiss: () => void } {
  const t = useText('activity')
  const queries = useQueryClient()
  const [dismissed, setDismissed] = useState<string>()
  const visibleMs = useVisibleTime(pane, item.id)
  const tried = useRef<string>(undefined)
  const refresh = () => {
    void queries.invalidateQueries({ queryKey: keys.person(item.person) })
    void queries.invalidateQueries({ queryKey: ['people'] })
    void queries.invalidateQueries({ queryKey: ['today'] })
  }
  const record = useMutation({
    mutationFn: (ms: number) => recordReading(item.id, Math.round(ms)),
    onSuccess: () => {
      announce(t('reading.recorded'))
      refresh()
    },
  })
  const enough = visibleMs >= item.neededMs
  const { mutate, reset } = record
  useEffect(() => {
    if (!enough || tried.current === item.id) return
    tried.current = item.id
    mutate(visibleMs)
  }, [enough, item.id, visibleMs, mutate])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another item begins a reading of its own
  useEffect(() => reset(), [item.id, reset])

  const set = async (id: string, on: boolean) => {
    try {
      await dismissReading(id, on)
      setDismissed(on ? id : undefined)
      refresh()
    } catch (error) {
      tell(error instanceof Error ? error.message : String(error))
    }
  }
  const recorded = record.data?.id
  const dismiss = () => {
    if (recorded === undefined) return
    void set(recorded, true)
    tell(t('reading.dismissed'), () => void set(recorded, false))
  }
  const state: ReadingState =
    recorded === undefined
      ? record.isError
        ? { kind: 'failed', again: () => record.mutate(visibleMs) }
        : { kind: 'reading', leftMs: Math.max(0, item.neededMs - visibleMs) }
      : dismissed === recorded
        ? { kind: 'dismissed' }
        : { kind: 'recorded', id: recorded }
  return { state, dismiss }
}
