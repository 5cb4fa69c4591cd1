import type { ToolId } from '#kernel/tools.ts'
import { useLanguage, useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { CheckField } from '#web/kit/Fields.tsx'
import { type Playbook, progressOf } from '../model.ts'
import { Meter } from './Meter.tsx'
import { useQuiet, useTick } from './queries.ts'

/** The recruiter's own; nobody else's ticks are seen here. */
export function Checklist(props: { tool: ToolId; book: Playbook; ticks: readonly string[]; quiet: readonly string[] }) {
  const { tool, book, ticks, quiet } = props
  const t = useText('tools')
  const { source } = useLanguage()
  const tick = useTick()
  const hush = useQuiet()
  const progress = progressOf(book, ticks)
  return (
    <section aria-labelledby="part-checklist">
      <div className="t-part-head" lang={source}>
        <h2 id="part-checklist" tabIndex={-1}>
          {t('part.checklist')}
        </h2>
        <Meter {...progress} />
      </div>
      <div className="t-checklist">
        {book.checklist.map(item => (
          <CheckField
            key={item.id}
            label={item.text}
            checked={ticks.includes(item.id)}
            onChange={event => tick({ tool, item: item.id, done: event.target.checked })}
          />
        ))}
      </div>
      {quiet.length > 0 && (
        <div lang={source}>
          <h3>{t('quiet-hints')}</h3>
          <ul className="t-quiet">
            {quiet.map(hint => (
              <li key={hint}>
                {t(`hint.${hint}`)}{' '}
                <Button size="row" look="quiet" onClick={() => hush({ tool, hint, quiet: false })}>
                  {t('hint-again')}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  )
}
