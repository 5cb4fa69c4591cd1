import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { TextField } from '#web/kit/Fields.tsx'
import { Stack } from '#web/kit/Layout.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { Notice } from '#web/kit/States.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { erasePerson, type PersonPageWire } from '../api.ts'
import { keys } from '../keys.ts'

/** The one thing here that can't be undone: the name is typed first. */
export function Erase({ person, onClose }: { person: PersonPageWire; onClose: () => void }) {
  const t = useText('people')
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [typed, setTyped] = useState('')
  const same = typed.trim().toLocaleLowerCase() === person.name.trim().toLocaleLowerCase()
  const erase = useMutation({
    mutationFn: () => erasePerson(person.id),
    onSuccess: async () => {
      onClose()
      await navigate({ to: '/people', replace: true })
      queries.removeQueries({ queryKey: keys.person(person.id) })
      void queries.invalidateQueries({ queryKey: keys.lists })
      tell(t('erase.done'))
    },
  })
  return (
    <Sheet
      title={t('erase.title', { name: person.name })}
      place="middle"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            look="danger"
            busy={erase.isPending}
            unavailable={same ? undefined : t('erase.type-first')}
            onClick={() => erase.mutate()}
          >
            {t('erase.do')}
          </Button>
        </>
      }
    >
      <Stack>
        <p>{t('erase.what')}</p>
        <TextField
          label={t('erase.type', { name: person.name })}
          value={typed}
          autoComplete="off"
          onChange={event => setTyped(event.target.value)}
        />
        {erase.error && <Notice tone="block">{erase.error.message}</Notice>}
      </Stack>
    </Sheet>
  )
}
