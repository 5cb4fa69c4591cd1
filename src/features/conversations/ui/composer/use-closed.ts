import { useEffect, useState } from 'react'
import { isClosed } from '../../model.ts'
import type { DetailWire } from '../api.ts'

const longestMs = 60_000

/** Whether free text is closed now; turns by itself when the time is over. */
export function useClosed(freeText: DetailWire['freeText']): boolean {
  const [, look] = useState(0)
  const until = freeText?.until ?? null
  useEffect(() => {
    if (until === null) return
    const timer = setInterval(() => look(count => count + 1), longestMs)
    return () => clearInterval(timer)
  }, [until])
  return freeText !== null && isClosed({ until: until === null ? null : new Date(until) }, new Date())
}
