import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { queryClient } from '#web/api/queries.ts'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { ChoiceField } from '#web/kit/Fields.tsx'
import { TimeAgo } from '#web/kit/Figures.tsx'
import { Line, Stack } from '#web/kit/Layout.tsx'
import { Page } from '#web/kit/Page.tsx'
import { EmptyState, ErrorState, RowSkeleton } from '#web/kit/States.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { type NoticeView, seeNotices } from '../organise/api.ts'
import { useNoticeWords } from '../organise/notice-words.ts'
import { placeOf } from '../organise/place.ts'
import { allNoticesQuery, organiseKeys } from '../organise/queries.ts'
import './mentions.css'

const readMentionSearch = (search: Record<string, unknown>): { kind?: 'all'; show?: 'new' } => ({
  ...(search.kind === 'all' ? { kind: 'all' } : {}),
  ...(search.show === 'new' ? { show: 'new' } : {}),
})

/** Where colleagues named me in a note, read or not; or everything that I was told. */
export function MentionsPage() {
  const t = useText('conversations')
  const navigate = useNavigate()
  const { kind, show }: { kind?: 'all'; show?: 'new' } = readMentionSearch(useSearch({ strict: false }))
  const list = useInfiniteQuery(allNoticesQuery(kind === 'all' ? undefined : 'mentioned', show ?? 'all'))
  const notices = list.data?.pages.flatMap(page => page.notices)
  const see = useMutation({
    mutationFn: (notice: string | undefined) => seeNotices(notice === undefined ? {} : { notice }),
    onError: error => tell(t('action.failed', { why: error.message })),
    onSettled: () => queryClient.invalidateQueries({ queryKey: organiseKeys.notices }),
  })
  const go = (to: { kind?: string | undefined; show?: string | undefined }) =>
    void navigate({ to: '/mentions', search: readMentionSearch({ kind, show, ...to }), replace: true })
  const unread = notices?.some(notice => notice.seenAt === null) ?? false
  return (
    <Page
      title={t('mentions.title')}
      actions={
        unread && (
          <Button busy={see.isPending && see.variables === undefined} onClick={() => see.mutate(undefined)}>
            {t('mentions.read-all')}
          </Button>
        )
      }
    >
      <Stack gap={4}>
        <Line>
          <ChoiceField
            label={t('mentions.kind')}
            hideLabel
            value={kind ?? 'mentioned'}
            choices={(['mentioned', 'all'] as const).map(each => ({ value: each, label: t(`mentions.of.${each}`) }))}
            onChoose={to => go({ kind: to })}
          />
          <ChoiceField
            label={t('mentions.which')}
            hideLabel
            value={show ?? 'all'}
            choices={(['all', 'new'] as const).map(each => ({ value: each, label: t(`mentions.show.${each}`) }))}
            onChoose={to => go({ show: to })}
          />
        </Line>
        {!notices &&
          (list.error ? (
            <ErrorState detail={list.error.message} onRetry={() => void list.refetch()} />
          ) : (
            <RowSkeleton />
          ))}
        {notices?.length === 0 && (
          <EmptyState title={t(show === 'new' ? 'mentions.empty-new' : `mentions.empty-${kind ?? 'mentioned'}`)} />
        )}
        {notices && notices.length > 0 && (
          <ul className="c-told">
            {notices.map(notice => (
              <Told key={notice.id} notice={notice} onSee={() => see.mutate(notice.id)} />
            ))}
          </ul>
        )}
        {list.hasNextPage && (
          <Line>
            <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {t('mentions.older')}
            </Button>
          </Line>
        )}
      </Stack>
    </Page>
  )
}

function Told({ notice, onSee }: { notice: NoticeView; onSee: () => void }) {
  const t = useText('conversations')
  const words = useNoticeWords()(notice)
  const isNew = notice.seenAt === null
  return (
    <li data-new={isNew || undefined}>
      <div>
        <Link to={placeOf(notice)} className="c-told-link" onClick={isNew ? onSee : undefined}>
          <bdi>{words}</bdi>
        </Link>
        {notice.kind === 'mentioned' && notice.words !== '' && <q dir="auto">{notice.words}</q>}
        <span className="k-meta">
          <TimeAgo at={notice.at} /> {isNew && <strong>· {t('mentions.is-new')}</strong>}
        </span>
      </div>
      {isNew && (
        <Button size="row" look="quiet" onClick={onSee}>
          {t('mentions.read')}
          <span className="hush">: {words}</span>
        </Button>
      )}
    </li>
  )
}
