import { useEffect, useRef, useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { Icon } from '#web/kit/Icon.tsx'

const pauseMs = 250

/** `at`: where in the query, in UTF-16 units. */
export type QueryProblem = { message: string; at: number | undefined }

/** The field of the query language. It asks after a short pause; `error` is the server's plain sentence. */
export function QueryField(props: { value: string; onAsk: (query: string) => void; error: QueryProblem | undefined }) {
  const { value, onAsk, error } = props
  const t = useText('people')
  const [text, setText] = useState(value)
  const asked = useRef(value)
  /** Asked and not yet back as `value`, oldest first. */
  const underway = useRef<string[]>([])
  const latest = useRef((query: string) => onAsk(query))
  latest.current = query => {
    asked.current = query
    if (query !== value) underway.current.push(query)
    onAsk(query)
  }

  useEffect(() => {
    // One of ours that comes late is no wish of somebody else: what was typed since stays.
    const own = underway.current.indexOf(value)
    if (own >= 0) underway.current.splice(0, own + 1)
    else if (value !== asked.current) {
      underway.current = []
      asked.current = value
      setText(value)
    }
  }, [value])

  useEffect(() => {
    if (text === asked.current) return
    const timer = setTimeout(() => latest.current(text), pauseMs)
    return () => clearTimeout(timer)
  }, [text])

  return (
    <div className="p-query">
      <div className="p-query-field">
        <Icon name="search" size={16} />
        <input
          type="search"
          className="k-input"
          data-key-search=""
          aria-label={t('query.label')}
          placeholder={t('query.placeholder')}
          aria-describedby={error ? 'people-query-error' : 'people-query-hint'}
          aria-invalid={error !== undefined || undefined}
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={event => setText(event.target.value)}
          onKeyDown={event => {
            if (event.key === 'Enter') latest.current(text)
          }}
        />
      </div>
      <p
        id={error ? 'people-query-error' : 'people-query-hint'}
        className={error ? 'k-field-error' : 'k-meta p-hint'}
        role="status"
      >
        {error ? error.message : t('query.hint')}
      </p>
      {error?.at !== undefined && text === asked.current && <Pointer text={text} at={error.at} />}
    </div>
  )
}

const around = 24

/** The query around the place that is meant, with that place marked. */
function Pointer({ text, at }: { text: string; at: number }) {
  const from = Math.max(0, at - around)
  const rest = text.slice(at)
  const marked = /^(?:"[^"]*"?|[a-z-]+:"[^"]*"?|[()]|[^\s()]+)/i.exec(rest)?.[0] ?? rest.slice(0, 1)
  const after = rest.slice(marked.length, marked.length + around)
  return (
    <p className="p-pointer" aria-hidden="true">
      {from > 0 && '…'}
      {text.slice(from, at)}
      <mark>{marked === '' ? '␣' : marked}</mark>
      {after}
      {rest.length > marked.length + around && '…'}
    </p>
  )
}
