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

/** Those that always stand in the row; the others come there when they are open. */
const usual: readonly (typeof inboxViews)[number][] = ['unread', 'mine', 'waiting', 'requests']

export const isViewName = (text: string): text is (typeof inboxViews)[number] =>
  (inboxViews as readonly string[]).includes(text)

/** One row: the views with how many there are in each; the rest, and the tool to look at, under one button. */
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
  const countOf = (each: ViewName) =>
    each === 'all' || each === 'done' || each === 'unassigned' ? 0 : (counts?.[each] ?? 0)
  // The open view comes first when it is not one of the usual, so that it is always seen.
  const seen = usual.some(each => each === view) ? usual : inboxViews.filter(each => each === view).concat(usual)
  const entries: readonly MenuEntry[] = [
    ...inboxViews
      .filter(each => !seen.includes(each))
      .map(
        (each): MenuEntry => ({
          kind: 'item',
          key: each,
          label: t(`views.${each}`),
          hint: countOf(each) > 0 ? String(countOf(each)) : undefined,
          run: () => onView(each),
        }),
      ),
    ...(tools.length > 0
      ? [
          { kind: 'heading' as const, key: 'tools', label: t('views.tools') },
          { kind: 'item' as const, key: 'all-tools', label: t('views.all-tools'), run: () => onTool(undefined) },
        ]
      : []),
    ...tools.map((each): MenuEntry => ({ kind: 'item', key: each, label: toolLabel(each), run: () => onTool(each) })),
  ]
  return (
    <nav className="c-views" aria-label={t('views.label')}>
      <span className="c-views-row">
        {seen.map(each => (
          <button
            key={each}
            type="button"
            className="c-view"
            aria-current={each === view ? 'true' : undefined}
            aria-keyshortcuts={String(inboxViews.indexOf(each) + 1)}
            onClick={() => onView(each)}
          >
            {t(`views.${each}`)}
            {countOf(each) > 0 && <span className="c-view-count">{countOf(each)}</span>}
          </button>
        ))}
      </span>
      <Menu
        label={t('views.more')}
        entries={entries}
        target={
          <button
            type="button"
            className="c-view"
            aria-current={tool === undefined ? undefined : 'true'}
            aria-label={tool === undefined ? t('views.more') : undefined}
            title={t('views.more')}
          >
            {tool !== undefined && <ToolMark tool={tool} />}
            <Icon name="down" size={14} />
          </button>
        }
      />
    </nav>
  )
}
