import { useState } from 'react'
import { useLanguage, useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { TimeAgo } from '#web/kit/Figures.tsx'
import type { GroupPageWire } from '../wire.ts'
import { NormsSheet } from './NormsSheet.tsx'
import { jobWords, languageName } from './norm-words.ts'

/** What holds there and who says so, with the words that do; and how the share of promotion stands against its limit. */
export function NormsPart({ page, viewer }: { page: GroupPageWire; viewer: string | undefined }) {
  const t = useText('groups')
  const { formats } = useLanguage()
  const [editing, setEditing] = useState(false)
  const { jobs, promotion, language } = page.group.norms
  const lines = [
    { key: 'jobs', said: jobs, words: jobWords(t, jobs.value, formats) },
    { key: 'promotion', said: promotion, words: t(`promotion.${promotion.value}`) },
    {
      key: 'language',
      said: language,
      words: language.value === null ? t('norms.any-language') : languageName(language.value, formats),
    },
  ]
  const percent = (share: number) => new Intl.NumberFormat(formats, { style: 'percent' }).format(share)
  return (
    <section aria-labelledby="g-norms">
      <div className="g-head">
        <h2 id="g-norms">{t('norms.title')}</h2>
        <Button size="row" unavailable={viewer} onClick={() => setEditing(true)}>
          {t('norms.edit')}
        </Button>
      </div>
      {(page.rules ?? page.topic) && (
        <blockquote className="g-rules" dir="auto">
          {page.rules ?? page.topic}
        </blockquote>
      )}
      <dl className="g-norms">
        {lines.map(({ key, said, words }) => (
          <div key={key}>
            <dt>{t(`norms.${key}`)}</dt>
            <dd>
              {words} {said.from !== 'nobody' && <span className="k-meta">{t(`norms.from.${said.from}`)}</span>}
              {said.words !== null && (
                <q dir="auto" className="k-meta">
                  {said.words}
                </q>
              )}
            </dd>
          </div>
        ))}
        <div>
          <dt>{t('norms.share')}</dt>
          <dd>
            {page.promoShare === null
              ? t('norms.share-unknown')
              : t(page.promoShare > page.promoLimit ? 'norms.share-over' : 'norms.share-under', {
                  share: percent(page.promoShare),
                  limit: percent(page.promoLimit),
                })}
          </dd>
        </div>
      </dl>
      {page.normsBy && page.normsAt && (
        <p className="k-meta">
          {t('norms.by', { name: page.normsBy })} <TimeAgo at={String(page.normsAt)} />
        </p>
      )}
      {editing && <NormsSheet page={page} onClose={() => setEditing(false)} />}
    </section>
  )
}
