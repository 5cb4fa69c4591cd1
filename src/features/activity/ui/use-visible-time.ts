import { type RefObject, useEffect, useRef, useState } from 'react'

const tickMs = 500

/**
 * How long the element has been on the screen of a page that is in front, in ms; starts anew with another `key`.
 * A tab in the background, or a pane scrolled out of sight, does not count.
 */
export function useVisibleTime(element: RefObject<HTMLElement | null>, key: string): number {
  const [time, setTime] = useState({ key, ms: 0 })
  const inSight = useRef(false)

  useEffect(() => {
    const target = element.current
    if (!target) return
    const observer = new IntersectionObserver(entries => {
      inSight.current = entries.some(entry => entry.isIntersecting)
    })
    observer.observe(target)
    return () => observer.disconnect()
  }, [element])

  useEffect(() => {
    setTime({ key, ms: 0 })
    let last = performance.now()
    const timer = setInterval(() => {
      const now = performance.now()
      // A computer that slept was not read on: no step counts for more than two ticks.
      const passed = Math.min(now - last, 2 * tickMs)
      last = now
      if (inSight.current && document.visibilityState === 'visible')
        setTime(before => (before.key === key ? { key, ms: before.ms + passed } : before))
    }, tickMs)
    return () => clearInterval(timer)
  }, [key])

  return time.key === key ? time.ms : 0
}
