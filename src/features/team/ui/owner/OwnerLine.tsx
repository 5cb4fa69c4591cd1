import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import type { PersonPageWire } from '#features/people/wire.ts'
import { mayActAs } from '#kernel/roles.ts'
import { ask } from '#web/api/ask.ts'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { Icon } from '#web/kit/Icon.tsx'
import { Menu, type MenuEntry } from '#web/kit/Menu.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import type { PersonPart } from '#web/manifest.ts'
import type { TakeOverView, takeOverState } from '../../wire.ts'
import { colleaguesOf, ownQuery, teamQuery } from '../api.ts'
import '../team.css'

const personQuery = (id: string) =>
  queryOptions({ queryKey: ['person', id], queryFn: () => ask<PersonPageWire>(`/people/${id}`) })
const takeOversQuery = (id: string) =>
  queryOptions({
    queryKey: ['person', id, 'take-overs'],
    queryFn: async () => (await ask<{ asked: TakeOverView[] }>(`/people/${id}/take-overs`)).asked,
  })
const giveTo = (person: string, owner: string | null) => ask<null>(`/people/${person}`, 'PATCH', { owner })
const askFor = (person: string) => ask<null>(`/people/${person}/take-overs`, 'POST')
const answer = (id: string, state: z.infer<typeof takeOverState>['state']) =>
  ask<null>(`/take-overs/${id}/state`, 'PUT', { state })

/** Whose contact somebody is: taken when nobody's, given away by whose they are, and asked for by everybody else. */
export function OwnerLine({ person, name }: PersonPart) {
  const t = useText('team')
  const queries = useQueryClient()
  const { data } = useQuery(personQuery(person))
  const { data: me } = useQuery(ownQuery)
  const { data: members = [] } = useQuery(teamQuery)
  const { data: asked = [] } = useQuery(takeOversQuery(person))
  const act = useMutation({
    mutationFn: ({ work }: { work: () => Promise<unknown>; said: string; undo?: () => void }) => work(),
    onSuccess: (_, { said, undo }) => tell(said, undo),
    onError: error => tell(error.message),
    onSettled: () => void queries.invalidateQueries({ queryKey: ['person', person] }),
  })
  if (!data || !me || members.length === 0) return null
  const own = me.user.id
  const colleagues = colleaguesOf(members, own)
  const owner = members.find(each => each.id === data.owner)
  const isAnothers = owner !== undefined && owner.id !== own && colleagues.some(each => each.id === owner.id)
  const mayGive = me.may.includes('work-with-people') && (!isAnothers || mayActAs(me.user.role, 'admin'))
  const mine = asked.find(each => each.askedBy.id === own)
  const give = (to: string | null, said: string) =>
    act.mutate({
      work: () => giveTo(person, to),
      said,
      // What somebody gave away is the other's: only an admin takes it back alone.
      ...(to === own || to === null || mayActAs(me.user.role, 'admin')
        ? { undo: () => act.mutate({ work: () => giveTo(person, data.owner), said: t('owner.as-before', { name }) }) }
        : {}),
    })
  const entries: readonly MenuEntry[] = [
    ...colleagues.map(
      (each): MenuEntry => ({
        kind: 'item',
        key: each.id,
        label: each.id === own ? t('owner.me') : each.name,
        hint: each.id === data.owner ? <Icon name="check" size={16} /> : undefined,
        run: () =>
          give(each.id, each.id === own ? t('owner.is-yours', { name }) : t('owner.given', { name, to: each.name })),
      }),
    ),
    { kind: 'line', key: 'line' },
    { kind: 'item', key: 'nobody', label: t('owner.nobody'), run: () => give(null, t('owner.is-nobodys', { name })) },
  ]
  const whose =
    owner === undefined ? t('owner.none') : owner.id === own ? t('owner.yours') : t('owner.of', { name: owner.name })
  return (
    <div className="td-owner">
      <span className="k-meta">{t('owner.label')}</span>
      {mayGive ? (
        <Menu
          label={t('owner.change', { name })}
          entries={entries}
          target={
            <button type="button" className="k-button k-button-row" aria-label={t('owner.button', { whose, name })}>
              <bdi>{whose}</bdi> <Icon name="down" size={14} />
            </button>
          }
        />
      ) : (
        <bdi>{whose}</bdi>
      )}
      {isAnothers && !mayActAs(me.user.role, 'admin') && me.may.includes('work-with-people') && !mine && (
        <Button
          size="row"
          busy={act.isPending}
          onClick={() => act.mutate({ work: () => askFor(person), said: t('owner.was-asked', { name: owner.name }) })}
        >
          {t('owner.ask')}
        </Button>
      )}
      {mine && (
        <>
          <span className="k-meta">{t('owner.waits', { name: mine.owner.name })}</span>
          <Button
            size="row"
            look="quiet"
            onClick={() => act.mutate({ work: () => answer(mine.id, 'withdrawn'), said: t('owner.was-withdrawn') })}
          >
            {t('owner.withdraw')}
          </Button>
        </>
      )}
      {mayGive &&
        asked
          .filter(each => each.askedBy.id !== own)
          .map(each => (
            <span key={each.id} className="td-asked">
              <span>{t('owner.asks', { name: each.askedBy.name })}</span>
              <Button
                size="row"
                onClick={() =>
                  act.mutate({
                    work: () => answer(each.id, 'granted'),
                    said: t('owner.given', { name, to: each.askedBy.name }),
                  })
                }
              >
                {t('owner.grant', { name: each.askedBy.name })}
              </Button>
              <Button
                size="row"
                look="quiet"
                onClick={() =>
                  act.mutate({ work: () => answer(each.id, 'declined'), said: t('owner.was-kept', { name }) })
                }
              >
                {t('owner.keep')}
              </Button>
            </span>
          ))}
    </div>
  )
}
