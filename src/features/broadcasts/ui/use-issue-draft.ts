import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useAutosave } from '#web/autosave.ts'
import type { ChangeIssue, IssuePageWire, SegmentWire } from '../wire.ts'
import { changeIssue, issueQuery } from './queries.ts'

export type IssueDraft = ReturnType<typeof useIssueDraft>

/** The issue in the writer's hands. */
export function useIssueDraft(page: IssuePageWire) {
  const cache = useQueryClient()
  const { id } = page.issue
  const [written, setWritten] = useState({
    subject: page.issue.subject,
    preheader: page.issue.preheader,
    body: page.issue.body,
    segment: page.issue.segment as SegmentWire,
  })
  const { state, refused, version, flush, later } = useAutosave<ChangeIssue>(async change => {
    await changeIssue(id, change)
    await cache.invalidateQueries({ queryKey: issueQuery(id).queryKey })
  })
  return {
    ...written,
    state,
    refused,
    version,
    flush,
    write(change: Partial<typeof written>) {
      setWritten(before => ({ ...before, ...change }))
      later(change)
    },
  }
}
