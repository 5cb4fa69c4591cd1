// biome-ignore-all lint/a11y/noSvgWithoutTitle: named by aria-label, or hidden beside its word
import type { ReactNode } from 'react'
import { getTool } from '#features/tools/model.ts'
import type { ToolId, ToolKind } from '#kernel/tools.ts'
import './marks.css'

/** Kinds differ in outline, so grey print still tells them: bubble, page, half and half, pennant. */
const outlines: Readonly<Record<ToolKind, ReactNode>> = {
  messaging: <path d="M4 1h12a3 3 0 0 1 3 3v8a3 3 0 0 1-3 3H9l-4.5 4.2V15H4a3 3 0 0 1-3-3V4a3 3 0 0 1 3-3z" />,
  sourcing: <path d="M2.5.75h11.5l4.5 4.5v14h-16a1 1 0 0 1-1-1V1.75a1 1 0 0 1 1-1z" />,
  mixed: <path d="M4 .75h10.5l4.5 4.5v14H10.5V15H9l-4.5 4.2V15H4a3 3 0 0 1-3-3V3.75a3 3 0 0 1 3-3z" />,
  broadcast: <path d="M1 .75h18.5L17 8l2.5 7.25H3v4H1z" />,
}

/** A tool at 20 px: its kind's shape and colour, two letters, its full name for everyone who can't see them. */
export function ToolMark({ tool, word = false, size = 20 }: { tool: ToolId; word?: boolean; size?: number }) {
  const { label, mark, kind } = getTool(tool)
  return (
    <span className="k-tool" title={word ? undefined : label}>
      <svg
        width={size}
        height={size}
        viewBox="0 0 20 20"
        {...(word ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
      >
        <g className={`k-kind-${kind}`}>{outlines[kind]}</g>
        <text
          x={kind === 'broadcast' ? 9.2 : 10}
          y="11"
          textLength={/[IJ]/.test(mark) ? 8.5 : 11}
          lengthAdjust="spacingAndGlyphs"
        >
          {mark}
        </text>
      </svg>
      {word && <span>{label}</span>}
    </span>
  )
}
