import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { Me } from '#features/accounts/wire.ts'
import { useText } from '#web/i18n/i18n.ts'
import { Button, NextStep } from '#web/kit/Button.tsx'
import { TextField } from '#web/kit/Fields.tsx'
import { Stack } from '#web/kit/Layout.tsx'
import { Page } from '#web/kit/Page.tsx'
import { EmptyState, ErrorState, RowSkeleton } from '#web/kit/States.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { type QuietHours, quietIn } from '../../model/quiet.ts'
import { type ConnectionView, type ConnectorView, keepPreferences } from '../api.ts'
import { turnOffNotifications, turnOnNotifications, useNotifyState } from '../online/notifications.ts'
import { connectionsQuery, connectorsQuery, ownQuery } from '../queries.ts'
import { ConnectionForm } from './ConnectionForm.tsx'
import { ConnectionRow } from './ConnectionRow.tsx'
import { ToolChoice } from './ToolChoice.tsx'
import '../side/side.css'

type Open = { kind: 'choose' } | { kind: 'form'; connector: ConnectorView; connection?: ConnectionView }

/** The accounts Kith speaks through: where each stands, and what to do when it stands still. */
export function ConnectionsPage() {
  const t = useText('conversations')
  const { data: connections, error, refetch } = useQuery(connectionsQuery)
  const { data: connectors = [] } = useQuery(connectorsQuery)
  const { data: me } = useQuery(ownQuery)
  const { add: wish }: { add?: string } = useSearch({ strict: false })
  const [open, setOpen] = useState<Open | undefined>(wish === 'tool' ? { kind: 'choose' } : undefined)
  const mayAdd = me?.may.includes('write-messages') ?? false
  const begin = () => {
    const [only] = connectors
    setOpen(connectors.length === 1 && only ? { kind: 'form', connector: only } : { kind: 'choose' })
  }
  const add = (
    <NextStep unavailable={mayAdd ? undefined : t('connections.viewer')} onClick={begin}>
      {t('connections.add')}
    </NextStep>
  )
  return (
    <Page title={t('connections.title')} actions={connections && connections.length > 0 ? add : undefined}>
      <Stack>
        {error && !connections && <ErrorState detail={error.message} onRetry={() => void refetch()} />}
        {!connections && !error && <RowSkeleton rows={3} label={t('connections.loading')} />}
        {connections?.length === 0 && <EmptyState title={t('connections.empty')}>{add}</EmptyState>}
        {connections && connections.length > 0 && (
          <ul className="c-connections">
            {connections.map(connection => {
              const connector = connectors.find(each => each.tool === connection.tool)
              return (
                <ConnectionRow
                  key={connection.id}
                  connection={connection}
                  toolLabel={connector?.label ?? connection.label}
                  mayChange={mayAdd && (connection.mine || me?.may.includes('connect-tools') === true)}
                  onEdit={connector && (() => setOpen({ kind: 'form', connector, connection }))}
                />
              )
            })}
          </ul>
        )}
        <Notifications />
      </Stack>
      {open?.kind === 'choose' && mayAdd && (
        <ToolChoice
          connectors={connectors}
          onChoose={connector => setOpen({ kind: 'form', connector })}
          onClose={() => setOpen(undefined)}
        />
      )}
      {open?.kind === 'form' && <ConnectionForm {...open} onClose={() => setOpen(undefined)} />}
    </Page>
  )
}

function Notifications() {
  const t = useText('conversations')
  const state = useNotifyState()
  const { data: me } = useQuery(ownQuery)
  return (
    <section className="c-connections-notify" aria-label={t('notify.title')}>
      <h2>{t('notify.title')}</h2>
      <p className="k-row-text">
        {t(state === 'impossible' ? 'notify.impossible' : state === 'on' ? 'notify.is-on' : 'notify.words')}
      </p>
      {state === 'on' && <Button onClick={turnOffNotifications}>{t('notify.off')}</Button>}
      {(state === 'off' || state === 'unasked') && (
        <Button onClick={() => void turnOnNotifications()}>{t('notify.on')}</Button>
      )}
      {me && <Quiet me={me} />}
    </section>
  )
}

/** Kept at once, as a preference of the recruiter's on every computer. */
function Quiet({ me }: { me: Me }) {
  const t = useText('conversations')
  const queries = useQueryClient()
  const [hours, setHours] = useState(quietIn(me.user.preferences))
  const change = (next: QuietHours) => {
    setHours(next)
    if (next.from === '' || next.to === '') return
    void keepPreferences({ ...me.user.preferences, quietHours: next })
      .then(() => queries.invalidateQueries({ queryKey: ['me'] }))
      .catch((error: unknown) => tell(t('action.failed', { why: error instanceof Error ? error.message : '' })))
  }
  return (
    <fieldset className="c-quiet">
      <legend>{t('notify.quiet')}</legend>
      <TextField
        label={t('notify.quiet-from')}
        type="time"
        value={hours.from}
        onChange={event => change({ ...hours, from: event.target.value })}
      />
      <TextField
        label={t('notify.quiet-to')}
        type="time"
        value={hours.to}
        onChange={event => change({ ...hours, to: event.target.value })}
      />
      <p className="k-meta">{t('notify.quiet-words')}</p>
    </fieldset>
  )
}
