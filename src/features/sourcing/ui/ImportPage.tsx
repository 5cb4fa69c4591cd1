import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { Dropzone } from '#web/kit/Dropzone.tsx'
import { TimeAgo } from '#web/kit/Figures.tsx'
import { Line, Meta, Stack } from '#web/kit/Layout.tsx'
import { Page } from '#web/kit/Page.tsx'
import { EmptyState, ErrorState, RowSkeleton } from '#web/kit/States.tsx'
import { isMoving } from '../model.ts'
import { type ImportWire, importsQuery } from './api.ts'
import { FileCard } from './FileCard.tsx'
import { Progress } from './Progress.tsx'
import { useImportWords } from './use-words.ts'
import './import.css'

/** Brings people in: drop, look, import; below, every import there was. */
export function ImportPage() {
  const t = useText('sourcing')
  const last = useRef(0)
  const [files, setFiles] = useState<readonly { id: number; file: File }[]>([])
  const found = useInfiniteQuery(importsQuery)
  const rows = found.data?.pages.flatMap(page => page.imports) ?? []
  const drop = (id: number) => setFiles(all => all.filter(one => one.id !== id))
  return (
    <Page title={t('title')}>
      <Stack gap={6}>
        <Dropzone
          label={t('drop')}
          hint={t('drop-hint')}
          multiple
          onFiles={chosen => setFiles(all => [...all, ...chosen.map(file => ({ id: ++last.current, file }))])}
        />
        {files.map(({ id, file }, index) => (
          <FileCard key={id} file={file} first={index === 0} onDone={() => drop(id)} onRemove={() => drop(id)} />
        ))}
        <section aria-label={t('history')}>
          <h2>{t('history')}</h2>
          {found.error && <ErrorState detail={found.error.message} onRetry={() => void found.refetch()} />}
          {found.isPending && <RowSkeleton rows={3} />}
          {found.data && rows.length === 0 && <EmptyState title={t('empty')} />}
          <ul className="i-history">
            {rows.map(row => (
              <li key={row.id}>
                <HistoryRow row={row} />
              </li>
            ))}
          </ul>
          {found.hasNextPage && (
            <Button busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
              {t('older')}
            </Button>
          )}
        </section>
      </Stack>
    </Page>
  )
}

function HistoryRow({ row }: { row: ImportWire }) {
  const t = useText('sourcing')
  const { sum } = useImportWords()
  return (
    <>
      <Line apart>
        <Link to="/import/$importId" params={{ importId: row.id }}>
          {row.name}
        </Link>
        <Meta>
          {t(`state.${row.state}`)} · <TimeAgo at={String(row.finishedAt ?? row.createdAt)} />
        </Meta>
      </Line>
      {isMoving(row.state) || row.state === 'paused' ? <Progress row={row} /> : <Meta>{sum(row)}</Meta>}
      {row.error && <p className="i-problem">{row.error}</p>}
    </>
  )
}
