import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useText } from '#web/i18n/i18n.ts'
import { CheckField, SelectField } from '#web/kit/Fields.tsx'
import { Line } from '#web/kit/Layout.tsx'
import { Notice } from '#web/kit/States.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import type { ChangeDigest, DigestWire, ListWire } from '../wire.ts'
import { changeDigest, digestQuery, listKeys, whyOf } from './queries.ts'

const monday = Date.UTC(2026, 0, 5)
const dayMs = 86_400_000

/** Once a week each reader learns which openings are new for them: by interest and place, and never when nothing is. */
export function Digest({ list, viewer }: { list: ListWire; viewer: string | undefined }) {
  const t = useText('broadcasts')
  const cache = useQueryClient()
  const { data } = useQuery(digestQuery(list.id))
  const change = useMutation({
    mutationFn: (given: ChangeDigest) => changeDigest(list.id, given),
    onError: error => tell(whyOf(error) ?? t('failed')),
    onSettled: () => cache.invalidateQueries({ queryKey: listKeys.all }),
  })
  if (!data) return null
  const lang = document.documentElement.lang
  const day = new Intl.DateTimeFormat(lang, { weekday: 'long', timeZone: 'UTC' })
  const hour = new Intl.DateTimeFormat(lang, { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' })
  const timezone = Intl.DateTimeFormat().resolvedOptions().timeZone
  return (
    <section aria-labelledby="l-digest">
      <h2 id="l-digest">{t('digest.title')}</h2>
      <p className="k-meta">{t('digest.words')}</p>
      <CheckField
        label={t('digest.on-jobs')}
        checked={data.onJobs}
        disabled={viewer !== undefined}
        onChange={event => change.mutate({ onJobs: event.target.checked })}
      />
      <CheckField
        label={t('digest.on')}
        checked={data.on}
        disabled={viewer !== undefined}
        onChange={event => change.mutate({ on: event.target.checked, timezone })}
      />
      {data.on && (
        <>
          <Line>
            <SelectField
              label={t('digest.day')}
              value={String(data.weekday)}
              choices={[1, 2, 3, 4, 5, 6, 7].map(value => ({
                value: String(value),
                label: day.format(monday + (value - 1) * dayMs),
              }))}
              disabled={viewer !== undefined}
              onChange={event => change.mutate({ weekday: Number(event.target.value), timezone })}
            />
            <SelectField
              label={t('digest.hour')}
              value={String(data.hour)}
              choices={Array.from({ length: 24 }, (_, value) => ({
                value: String(value),
                label: hour.format(monday + value * 3_600_000),
              }))}
              disabled={viewer !== undefined}
              onChange={event => change.mutate({ hour: Number(event.target.value), timezone })}
            />
          </Line>
          <Next digest={data} lang={lang} />
        </>
      )}
    </section>
  )
}

function Next({ digest, lang }: { digest: DigestWire; lang: string }) {
  const t = useText('broadcasts')
  const at = digest.nextAt
    ? new Intl.DateTimeFormat(lang, { dateStyle: 'full', timeStyle: 'short' }).format(new Date(String(digest.nextAt)))
    : ''
  const readers = digest.groups.reduce((sum, group) => sum + group.readers, 0)
  return (
    <>
      <p>{t('digest.next', { at })}</p>
      {digest.jobs.length === 0 ? (
        <p className="k-meta">{t('digest.nothing')}</p>
      ) : (
        <>
          <p>
            {t('digest.new', {
              jobs: t('digest.jobs', { count: digest.jobs.length }),
              readers: t('digest.readers', { count: readers }),
            })}
          </p>
          <ul className="l-rows">
            {digest.jobs.map(job => (
              <li key={job.url}>
                <a href={job.url} target="_blank" rel="noopener">
                  <bdi>{job.title}</bdi>
                </a>
                <span className="k-meta">
                  {job.interests.length > 0 ? job.interests.join(' · ') : t('digest.no-interest')}
                </span>
              </li>
            ))}
          </ul>
          {digest.first ? (
            <details>
              <summary>{t('digest.preview', { subject: digest.first.subject })}</summary>
              {/* Our own Markdown, made safe by the server. */}
              {/* biome-ignore lint/security/noDangerouslySetInnerHtml: the server's renderer lets no HTML through */}
              <div className="l-digest-preview" dir="auto" dangerouslySetInnerHTML={{ __html: digest.first.html }} />
            </details>
          ) : (
            <Notice>{t('digest.nobody')}</Notice>
          )}
        </>
      )}
    </>
  )
}
