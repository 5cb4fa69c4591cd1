import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { Button, NextStep } from '#web/kit/Button.tsx'
import { Line, Meta, Panel } from '#web/kit/Layout.tsx'
import { ErrorState, Notice, ProgressBar } from '#web/kit/States.tsx'
import {
  type FetchedFile,
  keys,
  type Mapping,
  type PreviewWire,
  previewUpload,
  startImport,
  uploadFile,
} from './api.ts'
import { PreviewTable } from './PreviewTable.tsx'
import { useImportWords } from './use-words.ts'
import { unreadableWords } from './why-words.ts'

/** A file that Import can take in as it is. */
export type ReadyFile = { upload: string; mapping: Mapping | undefined }

type Props = {
  /** Chosen here, or fetched by the server. */
  file: File | FetchedFile
  /** Its button is the page's next step. */
  first: boolean
  /** Of many: what is in it is folded away until it is asked for, or needs a word. */
  folded: boolean
  onReady: (ready: ReadyFile | undefined) => void
  onDone: () => void
  onRemove: () => void
}

/** One chosen file: sent up, recognised, shown as it would be understood. Nothing is written before Import. */
export function FileCard({ file, first, folded, onReady, onDone, onRemove }: Props) {
  const t = useText('sourcing')
  const { many } = useImportWords()
  const queries = useQueryClient()
  const [sent, setSent] = useState(0)
  const [upload, setUpload] = useState<string>()
  const [failed, setFailed] = useState<string>()
  const [attempt, setAttempt] = useState(0)
  const [mapping, setMapping] = useState<Mapping>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt sends the file again
  useEffect(() => {
    const stop = new AbortController()
    setFailed(undefined)
    if (!(file instanceof File)) {
      setUpload(file.id)
      return
    }
    uploadFile(file, stop.signal, setSent).then(setUpload, error => {
      if (!stop.signal.aborted) setFailed(error instanceof Error ? error.message : String(error))
    })
    return () => stop.abort(new Error('left'))
  }, [file, attempt])
  const preview = useQuery({
    queryKey: ['upload-preview', upload, mapping],
    queryFn: () => previewUpload(upload ?? '', mapping),
    enabled: upload !== undefined,
    placeholderData: before => before,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const start = useMutation({
    mutationFn: () => startImport(upload ?? '', mapping),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: keys.list })
      onDone()
    },
  })
  const { data } = preview
  const isReady = data !== undefined && !data.problem && !preview.isFetching && !start.isPending && upload !== undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: told when it changes, not when whoever listens does
  useEffect(() => onReady(isReady ? { upload, mapping } : undefined), [isReady, upload, mapping])
  const rows = data?.exact ? data.counts.people : data?.rowsTotal
  const words = rows ? t(data?.exact ? 'import' : 'import-about', many(rows)) : t('import-all')
  const Act = first ? NextStep : Button
  return (
    <Panel label={file.name}>
      <Line apart>
        <h2 className="i-name">{file.name}</h2>
        <Button size="row" look="quiet" onClick={onRemove}>
          {t('remove')}
        </Button>
      </Line>
      {!upload && !failed && <ProgressBar value={sent} label={t('sending', { name: file.name })} />}
      {failed && <ErrorState title={t('not-sent')} detail={failed} onRetry={() => setAttempt(attempt + 1)} />}
      {upload && preview.isPending && <ProgressBar value={undefined} label={t('reading')} words={t('reading')} />}
      {preview.error && <Notice tone="warn">{unreadableWords(t, preview.error.message)}</Notice>}
      {data && (
        <>
          <p className="i-what">
            <strong>{formatName(t, data)}</strong>
            <Meta>{data.exact ? t('rows', many(data.rowsTotal ?? 0)) : t('rows-many')}</Meta>
            {data.counts.rejected > 0 && <Meta>{t('rows-odd', many(data.counts.rejected))}</Meta>}
            {data.counts.partial > 0 && <Meta>{t('rows-partial', many(data.counts.partial))}</Meta>}
            {data.counts.messages + data.counts.invitations > 0 && (
              <Meta>{t('messages', many(data.counts.messages + data.counts.invitations))}</Meta>
            )}
          </p>
          {data.remembered && <Notice>{t('remembered')}</Notice>}
          {data.problem && <Notice tone="warn">{data.problem}</Notice>}
          <Folded folded={folded && !data.problem} words={t(data.columns ? 'look-columns' : 'look-rows')}>
            <PreviewTable
              preview={data}
              mapping={mapping}
              onMean={(column, meaning) =>
                // Over what was chosen a moment ago, whose preview may still be on its way.
                setMapping(chosen => ({
                  ...Object.fromEntries((data.columns ?? []).map(one => [one.name, one.meaning])),
                  ...chosen,
                  [column]: meaning,
                }))
              }
            />
          </Folded>
          {start.error && <Notice tone="warn">{start.error.message}</Notice>}
          <Line>
            <Act
              busy={start.isPending || preview.isFetching}
              unavailable={data.problem ? t('map-first') : undefined}
              onClick={() => start.mutate()}
            >
              {words}
            </Act>
            <Meta>{t('nothing-yet')}</Meta>
          </Line>
        </>
      )}
    </Panel>
  )
}

function Folded({ folded, words, children }: { folded: boolean; words: string; children: ReactNode }) {
  if (!folded) return children
  return (
    <details className="i-folded">
      <summary>{words}</summary>
      {children}
    </details>
  )
}

/** The format in the reader's language; of tables and of LinkedIn's files the name of the very layout. */
function formatName(t: (key: string) => string, { format, label }: Pick<PreviewWire, 'format' | 'label'>): string {
  const isLayout = /^(?:csv|xlsx|linkedin-export)$/.test(format) && !/^(?:Table \(|LinkedIn data export)/.test(label)
  return isLayout ? label : t(`format.${format}`)
}
