import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import './controls.css'

type Gap = 1 | 2 | 3 | 4 | 6

/** Things below each other. */
export function Stack({
  gap = 4,
  children,
  as: Element = 'div',
}: {
  gap?: Gap
  children: ReactNode
  as?: 'div' | 'section' | 'form'
}) {
  return <Element className={`k-stack k-gap-${gap}`}>{children}</Element>
}

/** Things beside each other; wraps when there is no room. */
export function Line({ gap = 2, apart = false, children }: { gap?: Gap; apart?: boolean; children: ReactNode }) {
  return <div className={classes('k-line', `k-gap-${gap}`, apart && 'k-apart')}>{children}</div>
}

export function Panel({ children, label }: { children: ReactNode; label?: string }) {
  return (
    <section className="k-panel" aria-label={label}>
      {children}
    </section>
  )
}

/** Small grey words: dates, counts, hints. */
export function Meta({ children }: { children: ReactNode }) {
  return <span className="k-meta">{children}</span>
}
