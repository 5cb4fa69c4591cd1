import { useQuery } from '@tanstack/react-query'
import { toolLabel } from '#features/tools/model.ts'
import type { ToolId } from '#kernel/tools.ts'
import { useText } from '#web/i18n/i18n.ts'
import { Icon } from '#web/kit/Icon.tsx'
import { Menu, type MenuEntry } from '#web/kit/Menu.tsx'
import { ToolMark } from '#web/kit/ToolMark.tsx'
import type { ViewName } from '../api.ts'
import { connectionsQuery, countsQuery } from '../queries.ts'

/** In the order of the keys 1 to 7. */
export const inboxViews = [
  'unread',
  'mine',
  'waiting',
  'snoozed',
  'requests',
  'all',
  'done',
] as const satisfies ViewName[]

export const isViewName = (text: string): text is (typeof inboxViews)[number] =>
  (inboxViews as readonly string[]).includes(text)

/** The views with how many there are in each, and the tool to look at. */
export function Views(props: {
  view: ViewName
  tool: ToolId | undefined
  onView: (view: ViewName) => void
  onTool: (tool: ToolId | undefined) => void
}) {
  const { view, tool, onView, onTool } = props
  const t = useText('conversations')
  const { data: counts } = useQuery(countsQuery)
  const { data: connections = [] } = useQuery(connectionsQuery)
  const tools = [...new Set(connections.map(connection => connection.tool))]
  const entries: readonly MenuEntry[] = [
    { kind: 'item', key: 'all', label: t('views.all-tools'), run: () => onTool(undefined) },
    ...tools.map((each): MenuEntry => ({ kind: 'item', key: each, label: toolLabel(each), run: () => onTool(each) })),
  ]
  return (
    <nav className="c-views" aria-label={t('views.label')}>
      {inboxViews.map((each, index) => {
        const count = each === 'all' || each === 'done' ? 0 : (counts?.[each] ?? 0)
        return (
          <button
            key={each}
            type="button"
            className="c-view"
            aria-current={each === view ? 'true' : undefined}
            aria-keyshortcuts={String(index + 1)}
            onClick={() => onView(each)}
          >
            {t(`views.${each}`)}
            {count > 0 && <span className="c-count">{count}</span>}
          </button>
        )
      })}
      {tools.length > 0 && (
        <Menu
          label={t('views.tools')}
          entries={entries}
          target={
            <button type="button" className="c-view" aria-current={tool === undefined ? undefined : 'true'}>
              {tool === undefined ? t('views.tools') : <ToolMark tool={tool} word />}
              <Icon name="down" size={14} />
            </button>
          }
        />
      )}
    </nav>
  )
}
