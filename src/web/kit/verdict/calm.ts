import { useEffect, useRef, useState } from 'react'

/** `holds`: true before the first letter; `written`: marked words; `missing`: waits in the checklist until Send. */
export type ReasonSort = 'holds' | 'written' | 'missing'

export type VerdictReason = {
  code: string
  /** Why, at most 14 words, with the fact. */
  message: string
  /** What to do instead, at most 16 words. */
  instead?: string | undefined
  /** Where in the draft, in UTF-16 units. */
  span?: { start: number; end: number } | undefined
  sort?: ReasonSort | undefined
}

export type VerdictLevel = 'allow' | 'warn' | 'block' | 'hard'

/** What the etiquette assessment says of one draft; the strictest reason first. */
export type VerdictView = {
  verdict: VerdictLevel
  reasons: readonly VerdictReason[]
  /** The one button that does the next right step. */
  next?: { label: string; run: () => void } | undefined
}

const severity: Readonly<Record<VerdictLevel, number>> = { allow: 0, warn: 1, block: 2, hard: 3 }
export const calmMs = 600
export const announceMs = 1_000

/** What may be shown now: better news at once, worse news once the writer has paused for 600 ms. Missing things wait for Send. */
export function isWorse(next: VerdictView, shown: VerdictView): boolean {
  if (severity[next.verdict] !== severity[shown.verdict]) return severity[next.verdict] > severity[shown.verdict]
  const known = new Set(shown.reasons.map(reason => reason.code))
  return next.reasons.some(reason => !known.has(reason.code))
}

/** Reasons that may be said yet: those about missing things only after Send was pressed. */
export function sayable(view: VerdictView, sendPressed: boolean): VerdictView {
  if (sendPressed) return view
  const reasons = view.reasons.filter(reason => reason.sort !== 'missing')
  return reasons.length === 0 && view.reasons.length > 0 ? { verdict: 'allow', reasons: [] } : { ...view, reasons }
}

/** The verdict to show for a draft that is being typed; never moves while keys fall. */
export function useCalmVerdict(view: VerdictView, draft: string, sendPressed: boolean): VerdictView {
  const wanted = sayable(view, sendPressed)
  const [shown, setShown] = useState<VerdictView>(() =>
    draft === '' || sendPressed ? wanted : { verdict: 'allow', reasons: [] },
  )
  const latest = useRef({ wanted, shown })
  latest.current = { wanted, shown }
  const code = `${wanted.verdict}:${wanted.reasons.map(reason => `${reason.code}${reason.message}`).join('|')}:${wanted.next?.label ?? ''}`
  // biome-ignore lint/correctness/useExhaustiveDependencies: `draft` restarts the pause at every key, `code` stands for `wanted`
  useEffect(() => {
    const now = latest.current
    if (draft === '' || sendPressed || !isWorse(now.wanted, now.shown)) {
      setShown(now.wanted)
      return
    }
    const timer = setTimeout(() => setShown(latest.current.wanted), calmMs)
    return () => clearTimeout(timer)
  }, [code, draft, sendPressed])
  return shown
}
