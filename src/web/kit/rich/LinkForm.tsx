import type { Editor } from '@tiptap/core'
import { useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from '../Button.tsx'
import { isLeading } from './schema.ts'

/** Where the chosen words lead; without any, the address itself is put there. */
export function LinkForm({ editor, isLink, onClose }: { editor: Editor; isLink: boolean; onClose: () => void }) {
  const t = useText('shell')
  const [written, setWritten] = useState(() => String(editor.getAttributes('link').href ?? ''))
  const address = written.trim()
  const leads = isLeading(address)
  const set = () => {
    if (!leads) return
    const { from, to, empty } = editor.state.selection
    const link = { type: 'link', attrs: { href: address } }
    if (empty && !isLink)
      editor
        .chain()
        .focus()
        .insertContentAt({ from, to }, [{ type: 'text', text: address, marks: [link] }])
        .run()
    else editor.chain().focus().extendMarkRange('link').setLink({ href: address }).run()
    onClose()
  }
  return (
    <form
      className="k-rich-link"
      aria-label={t('rich.link')}
      onSubmit={event => {
        event.preventDefault()
        event.stopPropagation()
        set()
      }}
      onKeyDown={event => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onClose()
        editor.commands.focus()
      }}
    >
      <input
        className="k-input"
        aria-label={t('rich.address')}
        dir="ltr"
        ref={input => input?.focus()}
        value={written}
        onChange={event => setWritten(event.target.value)}
      />
      <Button size="row" type="submit" unavailable={leads ? undefined : t('rich.no-address')}>
        {t('rich.set-link')}
      </Button>
      {isLink && (
        <Button
          size="row"
          look="quiet"
          onClick={() => {
            editor.chain().focus().extendMarkRange('link').unsetLink().run()
            onClose()
          }}
        >
          {t('rich.unset-link')}
        </Button>
      )}
    </form>
  )
}
