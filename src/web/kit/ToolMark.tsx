// biome-ignore-all lint/a11y/noSvgWithoutTitle: named by aria-label, or hidden beside its word
import type { ReactNode } from 'react'
import { getTool } from '#features/tools/model.ts'
import type { ToolId, ToolKind } from '#kernel/tools.ts'
import './marks.css'

/** Kinds differ in outline, so grey print still tells them: bubble, page, half and half, pennant. */
const outlines: Readonly<Record<ToolKind, ReactNode>> = {
  messaging: <path d="M4 1h12a3 3 0 0 1 3 3v8a3 3 0 0 1-3 3H9l-4.5 4.2V15H4a3 3 0 0 1-3-3V4a3 3 0 0 1 3-3z" />,
  sourcing: <path d="M3 .75h10.5L18 5.25V19.25H3a1 1 0 0 1-1-1V1.75a1 1 0 0 1 1-1z" />,
  mixed: <path d="M4 1h9.5L18 5.5v13.75h-8V15H8.8l-4.3 4.2V15H4a3 3 0 0 1-3-3V4a3 3 0 0 1 3-3z" />,
  broadcast: <path d="M1.5.75h17.75L16.5 8l2.75 7.25H3.5v4h-2z" />,
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
        <text x="10" y="11.2">
          {mark}
        </text>
      </svg>
      {word && <span>{label}</span>}
    </span>
  )
}
