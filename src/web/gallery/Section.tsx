import type { ReactNode } from 'react'

export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="g-section" data-section={title}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}
