import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiError } from '#web/api/client.ts'
import { useText } from '#web/i18n/i18n.ts'
import { Notice } from '#web/kit/States.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { ToolMark } from '#web/kit/ToolMark.tsx'
import type { ChatDoorsView } from '../wire.ts'
import { changeDoors, doorsQuery } from './api.ts'

type Door = ChatDoorsView['doors'][number]

/** Where visitors may go on when nobody is here: the recruiter's own accounts, shown only when they are ticked. */
export function Doors() {
  const t = useText('campaigns')
  const cache = useQueryClient()
  const { data } = useQuery(doorsQuery)
  const [refused, setRefused] = useState<string>()
  if (!data) return null
  const put = async (open: readonly Door[]) => {
    setRefused(undefined)
    const before = data
    const ids = open.map(door => door.connection)
    cache.setQueryData(doorsQuery.queryKey, {
      doors: data.doors.map(door => ({ ...door, open: ids.includes(door.connection) })),
    })
    try {
      cache.setQueryData(doorsQuery.queryKey, await changeDoors(ids))
      return true
    } catch (error) {
      cache.setQueryData(doorsQuery.queryKey, before)
      setRefused(error instanceof ApiError ? error.message : t('failed'))
      return false
    }
  }
  const toggle = async (door: Door) => {
    const before = data.doors.filter(each => each.open)
    const after = door.open ? before.filter(each => each.connection !== door.connection) : [...before, door]
    if (await put(after)) tell(t('doors.saved'), () => void put(before))
  }
  return (
    <section className="pages-sites" aria-labelledby="chat-doors">
      <h2 id="chat-doors">{t('doors.title')}</h2>
      <p>{t('doors.words')}</p>
      {data.doors.length === 0 ? (
        <p>{t('doors.none')}</p>
      ) : (
        <ul className="pages-doors">
          {data.doors.map(door => (
            <li key={door.connection}>
              <label>
                <input type="checkbox" checked={door.open} onChange={() => void toggle(door)} />
                <ToolMark tool={door.tool} word />
                <span>
                  <bdi>{door.address ?? door.label}</bdi>
                </span>
              </label>
            </li>
          ))}
        </ul>
      )}
      {refused !== undefined && <Notice tone="block">{refused}</Notice>}
    </section>
  )
}
