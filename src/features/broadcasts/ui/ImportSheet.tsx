import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { NextStep } from '#web/kit/Button.tsx'
import { FileField } from '#web/kit/FileField.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { Notice } from '#web/kit/States.tsx'
import { importCsv, listKeys, whyOf } from './queries.ts'

/** A list that was kept elsewhere: with proof it is taken, without it people are asked. */
export function ImportSheet({ list, onClose }: { list: string; onClose: () => void }) {
  const t = useText('broadcasts')
  const cache = useQueryClient()
  const [file, setFile] = useState<File>()
  const take = useMutation({
    mutationFn: async (given: File) => importCsv(list, await given.text()),
    onSuccess: () => cache.invalidateQueries({ queryKey: listKeys.all }),
  })
  const tooBig = file !== undefined && file.size > 900_000
  const done = take.data
  return (
    <Sheet title={t('import.title')} onClose={onClose}>
      <div className="l-form">
        <p>{t('import.words')}</p>
        <p className="k-meta">{t('import.columns')}</p>
        <FileField
          label={t('import.file')}
          error={tooBig ? t('import.too-big') : undefined}
          accept=".csv,.tsv,text/csv"
          chosen={{ file }}
          onFile={given => {
            setFile(given)
            take.reset()
          }}
        />
        {take.error && <Notice tone="block">{whyOf(take.error) ?? t('failed')}</Notice>}
        {done ? (
          <Notice tone="ok">
            <p>
              {t('import.done', {
                confirmed: done.confirmed,
                asked: done.asked,
                known: done.known,
                closed: done.closed,
              })}
            </p>
            {done.wrong.length > 0 && (
              <ul>
                {done.wrong.slice(0, 50).map(({ row, why }) => (
                  <li key={row}>{t(`import.wrong-${why}`, { row })}</li>
                ))}
              </ul>
            )}
          </Notice>
        ) : (
          <NextStep
            busy={take.isPending}
            unavailable={file === undefined ? t('import.first') : tooBig ? t('import.too-big') : undefined}
            onClick={() => file && take.mutate(file)}
          >
            {t('import.take')}
          </NextStep>
        )}
      </div>
    </Sheet>
  )
}
