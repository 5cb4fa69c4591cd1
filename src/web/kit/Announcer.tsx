import { useEffect, useState } from 'react'

let speak: ((text: string) => void) | undefined

/** Says a sentence to screen readers, politely; saying the same twice is heard twice. */
export function announce(text: string): void {
  speak?.(text)
}

/** The one live region of the page: cleared, then set, so that every change is heard. */
export function Announcer() {
  const [text, setText] = useState('')
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    speak = sentence => {
      clearTimeout(timer)
      setText('')
      timer = setTimeout(() => setText(sentence), 60)
    }
    return () => {
      clearTimeout(timer)
      speak = undefined
    }
  }, [])
  return (
    <div className="hush" role="status" aria-live="polite" aria-atomic="true" data-announcer="">
      {text}
    </div>
  )
}
