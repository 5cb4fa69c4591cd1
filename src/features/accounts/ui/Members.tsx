import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { type Role, roles } from '#kernel/roles.ts'
import { api, done, take } from '#web/api/client.ts'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { TimeAgo } from '#web/kit/Figures.tsx'
import { Icon } from '#web/kit/Icon.tsx'
import { Menu, type MenuEntry } from '#web/kit/Menu.tsx'
import { Secret } from '#web/kit/Secret.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { Refused } from './Form.tsx'
import { useSubmit } from './submit.ts'

type Member = {
  id: string
  name: string
  email: string
  role: Role
  recruitsFor: string
  disabledAt: string | null
  lastSeenAt: string | null
  hasSecondStep: boolean
  sample: boolean
}

export function Members({
  members,
  me,
}: {
  members: readonly Member[]
  me: { user: { id: string; role: Role }; may: readonly string[] }
}) {
  const t = useText('accounts')
  const [link, setLink] = useState<{ name: string; link: string }>()
  return (
    <section className="accounts-part">
      <h2>{t('team.members', { count: members.length })}</h2>
      {link && <Secret words={t('team.reset-made', { name: link.name })} secret={link.link} />}
      <ul className="accounts-rows">
        {members.map(member => (
          <MemberRow
            key={member.id}
            member={member}
            me={me}
            onLink={made => setLink({ name: member.name, link: made })}
          />
        ))}
      </ul>
    </section>
  )
}

function MemberRow({
  member,
  me,
  onLink,
}: {
  member: Member
  me: { user: { id: string; role: Role }; may: readonly string[] }
  onLink: (link: string) => void
}) {
  const t = useText('accounts')
  const cache = useQueryClient()
  const navigate = useNavigate()
  const fresh = () => cache.invalidateQueries({ queryKey: ['accounts'] })
  const at = { params: { path: { user: member.id } } }
  const changeRole = useSubmit(
    (role: Role) => done(api.PATCH('/api/v1/team/{user}', { ...at, body: { role } })),
    async () => {
      // First, so that what the page shows can be taken back as soon as it shows it.
      tell(t('team.role-changed', { name: member.name }), () => void changeRole.run(member.role))
      await fresh()
    },
  )
  const enable = useSubmit(() => done(api.POST('/api/v1/team/{user}/enable', at)), fresh)
  const disable = useSubmit(
    () => done(api.POST('/api/v1/team/{user}/disable', at)),
    async () => {
      tell(t('team.disabled-now', { name: member.name }), () => enable.run())
      await fresh()
    },
  )
  const reset = useSubmit(
    () => take(api.POST('/api/v1/team/{user}/reset-link', at)),
    ({ link }) => onLink(link),
  )
  const self = member.id === me.user.id
  const ownersOnly = member.role === 'owner' && me.user.role !== 'owner' ? t('refused.owners-only') : undefined
  const unless = (why: string | undefined) => (why === undefined ? {} : { unavailable: why })
  const entries: MenuEntry[] = [
    { kind: 'heading', key: 'roles', label: t('team.role') },
    ...roles.map(
      (role): MenuEntry => ({
        kind: 'item',
        key: role,
        label: t(`role.${role}`),
        run: () => changeRole.run(role),
        ...(role === member.role && { hint: '✓' }),
        ...unless(ownersOnly ?? (role === 'owner' && me.user.role !== 'owner' ? t('refused.owners-only') : undefined)),
      }),
    ),
    { kind: 'line', key: 'line' },
    {
      kind: 'item',
      key: 'hand-over',
      label: t('team.hand-over'),
      run: () => void navigate({ to: '/settings/team/$userId/hand-over', params: { userId: member.id } }),
    },
    { kind: 'item', key: 'reset', label: t('team.reset'), run: () => reset.run(), ...unless(ownersOnly) },
    member.disabledAt
      ? { kind: 'item', key: 'enable', label: t('team.enable'), run: () => enable.run(), ...unless(ownersOnly) }
      : {
          kind: 'item',
          key: 'disable',
          label: t('team.disable'),
          danger: true,
          run: () => disable.run(),
          ...unless(ownersOnly ?? (self ? t('refused.not-yourself') : undefined)),
        },
  ]
  return (
    <li>
      <div>
        <strong>{member.name}</strong>
        <span className="k-meta">{member.email}</span>
        {member.recruitsFor && <span className="k-meta">{member.recruitsFor}</span>}
        <Refused words={changeRole.refused ?? disable.refused ?? enable.refused ?? reset.refused} />
      </div>
      <span className="k-meta">
        {member.disabledAt ? t('team.is-disabled') : t(`role.${member.role}`)}
        {member.sample && ` · ${t('team.sample')}`}
        {member.hasSecondStep && ` · ${t('team.second-step')}`}
        {member.lastSeenAt && ' · '}
        {member.lastSeenAt && <TimeAgo at={member.lastSeenAt} />}
      </span>
      {member.disabledAt && me.may.includes('manage-team') && (
        <Link to="/settings/team/$userId/hand-over" params={{ userId: member.id }} className="k-link">
          {t('team.hand-over-of', { name: member.name })}
        </Link>
      )}
      {me.may.includes('manage-team') && !member.sample && (
        <Menu
          label={t('team.change-of', { name: member.name })}
          entries={entries}
          target={
            <Button size="row" aria-label={t('team.change-of', { name: member.name })} icon={<Icon name="down" />}>
              {t('team.change')}
            </Button>
          }
        />
      )}
    </li>
  )
}
