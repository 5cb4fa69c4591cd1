import { useState } from 'react'
import { useLanguage, useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { TextField } from '#web/kit/Fields.tsx'
import { searchGlossary, type Term, termPart } from '../model.ts'

/** The glossary of one tool, found by word or meaning. */
export function Lingo(props: {
  terms: readonly Term[]
  /** Parts that the workspace wrote. */
  written: readonly string[]
  mayWrite: boolean
  onWrite: (term: Term | undefined) => void
}) {
  const t = useText('tools')
  const { source } = useLanguage()
  const [typed, setTyped] = useState('')
  const found = searchGlossary(props.terms, typed)
  return (
    <section aria-labelledby="part-lingo">
      <div className="t-part-head" lang={source}>
        <h2 id="part-lingo" tabIndex={-1}>
          {t('part.lingo')}
        </h2>
        {props.mayWrite && (
          <Button size="row" look="quiet" onClick={() => props.onWrite(undefined)}>
            {t('add-term')}
          </Button>
        )}
      </div>
      <div lang={source}>
        <TextField
          type="search"
          label={t('search-here')}
          value={typed}
          onChange={event => setTyped(event.target.value)}
        />
      </div>
      {found.length === 0 && <p lang={source}>{t('none-found', { typed: typed.trim() })}</p>}
      <dl className="t-lingo">
        {found.map(entry => (
          <div key={entry.term}>
            <dt>
              <span lang="">{entry.term}</span>
              {entry.also && <span className="k-meta"> {entry.also.join(', ')}</span>}
            </dt>
            <dd>
              <span>{entry.meaning}</span>
              {entry.note && <span className="t-note"> {entry.note}</span>}
              {props.written.includes(termPart(entry.term)) && (
                <span className="k-meta" lang={source}>
                  {' '}
                  {t('own-words')}
                </span>
              )}
              {props.mayWrite && (
                <Button
                  size="row"
                  look="quiet"
                  aria-label={t('change-part', { part: entry.term })}
                  onClick={() => props.onWrite(entry)}
                >
                  {t('change')}
                </Button>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
