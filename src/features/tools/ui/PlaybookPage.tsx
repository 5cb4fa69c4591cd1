import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { isToolId, type ToolId } from '#kernel/tools.ts'
import { useLanguage, useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { Page } from '#web/kit/Page.tsx'
import { EmptyState, ErrorState, RowSkeleton } from '#web/kit/States.tsx'
import { ToolMark } from '#web/kit/ToolMark.tsx'
import {
  type PartValue,
  type Playbook,
  progressOf,
  type Section,
  termPart,
  textOfSection,
  toolLabel,
  withEdits,
} from '../model.ts'
import { Checklist } from './Checklist.tsx'
import { Examples } from './Examples.tsx'
import { HistorySheet } from './HistorySheet.tsx'
import { Lingo } from './Lingo.tsx'
import { PartSheet, type PartToWrite } from './PartSheet.tsx'
import { bookQuery, mayQuery, stateQuery } from './queries.ts'
import './tools.css'

/** One tool: what it is for, its manners, its words, examples, and the recruiter's own checklist. */
export function PlaybookPage() {
  const t = useText('tools')
  const { tool = '' }: { tool?: string } = useParams({ strict: false })
  if (!isToolId(tool))
    return (
      <Page title={t('title')}>
        <EmptyState title={t('no-such-tool')}>
          <Link to="/playbooks">{t('all')}</Link>
        </EmptyState>
      </Page>
    )
  return <Book key={tool} tool={tool} />
}

function Book({ tool }: { tool: ToolId }) {
  const t = useText('tools')
  const { source } = useLanguage()
  const shipped = useQuery(bookQuery(tool, source))
  const state = useQuery(stateQuery)
  const { data: may = [] } = useQuery(mayQuery)
  const [writing, setWriting] = useState<PartToWrite>()
  const [history, setHistory] = useState(false)
  const edits = useMemo(() => state.data?.edits.filter(edit => edit.tool === tool) ?? [], [state.data, tool])
  const book = useMemo(
    () => (shipped.data ? withEdits(shipped.data.playbook, edits) : undefined),
    [shipped.data, edits],
  )
  const title = toolLabel(tool)
  const ticks = state.data?.done.filter(each => each.tool === tool).map(each => each.item) ?? []
  const error = shipped.error ?? state.error
  const mayWrite = may.includes('write-playbooks')
  const write = (part: string, value: PartValue | null) => {
    const standing = edits.find(edit => edit.part === part)
    setWriting({ tool, part, value, edited: (standing?.value ?? null) !== null, before: standing?.edit ?? null })
  }
  const progress = book ? progressOf(book, ticks) : undefined
  return (
    <Page
      title={title}
      head={
        <h1>
          <ToolMark tool={tool} word size={24} />
        </h1>
      }
      meta={<Link to="/playbooks">{t('all')}</Link>}
      actions={
        <Button size="row" look="quiet" onClick={() => setHistory(true)}>
          {t('history')}
        </Button>
      }
    >
      {error && !book ? (
        <ErrorState detail={error.message} onRetry={() => void Promise.all([shipped.refetch(), state.refetch()])} />
      ) : !book || !progress || state.isPending ? (
        <RowSkeleton rows={8} label={t('loading')} />
      ) : (
        <>
          <nav className="t-parts" aria-label={t('parts')}>
            {(['for', 'norms', 'lingo', 'examples'] as const).map(part => (
              <Jump key={part} to={part} label={t(`part.${part}`)} />
            ))}
            <Jump to="checklist" label={`${t('part.checklist')} ${t('progress', progress)}`} />
          </nav>
          <div className="t-book" lang={shipped.data?.language}>
            {shipped.data?.language !== source && (
              <p className="k-meta" lang={source}>
                {t('in-english')}
              </p>
            )}
            <Part book={book} section="for" edits={edits} mayWrite={mayWrite} onWrite={write} />
            <Part book={book} section="who" edits={edits} mayWrite={mayWrite} onWrite={write} />
            <Part book={book} section="norms" edits={edits} mayWrite={mayWrite} onWrite={write} />
            <Part book={book} section="speak" edits={edits} mayWrite={mayWrite} onWrite={write} />
            <Lingo
              terms={book.lingo}
              written={edits.flatMap(edit => (edit.value ? [edit.part] : []))}
              mayWrite={mayWrite}
              onWrite={term => write(term ? termPart(term.term) : 'term:', term ? { kind: 'term', term } : null)}
            />
            <Examples book={book} tool={tool} />
            <Part book={book} section="profile" edits={edits} mayWrite={mayWrite} onWrite={write} />
            <Forbids book={book} />
            <Part book={book} section="learn" edits={edits} mayWrite={mayWrite} onWrite={write} />
            <Checklist
              tool={tool}
              book={book}
              ticks={ticks}
              quiet={state.data?.quiet.filter(each => each.tool === tool).map(each => each.hint) ?? []}
            />
          </div>
        </>
      )}
      {writing && <PartSheet {...writing} onClose={() => setWriting(undefined)} />}
      {history && <HistorySheet tool={tool} mayWrite={mayWrite} onClose={() => setHistory(false)} />}
    </Page>
  )
}

function Jump({ to, label }: { to: string; label: string }) {
  const jump = () => {
    const heading = document.querySelector<HTMLElement>(`#part-${to}`)
    heading?.scrollIntoView({ block: 'start' })
    heading?.focus({ preventScroll: true })
  }
  return (
    <button type="button" className="t-jump" onClick={jump}>
      {label}
    </button>
  )
}

function Part(props: {
  book: Playbook
  section: Section
  edits: readonly { part: string; value: PartValue | null }[]
  mayWrite: boolean
  onWrite: (part: string, value: PartValue) => void
}) {
  const { book, section } = props
  const t = useText('tools')
  const { source } = useLanguage()
  const value = book[section]
  const own = props.edits.some(edit => edit.part === section && edit.value !== null)
  return (
    <section aria-labelledby={`part-${section}`}>
      <div className="t-part-head" lang={source}>
        <h2 id={`part-${section}`} tabIndex={-1}>
          {t(`part.${section}`)}
        </h2>
        {own && <span className="k-meta">{t('own-words')}</span>}
        {props.mayWrite && (
          <Button
            size="row"
            look="quiet"
            aria-label={t('change-part', { part: t(`part.${section}`) })}
            onClick={() => props.onWrite(section, { kind: 'text', text: textOfSection(book, section) })}
          >
            {t('change')}
          </Button>
        )}
      </div>
      <div lang={own ? '' : undefined}>
        {typeof value === 'string' ? (
          <p>{value}</p>
        ) : (
          <ul>
            {value.map(line => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
      </div>
    </section>
  )
}

function Forbids({ book }: { book: Playbook }) {
  const t = useText('tools')
  const { source, formats } = useLanguage()
  const month = new Intl.DateTimeFormat(formats, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  return (
    <section aria-labelledby="part-forbids">
      <h2 id="part-forbids" lang={source}>
        {t('part.forbids')}
      </h2>
      <ul>
        {book.forbids.map(each => (
          <li key={each.text}>
            {each.text}{' '}
            <span className="k-meta" lang={source}>
              <a href={each.source} target="_blank" rel="noopener noreferrer">
                {new URL(each.source).host}
              </a>{' '}
              {t('as-of', { month: month.format(new Date(`${each.asOf}-01T00:00:00Z`)) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
