import { useEffect, useRef, useState } from 'react'
import { type Id, newId } from '#kernel/ids.ts'
import { useText } from '#web/i18n/i18n.ts'
import { type DetailWire, removeFile } from '../api.ts'
import { useReturned } from '../sending.ts'
import { upload } from './upload.ts'

export type Attachment = {
  id: Id<'File'>
  name: string
  bytes: number
  state: { kind: 'going'; part: number } | { kind: 'kept' } | { kind: 'failed'; why: string; again: boolean }
}

export type Attachments = {
  list: readonly Attachment[]
  add: (files: readonly File[]) => void
  /** Ends an upload that is under way. */
  remove: (id: string) => void
  again: (id: string) => void
  /** They have gone with a message. */
  sent: () => void
}

/** Files of the message that is written. They are kept by the server as soon as they are there, so a reload loses none. */
export function useAttachments({ conversation: { id }, files: can, attached }: DetailWire): Attachments {
  const t = useText('conversations')
  const [list, setList] = useState<readonly Attachment[]>([])
  const chosen = useRef(new Map<string, { blob: File; stop: AbortController }>())
  const gone = useRef(new Set<string>())
  useEffect(() => () => chosen.current.forEach(each => void each.stop.abort()), [])
  useEffect(() => {
    setList(before => {
      const fresh = attached.filter(file => !gone.current.has(file.id) && !before.some(each => each.id === file.id))
      return fresh.length === 0
        ? before
        : [...before, ...fresh.map(({ mimeType: _, ...file }) => ({ ...file, state: { kind: 'kept' as const } }))]
    })
  }, [attached])
  useReturned(returned => {
    if (returned.conversation === id) gone.current.clear()
  })

  const change = (file: string, state: Attachment['state']) =>
    setList(before => before.map(each => (each.id === file ? { ...each, state } : each)))
  const begin = (file: string) => {
    const blob = chosen.current.get(file)?.blob
    if (!blob) return
    const stop = new AbortController()
    chosen.current.set(file, { blob, stop })
    change(file, { kind: 'going', part: 0 })
    upload(id, { id: file, blob }, { signal: stop.signal, onPart: part => change(file, { kind: 'going', part }) }).then(
      () => change(file, { kind: 'kept' }),
      (error: unknown) => {
        if (stop.signal.aborted) return
        const why = error instanceof Error && error.message !== '' ? error.message : t('files.not-up')
        change(file, { kind: 'failed', why, again: true })
      },
    )
  }
  const whyNot = (file: File): string | undefined => {
    if (!can.can) return t('files.none-here')
    if (file.size === 0) return t('files.empty')
    if (file.size > can.maxBytes) return t('files.too-large', { megabytes: Math.floor(can.maxBytes / 1_000_000) })
    return undefined
  }
  return {
    list,
    add(files) {
      for (const blob of files) {
        const file = newId<'File'>()
        const why = whyNot(blob)
        const state = why ? { kind: 'failed' as const, why, again: false } : { kind: 'going' as const, part: 0 }
        setList(before => [...before, { id: file, name: blob.name || t('files.unnamed'), bytes: blob.size, state }])
        if (why) continue
        chosen.current.set(file, { blob, stop: new AbortController() })
        begin(file)
      }
    },
    remove(file) {
      gone.current.add(file)
      chosen.current.get(file)?.stop.abort()
      chosen.current.delete(file)
      setList(before => before.filter(each => each.id !== file))
      // What is left behind is forgotten by the server in a week.
      void removeFile(file).catch(() => undefined)
    },
    again: begin,
    sent() {
      for (const each of list) gone.current.add(each.id)
      setList([])
    },
  }
}
