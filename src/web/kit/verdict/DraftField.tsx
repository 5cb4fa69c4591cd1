import { type ComponentProps, useRef } from 'react'
import { useKey } from '#web/keyboard/registry.ts'
import type { VerdictReason } from './calm.ts'
import './verdict.css'

type Piece = { text: string; marked: boolean; at: number }

/** The draft cut at the marked spans; spans may overlap or lie outside of a text that has just changed. */
export function cutAtSpans(text: string, spans: readonly { start: number; end: number }[]): readonly Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const start = Math.max(at, Math.min(span.start, text.length))
    const end = Math.min(span.end, text.length)
    if (end <= start) continue
    if (start > at) pieces.push({ text: text.slice(at, start), marked: false, at })
    pieces.push({ text: text.slice(start, end), marked: true, at: start })
    at = end
  }
  if (at < text.length) pieces.push({ text: text.slice(at), marked: false, at })
  return pieces
}

/**
 * The field a message is written in. Words that a rule speaks of get a dotted underline (a mirror behind the field draws it),
 * and F8 goes from one to the next.
 */
export function DraftField(
  props: Omit<ComponentProps<'textarea'>, 'value' | 'onChange' | 'ref'> & {
    value: string
    onWrite: (value: string) => void
    label: string
    reasons: readonly VerdictReason[]
    /** The id given to Verdict. */
    verdictId: string
  },
) {
  const { value, onWrite, label, reasons, verdictId, ...rest } = props
  const field = useRef<HTMLTextAreaElement>(null)
  const home = useRef<HTMLDivElement>(null)
  const mirror = useRef<HTMLDivElement>(null)
  const spans = reasons.flatMap(reason => (reason.span ? [reason.span] : []))
  useKey(
    'composer-marked',
    () => {
      const area = field.current
      if (!area || spans.length === 0) return false
      const sorted = [...spans].sort((a, b) => a.start - b.start)
      const after = document.activeElement === area ? area.selectionStart : -1
      const target = sorted.find(span => span.start > after) ?? sorted[0]
      if (!target) return false
      area.focus()
      area.setSelectionRange(target.start, target.end)
      return true
    },
    { typing: true, enabled: spans.length > 0 },
  )
  return (
    <div className="k-draft" ref={home}>
      <div className="k-draft-mirror" ref={mirror} aria-hidden="true">
        {cutAtSpans(value, spans).map(piece =>
          piece.marked ? <mark key={piece.at}>{piece.text}</mark> : <span key={piece.at}>{piece.text}</span>,
        )}{' '}
      </div>
      <textarea
        rows={2}
        {...rest}
        ref={field}
        className="k-draft-field"
        aria-label={label}
        aria-describedby={spans.length > 0 ? verdictId : undefined}
        value={value}
        onChange={event => onWrite(event.target.value)}
        onScroll={event => {
          if (mirror.current) mirror.current.scrollTop = event.currentTarget.scrollTop
        }}
      />
    </div>
  )
}
