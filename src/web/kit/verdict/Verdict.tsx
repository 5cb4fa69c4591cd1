import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { announce } from '../Announcer.tsx'
import { Button } from '../Button.tsx'
import { classes } from '../classes.ts'
import { Why, type WhyItem } from '../Why.tsx'
import { announceMs, useCalmVerdict, type VerdictLevel, type VerdictView } from './calm.ts'
import './verdict.css'

export type Override =
  | { kind: 'with-reason'; send: (reason: string) => void }
  | { kind: 'ask'; ask: () => void; asked: boolean }

export type ChecklistItem = { code: string; words: string; done: boolean }

const leastReason = 10

const glyphs: Readonly<Record<Exclude<VerdictLevel, 'allow'>, ReactNode>> = {
  warn: <path d="M8 2 14.5 13.5h-13z" strokeLinejoin="round" />,
  block: <path d="M8 1.75a6.25 6.25 0 1 0 0 12.5 6.25 6.25 0 0 0 0-12.5zM4.75 8h6.5" />,
  hard: <path d="M8 1.75a6.25 6.25 0 1 0 0 12.5 6.25 6.25 0 0 0 0-12.5zM5.7 5.7l4.6 4.6M10.3 5.7l-4.6 4.6" />,
}

/**
 * The etiquette verdict under a draft: silent when all is well, calm otherwise, always in the same place.
 * The reason carries `id`: marked words and Send point at it by `aria-describedby`.
 */
export function Verdict(props: {
  id: string
  view: VerdictView
  draft: string
  /** Set once the writer pressed a Send that could not go: then what is missing is said too, and focus comes here. */
  sendPressed?: boolean
  override?: Override | undefined
  checklist?: readonly ChecklistItem[]
  /** "55 of 400" of this tool's playbook. */
  length?: { used: number; limit: number } | undefined
  why?: { title: string; items: readonly WhyItem[] } | undefined
  /** What may stand here while there is nothing to say: hints, never above a reason. */
  hints?: ReactNode
  /** A warning can be put away for this draft. */
  onDismiss?: ((code: string) => void) | undefined
}) {
  const { id, view, draft, sendPressed = false, override, checklist = [], length, why, hints, onDismiss } = props
  const t = useText('shell')
  const shown = useCalmVerdict(view, draft, sendPressed)
  const [all, setAll] = useState(false)
  const slot = useRef<HTMLDivElement>(null)
  const [first, ...rest] = shown.reasons
  useVerdictVoice(shown, draft)

  useEffect(() => {
    if (sendPressed) slot.current?.querySelector<HTMLElement>('[data-reason]')?.focus()
  }, [sendPressed])

  return (
    <div className="k-verdict-slot" ref={slot}>
      {shown.verdict !== 'allow' && first && (
        <div className={classes('k-verdict', `k-verdict-${shown.verdict}`)}>
          <div className="k-verdict-head">
            <svg
              width="16"
              height="16"
              viewBox="0 0 16 16"
              fill="none"
              stroke="currentColor"
              strokeWidth="1.75"
              strokeLinecap="round"
              aria-hidden="true"
            >
              {glyphs[shown.verdict]}
            </svg>
            <p id={id} tabIndex={-1} data-reason="">
              <strong>{t(`verdict.${shown.verdict}`)}</strong> {first.message}
            </p>
            {why && <Why title={why.title} items={why.items} />}
          </div>
          {first.instead && <p className="k-verdict-instead">{t('verdict.instead', { instead: first.instead })}</p>}
          {rest.length > 0 && all && (
            <ul className="k-verdict-more">
              {rest.map(reason => (
                <li key={reason.code}>
                  {reason.message} {reason.instead && <span className="k-meta">{reason.instead}</span>}
                </li>
              ))}
            </ul>
          )}
          <VerdictActions
            view={shown}
            more={rest.length > 0 ? { count: rest.length, all, toggle: () => setAll(!all) } : undefined}
            override={shown.verdict === 'hard' ? undefined : override}
            onDismiss={onDismiss}
          />
        </div>
      )}
      {shown.verdict === 'allow' && hints}
      {(checklist.length > 0 || length) && (
        <div className="k-verdict-foot">
          <ul>
            {checklist.map(item => (
              <li key={item.code} className={item.done ? 'k-check-done' : undefined}>
                <span aria-hidden="true">{item.done ? '✓' : '○'}</span> {item.words}
                <span className="hush">{t(item.done ? 'verdict.done' : 'verdict.missing')}</span>
              </li>
            ))}
          </ul>
          {length && (
            <span className={length.used > length.limit ? 'k-length-over' : undefined}>
              {t('verdict.length', length)}
            </span>
          )}
        </div>
      )}
    </div>
  )
}

