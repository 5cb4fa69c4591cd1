import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useMemo, useRef, useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import type { MenuEntry } from '#web/kit/Menu.tsx'
import { type Command, useCommands } from '#web/palette/commands.ts'
import type { ConversationView } from '../api.ts'
import { TimeSheet } from '../later/TimeSheet.tsx'
import type { SavedReplyView } from '../replies/api.ts'
import { repliesQuery } from '../replies/queries.ts'
import { ReplySheet } from '../replies/ReplySheet.tsx'

type Open = { kind: 'reply'; start?: SavedReplyView } | { kind: 'later' }

/** A saved reply, a time to send at, a note for the team: in the composer's menu, and with ⌘K. */
export function useExtras(given: {
  conversation: ConversationView
  text: string
  zone: string
  onNote: () => void
  onText: (text: string) => void
  onTime: (at: Date) => void
}): { entries: readonly MenuEntry[]; sheet: ReactNode } {
  const { conversation, zone, onText, onTime } = given
  const t = useText('conversations')
  const [open, setOpen] = useState<Open>()
  const { data: replies } = useQuery(repliesQuery)
  const empty = given.text.trim() === ''
  const latest = useRef(given)
  latest.current = given
  const commands = useMemo<readonly Command[]>(
    () => [
      {
        id: 'composer:later',
        label: t('later.command'),
        group: 'selection',
        unavailable: empty ? t('composer.empty') : undefined,
        run: () => setOpen({ kind: 'later' }),
      },
      {
        id: 'composer:note',
        label: t('notes.write'),
        group: 'selection',
        shortcut: 'inbox-note',
        run: () => latest.current.onNote(),
      },
      ...(replies ?? []).map(
        (reply): Command => ({
          id: `composer:reply:${reply.id}`,
          label: t('replies.command', { name: reply.name }),
          group: 'selection',
          run: () => setOpen({ kind: 'reply', start: reply }),
        }),
      ),
    ],
    [replies, empty, t],
  )
  useCommands(commands)
  const close = () => setOpen(undefined)
  return {
    entries: [
      { kind: 'item', key: 'reply', label: t('replies.insert'), run: () => setOpen({ kind: 'reply' }) },
      {
        kind: 'item',
        key: 'later',
        label: t('later.command'),
        run: () => setOpen({ kind: 'later' }),
        ...(empty ? { unavailable: t('composer.empty') } : {}),
      },
      { kind: 'item', key: 'note', label: t('notes.write'), run: given.onNote },
      { kind: 'line', key: 'after-extras' },
    ],
    sheet:
      open?.kind === 'later' ? (
        <TimeSheet zone={zone} onPick={onTime} onClose={close} />
      ) : open?.kind === 'reply' ? (
        <ReplySheet
          conversation={conversation.id}
          tool={conversation.tool}
          {...(open.start ? { start: open.start } : {})}
          onText={onText}
          onClose={close}
        />
      ) : null,
  }
}
