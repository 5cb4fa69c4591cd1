import { useQuery } from '@tanstack/react-query'
import { memo } from 'react'
import type { UserId } from '#kernel/ids.ts'
import { formatAgo, formatInstant } from '#web/i18n/format.ts'
import { useLanguage, useText } from '#web/i18n/i18n.ts'
import { TimeAgo } from '#web/kit/Figures.tsx'
import type { ConversationView, ViewName } from '../api.ts'
import { ConversationName } from '../ConversationHead.tsx'
import { LabelChips } from '../organise/LabelChip.tsx'
import { ownQuery, useNameOf } from '../queries.ts'
import { useTyping } from '../thread/typing.ts'

/** Drawn again only when it changed: while the list is scrolled, only rows that come into view are drawn. */
export const InboxRow = memo(Row)

function Row({ conversation, view }: { conversation: ConversationView; view: ViewName }) {
  const t = useText('conversations')
  const typing = useTyping([conversation])
  const { unread, mentions, topAt, lastPreview, lastOwn, labels } = conversation
  return (
    <span className={unread > 0 ? 'c-row c-row-unread' : 'c-row'}>
      <span className="c-row-top">
        <ConversationName conversation={conversation} />
        <span className="k-meta c-row-time">{topAt && <TimeAgo at={topAt} />}</span>
      </span>
      <span className="c-row-bottom">
        <span className="c-row-words" dir="auto">
          {typing ? (
            t('thread.typing-short')
          ) : (
            <>
              {lastOwn && <span className="c-row-own">{t('list.you')} </span>}
              <bdi>{lastPreview}</bdi>
            </>
          )}
        </span>
        {mentions > 0 && (
          <span className="c-count c-count-mention" title={t('list.mentions', { count: mentions })}>
            <span aria-hidden="true">@</span>
            <span className="hush">{t('list.mentions', { count: mentions })}</span>
          </span>
        )}
        {unread > 0 && (
          <span className="c-count">
            {unread}
            <span className="hush"> {t('list.unread', { count: unread })}</span>
          </span>
        )}
      </span>
      <span className="c-row-facts">
        <Standing conversation={conversation} view={view} />
        {labels.length > 0 && <LabelChips ids={labels} />}
      </span>
    </span>
  )
}

/** Why it came back, when it will, whose it is: only what the view does not say already. */
function Standing({ conversation, view }: { conversation: ConversationView; view: ViewName }) {
  const t = useText('conversations')
  const { formats } = useLanguage()
  const { snooze, woke, assignee, remindAt } = conversation
  const now = new Date()
  const at = (text: string) => formatAgo(new Date(text), now, formats)
  return (
    <>
      {woke && !snooze && (
        <span className="c-woke" title={formatInstant(new Date(woke.at), formats)}>
          {t(`woke.${woke.why}`)}
        </span>
      )}
      {snooze && <span className="k-meta">{t(`snooze.stands-${snooze.for}`, { until: at(snooze.until) })}</span>}
      {remindAt && <span className="k-meta">{t('snooze.stands-remind', { until: at(remindAt) })}</span>}
      {assignee !== null && view !== 'mine' && <Whose user={assignee} />}
    </>
  )
}

function Whose({ user }: { user: UserId }) {
  const t = useText('conversations')
  const { data: me } = useQuery(ownQuery)
  const nameOf = useNameOf()
  return (
    <span className="k-meta">{user === me?.user.id ? t('list.yours') : (nameOf(user) ?? t('thread.colleague'))}</span>
  )
}
