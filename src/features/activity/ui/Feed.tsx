import { type KeyboardEvent, useRef } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { rememberFocus } from '#web/keyboard/regions.ts'
import { useKey } from '#web/keyboard/registry.ts'
import { TimeAgo } from '#web/kit/Figures.tsx'
import { ToolMark } from '#web/kit/ToolMark.tsx'
import type { ActivityItemWire } from './api.ts'

/** A feed in the sense of ARIA: PageDown and PageUp, j and k walk its articles; Enter opens one. */
export function Feed(props: {
  label: string
  items: readonly ActivityItemWire[]
  current: string | undefined
  /** More can be loaded: the size of the set is not known. */
  more: boolean
  onOpen: (item: ActivityItemWire) => void
  onEnd: () => void
}) {
  const { label, items, current, more, onOpen, onEnd } = props
  const t = useText('activity')
  const home = useRef<HTMLDivElement>(null)
  const articles = () => [...(home.current?.querySelectorAll<HTMLElement>('article') ?? [])]
  const step = (by: number) => {
    const all = articles()
    const at = all.findIndex(article => article.contains(document.activeElement))
    const from = at < 0 ? (by > 0 ? -1 : 0) : at
    if (at < 0) rememberFocus()
    const target = all[Math.min(Math.max(from + by, 0), all.length - 1)]
    target?.focus()
    target?.scrollIntoView({ block: 'nearest' })
    if (from + by >= all.length - 3) onEnd()
    return target !== undefined
  }
  useKey('list-down', () => step(1), { within: home })
  useKey('list-up', () => step(-1), { within: home })
  useKey(
    'list-open',
    () => {
      const focused = articles().find(article => article === document.activeElement)
      const item = focused && items[articles().indexOf(focused)]
      if (!item) return false
      rememberFocus()
      onOpen(item)
      return true
    },
    { within: home },
  )
  const onPage = (event: KeyboardEvent) => {
    const by = { PageDown: 1, PageUp: -1 }[event.key]
    if (by === undefined) return
    event.preventDefault()
    step(by)
  }
  return (
    <div ref={home} role="feed" aria-label={label} className="a-feed" onKeyDown={onPage}>
      {items.map((item, index) => (
        <article
          key={item.id}
          tabIndex={item.id === current || (current === undefined && index === 0) ? 0 : -1}
          data-row=""
          aria-posinset={index + 1}
          aria-setsize={more ? -1 : items.length}
          aria-labelledby={`item-${item.id}`}
          aria-current={item.id === current ? 'true' : undefined}
          className={item.readAt === null ? 'a-item a-unread' : 'a-item'}
        >
          <h2 id={`item-${item.id}`} lang={item.language ?? undefined}>
            <button type="button" tabIndex={-1} onClick={() => onOpen(item)}>
              {item.title ?? item.text.slice(0, 80)}
            </button>
          </h2>
          <p className="k-meta">
            <ToolMark tool={item.tool} size={16} /> <TimeAgo at={item.publishedAt} />
            {' · '}
            {t('minutes', { count: item.minutes })}
            {' · '}
            {t(item.readAt === null ? 'unread' : 'read')}
          </p>
        </article>
      ))}
    </div>
  )
}
