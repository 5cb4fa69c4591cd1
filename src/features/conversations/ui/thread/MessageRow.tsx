import { memo } from 'react'
import { useLanguage, useText } from '#web/i18n/i18n.ts'
import { Button, NextStep } from '#web/kit/Button.tsx'
import { classes } from '#web/kit/classes.ts'
import { ToolMark } from '#web/kit/ToolMark.tsx'
import type { ConversationView, MessageView } from '../api.ts'
import { post } from '../sending.ts'
import { Clock } from './Clock.tsx'
import { Delivery } from './Delivery.tsx'
import { Gap } from './Gap.tsx'
import type { MessageLine } from './lines.ts'

type RowProps = { line: MessageLine; name: string; conversation: ConversationView; answered: boolean }

/** Drawn again only when something of it changed: an echo must not wait for a long thread. */
export const MessageRow = memo(
  Row,
  (before, after) =>
    before.line.message === after.line.message &&
    before.line.local === after.line.local &&
    before.line.follows === after.line.follows &&
    before.name === after.name &&
    before.answered === after.answered &&
    before.conversation.title === after.conversation.title,
)

/** One message with its tool, its time and where it stands; gaps and contact news are lines of their own. */
function Row(props: RowProps) {
  const { line, name, conversation } = props
  const { message } = line
  const t = useText('conversations')
  if (message.kind === 'gap') return <Gap message={message} />
  if (message.kind === 'system') {
    return (
      <p className="c-system">
        {t(`contact.${message.contact ?? 'other'}`, { name: conversation.title })} <Clock at={message.sentAt} />
      </p>
    )
  }
  if (message.kind === 'invite') return <Invite {...props} />
  return (
    <div className={classes('c-message', message.own && 'c-message-own', line.follows && 'c-message-follows')}>
      <ToolMark tool={message.tool} />
      <div className="c-message-body">
        <p className={line.follows ? 'hush' : 'c-message-head'}>
          <bdi>{name}</bdi> <Clock at={message.sentAt} />
          {message.automatic !== null && <span className="k-meta"> {t(`thread.automatic.${message.automatic}`)}</span>}
        </p>
        {message.subject !== null && (
          <p className="c-message-subject" dir="auto">
            {message.subject}
          </p>
        )}
        {message.retractedAt === null ? (
          message.files[0]?.name !== message.text && (
            <p className="c-message-text" dir="auto">
              {message.text}
            </p>
          )
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
          {message.reactions.map(({ emoji, count }) => (
            <span key={emoji} className="c-reaction">
              {emoji} {count > 1 && count}
            </span>
          ))}
          {message.own && <Delivery message={message} local={line.local} />}
        </p>
      </div>
    </div>
  )
}

/** On the web it is opened there; what Kith fetches is saved, never shown. */
function FileLine({ url, name, bytes }: MessageView['files'][number]) {
  const t = useText('conversations')
  const { formats } = useLanguage()
  const here = url.startsWith('/')
  return (
    <p className="c-message-file">
      <a href={url} {...(here ? { download: name } : { target: '_blank', rel: 'noopener noreferrer nofollow' })}>
        <bdi>{name}</bdi>
      </a>{' '}
      <span className="k-meta">
        {here ? bytes !== null && formatBytes(bytes, formats) : t('thread.file-on', { host: new URL(url).host })}
      </span>
    </p>
  )
}

function formatBytes(bytes: number, formats: string): string {
  const [unit, size] =
    bytes < 1_000 ? ['byte', bytes] : bytes < 1_000_000 ? ['kilobyte', bytes / 1_000] : ['megabyte', bytes / 1_000_000]
  return new Intl.NumberFormat(formats, { style: 'unit', unit, maximumFractionDigits: size < 10 ? 1 : 0 }).format(size)
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
      {message.own && <Delivery message={message} local={line.local} />}
      <span className="hush">{name}</span>
    </div>
  )
}
