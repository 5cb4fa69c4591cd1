import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { toolLabel } from '#features/tools/model.ts'
import { useText } from '#web/i18n/i18n.ts'
import { useKey } from '#web/keyboard/registry.ts'
import { Icon } from '#web/kit/Icon.tsx'
import { Menu, type MenuEntry } from '#web/kit/Menu.tsx'
import { ToolMark } from '#web/kit/ToolMark.tsx'
import type { ViewName } from '../api.ts'
import { LabelChip } from '../organise/LabelChip.tsx'
import { labelsQuery } from '../organise/queries.ts'
import { connectionsQuery, countsQuery, inboxToolsQuery, poolsQuery, teamsQuery } from '../queries.ts'
import type { Filter } from './rows.ts'

/** In the order of the keys 1 to 8; 9 opens tools, labels, pools and teams. */
export const inboxViews = [
  'unread',
  'mine',
  'waiting',
  'snoozed',
  'requests',
  'all',
  'done',
  'unassigned',
] as const satisfies ViewName[]

/** Those that always stand in the row, by how much they must not be cut off; the others come there when they are open. */
const usual: readonly (typeof inboxViews)[number][] = ['unread', 'requests', 'mine', 'waiting']

/** The server counts to a thousand. */
const most = 1_000

export const isViewName = (text: string): text is (typeof inboxViews)[number] =>
  (inboxViews as readonly string[]).includes(text)

/** One row: the views with how many there are in each; the rest, and the tool, label, pool or team to look at, under one button. */
export function Views({ filter, onGo }: { filter: Filter; onGo: (change: Partial<Filter>) => void }) {
  const { view, tool, label, pool, team } = filter
  const t = useText('conversations')
  const { data: counts } = useQuery(countsQuery)
  const { data: connections = [] } = useQuery(connectionsQuery)
  const { data: talkedOver = [] } = useQuery(inboxToolsQuery)
  const { data: labels = [] } = useQuery(labelsQuery)
  const { data: pools = [] } = useQuery(poolsQuery)
  const { data: teams = [] } = useQuery(teamsQuery)
  const more = useRef<HTMLButtonElement>(null)
  useKey('inbox-view', (_, digit) => {
    const wanted = inboxViews[Number(digit) - 1]
    if (wanted) onGo({ view: wanted })
    else more.current?.click()
  })
  const tools = [...new Set([...connections.map(connection => connection.tool), ...talkedOver])]
  const countOf = (each: ViewName) => {
    const count = each === 'all' || each === 'done' ? 0 : (counts?.[each] ?? 0)
    return count === 0 ? undefined : count >= most ? `${most - 1}+` : String(count)
  }
  const chosen = labels.find(each => each.id === label)
  const inPool = pools.find(each => each.id === pool)
  const ofTeam = teams.find(each => each.id === team)
  const narrowed = tool !== undefined || label !== undefined || pool !== undefined || team !== undefined
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
          hint: countOf(each),
          run: () => onGo({ view: each }),
        }),
      ),
    ...(narrowed
      ? [
          { kind: 'line' as const, key: 'before-everything' },
          {
            kind: 'item' as const,
            key: 'everything',
            label: t('views.everything'),
            run: () => onGo({ tool: undefined, label: undefined, pool: undefined, team: undefined }),
          },
        ]
      : []),
    ...(tools.length > 0 ? [{ kind: 'heading' as const, key: 'tools', label: t('views.tools') }] : []),
    ...tools.map(
      (each): MenuEntry => ({
        kind: 'item',
        key: each,
        label: toolLabel(each),
        hint: each === tool ? <Icon name="check" size={16} /> : undefined,
        run: () => onGo({ tool: each }),
      }),
    ),
    ...(labels.length > 0 ? [{ kind: 'heading' as const, key: 'labels', label: t('action.labels') }] : []),
    ...labels.map(
      (each): MenuEntry => ({
        kind: 'item',
        key: each.id,
        label: each.name,
        hint:
          each.id === label ? (
            <Icon name="check" size={16} />
          ) : each.open > 0 ? (
            each.open >= most ? (
              `${most - 1}+`
            ) : (
              String(each.open)
            )
          ) : undefined,
        run: () => onGo({ label: each.id }),
      }),
    ),
    ...(pools.length > 0 ? [{ kind: 'heading' as const, key: 'pools', label: t('views.pools') }] : []),
    ...pools.map(
      (each): MenuEntry => ({
        kind: 'item',
        key: each.id,
        label: each.name,
        hint: each.id === pool ? <Icon name="check" size={16} /> : undefined,
        run: () => onGo({ pool: each.id }),
      }),
    ),
    ...(teams.length > 0 ? [{ kind: 'heading' as const, key: 'teams', label: t('views.teams') }] : []),
    ...teams.map(
      (each): MenuEntry => ({
        kind: 'item',
        key: each.id,
        label: each.name,
        hint: each.id === team ? <Icon name="check" size={16} /> : undefined,
        run: () => onGo({ team: each.id }),
      }),
    ),
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
            onClick={() => onGo({ view: each })}
          >
            {t(`views.${each}`)}
            {countOf(each) !== undefined && <span className="c-view-count">{countOf(each)}</span>}
          </button>
        ))}
      </span>
      <Menu
        label={t('views.more')}
        entries={entries}
        target={
          <button
            ref={more}
            type="button"
            className="c-view"
            aria-current={narrowed ? 'true' : undefined}
            aria-label={t('views.more')}
            aria-keyshortcuts="9"
            title={t('views.more')}
          >
            {tool !== undefined && <ToolMark tool={tool} />}
            {chosen && <LabelChip name={chosen.name} colour={chosen.colour} />}
            {inPool && <bdi className="c-view-pool">{inPool.name}</bdi>}
            {ofTeam && <bdi className="c-view-pool">{ofTeam.name}</bdi>}
            <Icon name="down" size={14} />
          </button>
        }
      />
    </nav>
  )
}
