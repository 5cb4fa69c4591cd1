import { useState } from 'react'
import { Panel } from '#web/kit/Layout.tsx'
import { ToolMark } from '#web/kit/ToolMark.tsx'
import type { VerdictLevel, VerdictReason, VerdictView } from '#web/kit/verdict/calm.ts'
import { DraftField } from '#web/kit/verdict/DraftField.tsx'
import { SendButton } from '#web/kit/verdict/SendButton.tsx'
import { type ChecklistItem, type Override, Verdict } from '#web/kit/verdict/Verdict.tsx'
import { Section } from './Section.tsx'

const job: VerdictReason = {
  code: 'job-before-introduction',
  message: 'a job, before Ana knows who you are.',
  instead: 'say who you are, ask how the checklist went.',
  sort: 'written',
}
const words = {
  title: 'Verdict',
  draft: 'Loved the cold-chain checklist. We have a role open in Lisbon.',
  cut: 'Take that sentence out',
  label: (level: string) => `Message to Ana (${level})`,
  samples: {
    warn: {
      code: 'too-soon',
      message: 'your last message, two days ago, is unanswered.',
      instead: 'wait until Tuesday.',
      sort: 'holds',
    },
    block: {
      code: 'nothing-read',
      message: 'nothing of hers was read in 90 days.',
      instead: 'start with her latest, 3 min.',
      sort: 'written',
    },
    hard: {
      code: 'window-closed',
      message: 'WhatsApp closed 24 h after her last message.',
      instead: 'she can reopen it.',
      sort: 'holds',
    },
  } satisfies Record<string, VerdictReason>,
  read: 'Read her latest',
  why: {
    title: 'Why not yet',
    items: [
      { key: 'a', what: 'Stage', weight: 'connected' },
      { key: 'b', what: 'First message', weight: 'none yet' },
    ],
  },
}
const checklist: readonly ChecklistItem[] = [
  { code: 'read', words: 'her post', done: true },
  { code: 'introduce', words: 'who you are', done: false },
]

/** The live one judges what is typed by one plain rule, so that timing and marks can be tried; the others stand still. */
export function Composer() {
  return (
    <Section title={words.title}>
      <div className="g-wide">
        <LiveComposer />
        <StillComposer level="warn" reasons={[words.samples.warn]} />
        <StillComposer
          level="block"
          reasons={[words.samples.block, job]}
          override={{ kind: 'ask', ask: () => undefined, asked: false }}
        />
        <StillComposer
          level="hard"
          reasons={[words.samples.hard]}
          override={{ kind: 'ask', ask: () => undefined, asked: false }}
        />
      </div>
    </Section>
  )
}

function LiveComposer() {
  const [draft, setDraft] = useState(words.draft)
  const [pressed, setPressed] = useState(false)
  const found = /[^.!?\s][^.!?]*\b(role|job|position|salary)\b[^.!?]*[.!?]?/i.exec(draft)
  const span = found ? { start: found.index, end: found.index + found[0].length } : undefined
  const view: VerdictView = span
    ? {
        verdict: 'block',
        reasons: [{ ...job, span }],
        next: { label: words.cut, run: () => setDraft((draft.slice(0, span.start) + draft.slice(span.end)).trim()) },
      }
    : { verdict: 'allow', reasons: [] }
  return (
    <Panel>
      <div className="g-composer" data-live-composer="">
        <DraftField
          label={words.label('live')}
          value={draft}
          onWrite={text => {
            setDraft(text)
            setPressed(false)
          }}
          reasons={view.reasons}
          verdictId="verdict-live"
        />
        <Verdict
          id="verdict-live"
          view={view}
          draft={draft}
          sendPressed={pressed}
          checklist={checklist}
          length={{ used: draft.length, limit: 400 }}
          why={words.why}
          override={{ kind: 'with-reason', send: () => undefined }}
        />
        <div className="g-send">
          <ToolMark tool="xmpp" word />
          <SendButton
            verdict={view.verdict}
            empty={draft.trim() === ''}
            verdictId="verdict-live"
            onSend={() => setDraft('')}
            onBlocked={() => setPressed(true)}
          />
        </div>
      </div>
    </Panel>
  )
}

function StillComposer({
  level,
  reasons,
  override,
}: {
  level: VerdictLevel
  reasons: readonly VerdictReason[]
  override?: Override
}) {
  const view: VerdictView = {
    verdict: level,
    reasons,
    next: level === 'hard' ? undefined : { label: words.read, run: () => undefined },
  }
  const id = `verdict-${level}`
  return (
    <Panel>
      <div className="g-composer">
        <Verdict id={id} view={view} draft="" override={override} checklist={checklist} onDismiss={() => undefined} />
        <div className="g-send">
          <ToolMark tool={level === 'hard' ? 'whatsapp' : 'irc'} word />
          <SendButton
            verdict={level}
            empty={false}
            verdictId={id}
            onSend={() => undefined}
            onBlocked={() => undefined}
          />
        </div>
      </div>
    </Panel>
  )
}
