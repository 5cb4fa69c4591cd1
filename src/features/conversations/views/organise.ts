import type { Organised } from '../actions/organise.ts'
import type { Label } from '../store/labels.ts'
import type { LaterMessage } from '../store/later.ts'
import type { NoticeRow } from '../store/notices.ts'
import type { SavedReply } from '../store/saved-replies.ts'
import type { ThreadNote } from '../store/thread-notes.ts'
import type { ChangesWire, LabelView, LaterView, NoticeView, SavedReplyView, ThreadNoteView } from '../wire.ts'

export const viewLabel = ({ id, name, colour, open }: Label & { open: number }): LabelView => ({
  id,
  name,
  colour,
  open,
})

export function viewOrganised({ changed, undo }: Organised): { changed: number; undo: ChangesWire } {
  return {
    changed,
    undo: undo.map(
      ({ conversations, change: { snooze, remindAt, labels, addLabels: _, removeLabels: __, ...rest } }) => ({
        conversations: [...conversations],
        change: {
          ...rest,
          ...(labels === undefined ? {} : { labels: [...labels] }),
          ...(snooze === undefined ? {} : { snooze: snooze && { for: snooze.for, until: snooze.until.toISOString() } }),
          ...(remindAt === undefined ? {} : { remindAt: remindAt?.toISOString() ?? null }),
        },
      }),
    ),
  }
}

export const viewNotice = ({
  id,
  kind,
  conversation,
  person,
  todo,
  words,
  title,
  by,
  byName,
  at,
  seenAt,
}: NoticeRow): NoticeView => ({
  id,
  kind,
  conversation,
  person,
  todo,
  words,
  title,
  by,
  byName,
  at: at.toISOString(),
  seenAt: seenAt?.toISOString() ?? null,
})

export const viewThreadNote = ({ id, user, text, mentions, at }: ThreadNote): ThreadNoteView => ({
  id,
  user,
  text,
  mentions: [...mentions],
  at: at.toISOString(),
})

export const viewSavedReply = ({ id, name, text, variants, user, updatedAt }: SavedReply): SavedReplyView => ({
  id,
  name,
  text,
  variants,
  user,
  updatedAt: updatedAt.toISOString(),
})

export const viewLater = ({
  id,
  conversation,
  user,
  action,
  text,
  subject,
  sendAt,
  held,
  heldAt,
}: LaterMessage): LaterView => ({
  id,
  conversation,
  user,
  action,
  text,
  subject,
  sendAt: sendAt.toISOString(),
  held: held && heldAt ? { ...held, at: heldAt.toISOString() } : null,
})
