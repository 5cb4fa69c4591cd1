import { useEffect, useRef, useState } from 'preact/hooks'
import type { ChatFileView } from '#features/conversations/chat-wire.ts'
import { fillWords } from '#kernel/public-words.ts'
import type { Files, Said } from '../view.ts'
import type { MoreWords } from './words.ts'

const maxBytes = 10 * 1024 * 1024

/** A press saves it: what is in it nobody here has looked at. A picture is shown small, as the server has drawn it anew. */
export function FileLine(given: { talk: Files; language: string; said: Said; file: ChatFileView; index: number }) {
  const { said, file, index, talk, language } = given
  const [shown, show] = useState<string>()
  const { place } = said
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each file that the server has
  useEffect(() => {
    if (!file.picture || !place) return
    let url = ''
    void talk.open(said, index, '/preview').then(drawn => {
      if (!drawn) return
      url = URL.createObjectURL(drawn)
      show(url)
    })
    return () => URL.revokeObjectURL(url)
  }, [place])
  const save = async () => {
    const bytes = await talk.open(said, index)
    if (!bytes) return
    const link = document.createElement('a')
    link.href = URL.createObjectURL(bytes)
    link.download = file.name
    link.click()
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
  }
  const size = new Intl.NumberFormat(language, { style: 'unit', unit: 'kilobyte' })
  return (
    <button type="button" class="said file" disabled={!place} onClick={() => void save()}>
      {shown && <img src={shown} alt="" />}
      <bdi>{file.name}</bdi> {file.bytes !== null && <small>{size.format(Math.ceil(file.bytes / 1_000))}</small>}
    </button>
  )
}

export function Attach({ talk, more }: { talk: Files; more: MoreWords }) {
  const field = useRef<HTMLInputElement>(null)
  const [large, setLarge] = useState<string>()
  return (
    <>
      <input
        ref={field}
        type="file"
        hidden
        multiple
        onChange={event => {
          const chosen = [...(event.currentTarget.files ?? [])]
          setLarge(chosen.find(file => file.size > maxBytes)?.name)
          for (const file of chosen) if (file.size > 0 && file.size <= maxBytes) talk.sayFile(file)
          event.currentTarget.value = ''
        }}
      />
      <button type="button" class="attach" aria-label={more.attach} onClick={() => field.current?.click()}>
        <svg width="20" height="20" aria-hidden="true">
          <path d="M14 6v7a4 4 0 0 1-8 0V5a2 2 0 0 1 5 0v8" fill="none" stroke="currentColor" />
        </svg>
      </button>
      {large && (
        <p class="trouble" role="alert">
          {fillWords(more.tooLarge, { name: large })}
        </p>
      )}
    </>
  )
}
