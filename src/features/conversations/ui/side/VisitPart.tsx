import { useQuery } from '@tanstack/react-query'
import { useText } from '#web/i18n/i18n.ts'
import { TimeAgo } from '#web/kit/Figures.tsx'
import type { ConversationView } from '../api.ts'
import { conversationQuery } from '../queries.ts'

const shownPages = 6

const shortOf = (address: string) => {
  if (!URL.canParse(address)) return address
  const { host, pathname } = new URL(address)
  return pathname === '/' ? host : host + pathname
}

/** A visitor of the website chat: where they came from and the pages on which they had the chat open. */
export function VisitPart({ conversation }: { conversation: ConversationView }) {
  const t = useText('conversations')
  const { data: detail } = useQuery(conversationQuery(conversation.id))
  const visitor = detail?.visitor
  if (!visitor) return null
  const { referrer, campaign, email, firstSeenAt } = visitor
  const pages = visitor.visits.toReversed().slice(0, shownPages)
  const facts = [
    { name: t('side.visit-from'), value: referrer === null ? null : shortOf(referrer) },
    { name: t('side.visit-campaign'), value: campaign?.startsWith('page:') ? null : campaign },
    { name: t('side.visit-email'), value: email },
  ]
  return (
    <section aria-label={t('side.visit')}>
      <h3>{t('side.visit')}</h3>
      {visitor.blocked && <p>{t('side.visit-blocked')}</p>}
      <ul className="c-facts">
        <li>
          {t('side.visit-first')} <TimeAgo at={firstSeenAt} />
        </li>
        {facts.map(({ name, value }) =>
          value ? (
            <li key={name}>
              {name} <bdi>{value}</bdi>
            </li>
          ) : null,
        )}
      </ul>
      {pages.length > 0 && (
        <>
          <h3>{t('side.visit-pages')}</h3>
          <ul className="c-facts">
            {pages.map(({ page, at }) => (
              <li key={at}>
                <bdi>{shortOf(page)}</bdi> <TimeAgo at={at} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
