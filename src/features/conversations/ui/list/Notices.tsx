import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { queryClient } from '#web/api/queries.ts'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { type NoticeView, seeNotices } from '../organise/api.ts'
import { noticesQuery, organiseKeys } from '../organise/queries.ts'

const shown = 3

async function see(conversation?: string): Promise<void> {
  await seeNotices(conversation)
  await queryClient.invalidateQueries({ queryKey: organiseKeys.notices })
}

/** What colleagues, and messages that could not leave, want of me; opening the conversation settles it. */
export function Notices({ current, onOpen }: { current: string | undefined; onOpen: (conversation: string) => void }) {
  const t = useText('conversations')
  const { data: notices = [] } = useQuery(noticesQuery)
  const here = notices.some(notice => notice.conversation === current)
  useEffect(() => {
    // Offline it stays and is settled the next time.
    if (here && current !== undefined) void see(current).catch(() => undefined)
  }, [here, current])
  const others = notices.filter(notice => notice.conversation !== current)
  if (others.length === 0) return null
  const words = ({ kind, byName, title }: NoticeView) =>
    t(`notices.${kind}`, { name: byName ?? t('thread.colleague'), title })
  return (
    <section className="c-notices" aria-label={t('notices.label')}>
      <ul>
        {others.slice(0, shown).map(notice => (
          <li key={notice.id}>
            <button type="button" className="k-why" onClick={() => onOpen(notice.conversation)}>
              {words(notice)}
            </button>
          </li>
        ))}
      </ul>
      <Button size="row" look="quiet" onClick={() => void see().catch(() => undefined)}>
        {others.length > shown ? t('notices.seen-more', { count: others.length }) : t('notices.seen')}
      </Button>
    </section>
  )
}
