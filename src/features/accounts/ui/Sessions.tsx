import { useQuery, useQueryClient } from '@tanstack/react-query'
import { api, done, take } from '#web/api/client.ts'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { TimeAgo } from '#web/kit/Figures.tsx'
import { ErrorState, RowSkeleton } from '#web/kit/States.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { Refused } from './Form.tsx'
import { sessionsQuery } from './queries.ts'
import { refusalWords, useSubmit } from './submit.ts'

export function Sessions() {
  const t = useText('accounts')
  const cache = useQueryClient()
  const sessions = useQuery(sessionsQuery)
  const fresh = () => cache.invalidateQueries({ queryKey: sessionsQuery.queryKey })
  const end = useSubmit(
    (session: string) => done(api.DELETE('/api/v1/me/sessions/{session}', { params: { path: { session } } })),
    fresh,
  )
  const endOthers = useSubmit(
    () => take(api.POST('/api/v1/me/sessions/revoke-others')),
    async ({ ended }) => {
      await fresh()
      tell(t('sessions.ended', { count: ended }))
    },
  )
  const list = sessions.data?.sessions ?? []
  return (
    <section className="accounts-part">
      <h2>{t('sessions.title')}</h2>
      {sessions.isPending && <RowSkeleton rows={2} />}
      {sessions.isError && (
        <ErrorState detail={refusalWords(t, sessions.error)} onRetry={() => void sessions.refetch()} />
      )}
      {list.length > 0 && (
        <ul className="accounts-rows">
          {list.map(session => (
            <li key={session.id}>
              <div>
                <strong>{session.device}</strong>
                <span className="k-meta">
                  {session.address} · <TimeAgo at={session.lastSeenAt} />
                </span>
              </div>
              {session.current ? (
                <span className="k-meta">{t('sessions.this')}</span>
              ) : (
                <Button
                  size="row"
                  onClick={() => end.run(session.id)}
                  aria-label={t('sessions.end-of', { device: session.device })}
                >
                  {t('sessions.end')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      <Refused words={end.refused ?? endOthers.refused} />
      {list.length > 1 && (
        <div className="k-line">
          <Button busy={endOthers.busy} onClick={() => endOthers.run()}>
            {t('sessions.end-others')}
          </Button>
        </div>
      )}
    </section>
  )
}
