import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { ToolId } from '#kernel/tools.ts'
import { useLanguage, useText } from '#web/i18n/i18n.ts'
import { TimeAgo } from '#web/kit/Figures.tsx'
import { PersonName } from '#web/kit/PersonName.tsx'
import { type Presence, PresenceDot } from '#web/kit/PresenceDot.tsx'
import { EmptyState, ErrorState, RowSkeleton } from '#web/kit/States.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { ToolMark } from '#web/kit/ToolMark.tsx'
import { openConversation, type PresenceRow } from '../api.ts'
import { stageOf } from '../ConversationHead.tsx'
import { keys, presenceQuery } from '../queries.ts'

const pathOf = (status: string) => {
  try {
    return new URL(status).pathname
  } catch {
    return status
  }
}

/** Everybody who can be reached now, on all networks and on our own pages; one press opens the conversation. */
export function OnlineList({ onOpened }: { onOpened?: () => void }) {
  const t = useText('conversations')
  const navigate = useNavigate()
  const [only, setOnly] = useState<ToolId>()
  const { data, error, isPending, refetch } = useQuery(presenceQuery)
  const queries = useQueryClient()
  const { mutate } = useMutation({
    mutationFn: async (row: PresenceRow) => {
      if (row.conversation !== null) return row.conversation
      const { id } = await openConversation(row.connection, row.address)
      void queries.invalidateQueries({ queryKey: keys.presence })
      return id
    },
    onSuccess: id => {
      void navigate({ to: `/inbox/${id}` })
      onOpened?.()
    },
    onError: problem => tell(t('action.failed', { why: problem.message })),
  })
  if (isPending) return <RowSkeleton rows={4} label={t('online.loading')} />
  if (error && !data) return <ErrorState detail={error.message} onRetry={() => void refetch()} />
  if (data.length === 0) return <EmptyState title={t('online.empty')} />
  const tools = [...new Set(data.map(row => row.tool))]
  const shown = data.filter(row => only === undefined || row.tool === only)
  const rows = shown.length === 0 ? data : shown
  return (
    <>
      {tools.length > 1 && (
        <fieldset className="c-online-tools">
          <legend className="hush">{t('online.tools')}</legend>
          {tools.map(tool => (
            <button
              key={tool}
              type="button"
              className="c-online-tool"
              aria-pressed={only === tool}
              onClick={() => setOnly(only === tool ? undefined : tool)}
            >
              <ToolMark tool={tool} /> {data.filter(row => row.tool === tool).length}
            </button>
          ))}
        </fieldset>
      )}
      {groupsOf(rows).map(([group, members]) => (
        <section key={group} aria-label={t(`online.group.${group}`)}>
          {rows.length > members.length && <h3 className="c-online-group">{t(`online.group.${group}`)}</h3>}
          <People rows={members} onOpen={mutate} />
        </section>
      ))}
    </>
  )
}

/** Visitors on our pages first: they are here for a moment. Then whom we know, then the rest. */
function groupsOf(rows: readonly PresenceRow[]): [group: 'visitors' | 'known' | 'others', rows: PresenceRow[]][] {
  const groupOf = (row: PresenceRow) => (row.visitor ? 'visitors' : row.person ? 'known' : 'others')
  const groups = (['visitors', 'known', 'others'] as const).map((group): [typeof group, PresenceRow[]] => [
    group,
    rows.filter(row => groupOf(row) === group),
  ])
  return groups.filter(([, members]) => members.length > 0)
}

function People({ rows, onOpen }: { rows: readonly PresenceRow[]; onOpen: (row: PresenceRow) => void }) {
  const t = useText('conversations')
  return (
    <ul className="c-online">
      {rows.map(row => (
        <li key={`${row.connection} ${row.address}`}>
          <button type="button" className="c-online-row" onClick={() => onOpen(row)}>
            <span className="c-online-name">
              <Who row={row} />
            </span>
            <span className="k-meta">
              {row.status !== null && row.status !== '' && <bdi>{pathOf(row.status)}</bdi>}{' '}
              {row.state === 'away' && t('online.idle')} <TimeAgo at={row.since} />
            </span>
            {row.visitor && row.conversation === null && <span className="c-online-greet">{t('online.greet')}</span>}
            <Usually usually={row.usually} />
            {row.visitor && <CameFrom visitor={row.visitor} />}
          </button>
        </li>
      ))}
    </ul>
  )
}

/** "usually on Tue–Thu evenings"; nothing while too little is known. */
function Usually({ usually }: { usually: PresenceRow['usually'] }) {
  const t = useText('conversations')
  const { formats } = useLanguage()
  if (!usually || usually.days.length === 0) return null
  // 1 January 2024 was a Monday.
  const nameOf = (day: number) =>
    new Intl.DateTimeFormat(formats, { weekday: 'short', timeZone: 'UTC' }).format(Date.UTC(2024, 0, 1 + day))
  const runs: number[][] = []
  for (const day of usually.days) {
    const last = runs.at(-1)
    if (last && last.at(-1) === day - 1) last.push(day)
    else runs.push([day])
  }
  const days = runs
    .flatMap(run => (run.length > 2 ? [`${nameOf(run[0] ?? 0)}–${nameOf(run.at(-1) ?? 0)}`] : run.map(nameOf)))
    .join(', ')
  return (
    <span className="k-meta">
      {usually.days.length === 7
        ? t(`online.usually-daily.${usually.part}`)
        : t(`online.usually.${usually.part}`, { days })}
    </span>
  )
}

/** Where a visitor found the page: what they want is often written there. */
function CameFrom({ visitor: { referrer, campaign } }: { visitor: NonNullable<PresenceRow['visitor']> }) {
  const t = useText('conversations')
  const host = referrer !== null && URL.canParse(referrer) ? new URL(referrer).host : ''
  const words = [
    ...(campaign ? [t('online.campaign', { campaign })] : []),
    ...(host ? [t('online.from', { host })] : []),
  ]
  if (words.length === 0) return null
  return (
    <span className="k-meta">
      <bdi>{words.join(', ')}</bdi>
    </span>
  )
}

function Who({ row }: { row: PresenceRow }) {
  const t = useText('conversations')
  const visitor = row.tool === 'website-chat'
  const presence: Presence = visitor && row.state === 'online' ? 'visitor' : row.state
  if (row.person)
    return <PersonName name={row.person.name} stage={stageOf(row.person)} tools={[row.tool]} presence={presence} />
  return (
    <span className="k-name">
      <bdi className="k-name-text">{visitor ? t('visitor') : row.address}</bdi>
      <ToolMark tool={row.tool} />
      <PresenceDot presence={presence} />
    </span>
  )
}