function VerdictActions(props: {
  view: VerdictView
  more: { count: number; all: boolean; toggle: () => void } | undefined
  override: Override | undefined
  onDismiss: ((code: string) => void) | undefined
}) {
  const { view, more, override, onDismiss } = props
  const t = useText('shell')
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const fieldId = useId()
  const short = reason.trim().length < leastReason
  const code = view.reasons[0]?.code
  return (
    <>
      <div className="k-verdict-actions">
        {view.next && (
          <Button size="row" look="filled" data-key-next="" aria-keyshortcuts="." onClick={view.next.run}>
            {view.next.label}
          </Button>
        )}
        {view.verdict === 'warn' && onDismiss && code !== undefined && (
          <Button size="row" look="quiet" onClick={() => onDismiss(code)}>
            {t('verdict.dismiss')}
          </Button>
        )}
        {view.verdict === 'block' && override?.kind === 'ask' && (
          <Button
            size="row"
            look="quiet"
            unavailable={override.asked ? t('verdict.asked') : undefined}
            onClick={override.ask}
          >
            {t('verdict.ask')}
          </Button>
        )}
        {view.verdict === 'block' && override?.kind === 'with-reason' && !open && (
          <Button size="row" look="quiet" aria-expanded={open} onClick={() => setOpen(true)}>
            {t('verdict.override')}
          </Button>
        )}
        {more && (
          <button type="button" className="k-why" aria-expanded={more.all} onClick={more.toggle}>
            {more.all ? t('verdict.fewer') : t('verdict.more', { count: more.count })}
          </button>
        )}
      </div>
      {view.verdict === 'block' && override?.kind === 'with-reason' && open && (
        <form
          className="k-verdict-override"
          onSubmit={event => {
            event.preventDefault()
            if (!short) override.send(reason.trim())
          }}
        >
          <label htmlFor={fieldId}>{t('verdict.override-label')}</label>
          <input
            id={fieldId}
            className="k-input"
            value={reason}
            // biome-ignore lint/a11y/noAutofocus: the field appears because its own button was pressed
            autoFocus
            onChange={event => setReason(event.target.value)}
            aria-describedby={`${fieldId}-note`}
          />
          <span id={`${fieldId}-note`} className="k-meta">
            {t('verdict.override-note')}
          </span>
          <div className="k-line">
            <Button
              type="submit"
              size="row"
              unavailable={short ? t('verdict.override-short', { least: leastReason }) : undefined}
            >
              {t('verdict.override')}
            </Button>
            <Button size="row" look="quiet" onClick={() => setOpen(false)}>
              {t('cancel')}
            </Button>
          </div>
        </form>
      )}
    </>
  )
}

/** Spoken one second after the last key, only when what is shown has changed. */
function useVerdictVoice(shown: VerdictView, draft: string): void {
  const t = useText('shell')
  const said = useRef<string>('allow')
  const first = shown.reasons[0]
  const key = shown.verdict === 'allow' ? 'allow' : `${shown.verdict}:${first?.code ?? ''}`
  const marked = shown.reasons.some(reason => reason.span)
  const sentence =
    shown.verdict === 'allow'
      ? t('verdict.fine')
      : `${t(`verdict.${shown.verdict}`)} ${first?.message ?? ''}${marked ? ` ${t('verdict.f8')}` : ''}`
  const latest = useRef(sentence)
  latest.current = sentence
  // biome-ignore lint/correctness/useExhaustiveDependencies: `draft` restarts the second at every key
  useEffect(() => {
    if (said.current === key) return
    const timer = setTimeout(() => {
      said.current = key
      announce(latest.current)
    }, announceMs)
    return () => clearTimeout(timer)
  }, [key, draft])
}
