import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type RefObject, useEffect, useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { tell } from '#web/kit/Toasts.tsx'
import { dropQuote, keepQuote, keys, type OpenItemWire } from './api.ts'

function selectedIn(body: HTMLElement | null): string {
  const selection = document.getSelection()
  if (!body || !selection || selection.isCollapsed || selection.rangeCount === 0) return ''
  const range = selection.getRangeAt(0)
  return body.contains(range.commonAncestorContainer) ? selection.toString().trim() : ''
}

/** Keeps what is selected in the article as a quote, in their words. */
export function useQuoting(
  item: OpenItemWire,
  body: RefObject<HTMLElement | null>,
): { selected: string; keep: () => boolean } {
  const t = useText('activity')
  const queries = useQueryClient()
  const [selected, setSelected] = useState('')
  useEffect(() => {
    const read = () => setSelected(selectedIn(body.current))
    document.addEventListener('selectionchange', read)
    return () => document.removeEventListener('selectionchange', read)
  }, [body])
  const refresh = () => void queries.invalidateQueries({ queryKey: keys.items(item.person) })
  const keep = useMutation({
    mutationFn: (text: string) => keepQuote(item.id, text),
    onSuccess: ({ id }) => {
      document.getSelection()?.removeAllRanges()
      tell(t('quote.kept'), () => void dropQuote(id).then(refresh, error => tell(error.message)))
    },
    onError: error => tell(error.message),
    onSettled: refresh,
  })
  return {
    selected,
    keep: () => {
      const text = selectedIn(body.current) || selected
      if (text === '') return false
      keep.mutate(text)
      return true
    },
  }
}
