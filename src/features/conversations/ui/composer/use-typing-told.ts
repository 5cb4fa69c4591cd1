import { useEffect, useRef } from 'react'
import { sayTyping } from '../api.ts'

const repeatMs = 4_000
const quietMs = 6_000

/** Tells the other side that we write: at most every four seconds, and that it ended. A lost signal is no harm. */
export function useTypingTold(conversation: string, text: string): { stop: () => void } {
  const state = useRef({ on: false, at: 0, before: text })
  const tellOff = useRef<() => void>(() => undefined)
  tellOff.current = () => {
    if (!state.current.on) return
    state.current.on = false
    void sayTyping(conversation, false).catch(() => undefined)
  }
  useEffect(() => {
    const { before } = state.current
    state.current.before = text
    if (before === text) return
    if (text.trim() === '') {
      tellOff.current()
      return
    }
    if (!state.current.on || Date.now() - state.current.at > repeatMs) {
      state.current = { ...state.current, on: true, at: Date.now() }
      void sayTyping(conversation, true).catch(() => undefined)
    }
    const timer = setTimeout(() => tellOff.current(), quietMs)
    return () => clearTimeout(timer)
  }, [conversation, text])
  useEffect(() => () => tellOff.current(), [])
  return { stop: () => tellOff.current() }
}
