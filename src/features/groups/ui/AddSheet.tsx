import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { allTools } from '#features/tools/model.ts'
import { ApiError } from '#web/api/client.ts'
import { useText } from '#web/i18n/i18n.ts'
import { NextStep } from '#web/kit/Button.tsx'
import { SelectField, TextAreaField, TextField } from '#web/kit/Fields.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { addGroup, followFeed, groupKeys } from './queries.ts'

/** Where groups are that Kith can't join. */
const placeTools = [
  'forum',
  'mailing-list',
  'facebook',
  'linkedin',
  'blog',
  'discord',
  'slack',
  'whatsapp',
  'telegram',
  'twitter',
]

/** A place that Kith can't join. With a feed it brings what is new; without one a recruiter tells of visits. */
export function AddSheet({ onClose }: { onClose: () => void }) {
  const t = useText('groups')
  const cache = useQueryClient()
  const navigate = useNavigate()
  const [tool, setTool] = useState('forum')
  const [title, setTitle] = useState('')
  const [address, setAddress] = useState('')
  const [feed, setFeed] = useState('')
  const [rules, setRules] = useState('')
  const add = useMutation({
    mutationFn: async () => {
      const { id } = await addGroup({ tool, address, title, ...(rules.trim() === '' ? {} : { rules }) })
      // The group stays when its feed can't be read: its page says so and offers the field again.
      if (feed.trim() !== '')
        await followFeed(id, feed).catch((error: Error) => tell(t('feed.failed', { why: error.message })))
      return id
    },
    onSuccess: id => {
      void cache.invalidateQueries({ queryKey: groupKeys.all })
      onClose()
      void navigate({ to: '/groups/$groupId', params: { groupId: id } })
    },
  })
  const missing = title.trim() === '' || address.trim() === ''
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!missing) add.mutate()
  }
  const wrongAddress = add.error instanceof ApiError && ['no-address', 'already-there'].includes(add.error.code)
  return (
    <Sheet title={t('add')} onClose={onClose}>
      <form className="g-form" onSubmit={submit}>
        <p className="k-meta">{t('add-words')}</p>
        <SelectField
          label={t('field.tool')}
          value={tool}
          choices={placeTools.flatMap(id => {
            const found = allTools.find(each => each.id === id)
            return found ? [{ value: id, label: found.label }] : []
          })}
          onChange={event => setTool(event.target.value)}
        />
        <TextField
          label={t('field.title')}
          maxLength={120}
          value={title}
          error={add.error && !wrongAddress ? add.error.message : undefined}
          onChange={event => setTitle(event.target.value)}
        />
        <TextField
          label={t('field.address')}
          hint={t('field.address-hint')}
          maxLength={500}
          value={address}
          error={wrongAddress ? add.error?.message : undefined}
          onChange={event => setAddress(event.target.value)}
        />
        <TextField
          label={t('field.feed')}
          hint={t('field.feed-hint')}
          optional
          maxLength={2000}
          value={feed}
          onChange={event => setFeed(event.target.value)}
        />
        <TextAreaField
          label={t('field.rules')}
          hint={t('field.rules-hint')}
          optional
          rows={5}
          maxLength={4000}
          value={rules}
          onChange={event => setRules(event.target.value)}
        />
        <NextStep type="submit" busy={add.isPending} unavailable={missing ? t('add-missing') : undefined}>
          {t('add')}
        </NextStep>
      </form>
    </Sheet>
  )
}
