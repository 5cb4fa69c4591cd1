import { useText } from '#web/i18n/i18n.ts'
import { Icon } from '#web/kit/Icon.tsx'
import type { ConversationView, MessageView } from '../api.ts'

/** The message that the next one answers, above the field. */
export function Answering(props: { message: MessageView; conversation: ConversationView; onDrop: () => void }) {
  const { message, conversation, onDrop } = props
  const t = useText('conversations')
  const name = message.own ? t('thread.you') : message.sender || conversation.title
  return (
    <div className="c-answering">
      <p className="c-quoted" dir="auto">
        <bdi>{conversation.kind === 'direct' && !message.own ? conversation.title : name}</bdi> {message.text}
      </p>
      <button
        type="button"
        className="k-icon-button"
        aria-label={t('composer.drop-answer')}
        title={t('composer.drop-answer')}
        onClick={onDrop}
      >
        <Icon name="close" size={16} />
      </button>
    </div>
  )
}
