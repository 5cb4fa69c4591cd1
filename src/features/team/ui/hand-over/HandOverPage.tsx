import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { Button, NextStep } from '#web/kit/Button.tsx'
import { CheckField, SelectField } from '#web/kit/Fields.tsx'
import { NumberText, TimeAgo } from '#web/kit/Figures.tsx'
import { Line, Stack } from '#web/kit/Layout.tsx'
import { Page } from '#web/kit/Page.tsx'
import { EmptyState, ErrorState, Notice, RowSkeleton } from '#web/kit/States.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { type HandOverPart, mayBeNobodys } from '../../model.ts'
import { colleaguesOf, ownQuery, teamQuery } from '../api.ts'
import { type HandOverView, handOver, handOverQuery, undoHandOver, type HandOverPage as Wire } from './api.ts'
import '../team.css'

/** What somebody has, to whom it goes, and what went already; each part can be taken back. */
export function HandOverPage() {
  const t = useText('team')
  const { userId = '' }: { userId?: string } = useParams({ strict: false })
  const { data, error, refetch } = useQuery(handOverQuery(userId))
  return (
    <Page title={data ? t('hand-over.title-of', { name: data.user.name }) : t('hand-over.title')}>
      {!data && (error ? <ErrorState detail={error.message} onRetry={() => void refetch()} /> : <RowSkeleton />)}
      {data && (
        <Stack gap={6}>
          {data.parts.length > 0 ? (
            <Give key={data.user.id} page={data} />
          ) : (
            <EmptyState title={t('hand-over.empty', { name: data.user.name })} />
          )}
          <Stays page={data} />
          {data.done.length > 0 && <Done done={data.done} />}
        </Stack>
      )}
    </Page>
  )
}

/** Marks of a part's own choice beside the ids of colleagues. */
const asAbove = 'as-above'
const nobody = 'nobody'
const leave = 'leave'

function Give({ page: { user, parts } }: { page: Wire }) {
  const t = useText('team')
  const queries = useQueryClient()
  const { data: me } = useQuery(ownQuery)
  const { data: members = [] } = useQuery(teamQuery)
  const [to, setTo] = useState<readonly string[]>([])
  const [own, setOwn] = useState<Partial<Record<HandOverPart, string>>>({})
  const undo = useUndo()
  const colleagues = colleaguesOf(members, me?.user.id).filter(each => each.id !== user.id)
  const chosen = colleagues.filter(each => to.includes(each.id)).map(each => each.id)
  const whoGets = (part: HandOverPart): typeof chosen | undefined => {
    const choice = own[part] ?? asAbove
    if (choice === leave) return undefined
    if (choice === nobody) return []
    return choice === asAbove ? chosen : colleagues.filter(each => each.id === choice).map(each => each.id)
  }
  const orders = parts.flatMap(({ part, count }) => {
    const get = whoGets(part)
    return get === undefined ? [] : [{ part, to: get, count }]
  })
  const isOpen = orders.some(order => order.to.length === 0 && own[order.part] !== nobody)
  const sum = orders.reduce((all, order) => all + order.count, 0)
  const give = useMutation({
    mutationFn: () =>
      handOver(
        user.id,
        orders.map(({ part, to: get }) => ({ part, to: get })),
      ),
    onSuccess: ({ moved, handOvers }) => tell(t('hand-over.done', { count: moved }), () => undo.mutate(handOvers)),
    onSettled: () => queries.invalidateQueries(),
  })
  const missing =
    colleagues.length === 0
      ? t('hand-over.alone')
      : orders.length === 0
        ? t('hand-over.nothing')
        : isOpen
          ? t('hand-over.whom-first')
          : undefined
  return (
    <section className="td-part" aria-labelledby="hand-over-give">
      <h2 id="hand-over-give">{t('hand-over.whom')}</h2>
      <p>{t('hand-over.about')}</p>
      <fieldset className="td-colleagues">
        <legend className="hush">{t('hand-over.whom')}</legend>
        {colleagues.map(each => (
          <CheckField
            key={each.id}
            label={<bdi>{each.id === me?.user.id ? t('todo.me', { name: each.name }) : each.name}</bdi>}
            checked={to.includes(each.id)}
            onChange={event => setTo(event.target.checked ? [...to, each.id] : to.filter(id => id !== each.id))}
          />
        ))}
        {colleagues.length === 0 && <p className="k-meta">{t('hand-over.alone')}</p>}
      </fieldset>
      {chosen.length > 1 && <p className="k-meta">{t('hand-over.dealt')}</p>}
      <ul className="td-framed">
        {parts.map(({ part, count }) => (
          <li key={part} className="td-given">
            <span>
              <NumberText value={count} /> {t(`hand-over.part.${part}`, { count })}
              {part === 'messages' && <span className="k-meta"> {t('hand-over.messages-wait')}</span>}
              {part === 'connections' && <span className="k-meta"> {t('hand-over.connections-go-on')}</span>}
            </span>
            <SelectField
              label={t('hand-over.to', { what: t(`hand-over.part.${part}`, { count: 2 }) })}
              value={own[part] ?? asAbove}
              choices={[
                { value: asAbove, label: t('hand-over.as-above') },
                ...colleagues.map(each => ({ value: each.id, label: each.name })),
                ...(mayBeNobodys.includes(part) ? [{ value: nobody, label: t('hand-over.nobody') }] : []),
                { value: leave, label: t('hand-over.leave') },
              ]}
              onChange={event => setOwn({ ...own, [part]: event.target.value })}
            />
          </li>
        ))}
      </ul>
      {give.error && <Notice tone="block">{give.error.message}</Notice>}
      <Line>
        <NextStep busy={give.isPending} unavailable={missing} onClick={() => give.mutate()}>
          {t('hand-over.do', { count: sum })}
        </NextStep>
      </Line>
    </section>
  )
}

