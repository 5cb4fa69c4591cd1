import type { Editor } from '@tiptap/core'
import { Fragment, type Node, type Schema, Slice } from '@tiptap/pm/model'
import { EditorContent, useEditor } from '@tiptap/react'
import { useEffect, useRef } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import type { Dialect } from './read.ts'
import { richExtensions } from './schema.ts'
import { Toolbar } from './Toolbar.tsx'
import { openText } from './text.ts'
import './rich.css'

export type RichTextProps = {
  id: string
  labelledBy: string
  describedBy: string | undefined
  invalid: boolean
  value: string
  dialect: Dialect
  readOnly: boolean
  onChange: (text: string) => void
  /** Puts a picture where it can be read from, and gives its Markdown; absent where texts hold none. */
  onPicture: ((file: File) => Promise<{ src: string; alt: string } | undefined>) | undefined
  /** Opens the choice of a file. */
  onChoosePicture: (() => void) | undefined
  onEditor: (editor: Editor | null) => void
}

/** A cell of ours is one line: whatever stood below each other in it stands side by side. */
function withLinesInCells(html: string): string {
  if (!/<t[dh][\s>]/i.test(html)) return html
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  const blocks = 'p, div, ul, ol, li, h1, h2, h3, h4, h5, h6, blockquote, pre, br'
  for (const block of body.querySelectorAll(`:is(td, th) :is(${blocks})`)) block.replaceWith(...block.childNodes, ' ')
  return body.innerHTML
}

/** The text as it will look, to write in. What comes out is Markdown. */
export function RichText(props: RichTextProps) {
  const { id, labelledBy, describedBy, invalid, value, dialect, readOnly, onPicture, onChoosePicture, onEditor } = props
  const t = useText('shell')
  const now = useRef(props)
  now.current = props
  const written = useRef(value)
  // What was told upwards and has not come back as `value` yet: only another text is somebody else's.
  const told = useRef<string[]>([value])
  const open = useRef<{ schema: Schema; write: ReturnType<typeof openText>['write'] }>(undefined)
  /** A schema is an editor's own, and React may make a second editor in the place of the first. */
  const writeDoc = (doc: Node): string => {
    const { schema } = doc.type
    if (open.current?.schema !== schema)
      open.current = { schema, write: openText(written.current, dialect, schema).write }
    return open.current.write(doc)
  }
  const editor = useEditor(
    {
      extensions: richExtensions(what => t('rich.tick', { what })),
      content: openText(value, dialect).doc.toJSON(),
      editable: !readOnly,
      injectCSS: false,
      onUpdate: ({ editor: changed }) => {
        const text = writeDoc(changed.state.doc)
        if (text === written.current) return
        written.current = text
        told.current.push(text)
        now.current.onChange(text)
      },
      editorProps: {
        attributes: {
          id,
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-labelledby': labelledBy,
          ...(describedBy ? { 'aria-describedby': describedBy } : {}),
          ...(invalid ? { 'aria-invalid': 'true' } : {}),
          class: 'k-rich-text',
          dir: 'auto',
        },
        // Markdown that somebody pastes is meant as such; what is copied is Markdown for whoever takes only text.
        clipboardTextParser: (text, $at) => {
          const { schema } = $at.doc.type
          if ($at.parent.type.spec.code) return new Slice(Fragment.from(schema.text(text)), 0, 0)
          const { doc } = openText(text, dialect, schema)
          const isOpen = (block: Node | null) => (block?.type.spec.isolating ? 0 : 1)
          return new Slice(doc.content, isOpen(doc.firstChild), isOpen(doc.lastChild))
        },
        clipboardTextSerializer: slice => {
          const { schema } = slice.content.firstChild?.type ?? {}
          if (!schema) return ''
          const isBlocks = slice.content.firstChild?.isBlock ?? false
          const doc = schema.node('doc', null, isBlocks ? slice.content : schema.node('paragraph', null, slice.content))
          return openText('', dialect, schema).write(doc)
        },
        transformPastedHTML: withLinesInCells,
        handlePaste: (_, event) => take(event.clipboardData?.files),
        handleDrop: (_, event) => take(event.dataTransfer?.files),
      },
    },
    [],
  )
  const take = (files: FileList | undefined): boolean => {
    const [picture] = [...(files ?? [])].filter(file => file.type.startsWith('image/'))
    if (!picture || !now.current.onPicture) return false
    void now.current.onPicture(picture).then(put => {
      if (put) editor?.chain().focus().insertContent({ type: 'image', attrs: put }).run()
    })
    return true
  }

  useEffect(() => {
    onEditor(editor)
    return () => onEditor(null)
  }, [editor, onEditor])

  useEffect(() => {
    const at = told.current.lastIndexOf(value)
    if (!editor || at >= 0) {
      told.current.splice(0, Math.max(at, 0))
      return
    }
    written.current = value
    told.current = [value]
    const { schema } = editor
    const { doc, write } = openText(value, dialect, schema)
    open.current = { schema, write }
    editor.commands.setContent(doc.toJSON(), { emitUpdate: false })
  }, [editor, value, dialect])

  useEffect(() => editor?.setEditable(!readOnly, false), [editor, readOnly])

  if (!editor) return null
  return (
    <div className="k-rich" data-wrong={invalid || undefined}>
      {!readOnly && <Toolbar editor={editor} onImage={onPicture && onChoosePicture} controls={id} />}
      <EditorContent editor={editor} />
    </div>
  )
}
