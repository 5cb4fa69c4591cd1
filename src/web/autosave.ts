import { useCallback, useEffect, useRef, useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { ApiError } from './api/client.ts'

const pauseMs = 600
const isEmpty = (change: object) => Object.keys(change).length === 0

/**
 * What is written is kept on the server at every pause, one change after the other. Refused or offline it waits here, goes with the
 * next one or when the network is back, and leaving the page asks first. `version` counts what was kept.
 */
export function useAutosave<Change extends object>(save: (change: Change) => Promise<unknown>) {
  const t = useText('shell')
  const [state, setState] = useState<'saved' | 'saving' | 'unsaved'>('saved')
  const [refused, setRefused] = useState<string>()
  const [version, setVersion] = useState(0)
  const now = useRef({ save, t })
  now.current = { save, t }
  const pending = useRef<Partial<Change>>({})
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const running = useRef<Promise<void>>(Promise.resolve())

  const flush = useCallback((): Promise<void> => {
    clearTimeout(timer.current)
    running.current = running.current.then(async () => {
      const change = pending.current
      if (isEmpty(change)) return
      pending.current = {}
      setState('saving')
      try {
        await now.current.save(change as Change)
        setRefused(undefined)
        setVersion(before => before + 1)
        setState(isEmpty(pending.current) ? 'saved' : 'saving')
      } catch (error) {
        pending.current = { ...change, ...pending.current }
        setState('unsaved')
        setRefused(error instanceof ApiError && error.status > 0 ? error.message : now.current.t('not-saved'))
      }
    })
    return running.current
  }, [])

  useEffect(() => () => void flush(), [flush])
  useEffect(() => {
    const back = () => void flush()
    const warn = (event: BeforeUnloadEvent) => {
      if (!isEmpty(pending.current)) event.preventDefault()
    }
    window.addEventListener('online', back)
    window.addEventListener('beforeunload', warn)
    return () => {
      window.removeEventListener('online', back)
      window.removeEventListener('beforeunload', warn)
    }
  }, [flush])

  return {
    state,
    refused,
    version,
    flush,
    later(change: Partial<Change>) {
      pending.current = { ...pending.current, ...change }
      setState('saving')
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void flush(), pauseMs)
    },
    /** What was to be kept and can't be as it is now. */
    forget(part: keyof Change) {
      delete pending.current[part]
    },
  }
}
