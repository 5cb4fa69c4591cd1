import type { ReactNode } from 'react'
import type { Stage } from '#features/relationships/model.ts'
import { useText } from '#web/i18n/i18n.ts'
import { classes } from './classes.ts'
import './marks.css'

const line = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.5 } as const
const solid = { fill: 'currentColor', stroke: 'currentColor', strokeWidth: 1.5 } as const

/** Circles: they don't know you. Diamonds: they do. Squares: you talk. */
const glyphs: Readonly<Record<Stage, ReactNode>> = {
  found: <circle cx="8" cy="8" r="5.25" {...line} />,
  read: (
    <>
      <circle cx="8" cy="8" r="5.25" {...line} />
      <path d="M8 8V2.75A5.25 5.25 0 0 1 13.25 8z" fill="currentColor" />
    </>
  ),
  engaged: (
    <>
      <circle cx="8" cy="8" r="5.25" {...line} />
      <path d="M8 2.75a5.25 5.25 0 0 1 0 10.5z" fill="currentColor" />
    </>
  ),
  acknowledged: <path d="M8 1.75 14.25 8 8 14.25 1.75 8z" strokeLinejoin="round" {...line} />,
  connected: <path d="M8 1.75 14.25 8 8 14.25 1.75 8z" strokeLinejoin="round" {...solid} />,
  introduced: <rect x="2.75" y="2.75" width="10.5" height="10.5" rx="1" {...line} />,
  interested: (
    <>
      <rect x="2.75" y="2.75" width="10.5" height="10.5" rx="1" {...line} />
      <rect x="5.5" y="5.5" width="5" height="5" fill="currentColor" />
    </>
  ),
  candidate: <rect x="2.75" y="2.75" width="10.5" height="10.5" rx="1" {...solid} />,
  referrer: (
    <path d="M3.5 12.5 12 4M5.5 3.5h7v7" strokeLinecap="round" strokeLinejoin="round" {...line} strokeWidth={2} />
  ),
  passive: <path d="M5.5 3v10M10.5 3v10" strokeLinecap="round" {...line} strokeWidth={2} />,
  declined: <path d="M12 3 4 13" strokeLinecap="round" {...line} strokeWidth={2} />,
  'do-not-contact': <path d="M5.2 1.75h5.6l3.45 3.45v5.6l-3.45 3.45H5.2L1.75 10.8V5.2z" {...solid} />,
}

const names: Readonly<Record<Stage, string>> = {
  found: 'st-found',
  read: 'st-read',
  engaged: 'st-engaged',
  acknowledged: 'st-acknowledged',
  connected: 'st-connected',
  introduced: 'st-introduced',
  interested: 'st-interested',
  candidate: 'st-candidate',
  referrer: 'st-referrer',
  passive: 'st-passive',
  declined: 'st-declined',
  'do-not-contact': 'st-dnc',
}

/** Glyph, word and colour of a stage. `word={false}` hides the word from the eye only. */
export function StageMark({ stage, word = true, size = 14 }: { stage: Stage; word?: boolean; size?: number }) {
  const t = useText('shell')
  return (
    <span className={classes('k-stage', `k-${names[stage]}`)} title={word ? undefined : t(`stage.${stage}`)}>
      <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
        {glyphs[stage]}
      </svg>
      <span className={word ? undefined : 'hush'}>{t(`stage.${stage}`)}</span>
    </span>
  )
}
