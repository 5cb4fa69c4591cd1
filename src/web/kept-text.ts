import { useState } from 'react'

function read(key: string): string {
  try {
    return localStorage.getItem(key) ?? ''
  } catch {
    return ''
  }
}

/** A draft that is kept in this browser at every key: a reload in mid-sentence keeps it. */
export function useKeptText(name: string): readonly [string, (text: string) => void] {
  const key = `kith.draft.${name}`
  const [text, setText] = useState(() => read(key))
  const write = (next: string) => {
    setText(next)
    try {
      if (next === '') localStorage.removeItem(key)
      else localStorage.setItem(key, next)
    } catch {
      // A full or forbidden storage: the draft lives as long as the page.
    }
  }
  return [text, write]
}
