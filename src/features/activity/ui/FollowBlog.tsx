import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { PersonId } from '#kernel/ids.ts'
import { ApiError } from '#web/api/client.ts'
import { type Text, useText } from '#web/i18n/i18n.ts'
import { Button, NextStep } from '#web/kit/Button.tsx'
import { TextField } from '#web/kit/Fields.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { changeFeed, followFeed, keys } from './api.ts'

/** What is wrong with the address, in the reader's language; why a server is out of reach only that server says. */
function refusalWords(t: Text, error: Error): string {
  const isKnown = error instanceof ApiError && (error.code === 'no-feed' || error.code === 'known-elsewhere')
  return isKnown ? t(`feed.refused.${error.code}`) : error.message
}

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
        error={follow.error ? refusalWords(t, follow.error) : undefined}
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
