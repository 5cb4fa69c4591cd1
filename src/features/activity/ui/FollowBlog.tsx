import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { PersonId } from '#kernel/ids.ts'
import { useText } from '#web/i18n/i18n.ts'
import { Button, NextStep } from '#web/kit/Button.tsx'
import { TextField } from '#web/kit/Fields.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { changeFeed, followFeed, keys } from './api.ts'

/** A blog by the address of its page or its feed; what it published comes at once. */
export function FollowBlog({ person, first, focus }: { person: PersonId; first: boolean; focus: boolean }) {
  const t = useText('activity')
  const queries = useQueryClient()
  const [url, setUrl] = useState('')
  const refresh = () => void queries.invalidateQueries({ queryKey: keys.person(person) })
  const follow = useMutation({
    mutationFn: () => followFeed(person, url.trim()),
    onSuccess: ({ id, title, items }) => {
      setUrl('')
      tell(
        t('feed.followed', { title: title ?? url.trim(), count: items }),
        () => void changeFeed(id, 'unfollow').then(refresh, error => tell(error.message)),
      )
      refresh()
    },
  })
  const missing = url.trim() ? undefined : t('feed.address-first')
  const Send = first ? NextStep : Button
  return (
    <form
      className="a-follow"
      onSubmit={event => {
        event.preventDefault()
        if (!missing) follow.mutate()
      }}
    >
      <TextField
        label={t('feed.address')}
        hint={t('feed.hint')}
        error={follow.error?.message}
        value={url}
        type="text"
        inputMode="url"
        autoComplete="off"
        autoFocus={focus}
        onChange={event => setUrl(event.target.value)}
      />
      <Send type="submit" busy={follow.isPending} unavailable={missing}>
        {t('feed.follow')}
      </Send>
    </form>
  )
}
