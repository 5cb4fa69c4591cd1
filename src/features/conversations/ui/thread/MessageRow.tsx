import { useMutation, useQueryClient } from '@tanstack/react-query'
import { memo } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { Button, NextStep } from '#web/kit/Button.tsx'
import { classes } from '#web/kit/classes.ts'
import { tell } from '#web/kit/Toasts.tsx'
import { ToolMark } from '#web/kit/ToolMark.tsx'
import type { Abilities } from '../../model.ts'
import { type ConversationView, type MessageView, resolveChange } from '../api.ts'
import { takeBackRecorded } from '../composer/take-back.ts'
import { keys, threadOf } from '../queries.ts'
import { useRuleName } from '../rule-name.ts'
import { post } from '../sending.ts'
import { Clock } from './Clock.tsx'
import { toggled } from './changing.ts'
import { Delivery } from './Delivery.tsx'
import { FileLine } from './FileLine.tsx'
import { Gap } from './Gap.tsx'
import type { MessageLine } from './lines.ts'
import { ChangeState, MessageActs, useAct, useWhyNot } from './MessageActs.tsx'
import { TheirText } from './TheirText.tsx'

type RowProps = {
  line: MessageLine
  name: string
  conversation: ConversationView
  answered: boolean
  abilities: Abilities | undefined
  /** It speaks of us in a room. */
  named: boolean
}

/** Drawn again only when something of it changed: an echo must not wait for a long thread. */
export const MessageRow = memo(
  Row,
  (before, after) =>
    before.line.message === after.line.message &&
    before.line.local === after.line.local &&
    before.line.follows === after.line.follows &&
    before.name === after.name &&
    before.answered === after.answered &&
    before.named === after.named &&
    before.abilities === after.abilities &&
    before.conversation.title === after.conversation.title,
)

/** One message with its tool, its time and where it stands; gaps and contact news are lines of their own. */
function Row(props: RowProps) {
  const { line, name, conversation } = props
  const { message } = line
  const t = useText('conversations')
  const resolve = useResolve(message)
  if (message.kind === 'gap') return <Gap message={message} />
  if (message.kind === 'system') {
    return (
      <p className="c-system">
        {t(`contact.${message.contact ?? 'other'}`, { name: conversation.title })}{' '}
        {message.contact === 'opted-in' && <q dir="auto">{message.text}</q>} <Clock at={message.sentAt} />
        {message.byHand && <TakeBack message={message} conversation={conversation} />}
      </p>
    )
  }
  if (message.kind === 'invite') return <Invite {...props} />
  return (
    <div
      className={classes(
        'c-message',
        message.own && 'c-message-own',
        props.named && 'c-message-named',
        line.follows && 'c-message-follows',
      )}
    >
      <ToolMark tool={message.tool} />
      <div className="c-message-body">
        <p className={line.follows && !props.named ? 'hush' : 'c-message-head'}>
          <bdi>{name}</bdi> <Clock at={message.sentAt} />
          {props.named && <span className="c-named"> {t('thread.named')}</span>}
          {message.byHand && message.against.length === 0 && (
            <span className="k-meta"> {t(message.own ? 'thread.by-hand' : 'thread.pasted')}</span>
          )}
          <Against codes={message.against} />
          {message.template !== null && <span className="k-meta"> {t('thread.template')}</span>}
          {message.automatic !== null && <span className="k-meta"> {t(`thread.automatic.${message.automatic}`)}</span>}
        </p>
        {message.subject !== null && (
          <p className="c-message-subject" dir="auto">
            {message.subject}
          </p>
        )}
        {message.quoted && message.retractedAt === null && <Quoted message={message} conversation={conversation} />}
        {message.retractedAt === null ? (
          message.text !== '' && message.files[0]?.name !== message.text && <Words message={message} />
        ) : (
          <p className="c-message-gone">{t('thread.retracted')}</p>
        )}
        {message.retractedAt === null && message.files.map(file => <FileLine key={file.url} {...file} />)}
        {message.retractedAt === null && message.folded !== null && (
          <details className="c-message-folded">
            <summary>{t('thread.folded')}</summary>
            <p className="c-message-text" dir="auto">
              {message.folded}
            </p>
          </details>
        )}
        <p className="c-message-foot">
          {message.editedAt !== null && <span>{t('thread.edited')}</span>}
          {message.own && message.retractedAt === null && <Delivery message={message} local={line.local} />}
          <ChangeState message={message} onResolve={resolve} />
        </p>
        <Reactions message={message} conversation={conversation} abilities={props.abilities} />
      </div>
      {!line.local && message.retractedAt === null && (
        <MessageActs message={message} person={conversation.person} abilities={props.abilities} />
      )}
    </div>
  )
}

