import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { mayActAs, type Role, roles } from '#kernel/roles.ts'
import { api, done, take } from '#web/api/client.ts'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { SelectField, TextField } from '#web/kit/Fields.tsx'
import { TimeAgo } from '#web/kit/Figures.tsx'
import { Page } from '#web/kit/Page.tsx'
import { Secret } from '#web/kit/Secret.tsx'
import { ErrorState, RowSkeleton } from '#web/kit/States.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { Form, Refused } from './Form.tsx'
import { Members } from './Members.tsx'
import { fullMeQuery, teamQuery } from './queries.ts'
import { refusalWords, useSubmit } from './submit.ts'

const toRole = (text: string): Role => roles.find(role => role === text) ?? 'viewer'

export function TeamPage() {
  const t = useText('accounts')
  const me = useQuery(fullMeQuery)
  const team = useQuery(teamQuery)
  const failed = me.error ?? team.error
  return (
    <Page title={t('team.title')}>
      {failed && (
        <ErrorState detail={refusalWords(t, failed)} onRetry={() => void Promise.all([me.refetch(), team.refetch()])} />
      )}
      {!failed && !(me.data && team.data) && <RowSkeleton />}
      {me.data && team.data && (
        <>
          {me.data.may.includes('manage-team') && <Invite mine={me.data.user.role} />}
          <Members members={team.data.members} me={me.data} />
          {team.data.invitations.length > 0 && <Invitations invitations={team.data.invitations} />}
          <Abilities abilities={team.data.abilities} />
        </>
      )}
    </Page>
  )
}

function Invite({ mine }: { mine: Role }) {
  const t = useText('accounts')
  const cache = useQueryClient()
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<Role>('recruiter')
  const [made, setMade] = useState<{ email: string; link: string }>()
  const invite = useSubmit(
    () => take(api.POST('/api/v1/team/invitations', { body: { email, role } })),
    async ({ link }) => {
      setMade({ email, link })
      setEmail('')
      await cache.invalidateQueries({ queryKey: teamQuery.queryKey })
    },
  )
  const choices = roles
    .filter(each => each !== 'owner' || mine === 'owner')
    .map(each => ({ value: each, label: t(`role.${each}`) }))
  return (
    <section className="accounts-part">
      <h2>{t('team.invite')}</h2>
      {made && <Secret words={t('team.link', { email: made.email })} secret={made.link} />}
      <Form submit={t('team.make-link')} busy={invite.busy} refused={invite.refused} onSubmit={() => invite.run()}>
        <TextField
          label={t('email')}
          type="email"
          autoComplete="off"
          required
          value={email}
          onChange={event => setEmail(event.target.value)}
        />
        <SelectField
          label={t('team.role')}
          choices={choices}
          value={role}
          onChange={event => setRole(toRole(event.target.value))}
        />
      </Form>
    </section>
  )
}

function Invitations({
  invitations,
}: {
  invitations: readonly { id: string; email: string; role: Role; invitedBy: string; expiresAt: string }[]
}) {
  const t = useText('accounts')
  const cache = useQueryClient()
  const takeBack = useSubmit(
    (invitation: string) =>
      done(api.DELETE('/api/v1/team/invitations/{invitation}', { params: { path: { invitation } } })),
    async () => {
      await cache.invalidateQueries({ queryKey: teamQuery.queryKey })
      tell(t('team.taken-back'))
    },
  )
  return (
    <section className="accounts-part">
      <h2>{t('team.invited')}</h2>
      <ul className="accounts-rows">
        {invitations.map(invitation => (
          <li key={invitation.id}>
            <div>
              <strong>{invitation.email}</strong>
              <span className="k-meta">
                {t(`role.${invitation.role}`)} · {t('team.by', { name: invitation.invitedBy })} · {t('team.until')}{' '}
                <TimeAgo at={invitation.expiresAt} />
              </span>
            </div>
            <Button
              size="row"
              onClick={() => takeBack.run(invitation.id)}
              aria-label={t('team.take-back-of', { email: invitation.email })}
            >
              {t('team.take-back')}
            </Button>
          </li>
        ))}
      </ul>
      <Refused words={takeBack.refused} />
    </section>
  )
}

function Abilities({ abilities }: { abilities: Readonly<Record<string, Role>> }) {
  const t = useText('accounts')
  const columns = roles.toReversed()
  return (
    <section className="accounts-part">
      <h2>{t('team.abilities')}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways on a phone, so the keyboard must reach it */}
      <section className="accounts-wide" tabIndex={0} aria-label={t('team.abilities')}>
        <table className="accounts-abilities">
          <thead>
            <tr>
              <td />
              {columns.map(role => (
                <th key={role} scope="col">
                  {t(`role.${role}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {Object.entries(abilities).map(([ability, least]) => (
              <tr key={ability}>
                <th scope="row">{t(`ability.${ability}`)}</th>
                {columns.map(role => {
                  const may = mayActAs(role, least)
                  return (
                    <td key={role}>
                      <span aria-hidden="true">{may ? '✓' : '–'}</span>
                      <span className="hush">{may ? t('yes') : t('no')}</span>
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}
