import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { Button, NextStep } from '#web/kit/Button.tsx'
import { Dropzone } from '#web/kit/Dropzone.tsx'
import { TimeAgo } from '#web/kit/Figures.tsx'
import { Line, Meta, Stack } from '#web/kit/Layout.tsx'
import { Page } from '#web/kit/Page.tsx'
import { EmptyState, ErrorState, Notice, RowSkeleton } from '#web/kit/States.tsx'
import { isMoving } from '../model.ts'
import { type FetchedFile, type ImportWire, importsQuery, keys, startImport } from './api.ts'
import { FileCard, type ReadyFile } from './FileCard.tsx'
import { FromGithub } from './FromGithub.tsx'
import { Progress } from './Progress.tsx'
import { useImportWords } from './use-words.ts'
import './import.css'

/** From so many files on each shows what it is, and the rest when asked. */
const manyFiles = 3

type Chosen = { id: number; file: File | FetchedFile; ready?: ReadyFile | undefined }

/** Brings people in: drop, look, import; below, every import there was. */
export function ImportPage() {
  const t = useText('sourcing')
  const { many } = useImportWords()
  const last = useRef(0)
  const [files, setFiles] = useState<readonly Chosen[]>([])
  const found = useInfiniteQuery(importsQuery)
  const rows = found.data?.pages.flatMap(page => page.imports) ?? []
  const drop = (id: number) => setFiles(all => all.filter(one => one.id !== id))
  const add = (chosen: readonly (File | FetchedFile)[]) =>
    setFiles(all => [...all, ...chosen.map(file => ({ id: ++last.current, file }))])
  const ready = files.filter(one => one.ready)
  const start = useImportAll(drop)
  return (
    <Page title={t('title')}>
      <Stack gap={6}>
        <Dropzone label={t('drop')} hint={t('drop-hint')} multiple onFiles={add} />
        <FromGithub onFetched={file => add([file])} />
        {(ready.length > 1 || start.isPending) && (
          <Line>
            <NextStep busy={start.isPending} onClick={() => start.mutate(ready)}>
              {t('import-files', many(ready.length))}
            </NextStep>
            <Meta>{t('import-files-hint')}</Meta>
          </Line>
        )}
        {start.data?.map(problem => (
          <Notice key={problem} tone="warn">
            {problem}
          </Notice>
        ))}
        {files.map(({ id, file }, index) => (
          <FileCard
            key={id}
            file={file}
            first={index === 0 && ready.length < 2}
            folded={files.length >= manyFiles}
            onReady={found => setFiles(all => all.map(one => (one.id === id ? { ...one, ready: found } : one)))}
            onDone={() => drop(id)}
            onRemove={() => drop(id)}
          />
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

/** One after the other, in the order in which they stand; gives what kept some from being begun, which stay where they are. */
function useImportAll(onBegun: (id: number) => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (files: readonly Chosen[]) => {
      const problems: string[] = []
      for (const { id, file, ready } of files) {
        if (!ready) continue
        try {
          await startImport(ready.upload, ready.mapping)
          onBegun(id)
        } catch (error) {
          problems.push(`${file.name}: ${error instanceof Error ? error.message : String(error)}`)
        }
      }
      return problems
    },
    onSettled: () => queries.invalidateQueries({ queryKey: keys.list }),
  })
}

function HistoryRow({ row }: { row: ImportWire }) {
  const t = useText('sourcing')
  const { sum, many } = useImportWords()
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
      {isMoving(row.state) || row.state === 'paused' ? (
        <Progress row={row} />
      ) : (
        <Line>
          <Meta>{sum(row)}</Meta>
          {row.counts.created > 0 && row.state === 'done' && (
            <Link to="/people" search={{ sort: 'added' }}>
              {t('see', many(row.counts.created))}
            </Link>
          )}
        </Line>
      )}
      {row.error && <p className="i-problem">{row.error}</p>}
    </>
  )
}
