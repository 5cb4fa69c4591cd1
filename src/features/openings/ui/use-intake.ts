import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { changeOpening, type OpeningChange } from './api.ts'

const saveAfterMs = 600

/** Kept on the server a moment after each change; what is refused stays in the fields, with the reason. */
export function useIntake(id: string) {
  const cache = useQueryClient()
  const [state, setState] = useState<'saved' | 'saving' | 'unsaved'>('saved')
  const [refused, setRefused] = useState<string>()
  const pending = useRef<OpeningChange>({})
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const running = useRef<Promise<void>>(Promise.resolve())
  const flush = useCallback(() => {
    clearTimeout(timer.current)
    running.current = running.current.then(async () => {
      const change = pending.current
      if (Object.keys(change).length === 0) return
      pending.current = {}
      setState('saving')
      try {
        await changeOpening(id, change)
        setRefused(undefined)
        setState('saved')
        await cache.invalidateQueries({ queryKey: ['openings'] })
      } catch (error) {
        pending.current = { ...change, ...pending.current }
        setState('unsaved')
        setRefused(error instanceof Error ? error.message : String(error))
      }
    })
    return running.current
  }, [cache, id])
  useEffect(() => () => void flush(), [flush])
  const write = (change: OpeningChange) => {
    pending.current = { ...pending.current, ...change }
    setState('saving')
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void flush(), saveAfterMs)
  }
  return { state, refused, write }
}
