import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Fragment } from 'react'
import type { Me } from '#features/accounts/wire.ts'
import { useText } from '#web/i18n/i18n.ts'
import { IconButton } from '#web/kit/Button.tsx'
import { Icon } from '#web/kit/Icon.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { keys, teamQuery, useNameOf } from '../queries.ts'
import { Clock } from '../thread/Clock.tsx'
import { removeThreadNote, type ThreadNoteView } from './api.ts'

/** Stands among the messages and looks like none of them. */
export function NoteRow({ note, me }: { note: ThreadNoteView; me: Me }) {
  const t = useText('conversations')
  const queries = useQueryClient()
  const { data: members = [] } = useQuery(teamQuery)
  const nameOf = useNameOf()
  const name = note.user === me.user.id ? t('thread.you') : (nameOf(note.user) ?? t('thread.colleague'))
  const mayRemove = note.user === me.user.id || me.may.includes('override-etiquette')
  const set = (removed: boolean) =>
    removeThreadNote(note.id, removed).then(
      () => queries.invalidateQueries({ queryKey: keys.allNotes }),
      (error: Error) => tell(t('action.failed', { why: error.message })),
    )
  const named = members.filter(each => note.mentions.includes(each.id)).map(each => each.name)
  return (
    <div className="c-note-line">
      <p className="c-note-head">
        <strong>{t('notes.by', { name })}</strong> <Clock at={note.at} />{' '}
        <span className="k-meta">{t('notes.only-team')}</span>
        {mayRemove && (
          <IconButton
            label={t('notes.remove')}
            onClick={() => {
              void set(true)
              tell(t('notes.removed'), () => void set(false))
            }}
          >
            <Icon name="close" size={16} />
          </IconButton>
        )}
      </p>
      <p className="c-note-text" dir="auto">
        <Named text={note.text} names={named} own={me.user.name} />
      </p>
    </div>
  )
}

function Named({ text, names, own }: { text: string; names: readonly string[]; own: string }) {
  if (names.length === 0) return text
  const escaped = names.map(name => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).toSorted((a, b) => b.length - a.length)
  const parts = text.split(new RegExp(`(@(?:${escaped.join('|')}))`, 'u'))
  return parts.map((part, index) =>
    names.includes(part.slice(1)) && part.startsWith('@') ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text keep their places
      <mark key={index} className={part === `@${own}` ? 'c-mention c-mention-me' : 'c-mention'}>
        {part}
      </mark>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text keep their places
      <Fragment key={index}>{part}</Fragment>
    ),
  )
}
