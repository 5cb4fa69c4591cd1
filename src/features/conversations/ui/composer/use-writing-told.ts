import { useEffect } from 'react'
import { sayWriting } from '../api.ts'

const repeatMs = 10_000

/** While there is a text in the field, and the cursor, colleagues see that somebody is at it. A lost signal is no harm. */
export function useWritingTold(conversation: string, inUse: boolean): void {
  useEffect(() => {
    if (!inUse) return
    const tell = (on: boolean) => void sayWriting(conversation, on).catch(() => undefined)
    tell(true)
    const timer = setInterval(() => tell(true), repeatMs)
    return () => {
      clearInterval(timer)
      tell(false)
    }
  }, [conversation, inUse])
}
