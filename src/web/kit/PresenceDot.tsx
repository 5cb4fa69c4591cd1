// biome-ignore-all lint/a11y/noSvgWithoutTitle: named by aria-label, or hidden beside its word
import type { ReactNode } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import './marks.css'

export type Presence = 'online' | 'away' | 'off' | 'visitor'

const shapes: Readonly<Record<Presence, ReactNode>> = {
  online: <circle cx="5" cy="5" r="4" fill="currentColor" />,
  away: (
    <>
      <circle cx="5" cy="5" r="3.4" fill="none" stroke="currentColor" strokeWidth="1.3" />
      <path d="M5 1.6a3.4 3.4 0 0 0 0 6.8z" fill="currentColor" />
    </>
  ),
  off: <circle cx="5" cy="5" r="3.4" fill="none" stroke="currentColor" strokeWidth="1.3" />,
  visitor: <path d="M2 1v8l6.5-4z" fill="currentColor" />,
}

export function PresenceDot({ presence, word = false }: { presence: Presence; word?: boolean }) {
  const t = useText('shell')
  const name = t(`presence.${presence}`)
  return (
    <span className={`k-presence k-presence-${presence}`} title={word ? undefined : name}>
      <svg
        width="10"
        height="10"
        viewBox="0 0 10 10"
        {...(word ? { 'aria-hidden': true } : { role: 'img', 'aria-label': name })}
      >
        {shapes[presence]}
      </svg>
      {word && <span>{name}</span>}
    </span>
  )
}
