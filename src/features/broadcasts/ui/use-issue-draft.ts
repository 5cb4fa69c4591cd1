import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import type { ChangeIssue, IssuePageWire, SegmentWire } from '../wire.ts'
import { changeIssue, issueQuery, whyOf } from './queries.ts'

const saveAfterMs = 600

export type IssueDraft = ReturnType<typeof useIssueDraft>

/** What is written is kept on the server a moment after each change; refused or offline, not a word is lost. */
export function useIssueDraft(page: IssuePageWire) {
  const t = useText('broadcasts')
  const cache = useQueryClient()
  const { id } = page.issue
  const [written, setWritten] = useState({
    subject: page.issue.subject,
    preheader: page.issue.preheader,
    body: page.issue.body,
    segment: page.issue.segment as SegmentWire,
  })
  const [state, setState] = useState<'saved' | 'saving' | 'unsaved'>('saved')
  const [refused, setRefused] = useState<string>()
  const [version, setVersion] = useState(0)
  const pending = useRef<ChangeIssue>({})
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const running = useRef<Promise<void>>(Promise.resolve())

  const flush = useCallback((): Promise<void> => {
    clearTimeout(timer.current)
    running.current = running.current.then(async () => {
      const change = pending.current
      if (Object.keys(change).length === 0) return
      pending.current = {}
      try {
        await changeIssue(id, change)
        setRefused(undefined)
        setVersion(before => before + 1)
        setState(Object.keys(pending.current).length === 0 ? 'saved' : 'saving')
        await cache.invalidateQueries({ queryKey: issueQuery(id).queryKey })
      } catch (error) {
        pending.current = { ...change, ...pending.current }
        setState('unsaved')
        setRefused(whyOf(error) ?? t('not-saved'))
      }
    })
    return running.current
  }, [cache, id, t])

  useEffect(() => () => void flush(), [flush])
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (Object.keys(pending.current).length > 0) event.preventDefault()
    }
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [])

  return {
    ...written,
    state,
    refused,
    version,
    flush,
    write(change: Partial<typeof written>) {
      setWritten(before => ({ ...before, ...change }))
      pending.current = { ...pending.current, ...change }
      setState('saving')
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void flush(), saveAfterMs)
    },
  }
}
