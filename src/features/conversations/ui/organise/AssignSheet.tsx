import { useQuery } from '@tanstack/react-query'
import { mayActAs } from '#kernel/roles.ts'
import { useText } from '#web/i18n/i18n.ts'
import type { ConversationView, Member } from '../api.ts'
import { ownQuery, teamQuery, teamsQuery } from '../queries.ts'
import { type Pick, PickSheet } from './PickSheet.tsx'
import { useChanges } from './use-changes.ts'

/** Whoever may write and is still here; the others stand with the reason. A team's is whoever of it has least open now. */
export function AssignSheet({ rows, onClose }: { rows: readonly ConversationView[]; onClose: () => void }) {
  const t = useText('conversations')
  const change = useChanges()
  const { data: me } = useQuery(ownQuery)
  const { data: members = [], isPending: noMembers } = useQuery(teamQuery)
  const { data: teams = [], isPending: noTeams } = useQuery(teamsQuery)
  const own = me?.user.id
  const [only] = new Set(rows.map(row => row.assignee))
  const shared = new Set(rows.map(row => row.assignee)).size === 1 ? only : undefined
  const give = ({ id, name, role }: Member): Pick => ({
    id,
    label: id === own ? t('action.me', { name }) : name,
    hint: t(`assign.role.${role}`),
    chosen: shared === id,
    unavailable: mayActAs(role, 'recruiter') ? undefined : t('assign.reads'),
    run: () => void change(rows, { assignee: id }, t('action.was-assigned', { name })),
  })
  const here = members.filter(each => each.disabledAt === null)
  const picks = [
    ...here.filter(each => each.id === own).map(give),
    ...here.filter(each => each.id !== own).map(give),
    ...teams.flatMap(team => {
      const able = team.members.filter(each => here.some(one => one.id === each.id && mayActAs(one.role, 'recruiter')))
      const least = able.toSorted((a, b) => a.open - b.open)[0]
      const pick: Pick = {
        id: team.id,
        label: team.name,
        hint: least ? t('assign.least-busy', { name: least.name }) : undefined,
        unavailable: least ? undefined : t('assign.empty-team'),
        run: () => {
          if (least) void change(rows, { assignee: least.id }, t('action.was-assigned', { name: least.name }))
        },
      }
      return [pick]
    }),
    {
      id: 'nobody',
      label: t('action.nobody'),
      chosen: shared === null,
      run: () => void change(rows, { assignee: null }, t('action.was-assigned', { name: t('action.nobody') })),
    },
  ]
  return (
    <PickSheet
      title={t('assign.title')}
      placeholder={t('assign.type')}
      picks={picks}
      loading={noMembers || noTeams}
      onClose={onClose}
    />
  )
}
