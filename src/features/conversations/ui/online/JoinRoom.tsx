import { useMutation, useQueries, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { Button, NextStep } from '#web/kit/Button.tsx'
import { SelectField, TextField } from '#web/kit/Fields.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { ToolMark } from '#web/kit/ToolMark.tsx'
import { type ConnectionView, fetchRooms, joinRoom } from '../api.ts'
import { connectionsQuery, ownQuery } from '../queries.ts'

const withRooms: ReadonlySet<string> = new Set(['xmpp', 'irc', 'matrix', 'discord', 'slack', 'telegram'])

/** Into a room by its address, or into one that the account has bookmarked or was invited to. */
export function JoinRoom() {
  const t = useText('conversations')
  const [open, setOpen] = useState(false)
  const { data: connections = [] } = useQuery(connectionsQuery)
  const { data: me } = useQuery(ownQuery)
  const able = connections.filter(each => withRooms.has(each.tool) && each.state === 'connected' && !each.paused)
  if (able.length === 0 || !me?.may.includes('write-messages')) return null
  return (
    <>
      <Button size="row" onClick={() => setOpen(true)}>
        {t('room.join')}
      </Button>
      {open && <JoinSheet connections={able} onClose={() => setOpen(false)} />}
    </>
  )
}

function JoinSheet({ connections, onClose }: { connections: readonly ConnectionView[]; onClose: () => void }) {
  const t = useText('conversations')
  const navigate = useNavigate()
  const [id, setId] = useState<string>(connections[0]?.id ?? '')
  const [address, setAddress] = useState('')
  const lists = useQueries({
    queries: connections.map(each => ({
      queryKey: ['connections', each.id, 'rooms'],
      queryFn: () => fetchRooms(each.id),
    })),
  })
  const { mutate, isPending, error } = useMutation({
    mutationFn: ({ connection, room }: { connection: ConnectionView['id']; room: string }) =>
      joinRoom(connection, room),
    onSuccess: made => {
      onClose()
      void navigate({ to: `/inbox/${made.id}` })
    },
  })
  const chosen = connections.find(each => each.id === id)
  const found = connections.flatMap((each, index) =>
    (lists[index]?.data ?? []).map(room => ({ connection: each, room })),
  )
  return (
    <Sheet title={t('room.join')} onClose={onClose}>
      <form
        className="c-join"
        onSubmit={event => {
          event.preventDefault()
          if (chosen && address.trim() !== '') mutate({ connection: chosen.id, room: address.trim() })
        }}
      >
        {connections.length > 1 && (
          <SelectField
            label={t('room.over')}
            value={id}
            onChange={event => setId(event.target.value)}
            choices={connections.map(each => ({ value: each.id, label: each.label }))}
          />
        )}
        <TextField
          label={t('room.address')}
          hint={t(chosen?.tool === 'irc' ? 'room.address-irc' : 'room.address-hint')}
          {...(error ? { error: error.message } : {})}
          value={address}
          onChange={event => setAddress(event.target.value)}
        />
        <NextStep
          type="submit"
          busy={isPending}
          unavailable={address.trim() === '' ? t('room.address-empty') : undefined}
        >
          {t('room.join-now')}
        </NextStep>
      </form>
      {found.length > 0 && (
        <section aria-label={t('room.known')}>
          <h3>{t('room.known')}</h3>
          <ul className="c-members">
            {found.map(({ connection, room }) => (
              <li key={`${connection.id} ${room.address}`}>
                <button
                  type="button"
                  className="c-member"
                  onClick={() => {
                    if (!room.inside || !room.conversation)
                      return mutate({ connection: connection.id, room: room.address })
                    onClose()
                    void navigate({ to: `/inbox/${room.conversation}` })
                  }}
                >
                  <ToolMark tool={connection.tool} /> <bdi>{room.title ?? room.address}</bdi>
                  <span className="k-meta">
                    {room.inside ? t('room.members', { count: room.members }) : t('room.outside-short')}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Sheet>
  )
}
