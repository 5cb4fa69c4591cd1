import type { Editor } from '@tiptap/core'
import { lazy, type ReactNode, Suspense, useCallback, useId, useRef } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { setPreferences, usePreferences } from '#web/preferences.ts'
import { classes } from './classes.ts'
import { RowSkeleton } from './States.tsx'
import './fields.css'

const RichText = lazy(async () => ({ default: (await import('./rich/RichText.tsx')).RichText }))

const paragraphs = { lines: false }
const lines = { lines: true }

/**
 * A longer text. It is kept as Markdown and written as it will look, or as Markdown: each writer's choice, remembered in their browser.
 * `breaks`: a line's end is one for the reader, too. `upload`: where pictures go; gives the address.
 */
export function MarkdownField(props: {
  label: string
  hint?: ReactNode
  error?: string | undefined
  optional?: boolean
  value: string
  onChange: (text: string) => void
  rows?: number
  maxLength: number
  readOnly?: boolean
  breaks?: boolean
  upload?: (file: File) => Promise<string | undefined>
}) {
  const { label, hint, error, optional = false, value, onChange, rows = 8, maxLength, readOnly = false, upload } = props
  const t = useText('shell')
  const id = useId()
  const { writing } = usePreferences()
  const area = useRef<HTMLTextAreaElement>(null)
  const chooser = useRef<HTMLInputElement>(null)
  const editor = useRef<Editor>(null)
  const keepEditor = useCallback((made: Editor | null) => {
    editor.current = made
  }, [])
  const tooLong = value.length > maxLength ? t('rich.too-long', { count: value.length - maxLength }) : undefined
  const wrong = error ?? tooLong
  const describedBy = [hint ? `${id}-hint` : '', wrong ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined

  const put = async (file: File) => {
    const src = await upload?.(file)
    if (src === undefined) return undefined
    return { src, alt: file.name.replace(/\.[^.]*$/, '').replaceAll(/[[\]()]/g, '') }
  }
  const choose = async (file: File) => {
    const picture = await put(file)
    if (!picture) return
    if (editor.current) editor.current.chain().focus().insertContent({ type: 'image', attrs: picture }).run()
    else {
      const at = area.current?.selectionStart ?? value.length
      onChange(`${value.slice(0, at)}\n\n![${picture.alt}](${picture.src})\n\n${value.slice(at)}`)
    }
  }
  const modes = [
    { key: 'rich', label: t('rich.rich') },
    { key: 'markdown', label: t('rich.markdown') },
  ] as const
  const asText = (
    <textarea
      ref={area}
      id={id}
      className="k-input k-markdown"
      rows={rows}
      dir="auto"
      value={value}
      readOnly={readOnly}
      aria-labelledby={`${id}-label`}
      aria-describedby={describedBy}
      aria-invalid={wrong !== undefined || undefined}
      onChange={event => onChange(event.target.value)}
    />
  )
  return (
    <div className={classes('k-field', 'k-field-wide', wrong !== undefined && 'k-field-wrong')}>
      <div className="k-rich-head">
        <label id={`${id}-label`} htmlFor={id}>
          {label} {optional && <span className="k-meta">{t('optional')}</span>}
        </label>
        <fieldset className="k-rich-modes">
          <legend className="hush">{t('rich.mode', { field: label })}</legend>
          {modes.map(mode => (
            <button
              key={mode.key}
              type="button"
              aria-pressed={writing === mode.key}
              onClick={() => setPreferences({ writing: mode.key })}
            >
              {mode.label}
            </button>
          ))}
          {writing === 'markdown' && upload && !readOnly && (
            <button type="button" onClick={() => chooser.current?.click()}>
              {t('rich.image')}
            </button>
          )}
        </fieldset>
      </div>
      {writing === 'markdown' ? (
        asText
      ) : (
        <Suspense fallback={<RowSkeleton rows={4} />}>
          <RichText
            id={id}
            labelledBy={`${id}-label`}
            describedBy={describedBy}
            invalid={wrong !== undefined}
            value={value}
            dialect={props.breaks ? lines : paragraphs}
            readOnly={readOnly}
            onChange={onChange}
            onPicture={upload && put}
            onChoosePicture={upload && (() => chooser.current?.click())}
            onEditor={keepEditor}
          />
        </Suspense>
      )}
      {upload && (
        <input
          ref={chooser}
          type="file"
          accept="image/*"
          hidden
          aria-label={t('rich.image')}
          onChange={event => {
            const [file] = event.target.files ?? []
            event.target.value = ''
            if (file) void choose(file)
          }}
        />
      )}
      {hint && (
        <span id={`${id}-hint`} className="k-meta">
          {hint}
        </span>
      )}
      {wrong !== undefined && (
        <span id={`${id}-error`} className="k-field-error">
          {wrong}
        </span>
      )}
    </div>
  )
}
