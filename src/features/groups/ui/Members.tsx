import { useNavigate } from '@tanstack/react-router'
import { isStage } from '#features/relationships/model.ts'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { TimeAgo } from '#web/kit/Figures.tsx'
import { PersonName } from '#web/kit/PersonName.tsx'
import { stepWhy } from '#web/kit/StepButton.tsx'
import { Why } from '#web/kit/Why.tsx'
import { usePresence } from '#web/live/presence.ts'
import type { GroupPageWire, MemberWire } from '../wire.ts'

/** Who is active there, who answered us, and the one next right step with each: an answer in the room goes before all. */
export function Members({ page }: { page: GroupPageWire }) {
  const t = useText('groups')
  const { members, group } = page
  if (members.length === 0) return <p className="k-meta">{t('members.none')}</p>
  return (
    <ul className="g-members">
      {members.map(member => (
        <li key={member.sender}>
          <div className="g-member-who">
            <Name member={member} tool={group.tool} />
            <span className="k-meta">
              {t('members.messages', { count: member.messages })} · <TimeAgo at={String(member.lastAt)} />
              {member.answeredUs > 0 && ` · ${t('members.answered', { count: member.answeredUs })}`}
              {member.thanked > 0 && ` · ${t('members.thanked', { count: member.thanked })}`}
            </span>
            {member.asks && (
              <span className="g-asks">
                {t('members.asks')} <q dir="auto">{member.asks.text}</q>
              </span>
            )}
          </div>
          <Step member={member} conversation={group.conversation} />
        </li>
      ))}
    </ul>
  )
}

function Name({ member, tool }: { member: MemberWire; tool: GroupPageWire['group']['tool'] }) {
  const presence = usePresence()
  const { person } = member
  if (!person) return <bdi className="g-stranger">{member.name}</bdi>
  return (
    <PersonName
      name={person.name}
      stage={isStage(person.stage) ? person.stage : 'found'}
      tools={[tool]}
      presence={presence.get(person.id) ?? 'off'}
      to={`/people/${person.id}`}
    />
  )
}

function Step({ member, conversation }: { member: MemberWire; conversation: string | null }) {
  const t = useText('groups')
  const shell = useText('shell')
  const navigate = useNavigate()
  const { person, step, asks } = member
  if (asks && conversation)
    return (
      <div className="k-line">
        <Why title={t('members.answer')} items={[{ key: 'asks', what: t('members.answer-why') }]} />
        <Button
          size="row"
          onClick={() => void navigate({ to: '/inbox/$conversationId', params: { conversationId: conversation } })}
        >
          {t('members.answer')}
        </Button>
      </div>
    )
  if (!person || !step || step.id === 'none') return null
  return (
    <div className="k-line">
      <Why title={shell(`step.${step.id}`)} items={[{ key: 'why', what: stepWhy(shell, step) }]} />
      <Button
        size="row"
        onClick={() =>
          void navigate({ to: '/people/$personId', params: { personId: person.id }, search: { do: 'next' } })
        }
      >
        {shell(`step.${step.id}`)}
      </Button>
    </div>
  )
}
