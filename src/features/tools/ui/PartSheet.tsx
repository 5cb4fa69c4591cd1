import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { ToolId } from '#kernel/tools.ts'
import { useText } from '#web/i18n/i18n.ts'
import { Button, NextStep } from '#web/kit/Button.tsx'
import { TextAreaField, TextField } from '#web/kit/Fields.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { isSection, type PartValue, playbookLimits, termPart } from '../model.ts'
import { playbookKeys, stateQuery, writePart } from './queries.ts'

export type PartToWrite = {
  tool: ToolId
  /** "term:" alone is a term that is not there yet. */
  part: string
  value: PartValue | null
  edited: boolean
  before: string | null
}

const limits = playbookLimits

/** Writes one part anew; the shipped text stays underneath and can be had back. */
export function PartSheet(props: PartToWrite & { onClose: () => void }) {
  const { tool, value, before, edited, onClose } = props
  const t = useText('tools')
  const cache = useQueryClient()
  const section = isSection(props.part)
  const [text, setText] = useState(value?.kind === 'text' ? value.text : '')
  const [term, setTerm] = useState(value?.kind === 'term' ? value.term.term : '')
  const [also, setAlso] = useState(value?.kind === 'term' ? (value.term.also ?? []).join(', ') : '')
  const [meaning, setMeaning] = useState(value?.kind === 'term' ? value.term.meaning : '')
  const [note, setNote] = useState(value?.kind === 'term' ? (value.term.note ?? '') : '')
  const fresh = props.part === 'term:'
  const part = fresh ? termPart(term) : props.part
  const { data: state } = useQuery(stateQuery)
  // A term that was hidden or taken back has a version already.
  const seen = fresh ? (state?.edits.find(each => each.tool === tool && each.part === part)?.edit ?? null) : before
  const write = useMutation({
    mutationFn: (next: PartValue | null) => writePart(tool, part, next, seen),
    onSuccess: ({ edit }) => {
      const undo = () =>
        void writePart(tool, part, edited ? value : null, edit)
          .then(() => cache.invalidateQueries({ queryKey: ['playbooks'] }))
          .catch((error: Error) => tell(t('not-kept', { why: error.message })))
      tell(t('kept'), undo)
      onClose()
    },
    onSettled: () => cache.invalidateQueries({ queryKey: playbookKeys.state }),
  })
  const empty = section ? text.trim() === '' : term.trim() === '' || meaning.trim() === ''
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (empty) return
    const names = also
      .split(',')
      .map(name => name.trim())
      .filter(name => name !== '')
    write.mutate(
      section
        ? { kind: 'text', text }
        : {
            kind: 'term',
            term: {
              term: term.trim(),
              meaning: meaning.trim(),
              ...(names.length > 0 ? { also: names } : {}),
              ...(note.trim() === '' ? {} : { note: note.trim() }),
            },
          },
    )
  }
  const title = section ? t(`part.${props.part}`) : fresh ? t('add-term') : term
  return (
    <Sheet title={title} onClose={onClose}>
      <form className="t-form" onSubmit={save}>
        <p className="k-meta">{t('write-words')}</p>
        {section ? (
          <TextAreaField
            label={t('text')}
            hint={t('text-hint')}
            rows={10}
            maxLength={limits.textChars}
            value={text}
            error={write.error?.message}
            onChange={event => setText(event.target.value)}
          />
        ) : (
          <>
            <TextField
              label={t('term')}
              readOnly={!fresh}
              maxLength={limits.termChars}
              value={term}
              error={write.error?.message}
              onChange={event => setTerm(event.target.value)}
            />
            <TextField
              label={t('also')}
              hint={t('also-hint')}
              optional
              value={also}
              onChange={event => setAlso(event.target.value)}
            />
            <TextField
              label={t('meaning')}
              maxLength={limits.meaningChars}
              value={meaning}
              onChange={event => setMeaning(event.target.value)}
            />
            <TextField
              label={t('note')}
              optional
              maxLength={limits.meaningChars}
              value={note}
              onChange={event => setNote(event.target.value)}
            />
          </>
        )}
        <div className="k-line">
          <NextStep type="submit" busy={write.isPending} unavailable={empty ? t('write-first') : undefined}>
            {t('save')}
          </NextStep>
          {edited && <Button onClick={() => write.mutate(null)}>{t('back-to-shipped')}</Button>}
          {!section && !fresh && (
            <Button look="quiet" onClick={() => write.mutate({ kind: 'hidden' })}>
              {t('hide-term')}
            </Button>
          )}
        </div>
      </form>
    </Sheet>
  )
}
