import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useRef, useState } from 'react'
import { dayMs, hourMs } from '#kernel/clock.ts'
import { formatAgo } from '#web/i18n/format.ts'
import { useLanguage, useText } from '#web/i18n/i18n.ts'
import { type KeyId, keysOf } from '#web/keyboard/keymap.ts'
import { useKey } from '#web/keyboard/registry.ts'
import { Button } from '#web/kit/Button.tsx'
import { TextField } from '#web/kit/Fields.tsx'
import { Icon } from '#web/kit/Icon.tsx'
import { Keys } from '#web/kit/Keys.tsx'
import { Menu, type MenuEntry } from '#web/kit/Menu.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { usePreferences } from '#web/preferences.ts'
import { type ConversationChange, type ConversationView, changeConversation, type DetailWire } from '../api.ts'
import { nextHour, nextMonday } from '../composer/remedies.ts'
import { conversationQuery, keys, ownQuery, teamQuery } from '../queries.ts'

/** Done, snoozed, given to someone: shown at once, said, and undone with `z`. */
export function useChange(
  conversation: ConversationView,
): (change: ConversationChange, said: string, undo: ConversationChange) => void {
  const queries = useQueryClient()
  const t = useText('conversations')
  const { id } = conversation
  const { mutate } = useMutation({
    mutationFn: (change: ConversationChange) => changeConversation(id, change),
    onMutate: change => {
      const before = queries.getQueryData<DetailWire>(keys.one(id))
      queries.setQueryData<DetailWire>(keys.one(id), detail =>
        detail ? { ...detail, conversation: { ...detail.conversation, ...shown(change) } } : detail,
      )
      return { before }
    },
    onError: (error, _, context) => {
      queries.setQueryData(keys.one(id), context?.before)
      tell(t('action.failed', { why: error.message }))
    },
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: keys.lists })
      void queries.invalidateQueries({ queryKey: keys.one(id) })
    },
  })
  return (change, said, undo) => {
    mutate(change)
    tell(said, () => mutate(undo))
  }
}

function shown({ done, unread, labels, blocked: _, ...rest }: ConversationChange): Partial<ConversationView> {
  return {
    ...rest,
    ...(done === undefined ? {} : { doneAt: done ? new Date().toISOString() : null }),
    ...(unread === undefined ? {} : { unread: unread ? 1 : 0 }),
    ...(labels === undefined ? {} : { labels: [...labels] }),
  }
}

/** A button that opens a menu; its key presses it. */
function MenuButton(props: { shortcut: KeyId; label: string; entries: readonly MenuEntry[]; children: ReactNode }) {
  const { shortcut, label, entries, children } = props
  const ref = useRef<HTMLSpanElement>(null)
  useKey(shortcut, () => ref.current?.querySelector('button')?.click())
  return (
    <span ref={ref}>
      <Menu
        label={label}
        entries={entries}
        target={
          <button type="button" className="k-button k-button-row">
            <span className="k-button-words">{children}</span>
            <Icon name="down" size={14} />
          </button>
        }
      />
    </span>
  )
}

