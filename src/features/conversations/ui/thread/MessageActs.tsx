import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { getTool } from '#features/tools/model.ts'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { Icon } from '#web/kit/Icon.tsx'
import { Menu, type MenuEntry } from '#web/kit/Menu.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { ErrorState, RowSkeleton } from '#web/kit/States.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { type Abilities, type ChangeKind, whyNot } from '../../model.ts'
import { type ConversationView, fetchVersions, type MessageView } from '../api.ts'
import { takeBackRecorded } from '../composer/take-back.ts'
import { Clock } from './Clock.tsx'
import { change, toggled } from './changing.ts'
import { takeInHand } from './in-hand.ts'

const offered = ['👍', '❤️', '😄', '🎉', '🙏', '👀'] as const

/** Why an act can't be done with a message now, in words. */
export function useWhyNot(): (
  act: ChangeKind | 'reply',
  message: MessageView,
  abilities: Abilities | undefined,
) => string | undefined {
  const t = useText('conversations')
  return (act, message, abilities) => {
    const facts = {
      own: message.own,
      kind: message.kind,
      delivery: message.delivery,
      sentAt: new Date(message.sentAt),
      retracted: message.retractedAt !== null,
      byHand: message.byHand,
    }
    const why = whyNot(act, facts, abilities, new Date())
    if (!why) return undefined
    const { label } = getTool(message.tool)
    return why === 'network' ? t(`act.network.${act}`, { tool: label }) : t(`act.why.${why}`, { tool: label })
  }
}

/** A refusal is told in words; what was shown already goes back by itself. */
export function useAct(): (message: MessageView, asked: Parameters<typeof change>[1]) => void {
  const t = useText('conversations')
  return (message, asked) =>
    void change(message, asked).catch((error: unknown) =>
      tell(t('action.failed', { why: error instanceof Error ? error.message : String(error) })),
    )
}

/** What can be done with one message. What its tool lacks stays in the menu and says so. */
export function MessageActs(props: {
  message: MessageView
  person: ConversationView['person']
  abilities: Abilities | undefined
}) {
  const { message, person, abilities } = props
  const t = useText('conversations')
  const why = useWhyNot()
  const act = useAct()
  const [versions, setVersions] = useState(false)
  const item = (key: ChangeKind | 'reply', run: () => void, danger = false): MenuEntry => {
    const unavailable = why(key, message, abilities)
    return { kind: 'item', key, label: t(`act.${key}`), run, danger, ...(unavailable ? { unavailable } : {}) }
  }
  const noReaction = why('react', message, abilities)
  const reactions = offered.map((emoji): MenuEntry => {
    const mine = message.reactions.some(each => each.emoji === emoji && each.mine)
    return {
      kind: 'item',
      key: emoji,
      label: mine ? t('act.unreact', { emoji }) : emoji,
      run: () => act(message, { kind: 'react', emoji: toggled(message, emoji) }),
    }
  })
  const entries: readonly MenuEntry[] = [
    item('reply', () => takeInHand(message, { act: 'reply', message })),
    ...(message.own
      ? [
          item('edit', () => takeInHand(message, { act: 'edit', message })),
          item('retract', () => act(message, { kind: 'retract' }), true),
        ]
      : []),
    ...(message.byHand
      ? [
          {
            kind: 'item' as const,
            key: 'take-back',
            label: t('act.take-back'),
            danger: true,
            run: () =>
              void takeBackRecorded({
                id: message.id,
                conversation: { id: message.conversation, person },
                failed: t('action.failed', { why: '' }),
              }),
          },
        ]
      : []),
    ...(message.edits > 0
      ? [{ kind: 'item' as const, key: 'versions', label: t('act.versions'), run: () => setVersions(true) }]
      : []),
    ...(noReaction === undefined
      ? [{ kind: 'heading' as const, key: 'react', label: t('act.react') }, ...reactions]
      : [
          { kind: 'item' as const, key: 'react', label: t('act.react'), run: () => undefined, unavailable: noReaction },
        ]),
  ]
  return (
    <span className="c-acts">
      <Menu
        label={t('act.label')}
        entries={entries}
        target={
          <button
            type="button"
            className="k-icon-button c-acts-button"
            aria-label={t('act.label')}
            title={t('act.label')}
          >
            <Icon name="more" />
          </button>
        }
      />
      {versions && <Versions message={message} onClose={() => setVersions(false)} />}
    </span>
  )
}

/** What a message said before it was corrected. */
function Versions({ message, onClose }: { message: MessageView; onClose: () => void }) {
  const t = useText('conversations')
  const { data, error, refetch } = useQuery({
    queryKey: ['conversations', 'versions', message.id, message.edits],
    queryFn: () => fetchVersions(message.id),
  })
  return (
    <Sheet title={t('act.versions')} onClose={onClose}>
      {error && !data && <ErrorState detail={error.message} onRetry={() => void refetch()} />}
      {!data && !error && <RowSkeleton rows={2} label={t('thread.loading')} />}
      <ol className="c-versions">
        {data?.map((version, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: versions have no other name, and their order never changes
          <li key={index}>
            <span className="k-meta">
              {version.at === null ? t('act.version-undated') : <Clock at={version.at} day />}
            </span>
            <p className="c-message-text" dir="auto">
              {version.text}
            </p>
          </li>
        ))}
      </ol>
    </Sheet>
  )
}

/** What became of a change: under way, unsure, or refused with its reason. */
export function ChangeState({
  message,
  onResolve,
}: {
  message: MessageView
  onResolve: (decision: 'again' | 'leave') => void
}) {
  const t = useText('conversations')
  const { change } = message
  if (!change) return null
  if (change.state === 'refused')
    return (
      <span className="c-delivery c-delivery-refused">
        {t(`act.refused.${change.kind}`, { why: change.why ?? '' })}{' '}
        <Button size="row" look="quiet" onClick={() => onResolve('leave')}>
          {t('act.leave')}
        </Button>
      </span>
    )
  if (change.state === 'unknown')
    return (
      <span className="c-delivery">
        {t(`act.unsure.${change.kind}`)}{' '}
        <Button size="row" look="quiet" onClick={() => onResolve('again')}>
          {t('act.again')}
        </Button>
        <Button size="row" look="quiet" onClick={() => onResolve('leave')}>
          {t('act.leave')}
        </Button>
      </span>
    )
  return change.kind === 'react' ? null : <span className="c-delivery">{t(`act.going.${change.kind}`)}</span>
}
