import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { ApiError } from '#web/api/client.ts'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { SelectField, TextAreaField, TextField } from '#web/kit/Fields.tsx'
import { Line } from '#web/kit/Layout.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { changeRoom, makeRoom, pagesQuery, roomsQuery } from './api.ts'

/** Group chats on our pages: made here, read and kept in order in the inbox. */
export function Rooms() {
  const t = useText('campaigns')
  const cache = useQueryClient()
  const { data } = useQuery(roomsQuery)
  const { data: pages = [] } = useQuery(pagesQuery)
  const [title, setTitle] = useState('')
  const [norms, setNorms] = useState('')
  const [page, setPage] = useState('')
  const [refused, setRefused] = useState<string>()
  if (!data) return null
  const attempt = async (work: () => Promise<unknown>) => {
    setRefused(undefined)
    try {
      await work()
      return true
    } catch (error) {
      setRefused(error instanceof ApiError ? error.message : t('failed'))
      return false
    } finally {
      await cache.invalidateQueries({ queryKey: roomsQuery.queryKey })
    }
  }
  const make = async (event: FormEvent) => {
    event.preventDefault()
    if (title.trim() === '') return setRefused(t('rooms.title-first'))
    const made = await attempt(() => makeRoom({ title: title.trim(), norms: norms.trim(), page: page || null }))
    if (!made) return
    setTitle('')
    setNorms('')
    tell(t('rooms.made'))
  }
  const nameOf = (id: string | null) =>
    id === null ? t('rooms.everywhere') : (pages.find(each => each.id === id)?.title ?? t('rooms.page-gone'))
  return (
    <section className="pages-sites" aria-labelledby="chat-rooms">
      <h2 id="chat-rooms">{t('rooms.title')}</h2>
      <p>{t('rooms.words')}</p>
      <ul className="pages-doors">
        {data.rooms.map(room => (
          <li key={room.id}>
            <strong>
              <bdi>{room.title}</bdi>
            </strong>{' '}
            <span className="k-meta">
              {nameOf(room.page)} · {room.open ? t('rooms.members', { count: room.members }) : t('rooms.closed')}
            </span>{' '}
            <Button size="row" onClick={() => void attempt(() => changeRoom(room.id, { open: !room.open }))}>
              {t(room.open ? 'rooms.close' : 'rooms.open')}
            </Button>
          </li>
        ))}
      </ul>
      <form onSubmit={event => void make(event)} noValidate>
        <TextField
          label={t('rooms.name')}
          error={refused}
          maxLength={80}
          value={title}
          onChange={event => {
            setTitle(event.target.value)
            setRefused(undefined)
          }}
        />
        <TextAreaField
          label={t('rooms.norms')}
          hint={t('rooms.norms-hint')}
          maxLength={600}
          value={norms}
          onChange={event => setNorms(event.target.value)}
        />
        <SelectField
          label={t('rooms.where')}
          value={page}
          onChange={event => setPage(event.target.value)}
          choices={[
            { value: '', label: t('rooms.everywhere') },
            ...pages.map(each => ({ value: each.id, label: each.title })),
          ]}
        />
        <Line>
          <Button type="submit">{t('rooms.make')}</Button>
        </Line>
      </form>
    </section>
  )
}
