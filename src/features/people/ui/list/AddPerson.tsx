import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { allTools } from '#features/tools/model.ts'
import { isToolId } from '#kernel/tools.ts'
import { useText } from '#web/i18n/i18n.ts'
import { NextStep } from '#web/kit/Button.tsx'
import { SelectField, TextField } from '#web/kit/Fields.tsx'
import { Stack } from '#web/kit/Layout.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { Notice } from '#web/kit/States.tsx'
import { addPerson } from '../api.ts'
import { keys } from '../keys.ts'

/** Tools whose accounts a profile can stand for. */
export const profileTools = allTools.filter(tool => tool.kind !== 'broadcast' && tool.id !== 'website-chat')

/** By hand: a name, and where they are found if that is known. */
export function AddPerson({ onClose }: { onClose: () => void }) {
  const t = useText('people')
  const navigate = useNavigate()
  const queries = useQueryClient()
  const form = useId()
  const [name, setName] = useState('')
  const [place, setPlace] = useState('')
  const [address, setAddress] = useState('')
  const [tool, setTool] = useState('')
  const add = useMutation({
    mutationFn: () =>
      addPerson({
        name: name.trim(),
        ...(place.trim() ? { place: place.trim() } : {}),
        ...(address.trim() ? { profiles: [{ address: address.trim(), ...(isToolId(tool) ? { tool } : {}) }] } : {}),
      }),
    onSuccess: async ({ id }) => {
      void queries.invalidateQueries({ queryKey: keys.lists })
      onClose()
      await navigate({ to: '/people/$personId', params: { personId: id } })
    },
  })
  return (
    <Sheet
      title={t('add.title')}
      onClose={onClose}
      footer={
        <NextStep
          type="submit"
          form={form}
          busy={add.isPending}
          unavailable={name.trim() ? undefined : t('add.name-first')}
        >
          {t('add.add')}
        </NextStep>
      }
    >
      <form
        id={form}
        onSubmit={event => {
          event.preventDefault()
          if (name.trim()) add.mutate()
        }}
      >
        <Stack>
          <TextField
            label={t('add.name')}
            value={name}
            maxLength={300}
            autoComplete="off"
            onChange={event => setName(event.target.value)}
          />
          <TextField
            label={t('add.place')}
            optional
            value={place}
            maxLength={300}
            autoComplete="off"
            onChange={event => setPlace(event.target.value)}
          />
          <TextField
            label={t('add.address')}
            hint={t('add.address-hint')}
            optional
            value={address}
            maxLength={2000}
            autoComplete="off"
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
        </Stack>
      </form>
    </Sheet>
  )
}
