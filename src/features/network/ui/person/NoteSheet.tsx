import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { Button, NextStep } from '#web/kit/Button.tsx'
import { SelectField, TextField } from '#web/kit/Fields.tsx'
import { Line, Stack } from '#web/kit/Layout.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { Notice } from '#web/kit/States.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { kindnessKinds, type Way } from '../../model.ts'
import { forgetKindness, keys, noteKindness } from '../api.ts'

const today = () => {
  const now = new Date()
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map(part => String(part).padStart(2, '0')).join('-')
}

/** What was done, in a few words and on its day: news passed on, thanks, help. */
export function NoteSheet(props: { way: Way; person: string; name: string; onClose: () => void }) {
  const { way, person, name, onClose } = props
  const t = useText('network')
  const cache = useQueryClient()
  const [kind, setKind] = useState<(typeof kindnessKinds)[number]>('news')
  const [words, setWords] = useState('')
  const [day, setDay] = useState(today)
  const refresh = () => void cache.invalidateQueries({ queryKey: keys.balance(person) })
  const forget = useMutation({ mutationFn: forgetKindness, onError: error => tell(error.message), onSettled: refresh })
  const note = useMutation({
    mutationFn: () =>
      noteKindness(person, {
        way,
        kind,
        words: words.trim(),
        ...(day !== '' && day < today() && { at: new Date(`${day}T12:00:00`).toISOString() }),
      }),
    onSuccess: ({ id }) => {
      tell(t('balance.noted'), () => forget.mutate(id))
      onClose()
    },
    onSettled: refresh,
  })
  return (
    <Sheet title={t(`note.title-${way}`, { name })} onClose={onClose}>
      <form
        onSubmit={event => {
          event.preventDefault()
          note.mutate()
        }}
      >
        <Stack gap={4}>
          <SelectField
            label={t('note.kind')}
            value={kind}
            choices={kindnessKinds.map(one => ({ value: one, label: t(`kindness.${way}.${one}`) }))}
            onChange={event => setKind(kindnessKinds.find(one => one === event.target.value) ?? 'news')}
          />
          <TextField
            label={t('note.words')}
            hint={t('note.words-hint')}
            optional
            maxLength={300}
            value={words}
            onChange={event => setWords(event.target.value)}
          />
          <TextField
            label={t('note.when')}
            type="date"
            max={today()}
            value={day}
            onChange={event => setDay(event.target.value)}
          />
          {note.error && <Notice tone="block">{note.error.message}</Notice>}
          <Line>
            <NextStep type="submit" busy={note.isPending}>
              {t('note.do')}
            </NextStep>
            <Button look="quiet" onClick={onClose}>
              {t('cancel')}
            </Button>
          </Line>
        </Stack>
      </form>
    </Sheet>
  )
}
