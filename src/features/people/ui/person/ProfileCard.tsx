import { useMutation, useQueryClient } from '@tanstack/react-query'
import { lawfulBases } from '#features/people/model.ts'
import { useText } from '#web/i18n/i18n.ts'
import { TimeAgo } from '#web/kit/Figures.tsx'
import { Icon } from '#web/kit/Icon.tsx'
import { Line, Meta } from '#web/kit/Layout.tsx'
import { Menu } from '#web/kit/Menu.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { ToolMark } from '#web/kit/ToolMark.tsx'
import {
  addProfile,
  changeProfile,
  type PersonPageWire,
  type ProfileWire,
  removeProfile,
  splitPerson,
  undoMove,
} from '../api.ts'
import { keys } from '../keys.ts'

const isBasis = (text: string): text is (typeof lawfulBases)[number] => lawfulBases.some(basis => basis === text)

/** One account: its page, how much it tells, where it came from and by what right it is kept. */
export function ProfileCard({ person, profile }: { person: PersonPageWire; profile: ProfileWire }) {
  const t = useText('people')
  const queries = useQueryClient()
  const refresh = () => void queries.invalidateQueries({ queryKey: keys.person(person.id) })
  const act = useMutation({
    mutationFn: (work: () => Promise<unknown>) => work(),
    onSettled: refresh,
    onError: error => tell(error.message),
  })
  const basis = (to: string) => {
    const was = profile.lawfulBasis
    const set = (value: string) =>
      isBasis(value) && act.mutate(() => changeProfile(person.id, profile.id, { lawfulBasis: value }))
    set(to)
    tell(t('basis-set', { basis: t(`basis.${to}`) }), () => set(was))
  }
  const split = () =>
    act.mutate(async () => {
      const { id } = await splitPerson(person.id, [profile.id])
      tell(t('split-done'), () => act.mutate(() => undoMove(id)))
    })
  const remove = () =>
    act.mutate(async () => {
      await removeProfile(person.id, profile.id)
      const again = profile.url ?? profile.handle
      tell(
        t('profile.removed'),
        again === null ? undefined : () => act.mutate(() => addProfile(person.id, backOf(profile, again))),
      )
    })
  const only = person.profiles.length < 2 ? t('profile.only-one') : undefined
  return (
    <article className="p-card">
      <Line apart>
        <ToolMark tool={profile.tool} word />
        <Menu
          label={t('profile.more')}
          target={
            <button
              type="button"
              className="k-icon-button"
              aria-label={t('profile.more-of', { handle: profile.handle ?? profile.displayName ?? '' })}
            >
              <Icon name="more" />
            </button>
          }
          entries={[
            { kind: 'heading', key: 'basis', label: t('basis.title') },
            ...lawfulBases.map(each => ({
              kind: 'item' as const,
              key: each,
              label: t(`basis.${each}`),
              hint: each === profile.lawfulBasis && <Icon name="check" size={14} />,
              run: () => basis(each),
            })),
            { kind: 'line', key: 'line' },
            { kind: 'item', key: 'split', label: t('split'), run: split, ...(only ? { unavailable: only } : {}) },
            { kind: 'item', key: 'remove', label: t('profile.remove'), run: remove, danger: true },
          ]}
        />
      </Line>
      <p className="p-handle">
        {profile.url ? (
          <a href={profile.url} target="_blank" rel="noopener noreferrer">
            <bdi>{profile.handle ?? profile.url}</bdi>
          </a>
        ) : (
          <bdi>{profile.handle ?? profile.displayName}</bdi>
        )}
      </p>
      <dl className="p-small">
        <div>
          <dt>{t('profile.depth')}</dt>
          <dd>{t(`depth.${profile.depthWord}`)}</dd>
        </div>
        <div>
          <dt>{t('profile.source')}</dt>
          <dd>{profile.source}</dd>
        </div>
        <div>
          <dt>{t('basis.title')}</dt>
          <dd>{isBasis(profile.lawfulBasis) ? t(`basis.${profile.lawfulBasis}`) : profile.lawfulBasis}</dd>
        </div>
        <div>
          <dt>{t('profile.collected')}</dt>
          <dd>
            <TimeAgo at={profile.collectedAt} />
          </dd>
        </div>
      </dl>
      {profile.facts.positions && profile.facts.positions.length > 0 && (
        <details className="p-positions">
          <summary>{t('profile.positions', { count: profile.facts.positions.length })}</summary>
          <ul>
            {profile.facts.positions.map(position => (
              <li key={`${position.title}${position.organisation}${position.startedOn}`}>
                {[position.title, position.organisation].filter(Boolean).join(', ')}{' '}
                <Meta>
                  {[position.startedOn, position.current ? t('now') : position.finishedOn].filter(Boolean).join(' – ')}
                </Meta>
              </li>
            ))}
          </ul>
        </details>
      )}
    </article>
  )
}

const backOf = (profile: ProfileWire, address: string) => ({
  address,
  tool: profile.tool,
  facts: profile.facts,
  ...(profile.displayName === null ? {} : { displayName: profile.displayName }),
  ...(profile.headline === null ? {} : { headline: profile.headline }),
  ...(profile.summary === null ? {} : { summary: profile.summary }),
  ...(profile.place === null ? {} : { place: profile.place }),
  ...(isBasis(profile.lawfulBasis) ? { lawfulBasis: profile.lawfulBasis } : {}),
})