export function ThreadActions({ conversation }: { conversation: ConversationView }) {
  const t = useText('conversations')
  const { formats } = useLanguage()
  const { data: me } = useQuery(ownQuery)
  const { data: members = [] } = useQuery(teamQuery)
  const [labelling, setLabelling] = useState(false)
  const navigate = useNavigate()
  const { data: detail } = useQuery(conversationQuery(conversation.id))
  const blocked = detail?.visitor?.blocked
  const change = useChange(conversation)
  const { doneAt, snoozedUntil, assignee, unread, labels } = conversation
  const mayChange = me?.may.includes('write-messages') ?? false
  const toggleUnread = () => {
    const said = t(unread === 0 ? 'action.was-unread' : 'action.was-read')
    const set = () => change({ unread: unread === 0 }, said, { unread: unread > 0 })
    // An open thread is a read one: to be unread it is left.
    if (unread === 0) void navigate({ to: '/inbox' }).then(set)
    else set()
  }
  useKey('inbox-unread', toggleUnread, { enabled: mayChange })
  useKey('inbox-label', () => setLabelling(true), { enabled: mayChange })
  if (!me || !mayChange) return null

  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const now = new Date()
  const morning = nextHour(8, now, zone)
  const monday = nextMonday(now, zone)
  const until = (at: Date): MenuEntry => ({
    kind: 'item',
    key: at.toISOString(),
    label: formatAgo(at, now, formats),
    run: () =>
      change({ snoozedUntil: at.toISOString() }, t('action.was-snoozed', { until: formatAgo(at, now, formats) }), {
        snoozedUntil,
      }),
  })
  const snoozes: readonly MenuEntry[] = [
    { kind: 'heading', key: 'until', label: t('action.snooze-until') },
    until(new Date(now.getTime() + 3 * hourMs)),
    until(morning),
    // On a Sunday tomorrow is Monday.
    ...(monday.getTime() === morning.getTime() ? [] : [until(monday)]),
    until(new Date(now.getTime() + 14 * dayMs)),
    ...(snoozedUntil === null
      ? []
      : [
          {
            kind: 'item' as const,
            key: 'wake',
            label: t('action.wake'),
            run: () => change({ snoozedUntil: null }, t('action.was-woken'), { snoozedUntil }),
          },
        ]),
  ]
  const give = (to: typeof assignee, name: string): MenuEntry => ({
    kind: 'item',
    key: to ?? 'nobody',
    label: name,
    hint: to === assignee ? <Icon name="check" size={16} /> : undefined,
    run: () => change({ assignee: to }, t('action.was-assigned', { name }), { assignee }),
  })
  const people: readonly MenuEntry[] = [
    give(me.user.id, t('action.me', { name: me.user.name })),
    ...members.filter(each => each.id !== me.user.id && each.disabledAt === null).map(each => give(each.id, each.name)),
    give(null, t('action.nobody')),
  ]
  const owner = members.find(each => each.id === assignee)?.name
  return (
    <>
      <Button
        size="row"
        shortcut="inbox-done"
        onClick={() =>
          change({ done: doneAt === null }, t(doneAt === null ? 'action.was-done' : 'action.was-reopened'), {
            done: doneAt !== null,
          })
        }
      >
        {t(doneAt === null ? 'action.done' : 'action.reopen')}
      </Button>
      <MenuButton shortcut="inbox-snooze" label={t('action.snooze-until')} entries={snoozes}>
        {snoozedUntil !== null && new Date(snoozedUntil) > now
          ? t('action.snoozed', { until: formatAgo(new Date(snoozedUntil), now, formats) })
          : t('action.snooze')}
      </MenuButton>
      <MenuButton shortcut="inbox-assign" label={t('action.assign')} entries={people}>
        {owner ?? t('action.assign')}
      </MenuButton>
      <Menu
        label={t('action.more')}
        entries={[
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
            run: () => setLabelling(true),
          },
          ...(blocked === undefined
            ? []
            : [
                {
                  kind: 'item' as const,
                  key: 'block',
                  label: t(blocked ? 'action.unblock' : 'action.block'),
                  // Whoever is blocked needs no answer: the thread is done with, and undone with it.
                  run: () =>
                    change(
                      { blocked: !blocked, done: !blocked },
                      t(blocked ? 'action.was-unblocked' : 'action.was-blocked'),
                      {
                        blocked,
                        done: doneAt !== null,
                      },
                    ),
                },
              ]),
        ]}
        target={
          <button type="button" className="k-icon-button" aria-label={t('action.more')} title={t('action.more')}>
            <Icon name="more" />
          </button>
        }
      />
      {labelling && (
        <LabelSheet
          labels={labels}
          onClose={() => setLabelling(false)}
          onSave={next => change({ labels: next }, t('action.was-labelled'), { labels })}
        />
      )}
    </>
  )
}

function KeyHint({ id }: { id: KeyId }) {
  const { keys: chosen } = usePreferences()
  return <Keys combination={keysOf(id, chosen)[0] ?? ''} />
}

function LabelSheet(props: {
  labels: readonly string[]
  onClose: () => void
  onSave: (labels: readonly string[]) => void
}) {
  const { labels, onClose, onSave } = props
  const t = useText('conversations')
  const [text, setText] = useState(labels.join(', '))
  const save = () => {
    onSave(
      [
        ...new Set(
          text
            .split(',')
            .map(label => label.trim().slice(0, 60))
            .filter(Boolean),
        ),
      ].slice(0, 20),
    )
    onClose()
  }
  return (
    <Sheet title={t('action.labels')} place="middle" onClose={onClose}>
      <form
        className="k-stack"
        onSubmit={event => {
          event.preventDefault()
          save()
        }}
      >
        <TextField
          label={t('action.labels')}
          hint={t('action.labels-hint')}
          value={text}
          autoFocus
          onChange={event => setText(event.target.value)}
        />
        <div className="k-line">
          <Button type="submit" look="filled">
            {t('save')}
          </Button>
        </div>
      </form>
    </Sheet>
  )
}