/** What can't be handed over is said, with what to do instead. */
function Stays({ page: { user, stays } }: { page: Wire }) {
  const t = useText('team')
  const kinds = (['byHand', 'tokens', 'reach'] as const).filter(kind => stays[kind] > 0)
  return (
    <section className="td-part" aria-labelledby="hand-over-stays">
      <h2 id="hand-over-stays">{t('hand-over.stays', { name: user.name })}</h2>
      <ul className="td-framed">
        {kinds.map(kind => (
          <li key={kind} className="td-given">
            <span>{t(`hand-over.stay.${kind}`, { count: stays[kind] })}</span>
          </li>
        ))}
        <li className="td-given">
          <span>{t('hand-over.stay.sign-in')}</span>
        </li>
      </ul>
    </section>
  )
}

function useUndo() {
  const t = useText('team')
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (ids: readonly string[]) => {
      let kept = 0
      let returned = 0
      for (const id of ids) {
        const undone = await undoHandOver(id)
        kept += undone.kept
        returned += undone.returned
      }
      return { kept, returned }
    },
    onSuccess: ({ kept, returned }) =>
      tell(
        [t('hand-over.returned', { count: returned }), kept > 0 ? t('hand-over.kept', { count: kept }) : '']
          .filter(Boolean)
          .join(' '),
      ),
    onError: error => tell(error.message),
    onSettled: () => queries.invalidateQueries(),
  })
}

function Done({ done }: { done: readonly HandOverView[] }) {
  const t = useText('team')
  const undo = useUndo()
  return (
    <section className="td-part" aria-labelledby="hand-over-done">
      <h2 id="hand-over-done">{t('hand-over.before')}</h2>
      <ul className="td-framed">
        {done.map(each => (
          <li key={each.id} className="td-given">
            <span>
              <NumberText value={each.count} /> {t(`hand-over.part.${each.part}`, { count: each.count })}{' '}
              {each.to ? t('hand-over.went-to', { name: each.to.name }) : t('hand-over.went-to-nobody')}{' '}
              <span className="k-meta">
                {each.by} · <TimeAgo at={each.at} />
              </span>
            </span>
            {each.undoneAt ? (
              <span className="k-meta">{t('hand-over.was-undone')}</span>
            ) : (
              <Button size="row" busy={undo.isPending} onClick={() => undo.mutate([each.id])}>
                {t('hand-over.undo')}
                <span className="hush"> {t(`hand-over.part.${each.part}`, { count: each.count })}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
