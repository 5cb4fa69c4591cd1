import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { isSlug } from '#kernel/slug.ts'
import { useAutosave } from '#web/autosave.ts'
import type { LandingContent } from '../model.ts'
import type { PageView } from '../wire.ts'
import { changePage, type PageChange, pagesQuery } from './api.ts'

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

/** The page in the writer's hands. */
export function useDraft(page: PageView) {
  const cache = useQueryClient()
  const [title, setTitle] = useState(page.title)
  const [slug, setSlug] = useState(page.slug)
  const [content, setContent] = useState<LandingContent>(page.content)
  const kept = useAutosave<PageChange>(async change => {
    await changePage(page.id, change)
    await cache.invalidateQueries({ queryKey: pagesQuery.queryKey })
  })
  const problems = findProblems(title, slug, content)
  const { title: _, slug: __, ...inContent } = problems
  const holds = Object.keys(inContent).length > 0

  return {
    title,
    slug,
    content,
    state: holds ? ('unsaved' as const) : kept.state,
    refused: kept.refused,
    version: kept.version,
    problems,
    problem: Object.keys(problems).length > 0,
    flush: kept.flush,
    writeTitle(text: string) {
      setTitle(text)
      if (text.trim() !== '') kept.later({ title: text.trim() })
    },
    writeSlug(text: string) {
      setSlug(text)
      if (isSlug(text)) kept.later({ slug: text })
      else kept.forget('slug')
    },
    write(change: Partial<LandingContent>) {
      const next = { ...content, ...change }
      setContent(next)
      const { title: _title, slug: _slug, ...wrong } = findProblems(title, slug, next)
      if (Object.keys(wrong).length === 0) kept.later({ content: next })
    },
  }
}
