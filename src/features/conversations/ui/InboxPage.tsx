import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { parseId } from '#kernel/ids.ts'
import { isToolId } from '#kernel/tools.ts'
import { useText } from '#web/i18n/i18n.ts'
import { Page } from '#web/kit/Page.tsx'
import { EmptyState } from '#web/kit/States.tsx'
import { ConversationHead } from './ConversationHead.tsx'
import { ConversationList } from './list/ConversationList.tsx'
import { Notices } from './list/Notices.tsx'
import { OpenQuestions } from './list/OpenQuestions.tsx'
import { type Filter, rowsQuery } from './list/rows.ts'
import { isViewName, Views } from './list/Views.tsx'
import { conversationQuery } from './queries.ts'
import { SidePanel } from './side/SidePanel.tsx'
import { ThreadActions } from './thread/ThreadActions.tsx'
import { ThreadPane } from './thread/ThreadPane.tsx'
import './composer/composer.css'
import './list/list.css'
import './organise/organise.css'
import './side/side.css'
import './thread/thread.css'

type InboxPlace = { filter: Filter; conversation: string | undefined }

/** Where the inbox is: the view, the tool, the label, the pool and the team of the list, and the open conversation. */
function useInboxPlace(): InboxPlace & {
  go: (change: Partial<Filter & { conversation: string | undefined }>) => void
} {
  const { conversationId: conversation }: { conversationId?: string } = useParams({ strict: false })
  const search: { view?: string; tool?: string; label?: string; pool?: string; team?: string } = useSearch({
    strict: false,
  })
  const navigate = useNavigate()
  const filter = useMemo<Filter>(
    () => ({
      view: search.view !== undefined && isViewName(search.view) ? search.view : 'all',
      tool: search.tool !== undefined && isToolId(search.tool) ? search.tool : undefined,
      label: search.label === undefined ? undefined : parseId<'Label'>(search.label),
      pool: search.pool === undefined ? undefined : parseId<'Pool'>(search.pool),
      team: search.team === undefined ? undefined : parseId<'Team'>(search.team),
    }),
    [search.view, search.tool, search.label, search.pool, search.team],
  )
  return {
    filter,
    conversation,
    go: change => {
      const { conversation: to, view, tool, label, pool, team } = { ...filter, conversation, ...change }
      void navigate({
        to: to === undefined ? '/inbox' : `/inbox/${to}`,
        search: {
          ...(view === 'all' ? {} : { view }),
          ...(tool === undefined ? {} : { tool }),
          ...(label === undefined ? {} : { label }),
          ...(pool === undefined ? {} : { pool }),
          ...(team === undefined ? {} : { team }),
        },
      })
    },
  }
}

/** Beside a list that is still loading, nothing: what is to be done depends on what is in it. */
function NothingOpen({ filter }: { filter: Filter }) {
  const t = useText('conversations')
  const { data } = useQuery(rowsQuery(filter))
  if (!data) return null
  return <EmptyState title={t(data.rows.length > 0 ? 'thread.none' : 'thread.comes-here')} />
}

export function InboxPage() {
  const t = useText('conversations')
  const { filter, conversation, go } = useInboxPlace()
  const { data: detail } = useQuery({ ...conversationQuery(conversation ?? ''), enabled: conversation !== undefined })
  const open = detail?.conversation
  return (
    <Page
      title={open ? open.title : t('rail.inbox')}
      fill
      pane={conversation === undefined ? 'list' : 'main'}
      onBack={() => go({ conversation: undefined })}
      list={{
        label: t('list.label'),
        content: (
          <div className="c-list">
            <Views filter={filter} onGo={go} />
            <OpenQuestions onOpen={id => go({ conversation: id })} />
            <Notices current={conversation} onOpen={id => go({ conversation: id })} />
            <ConversationList
              key={JSON.stringify(filter)}
              filter={filter}
              current={conversation}
              onOpen={id => go({ conversation: id })}
            />
          </div>
        ),
      }}
      {...(open
        ? { head: <ConversationHead conversation={open} />, actions: <ThreadActions conversation={open} /> }
        : {})}
      side={open ? { label: t('side.label'), content: <SidePanel conversation={open} /> } : undefined}
    >
      {conversation === undefined ? (
        <NothingOpen filter={filter} />
      ) : (
        <ThreadPane key={conversation} id={conversation} />
      )}
    </Page>
  )
}
