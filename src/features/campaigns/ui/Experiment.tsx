import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { ask } from '#web/api/ask.ts'
import { useLanguage, useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { NumberText, TimeAgo } from '#web/kit/Figures.tsx'
import { Line } from '#web/kit/Layout.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import type { ExperimentWire, PageView } from '../wire.ts'

const experimentQuery = (page: string) =>
  queryOptions({ queryKey: ['pages', page, 'test'], queryFn: () => ask<ExperimentWire>(`/pages/${page}/test`) })

/** Two versions of the page by turns, and what may honestly be said of them. */
export function Experiment({ page, flush }: { page: PageView; flush: () => Promise<void> }) {
  const t = useText('campaigns')
  const cache = useQueryClient()
  const { data } = useQuery(experimentQuery(page.id))
  const act = useMutation({
    mutationFn: async (work: () => Promise<unknown>) => {
      await flush()
      await work()
    },
    onError: error => tell(error.message),
    onSettled: () => cache.invalidateQueries({ queryKey: ['pages'] }),
  })
  const start = () => act.mutate(() => ask(`/pages/${page.id}/test`, 'POST'))
  const keep = (which: 'a' | 'b') =>
    act.mutate(async () => {
      await ask(`/pages/${page.id}/test/keep`, 'POST', { keep: which })
      tell(t(`test.kept-${which}`))
    })
  if (!data || page.publishedAt === null) return null
  const { test } = data
  if (!test)
    return page.changed ? (
      <details className="pages-test">
        <summary>{t('test.offer')}</summary>
        <p>{t('test.words')}</p>
        <Line>
          <Button busy={act.isPending} onClick={start}>
            {t('test.start')}
          </Button>
        </Line>
      </details>
    ) : null
  return (
    <section className="k-panel pages-test" aria-labelledby="page-test">
      <h2 id="page-test">{t('test.title')}</h2>
      <p className="k-meta">
        {t('test.since')} <TimeAgo at={String(test.startedAt)} />
      </p>
      <div className="pages-test-scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('test.version')}</th>
              <th scope="col">{t('test.visits')}</th>
              <th scope="col">{t('test.chats')}</th>
              <th scope="col">{t('test.subscribes')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {(['a', 'b'] as const).map(which => (
              <tr key={which}>
                <th scope="row">{t(`test.${which}`)}</th>
                <td>
                  <NumberText value={test[which].visits} />
                </td>
                <td>
                  <NumberText value={test[which].chats} />
                </td>
                <td>
                  <NumberText value={test[which].subscribes} />
                </td>
                <td>
                  <Button
                    size="row"
                    busy={act.isPending}
                    aria-label={t('test.keep-named', { version: t(`test.${which}`) })}
                    onClick={() => keep(which)}
                  >
                    {t('test.keep')}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p>
        <Said verdict={test.verdict} />
      </p>
    </section>
  )
}

function Said({ verdict }: { verdict: NonNullable<ExperimentWire['test']>['verdict'] }) {
  const t = useText('campaigns')
  const { formats } = useLanguage()
  const points = new Intl.NumberFormat(formats, { maximumFractionDigits: 1, signDisplay: 'exceptZero' })
  const plain = new Intl.NumberFormat(formats, { maximumFractionDigits: 1 })
  const more = (visits: number | null) =>
    visits === null ? t('test.never') : t('test.more', { visits: new Intl.NumberFormat(formats).format(visits) })
  switch (verdict.kind) {
    case 'too-few':
      return `${t('test.too-few')} ${more(verdict.moreVisits)}`
    case 'unclear': {
      const range = { low: points.format(verdict.low * 100), high: points.format(verdict.high * 100) }
      return `${t('test.unclear', range)} ${more(verdict.moreVisits)}`
    }
    case 'better': {
      const bounds = [Math.abs(verdict.low), Math.abs(verdict.high)].toSorted((a, b) => a - b)
      const [low = 0, high = 0] = bounds.map(share => share * 100)
      return t('test.better', {
        version: t(`test.${verdict.which}`),
        low: plain.format(low),
        high: plain.format(high),
      })
    }
  }
}
