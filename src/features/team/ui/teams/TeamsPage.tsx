import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { Button, NextStep } from '#web/kit/Button.tsx'
import { CheckField, TextField } from '#web/kit/Fields.tsx'
import { Line, Stack } from '#web/kit/Layout.tsx'
import { Page } from '#web/kit/Page.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { EmptyState, ErrorState, Notice, RowSkeleton } from '#web/kit/States.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { teamLimits } from '../../model.ts'
import { ownQuery, teamQuery } from '../api.ts'
import { addTeam, changeTeam, type TeamView, teamsQuery } from './api.ts'
import '../team.css'

/** Recruiters who work together, by names of their own. */
export function TeamsPage() {
  const t = useText('team')
  const queries = useQueryClient()
  const { data: teams, error, refetch } = useQuery(teamsQuery)
  const { data: me } = useQuery(ownQuery)
  const [open, setOpen] = useState<'new' | TeamView>()
  const may = me?.may.includes('manage-team') ?? false
  const remove = useMutation({
    mutationFn: ({ id, removed }: { id: string; name: string; removed: boolean }) => changeTeam(id, { removed }),
    onSuccess: (_, { id, name, removed }) => {
      if (removed) tell(t('teams.was-removed', { name }), () => remove.mutate({ id, name, removed: false }))
    },
    onError: failure => tell(failure.message),
    onSettled: () => queries.invalidateQueries({ queryKey: teamsQuery.queryKey }),
  })
  return (
    <Page
      title={t('teams.title')}
      actions={may && teams && teams.length > 0 && <Button onClick={() => setOpen('new')}>{t('teams.add')}</Button>}
    >
      {!teams && (error ? <ErrorState detail={error.message} onRetry={() => void refetch()} /> : <RowSkeleton />)}
      {teams?.length === 0 && (
        <EmptyState title={t('teams.empty')}>
          {may && <NextStep onClick={() => setOpen('new')}>{t('teams.add')}</NextStep>}
        </EmptyState>
      )}
      {teams && teams.length > 0 && (
        <ul className="td-framed">
          {teams.map(team => (
            <li key={team.id} className="td-given">
              <span>
                <strong>
                  <bdi>{team.name}</bdi>
                </strong>{' '}
                <span className="k-meta">
                  {team.members.length > 0 ? team.members.map(each => each.name).join(', ') : t('teams.nobody')}
                </span>
              </span>
              {may && (
                <Line>
                  <Button size="row" aria-haspopup="dialog" onClick={() => setOpen(team)}>
                    {t('teams.change')}
                    <span className="hush"> {team.name}</span>
                  </Button>
                  <Button
                    size="row"
                    look="quiet"
                    onClick={() => remove.mutate({ id: team.id, name: team.name, removed: true })}
                  >
                    {t('todo.remove')}
                    <span className="hush"> {team.name}</span>
                  </Button>
                </Line>
              )}
            </li>
          ))}
        </ul>
      )}
      {open && <TeamSheet {...(open === 'new' ? {} : { team: open })} onClose={() => setOpen(undefined)} />}
    </Page>
  )
}

function TeamSheet({ team, onClose }: { team?: TeamView; onClose: () => void }) {
  const t = useText('team')
  const queries = useQueryClient()
  const { data: members = [] } = useQuery(teamQuery)
  const [name, setName] = useState(team?.name ?? '')
  const [within, setWithin] = useState<readonly string[]>(team?.members.map(each => each.id) ?? [])
  const here = members.filter(each => each.disabledAt === null)
  const save = useMutation({
    mutationFn: async () => {
      const chosen = here.filter(each => within.includes(each.id)).map(each => each.id)
      const given = { name: name.trim(), members: chosen }
      await (team ? changeTeam(team.id, given) : addTeam(given))
    },
    onSuccess: () => {
      tell(t('teams.was-kept', { name: name.trim() }))
      onClose()
    },
    onSettled: () => queries.invalidateQueries({ queryKey: teamsQuery.queryKey }),
  })
  const missing = name.trim() === '' ? t('teams.name-first') : undefined
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!missing && !save.isPending) save.mutate()
  }
  return (
    <Sheet title={t(team ? 'teams.change' : 'teams.add')} onClose={onClose}>
      <form onSubmit={submit}>
        <Stack gap={4}>
          <TextField
            label={t('teams.name')}
            value={name}
            maxLength={teamLimits.nameLength}
            autoFocus
            onChange={event => setName(event.target.value)}
          />
          <fieldset className="td-colleagues">
            <legend>{t('teams.members')}</legend>
            {here.map(each => (
              <CheckField
                key={each.id}
                label={<bdi>{each.name}</bdi>}
                checked={within.includes(each.id)}
                onChange={event =>
                  setWithin(event.target.checked ? [...within, each.id] : within.filter(id => id !== each.id))
                }
              />
            ))}
          </fieldset>
          {save.error && <Notice tone="block">{save.error.message}</Notice>}
          <Line>
            <NextStep type="submit" busy={save.isPending} unavailable={missing}>
              {t('teams.keep')}
            </NextStep>
            <Button look="quiet" onClick={onClose}>
              {t('cancel')}
            </Button>
          </Line>
        </Stack>
      </form>
    </Sheet>
  )
}
