import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useText } from '#web/i18n/i18n.ts'
import { Button, NextStep } from '#web/kit/Button.tsx'
import { TimeAgo } from '#web/kit/Figures.tsx'
import { Line, Stack } from '#web/kit/Layout.tsx'
import { Page } from '#web/kit/Page.tsx'
import { ErrorState, Notice, RowSkeleton } from '#web/kit/States.tsx'
import { canUndo, isMoving } from '../model.ts'
import { changeImport, keys, type ReportWire, rejectsUrl, reportQuery } from './api.ts'
import { Progress } from './Progress.tsx'
import { useImportWords } from './use-words.ts'
import { whyWords } from './why-words.ts'
import './import.css'

/** What one import did, and the way back. */
export function ReportPage() {
  const t = useText('sourcing')
  const { importId = '' } = useParams({ strict: false })
  const found = useQuery(reportQuery(importId))
  return (
    <Page
      title={found.data?.import.name ?? t('report')}
      meta={found.data && <TimeAgo at={String(found.data.import.createdAt)} />}
      actions={
        <Link to="/import" className="k-button k-button-quiet">
          {t('all')}
        </Link>
      }
    >
      {found.isPending && <RowSkeleton rows={4} />}
      {found.error && <ErrorState detail={found.error.message} onRetry={() => void found.refetch()} />}
      {found.data && <Report report={found.data} />}
    </Page>
  )
}

function Report({ report }: { report: ReportWire }) {
  const t = useText('sourcing')
  const { sum, whole, many } = useImportWords()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const { import: row, newJobs, rejects, rejectedFiles, kept } = report
  const undo = useMutation({
    mutationFn: () => changeImport(row.id, 'undo'),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: keys.report(row.id) }),
        queries.invalidateQueries({ queryKey: keys.list }),
      ]),
  })
  const talk = row.also.message + row.also.invitation
  const left = row.counts.rejected + row.counts.suppressed + row.also.partial
  return (
    <Stack gap={6}>
      {isMoving(row.state) || row.state === 'paused' ? (
        <Progress row={row} />
      ) : (
        <p>{t(row.state === 'done' ? 'searchable' : `state.${row.state}`)}</p>
      )}
      {row.error && <Notice tone="warn">{row.error}</Notice>}
      <p className="i-sum">{sum(row)}</p>
      {row.state === 'undone' && <Notice>{t('undone', { removed: whole(row.removed), kept: whole(row.kept) })}</Notice>}
      {talk > 0 && (
        <p>
          {t('talk', many(talk))} {row.also.unmatched > 0 && t('talk-left', many(row.also.unmatched))}
        </p>
      )}
      {row.also.room > 0 && <p>{t('room', many(row.also.room))}</p>}
      {row.also.taken > 0 && <p>{t('taken', many(row.also.taken))}</p>}
      {row.also.followed > 0 && <p>{t('followed', many(row.also.followed))}</p>}
      {row.also.own > 0 && <p>{t('own', many(row.also.own))}</p>}
      {row.also.owner && <p>{t('owner', { name: row.also.owner })}</p>}
      <Line>
        {row.counts.created > 0 && row.state === 'done' && (
          <NextStep onClick={() => void navigate({ to: '/people', search: { sort: 'added' } })}>
            {t('see', many(row.counts.created))}
          </NextStep>
        )}
        {left > 0 && <GetRows id={row.id} files={rejectedFiles} />}
        {canUndo(row.state) && (
          <Button shortcut="undo" showKey busy={undo.isPending} onClick={() => undo.mutate()}>
            {t('undo')}
          </Button>
        )}
      </Line>
      {rejectedFiles.length > 0 && (
        <p className="k-meta">{t(rejectedFiles.some(one => one.loads) ? 'mend' : 'mend-there')}</p>
      )}
      {row.counts.conflicts > 0 && row.state !== 'undone' && (
        <p>
          <Link to="/review">{t('compare', many(row.counts.conflicts))}</Link>
        </p>
      )}
      {undo.error && <Notice tone="warn">{undo.error.message}</Notice>}
      {newJobs.length > 0 && (
        <section aria-label={t('new-jobs')}>
          <h2>{t('new-jobs')}</h2>
          <ul className="i-list">
            {newJobs.map(one => (
              <li key={one.person}>
                <Link to="/people/$personId" params={{ personId: one.person }}>
                  {one.name}
                </Link>{' '}
                {t('job-change', { from: jobWords(one.from), to: jobWords(one.to) })}
              </li>
            ))}
          </ul>
          {row.counts.newJobs > newJobs.length && (
            <p>{t('first-of', { n: newJobs.length, total: whole(row.counts.newJobs) })}</p>
          )}
        </section>
      )}
      {kept.length > 0 && (
        <section aria-label={t('kept')}>
          <h2>{t('kept')}</h2>
          <ul className="i-list">
            {kept.map(one => (
              <li key={one.person}>
                <Link to="/people/$personId" params={{ personId: one.person }}>
                  {one.name}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      {rejects.length > 0 && (
        <section aria-label={t('rejects')}>
          <h2>{t('rejects')}</h2>
          <ul className="i-list">
            {rejects.map(one => (
              <li key={`${one.file} ${one.row}`}>
                <span>{t('reject', { row: one.row, why: whyWords(t, one.why) })}</span>
                {one.raw && <code className="i-raw">{one.raw}</code>}
              </li>
            ))}
          </ul>
          {left > rejects.length && <p>{t('first-of', { n: rejects.length, total: whole(left) })}</p>}
        </section>
      )}
    </Stack>
  )
}

/** One download for each file that can be loaded again, else one list of everything. */
function GetRows({ id, files }: { id: string; files: ReportWire['rejectedFiles'] }) {
  const t = useText('sourcing')
  const { many } = useImportWords()
  const loads = files.filter(one => one.loads)
  const isTable = loads.length === files.length && files.length === 1
  if (loads.length === 0 || isTable)
    return (
      <a className="k-button k-button-plain" href={rejectsUrl(id)} download>
        {t('get-rows')}
      </a>
    )
  return loads.map(({ file, rows }) => (
    <a key={file} className="k-button k-button-plain" href={rejectsUrl(id, file)} download>
      {t('get-rows-of', { file: file.slice(file.lastIndexOf('/') + 1), ...many(rows) })}
    </a>
  ))
}

const jobWords = (job: { title: string | null; organisation: string | null }) =>
  [job.title, job.organisation].filter(Boolean).join(', ')
