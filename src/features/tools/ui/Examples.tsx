import type { ToolId } from '#kernel/tools.ts'
import { useLanguage, useText } from '#web/i18n/i18n.ts'
import { classes } from '#web/kit/classes.ts'
import { Icon } from '#web/kit/Icon.tsx'
import { ToolMark } from '#web/kit/ToolMark.tsx'
import type { Example, Playbook } from '../model.ts'

/** Each was judged by the rules that judge the composer: what stands under "not yet" really gets that answer. */
export function Examples({ book, tool }: { book: Playbook; tool: ToolId }) {
  const t = useText('tools')
  const { source } = useLanguage()
  return (
    <section aria-labelledby="part-examples">
      <h2 id="part-examples" tabIndex={-1} lang={source}>
        {t('part.examples')}
      </h2>
      <h3 lang={source}>{t('part.introduce')}</h3>
      <List examples={book.introduce} tool={tool} />
      <h3 lang={source}>{t('part.do')}</h3>
      <List examples={book.examples} tool={tool} />
    </section>
  )
}

function List({ examples, tool }: { examples: readonly Example[]; tool: ToolId }) {
  const t = useText('tools')
  const { source } = useLanguage()
  return (
    <ul className="t-examples">
      {examples.map(example => (
        <li key={example.text} className={classes('t-example', example.breaks && 't-example-not')}>
          <p className="k-meta" lang={source}>
            <Icon name={example.breaks ? 'close' : 'check'} size={16} />{' '}
            {example.breaks ? t('not-like-this') : t('like-this')} · {t(`when.${example.when}`)}
          </p>
          {example.read && (
            <p className="t-read k-meta">
              <span lang={source}>{t('after-reading')}</span> “{example.read}”
            </p>
          )}
          <blockquote>
            <ToolMark tool={tool} /> <span>{example.text}</span>
          </blockquote>
          <p>{example.why}</p>
        </li>
      ))}
    </ul>
  )
}
