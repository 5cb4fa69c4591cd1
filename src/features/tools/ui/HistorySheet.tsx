import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ToolId } from '#kernel/tools.ts'
import { useLanguage, useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { EmptyState, ErrorState, RowSkeleton } from '#web/kit/States.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { isSection, type PartValue } from '../model.ts'
import { historyQuery, writePart } from './queries.ts'

/** Who wrote what; any version can be put back, as one version more. */
export function HistorySheet({ tool, mayWrite, onClose }: { tool: ToolId; mayWrite: boolean; onClose: () => void }) {
  const t = useText('tools')
  const { formats } = useLanguage()
  const cache = useQueryClient()
  const { data: edits, error, isPending, refetch } = useQuery(historyQuery(tool))
  const when = new Intl.DateTimeFormat(formats, { dateStyle: 'medium', timeStyle: 'short' })
  const back = useMutation({
    // What the list shows as standing, not what was known before it came.
    mutationFn: ({ part, value }: { part: string; value: PartValue | null }) =>
      writePart(tool, part, value, edits?.find(each => each.part === part && each.stands)?.edit ?? null),
    onSuccess: () => tell(t('kept')),
    onError: failed => tell(t('not-kept', { why: failed.message })),
    onSettled: () => cache.invalidateQueries({ queryKey: ['playbooks'] }),
  })
  const nameOf = (part: string) => (isSection(part) ? t(`part.${part}`) : part.slice('term:'.length))
  return (
    <Sheet title={t('history')} onClose={onClose}>
      <div className="t-form">
        {isPending && <RowSkeleton rows={3} label={t('loading')} />}
        {error && !edits && <ErrorState detail={error.message} onRetry={() => void refetch()} />}
        {edits?.length === 0 && <EmptyState title={t('no-history')} />}
        <ol className="t-history">
          {edits?.map(({ edit, part, value, by, at, stands }) => (
            <li key={edit}>
              <p>
                <strong>{nameOf(part)}</strong>{' '}
                <span className="k-meta">
                  <bdi>{by}</bdi>, <time dateTime={String(at)}>{when.format(new Date(at))}</time>
                </span>
              </p>
              <p className="t-version" lang="">
                {value === null
                  ? t('was-shipped')
                  : value.kind === 'hidden'
                    ? t('was-hidden')
                    : value.kind === 'text'
                      ? value.text
                      : value.term.meaning}
              </p>
              {stands ? (
                <span className="k-meta">{t('stands')}</span>
              ) : (
                mayWrite && (
                  <Button size="row" busy={back.isPending} onClick={() => back.mutate({ part, value })}>
                    {t('put-back')}
                  </Button>
                )
              )}
            </li>
          ))}
        </ol>
      </div>
    </Sheet>
  )
}
