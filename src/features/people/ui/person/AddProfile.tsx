import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { PersonId } from '#kernel/ids.ts'
import { isToolId } from '#kernel/tools.ts'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { SelectField, TextField } from '#web/kit/Fields.tsx'
import { Line, Stack } from '#web/kit/Layout.tsx'
import { Notice } from '#web/kit/States.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { addProfile, removeProfile } from '../api.ts'
import { keys } from '../keys.ts'
import { profileTools } from '../list/AddPerson.tsx'

/** A page by its address, or a handle with its tool. */
export function AddProfile({ person, onClose }: { person: PersonId; onClose: () => void }) {
  const t = useText('people')
  const queries = useQueryClient()
  const [address, setAddress] = useState('')
  const [tool, setTool] = useState('')
  const refresh = () => void queries.invalidateQueries({ queryKey: keys.person(person) })
  const add = useMutation({
    mutationFn: () => addProfile(person, { address: address.trim(), ...(isToolId(tool) ? { tool } : {}) }),
    onSuccess: ({ id }) => {
      tell(t('profile.added'), () => void removeProfile(person, id).then(refresh, error => tell(error.message)))
      refresh()
      onClose()
    },
  })
  return (
    <form
      className="p-inline-form"
      onSubmit={event => {
        event.preventDefault()
        if (address.trim()) add.mutate()
      }}
    >
      <Stack gap={3}>
        <TextField
          label={t('add.address')}
          hint={t('add.address-hint')}
          value={address}
          maxLength={2000}
          autoComplete="off"
          autoFocus
          onChange={event => setAddress(event.target.value)}
        />
        <SelectField
          label={t('add.tool')}
          value={tool}
          choices={[
            { value: '', label: t('add.tool-auto') },
            ...profileTools.map(each => ({ value: each.id, label: each.label })),
          ]}
          onChange={event => setTool(event.target.value)}
        />
        {add.error && <Notice tone="block">{add.error.message}</Notice>}
        <Line>
          <Button type="submit" busy={add.isPending} unavailable={address.trim() ? undefined : t('add.address-first')}>
            {t('profile.add-this')}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
        </Line>
      </Stack>
    </form>
  )
}