/** Sent outside Kith although rules held it back: which. */
function Against({ codes }: { codes: readonly string[] }) {
  return codes.length > 0 && <AgainstRules codes={codes} />
}

function AgainstRules({ codes }: { codes: readonly string[] }) {
  const t = useText('conversations')
  const nameOf = useRuleName()
  return <span className="c-against"> {t('thread.against', { rules: codes.map(nameOf).join(', ') })}</span>
}

/** A line that was noted by hand and is wrong. */
function TakeBack({ message, conversation }: { message: MessageView; conversation: ConversationView }) {
  const t = useText('conversations')
  const there = { id: message.conversation, person: conversation.person }
  const failed = t('action.failed', { why: '' })
  return (
    <Button
      size="row"
      look="quiet"
      onClick={() => void takeBackRecorded({ id: message.id, conversation: there, failed })}
    >
      {t('act.take-back')}
    </Button>
  )
}

/** What the message answers, in one line. */
function Quoted({ message: { quoted }, conversation }: { message: MessageView; conversation: ConversationView }) {
  const t = useText('conversations')
  if (!quoted) return null
  const name = quoted.own ? t('thread.you') : conversation.kind === 'room' ? quoted.sender : conversation.title
  return (
    <blockquote className="c-quoted" dir="auto">
      <bdi>{name}</bdi> {quoted.text === '' ? t('thread.retracted') : quoted.text}
    </blockquote>
  )
}

/** Each emoji with who gave it; a press gives ours or takes it back. */
function Reactions(props: { message: MessageView; conversation: ConversationView; abilities: Abilities | undefined }) {
  const { message, conversation, abilities } = props
  const t = useText('conversations')
  const why = useWhyNot()('react', message, abilities)
  const act = useAct()
  if (message.reactions.length === 0) return null
  const nameOf = (address: string) =>
    conversation.kind === 'room' ? (address.split('/').at(-1) ?? address) : conversation.title
  return (
    <div className="c-reactions">
      {message.reactions.map(({ emoji, count, mine, who }) => {
        const names = [...(mine ? [t('thread.you')] : []), ...new Set(who.map(nameOf))].join(', ')
        return (
          <button
            key={emoji}
            type="button"
            className="c-reaction"
            aria-pressed={mine}
            aria-disabled={why === undefined ? undefined : true}
            title={why ?? names}
            onClick={() => why === undefined && act(message, { kind: 'react', emoji: toggled(message, emoji) })}
          >
            {emoji} {count > 1 && count} <span className="hush">{names}</span>
          </button>
        )
      })}
    </div>
  )
}

function useResolve(message: MessageView): (decision: 'again' | 'leave') => void {
  const queries = useQueryClient()
  const t = useText('conversations')
  const { mutate } = useMutation({
    mutationFn: async (decision: 'again' | 'leave') => {
      if (message.change) await resolveChange(message.change.id, decision)
    },
    onError: error => tell(t('action.failed', { why: error.message })),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.messages(threadOf(message)) }),
  })
  return mutate
}

/** Behind a warning of their own, words are shown when asked for. */
function Words({ message: { text, warning, own, tool } }: { message: MessageView }) {
  const words = (
    <p className="c-message-text" dir="auto">
      {own ? text : <TheirText text={text} tool={tool} />}
    </p>
  )
  if (warning === null) return words
  return (
    <details className="c-message-folded" open={own}>
      <summary dir="auto">{warning}</summary>
      {words}
    </details>
  )
}

/** Somebody asks to be connected, or we did. */
function Invite({ line, name, conversation, answered }: RowProps) {
  const { message } = line
  const t = useText('conversations')
  const there = { id: message.conversation, person: conversation.person, tool: message.tool }
  const answer = (accept: boolean) => post(there, { text: '', action: 'answer', accept })
  const words = message.own
    ? message.accept === null
      ? t('contact.we-asked', { name: conversation.title })
      : t(message.accept ? 'contact.we-accepted' : 'contact.we-declined', { name: conversation.title })
    : t('contact.asks-us', { name: conversation.title })
  return (
    <div className="c-invite">
      <p>
        <ToolMark tool={message.tool} /> <strong>{words}</strong> <Clock at={message.sentAt} />
      </p>
      {message.text !== '' && (
        <p className="c-message-text" dir="auto">
          {message.text}
        </p>
      )}
      {!answered && (
        <div className="k-line">
          <NextStep onClick={() => answer(true)}>{t('contact.accept')}</NextStep>
          <Button onClick={() => answer(false)}>{t('contact.decline')}</Button>
        </div>
      )}
      <Against codes={message.against} />
      {message.own && <Delivery message={message} local={line.local} />}
      <span className="hush">{name}</span>
    </div>
  )
}
