import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { formatAgo } from '#web/i18n/format.ts'
import { useLanguage, useText } from '#web/i18n/i18n.ts'
import { type KeyId, keysOf } from '#web/keyboard/keymap.ts'
import { useKey } from '#web/keyboard/registry.ts'
import { Button } from '#web/kit/Button.tsx'
import { Icon } from '#web/kit/Icon.tsx'
import { Keys } from '#web/kit/Keys.tsx'
import { Menu, type MenuEntry } from '#web/kit/Menu.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { type Command, useCommands } from '#web/palette/commands.ts'
import { usePreferences } from '#web/preferences.ts'
import type { ConversationView } from '../api.ts'
import { changeConversation } from '../organise/api.ts'
import { OrganiseSheet, type Wish } from '../organise/OrganiseSheet.tsx'
import { useChanges } from '../organise/use-changes.ts'
import { conversationQuery, keys, ownQuery, teamQuery } from '../queries.ts'

/** What can be made of the open conversation: as buttons, by their keys, and in the palette. */
export function ThreadActions({ conversation }: { conversation: ConversationView }) {
  const t = useText('conversations')
  const { formats } = useLanguage()
  const { data: me } = useQuery(ownQuery)
  const { data: members = [] } = useQuery(teamQuery)
  const [wish, setWish] = useState<Wish>()
  const navigate = useNavigate()
  const change = useChanges()
  const { doneAt, snooze, assignee, unread } = conversation
  const mayChange = me?.may.includes('write-messages') ?? false
  const toggleUnread = () => {
    const said = t(unread === 0 ? 'action.was-unread' : 'action.was-read')
    const set = () => void change([conversation], { unread: unread === 0 }, said)
    // An open thread is a read one: to be unread it is left.
    if (unread === 0) void navigate({ to: '/inbox', search: true }).then(set)
    else set()
  }
  const toggleDone = () =>
    void change(
      [conversation],
      { done: doneAt === null },
      t(doneAt === null ? 'action.was-done' : 'action.was-reopened'),
    )
  useKey('inbox-unread', toggleUnread, { enabled: mayChange })
  useKey('inbox-label', () => setWish('label'), { enabled: mayChange })
  const blocking = useBlocking(conversation)
  const commands = useMemo<readonly Command[]>(
    () =>
      mayChange
        ? (['snooze', 'assign', 'label'] as const).map(each => ({
            id: `conversation:${each}`,
            label: t(`palette.${each}`),
            group: 'selection',
            shortcut: `inbox-${each}`,
            run: () => setWish(each),
          }))
        : [],
    [mayChange, t],
  )
  useCommands(commands)
  if (!me || !mayChange) return null
  const now = new Date()
  const owner = members.find(each => each.id === assignee)?.name
  const entries: readonly MenuEntry[] = [
    {
      kind: 'item',
      key: 'unread',
      label: t(unread === 0 ? 'action.mark-unread' : 'action.mark-read'),
      hint: <KeyHint id="inbox-unread" />,
      run: toggleUnread,
    },
    {
      kind: 'item',
      key: 'labels',
      label: t('action.labels'),
      hint: <KeyHint id="inbox-label" />,
      run: () => setWish('label'),
    },
    ...blocking,
  ]
  return (
    <>
      <Button size="row" shortcut="inbox-done" onClick={toggleDone}>
        {t(doneAt === null ? 'action.done' : 'action.reopen')}
      </Button>
      <Button size="row" shortcut="inbox-snooze" aria-haspopup="dialog" onClick={() => setWish('snooze')}>
        {snooze ? t('action.snoozed', { until: formatAgo(new Date(snooze.until), now, formats) }) : t('action.snooze')}
      </Button>
      <Button size="row" shortcut="inbox-assign" aria-haspopup="dialog" onClick={() => setWish('assign')}>
        {owner === undefined
          ? t('action.assign')
          : assignee === me.user.id
            ? t('action.yours')
            : t('action.with', { name: owner })}
      </Button>
      <Menu
        label={t('action.more')}
        entries={entries}
        target={
          <button type="button" className="k-icon-button" aria-label={t('action.more')} title={t('action.more')}>
            <Icon name="more" />
          </button>
        }
      />
      <OrganiseSheet wish={wish} rows={[conversation]} onClose={() => setWish(undefined)} />
    </>
  )
}

/** A visitor's chat only: they can't write until they are let in again. */
function useBlocking(conversation: ConversationView): readonly MenuEntry[] {
  const t = useText('conversations')
  const queries = useQueryClient()
  const { id, doneAt } = conversation
  const { data: detail } = useQuery(conversationQuery(id))
  const { mutate } = useMutation({
    mutationFn: (change: { blocked: boolean; done: boolean }) => changeConversation(id, change),
    onError: error => tell(t('action.failed', { why: error.message })),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.one(id) }),
  })
  const blocked = detail?.visitor?.blocked
  if (blocked === undefined) return []
  return [
    {
      kind: 'item',
      key: 'block',
      label: t(blocked ? 'action.unblock' : 'action.block'),
      // Whoever is blocked needs no answer: the thread is done with, and undone with it.
      run: () => {
        mutate({ blocked: !blocked, done: !blocked })
        tell(t(blocked ? 'action.was-unblocked' : 'action.was-blocked'), () =>
          mutate({ blocked, done: doneAt !== null }),
        )
      },
    },
  ]
}

function KeyHint({ id }: { id: KeyId }) {
  const { keys: chosen } = usePreferences()
  return <Keys combination={keysOf(id, chosen)[0] ?? ''} />
}
