import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { isSlug } from '#kernel/slug.ts'
import { ApiError } from '#web/api/client.ts'
import { useText } from '#web/i18n/i18n.ts'
import type { LandingContent } from '../model.ts'
import type { PageView } from '../wire.ts'
import { changePage, type PageChange, pagesQuery } from './api.ts'

const saveAfterMs = 500
const most = { lines: 8, line: 300 }

export type FieldName = 'title' | 'slug' | keyof LandingContent

/** What can't be kept as it is, by field; the rest is saved all the same. */
export function findProblems(
  title: string,
  slug: string,
  content: LandingContent,
): Partial<Record<FieldName, 'missing' | 'no-address' | 'too-many' | 'line-too-long'>> {
  const missing = (text: string) => (text.trim() === '' ? ('missing' as const) : undefined)
  const lines = (all: readonly string[]) =>
    all.length > most.lines
      ? ('too-many' as const)
      : all.some(line => line.length > most.line)
        ? ('line-too-long' as const)
        : undefined
  const found = {
    title: missing(title),
    slug: isSlug(slug) ? undefined : ('no-address' as const),
    heading: missing(content.heading),
    greeting: missing(content.greeting),
    consent: missing(content.consent),
    why: lines(content.why),
    expect: lines(content.expect),
    never: lines(content.never),
  }
  return Object.fromEntries(Object.entries(found).filter(([, problem]) => problem !== undefined))
}

export type Draft = ReturnType<typeof useDraft>

/** The page in the writer's hands: kept on the server a moment after each change, refused or offline without losing a word. */
export function useDraft(page: PageView) {
  const t = useText('campaigns')
  const cache = useQueryClient()
  const [title, setTitle] = useState(page.title)
  const [slug, setSlug] = useState(page.slug)
  const [content, setContent] = useState<LandingContent>(page.content)
  const [state, setState] = useState<'saved' | 'saving' | 'unsaved'>('saved')
  const [refused, setRefused] = useState<string>()
  const [version, setVersion] = useState(0)
  const pending = useRef<PageChange>({})
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const running = useRef<Promise<void>>(Promise.resolve())
  const problems = findProblems(title, slug, content)

  const flush = useCallback((): Promise<void> => {
    clearTimeout(timer.current)
    running.current = running.current.then(async () => {
      const change = pending.current
      if (Object.keys(change).length === 0) return
      pending.current = {}
      setState('saving')
      try {
        await changePage(page.id, change)
        setRefused(undefined)
        setVersion(before => before + 1)
        setState(Object.keys(pending.current).length === 0 ? 'saved' : 'saving')
        await cache.invalidateQueries({ queryKey: pagesQuery.queryKey })
      } catch (error) {
        pending.current = { ...change, ...pending.current }
        setState('unsaved')
        setRefused(error instanceof ApiError && error.status > 0 ? error.message : t('not-saved'))
      }
    })
    return running.current
  }, [cache, page.id, t])

  useEffect(() => () => void flush(), [flush])
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (Object.keys(pending.current).length > 0) event.preventDefault()
    }
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [])

  const later = (change: PageChange) => {
    pending.current = { ...pending.current, ...change }
    setState('saving')
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void flush(), saveAfterMs)
  }

  return {
    title,
    slug,
    content,
    state,
    refused,
    version,
    problems,
    problem: Object.keys(problems).length > 0,
    flush,
    writeTitle(text: string) {
      setTitle(text)
      if (text.trim() !== '') later({ title: text.trim() })
    },
    writeSlug(text: string) {
      setSlug(text)
      if (isSlug(text)) later({ slug: text })
      else delete pending.current.slug
    },
    write(change: Partial<LandingContent>) {
      const next = { ...content, ...change }
      setContent(next)
      const wrong = findProblems(title, slug, next)
      const { title: _, slug: __, ...inContent } = wrong
      if (Object.keys(inContent).length === 0) later({ content: next })
      else setState('unsaved')
    },
  }
}
