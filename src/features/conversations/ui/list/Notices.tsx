import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { queryClient } from '#web/api/queries.ts'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { seeNotices } from '../organise/api.ts'
import { useNoticeWords } from '../organise/notice-words.ts'
import { placeOf } from '../organise/place.ts'
import { noticesQuery, organiseKeys } from '../organise/queries.ts'

const shown = 3

async function see(which?: { conversation?: string; notice?: string }): Promise<void> {
  await seeNotices(which)
  await queryClient.invalidateQueries({ queryKey: organiseKeys.notices })
}

function Open(props: { conversation: string; words: string; onOpen: (conversation: string) => void }) {
  return (
    <button type="button" className="k-why" onClick={() => props.onOpen(props.conversation)}>
      {props.words}
    </button>
  )
}

/** What colleagues, and messages that could not leave, want of me; opening the conversation settles it. */
export function Notices({ current, onOpen }: { current: string | undefined; onOpen: (conversation: string) => void }) {
  const t = useText('conversations')
  const { data: notices = [] } = useQuery(noticesQuery)
  const words = useNoticeWords()
  const here = notices.some(notice => notice.conversation === current)
  useEffect(() => {
    // Offline it stays and is settled the next time.
    if (here && current !== undefined) void see({ conversation: current }).catch(() => undefined)
  }, [here, current])
  const others = notices.filter(notice => notice.conversation !== current)
  if (others.length === 0) return null
  return (
    <section className="c-notices" aria-label={t('notices.label')}>
      <ul>
        {others.slice(0, shown).map(notice => (
          <li key={notice.id}>
            {notice.conversation !== null ? (
              <Open conversation={notice.conversation} onOpen={onOpen} words={words(notice)} />
            ) : (
              <Link
                to={placeOf(notice)}
                className="k-why"
                onClick={() => void see({ notice: notice.id }).catch(() => undefined)}
              >
                {words(notice)}
              </Link>
            )}
          </li>
        ))}
      </ul>
      <Button size="row" look="quiet" onClick={() => void see().catch(() => undefined)}>
        {others.length > shown ? t('notices.seen-more', { count: others.length }) : t('notices.seen')}
      </Button>
    </section>
  )
}
