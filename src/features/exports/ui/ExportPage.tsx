import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiError, api, take } from '#web/api/client.ts'
import { useText } from '#web/i18n/i18n.ts'
import { SelectField } from '#web/kit/Fields.tsx'
import { Page } from '#web/kit/Page.tsx'
import { ErrorState, RowSkeleton } from '#web/kit/States.tsx'
import './exports.css'

const listQuery = {
  queryKey: ['exports'],
  queryFn: () => take(api.GET('/api/v1/export')),
} as const

const peopleFormats = ['csv', 'vcard', 'json'] as const
const entityFormats = ['csv', 'json'] as const

/** Only admins may take everything; a recruiter sees the people alone. */
export function ExportPage() {
  const t = useText('exports')
  const list = useQuery(listQuery)
  const mayNot = list.error instanceof ApiError && list.error.status === 403
  return (
    <Page title={t('title')}>
      <div className="exports-page">
        <p>{t('words')}</p>
        <section>
          <h2>{t('people')}</h2>
          <p>{t('people-words')}</p>
          <div className="exports-ways">
            {peopleFormats.map(format => (
              <a key={format} className="k-button" href={`/api/v1/export/people?format=${format}`} download>
                {t(`people-${format}`)}
              </a>
            ))}
          </div>
        </section>
        {list.isPending && <RowSkeleton rows={2} />}
        {list.isError && !mayNot && <ErrorState detail={list.error.message} onRetry={() => void list.refetch()} />}
        {mayNot && <p className="k-meta">{t('admins')}</p>}
        {list.data && <Everything entities={list.data.entities} />}
      </div>
    </Page>
  )
}

function Everything({ entities }: { entities: readonly string[] }) {
  const t = useText('exports')
  const [entity, setEntity] = useState('person')
  return (
    <>
      <section>
        <h2>{t('everything')}</h2>
        <p>{t('everything-words')}</p>
        <div className="exports-ways">
          <a className="k-button" href="/api/v1/export/everything" download>
            {t('everything-get')}
          </a>
        </div>
      </section>
      <section>
        <h2>{t('one')}</h2>
        <p>{t('one-words')}</p>
        <SelectField
          label={t('kind')}
          choices={entities.map(name => ({ value: name, label: name }))}
          value={entity}
          onChange={event => setEntity(event.target.value)}
        />
        <div className="exports-ways">
          {entityFormats.map(format => (
            <a key={format} className="k-button" href={`/api/v1/export/entities/${entity}?format=${format}`} download>
              {t(`one-${format}`)}
            </a>
          ))}
        </div>
      </section>
    </>
  )
}
