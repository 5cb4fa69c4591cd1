import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { ToolId, ToolKind } from '#kernel/tools.ts'
import { useLanguage, useText } from '#web/i18n/i18n.ts'
import { TextField } from '#web/kit/Fields.tsx'
import { Page } from '#web/kit/Page.tsx'
import { EmptyState, ErrorState, RowSkeleton } from '#web/kit/States.tsx'
import { ToolMark } from '#web/kit/ToolMark.tsx'
import { kindOf, type Playbook, progressOf, searchGlossary, type Term, withEdits } from '../model.ts'
import { Meter } from './Meter.tsx'
import { booksQuery, chatWordsQuery, stateQuery } from './queries.ts'
import './tools.css'

const kinds: readonly ToolKind[] = ['messaging', 'mixed', 'sourcing', 'broadcast']
const mostFound = 60

type Book = { tool: ToolId; book: Playbook; language: string }

/** Every tool with how far its checklist is; one search over the words of all of them. */
export function PlaybooksPage() {
  const t = useText('tools')
  const { source } = useLanguage()
  const navigate = useNavigate()
  const { q = '' }: { q?: string } = useSearch({ strict: false })
  const books = useQuery(booksQuery(source))
  const state = useQuery(stateQuery)
  const { data: given } = state
  const shown = useMemo<Book[]>(
    () =>
      (books.data ?? []).map(({ tool, playbook, language }) => ({
        tool,
        language,
        book: withEdits(playbook, given?.edits.filter(edit => edit.tool === tool) ?? []),
      })),
    [books.data, given],
  )
  const error = books.error ?? state.error
  const retry = () => void Promise.all([books.refetch(), state.refetch()])
  return (
    <Page title={t('title')}>
      <div className="t-playbooks">
        <p>{t('words')}</p>
        <TextField
          type="search"
          label={t('search')}
          hint={t('search-hint')}
          value={q}
          maxLength={60}
          onChange={event => {
            const typed = event.target.value
            void navigate({ to: '/playbooks', search: typed === '' ? {} : { q: typed }, replace: true })
          }}
        />
        {error && shown.length === 0 ? (
          <ErrorState detail={error.message} onRetry={retry} />
        ) : books.isPending || state.isPending ? (
          <RowSkeleton rows={8} label={t('loading')} />
        ) : q.trim() === '' ? (
          kinds.map(kind => (
            <Kind
              key={kind}
              kind={kind}
              books={shown.filter(each => kindOf(each.tool) === kind)}
              done={given?.done ?? []}
            />
          ))
        ) : (
          <Found books={shown} typed={q} />
        )}
      </div>
    </Page>
  )
}

function Kind(props: { kind: ToolKind; books: readonly Book[]; done: readonly { tool: ToolId; item: string }[] }) {
  const t = useText('tools')
  const { source } = useLanguage()
  const id = `kind-${props.kind}`
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{t(`kind.${props.kind}`)}</h2>
      <ul className="t-tools">
        {props.books.map(({ tool, book, language }) => {
          const ticks = props.done.filter(each => each.tool === tool).map(each => each.item)
          const progress = progressOf(book, ticks)
          return (
            <li key={tool}>
              <Link to={`/playbooks/${tool}`} className="t-tool">
                <ToolMark tool={tool} word />
                <span className="t-tool-for" lang={language}>
                  {book.for}
                </span>
                <Meter done={progress.done} of={progress.of} />
                <span className="t-tool-learn" lang={language}>
                  <span lang={source}>{t('to-learn')}</span> {book.learn}
                </span>
              </Link>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** `tool` is null for what people write on every tool. */
type FoundTerm = Term & { tool: ToolId | null; language: string }

function Found({ books, typed }: { books: readonly Book[]; typed: string }) {
  const t = useText('tools')
  const { source } = useLanguage()
  const { data: everywhere = [] } = useQuery(chatWordsQuery(source))
  const found = useMemo(() => {
    const entries: FoundTerm[] = [
      ...books.flatMap(({ tool, book, language }) => book.lingo.map(term => ({ ...term, tool, language }))),
      ...everywhere.map(term => ({ ...term, tool: null, language: source })),
    ]
    return searchGlossary(entries, typed)
  }, [books, everywhere, source, typed])
  if (found.length === 0) return <EmptyState title={t('none-found', { typed: typed.trim() })} />
  return (
    <section aria-label={t('search')}>
      <p className="k-meta" role="status">
        {t('found', { count: found.length })}
      </p>
      <dl className="t-lingo">
        {found.slice(0, mostFound).map(entry => (
          <div key={`${entry.tool} ${entry.term}`} lang={entry.language}>
            <dt>
              {entry.tool && (
                <>
                  <Link to={`/playbooks/${entry.tool}`} title={t('open-book')}>
                    <ToolMark tool={entry.tool} />
                  </Link>{' '}
                </>
              )}
              <span lang="">{entry.term}</span>
              {entry.also && <span className="k-meta"> {entry.also.join(', ')}</span>}
              {entry.tool === null && <span className="k-meta"> {t('every-chat')}</span>}
            </dt>
            <dd>
              <span>{entry.meaning}</span>
              {entry.note && <span className="t-note"> {entry.note}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
