import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { isToolId, type ToolId } from '#kernel/tools.ts'
import { useText } from '#web/i18n/i18n.ts'
import { useKey } from '#web/keyboard/registry.ts'
import { Page } from '#web/kit/Page.tsx'
import { EmptyState } from '#web/kit/States.tsx'
import type { ViewName } from './api.ts'
import { ConversationHead } from './ConversationHead.tsx'
import { ConversationList } from './list/ConversationList.tsx'
import { OpenQuestions } from './list/OpenQuestions.tsx'
import { inboxViews, isViewName, Views } from './list/Views.tsx'
import { conversationQuery } from './queries.ts'
import { SidePanel } from './side/SidePanel.tsx'
import { ThreadActions } from './thread/ThreadActions.tsx'
import { ThreadPane } from './thread/ThreadPane.tsx'
import './composer/composer.css'
import './list/list.css'
import './side/side.css'
import './thread/thread.css'

export type InboxPlace = { view: ViewName; tool: ToolId | undefined; conversation: string | undefined }

/** Where the inbox is: the view and the tool of the list, and the open conversation. */
function useInboxPlace(): InboxPlace & { go: (change: Partial<InboxPlace>) => void } {
  const params: { conversationId?: string } = useParams({ strict: false })
  const search: { view?: string; tool?: string } = useSearch({ strict: false })
  const navigate = useNavigate()
  const place: InboxPlace = {
    view: search.view !== undefined && isViewName(search.view) ? search.view : 'all',
    tool: search.tool !== undefined && isToolId(search.tool) ? search.tool : undefined,
    conversation: params.conversationId,
  }
  const go = (change: Partial<InboxPlace>) => {
    const { view, tool, conversation } = { ...place, ...change }
    void navigate({
      to: conversation === undefined ? '/inbox' : `/inbox/${conversation}`,
      search: { ...(view === 'all' ? {} : { view }), ...(tool === undefined ? {} : { tool }) },
    })
  }
  return { ...place, go }
}

export function InboxPage() {
  const t = useText('conversations')
  const { view, tool, conversation, go } = useInboxPlace()
  const { data: detail } = useQuery({ ...conversationQuery(conversation ?? ''), enabled: conversation !== undefined })
  const open = detail?.conversation
  useKey('inbox-view', (_, digit) => {
    const wanted = inboxViews[Number(digit) - 1]
    if (!wanted) return false
    go({ view: wanted })
    return true
  })
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
            <Views view={view} tool={tool} onView={next => go({ view: next })} onTool={next => go({ tool: next })} />
            <OpenQuestions onOpen={id => go({ conversation: id })} />
            <ConversationList view={view} tool={tool} current={conversation} onOpen={id => go({ conversation: id })} />
          </div>
        ),
      }}
      {...(open
        ? { head: <ConversationHead conversation={open} />, actions: <ThreadActions conversation={open} /> }
        : {})}
      side={open ? { label: t('side.label'), content: <SidePanel conversation={open} /> } : undefined}
    >
      {conversation === undefined ? (
        <EmptyState title={t('thread.none')} />
      ) : (
        <ThreadPane key={conversation} id={conversation} />
      )}
    </Page>
  )
}
