import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Me } from '#features/accounts/wire.ts'
import { getTool } from '#features/tools/model.ts'
import { useLanguage, useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { classes } from '#web/kit/classes.ts'
import { TextField } from '#web/kit/Fields.tsx'
import { Notice } from '#web/kit/States.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import type { VerdictView } from '#web/kit/verdict/calm.ts'
import { DraftField } from '#web/kit/verdict/DraftField.tsx'
import { loadEtiquette } from '#web/kit/verdict/judge.ts'
import { levelOf, toVerdictReason } from '#web/kit/verdict/reasons.ts'
import { SendButton } from '#web/kit/verdict/SendButton.tsx'
import { Verdict } from '#web/kit/verdict/Verdict.tsx'
import { isAsked, withoutGranted } from '../../model.ts'
import { askAdmin, type DetailWire, keepDraft, sayBlocked } from '../api.ts'
import { usePlan } from '../later/use-plan.ts'
import { keys, questionsQuery } from '../queries.ts'
import { type Outgoing, post, useReturned } from '../sending.ts'
import { useSuggestion } from '../suggestion/use-suggestion.tsx'
import { takeInHand, useInHand } from '../thread/in-hand.ts'
import { Answering } from './Answering.tsx'
import { AttachButton } from './AttachButton.tsx'
import { AttachmentList } from './AttachmentList.tsx'
import { CoachHints } from './CoachHints.tsx'
import { ContactLine, useContact } from './ContactLine.tsx'
import { toChecklist } from './checklist.ts'
import type { Draft } from './drafts.ts'
import { introductionLine, textOfTheirs, textsOfTheirs } from './introduction.ts'
import { composerEntries, MoreMenu } from './MoreMenu.tsx'
import { Norms } from './Norms.tsx'
import { whyNotInParts } from './parts.ts'
import { useQuietHint } from './playbook-state.ts'
import { postAll } from './post-all.ts'
import { hourWords, nextHour } from './remedies.ts'
import { SmsLine } from './SmsLine.tsx'
import { TemplateSheet } from './TemplateSheet.tsx'
import { ToolSwitch } from './ToolSwitch.tsx'
import { useAssessment } from './use-assessment.ts'
import { useAttachments } from './use-attachments.ts'
import { useByHand } from './use-by-hand.tsx'
import { useCoach } from './use-coach.ts'
import { useComposerKeys } from './use-composer-keys.ts'
import { useDraft } from './use-draft.ts'
import { useExtras } from './use-extras.tsx'
import { useFileDrop } from './use-file-drop.ts'
import { useRemedy } from './use-remedy.ts'
import { useTypingTold } from './use-typing-told.ts'
import { useWritingTold } from './use-writing-told.ts'
import { WindowOpen } from './WindowClosed.tsx'

const verdictId = 'composer-verdict'

export type ComposerProps = {
  detail: DetailWire
  /** Where else this person can be written to. */
  ways: DetailWire['ways']
  onWay: (way: DetailWire['ways'][number], draft: Draft) => void
  onWritten: (written: boolean) => void
  /** ↑ in the empty field. */
  onEditLast: () => void
  onNote: () => void
  me: Me
}

/** Judged at each key, kept at each key, and sent with one press. */
export function OpenComposer({ detail, ways, onWay, onWritten, onEditLast, onNote, me }: ComposerProps) {
  const { conversation, lacks, maxText } = detail
  const t = useText('conversations')
  const language = useLanguage()
  const queries = useQueryClient()
  const home = useRef<HTMLElement>(null)
  const { draft, write, sent } = useDraft(me.user.id, conversation.id, detail.draft)
  const search: { action?: string } = useSearch({ strict: false })
  const wanted = search.action === 'invite' && !lacks.includes('invite') ? 'invite' : 'message'
  const [action, setAction] = useState<'message' | 'invite'>(wanted)
  const [pressed, setPressed] = useState(false)
  const [subject, setSubject] = useState('')
  const [putAway, setPutAway] = useState<ReadonlySet<string>>(new Set())
  const [focused, setFocused] = useState(false)
  const [choosing, setChoosing] = useState(false)
  const judged = useAssessment(conversation.id, draft.text, action, putAway)
  const { judging, hear } = judged
  const { data: questions = [] } = useQuery(questionsQuery(conversation.id))
  const { reasons, grant } = withoutGranted(judged.reasons, questions, {
    text: draft.text,
    action,
    user: me.user.id,
  })
  useWritingTold(conversation.id, focused && draft.text.trim() !== '')
  const asking = useMutation({
    mutationFn: () => askAdmin(conversation.id, { text: draft.text.trim(), action }),
    onSuccess: () => tell(t('question.asked')),
    onError: error => tell(t('action.failed', { why: error.message })),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.openQuestions }),
  })
  const typing = useTypingTold(conversation.id, draft.text)
  const room = conversation.kind === 'room'
  const tool = getTool(conversation.tool)
  const { playbook } = tool
  const inPublic = conversation.kind === 'public'
  const wordless = action === 'invite' && lacks.includes('invite-words')
  const contact = useContact(room ? undefined : conversation.person?.id)
  // The line over the field says it: whoever sends, knows.
  const known = contact?.colleague ? { knownTouch: contact.colleague.touch } : {}
  const numbers =
    action === 'invite' ? playbook.invite : room ? playbook.room : inPublic ? playbook.public : playbook.direct
  const text = draft.text
  const attachments = useAttachments(detail)
  const drop = useFileDrop(attachments.add)
  const kept = attachments.list.filter(each => each.state.kind === 'kept')
  const empty = text.trim() === '' && action === 'message' && kept.length === 0
  const noFiles = detail.files.can ? undefined : t('files.no-tool', { tool: tool.label })
  const hasText = text.trim() !== '' || attachments.list.length > 0
  useEffect(() => onWritten(hasText), [onWritten, hasText])
  const thread = { conversation: conversation.id, person: conversation.person?.id ?? null }
  const inHand = useInHand(thread)
  const answered =
    inHand?.act === 'reply' && inHand.message.conversation === conversation.id ? inHand.message : undefined
  useEffect(() => {
    if (answered) home.current?.querySelector('textarea')?.focus()
  }, [answered])

  const change = useCallback(
    (next: string) => {
      setPressed(false)
      write({ text: next, later: draft.later })
    },
    [write, draft.later],
  )
  const send = (extra: Omit<Outgoing, 'text'> = {}) => {
    if (empty) return
    if (attachments.list.some(each => each.state.kind === 'going')) return tell(t('files.wait'))
    typing.stop()
    const about = {
      ...(subject.trim() === '' ? {} : { subject: subject.trim() }),
      ...(answered && action === 'message' ? { replyTo: answered.id } : {}),
    }
    const out = { action, version: conversation.version, ...known, ...extra }
    postAll({ detail, out, about, words: wordless ? '' : text.trim(), kept })
    attachments.sent()
    // Where an invitation carries no words, those in the field are for later.
    if (!wordless) sent()
    takeInHand(thread, undefined)
    setSubject('')
    setPressed(false)
    setPutAway(new Set())
    setAction('message')
  }
  useReturned(returned => {
    if (returned.conversation !== conversation.id) return
    if (returned.assessment) hear(text, returned.assessment)
    if (returned.code === 'not-yet' || returned.code === 'may-not-override') setPressed(true)
    home.current?.querySelector('textarea')?.focus()
  })

  const quietHint = useQuietHint(conversation.tool)
  const theirs = useMemo(() => textsOfTheirs(judging?.context.history), [judging])
  const said = useMemo(() => reasons.map(reason => reason.code), [reasons])
  const hints = useCoach({ tool: conversation.tool, text, numbers, theirs, said })
  /** Each part is judged as if those before it had been sent; one that may not go keeps all of them here. */
  const sendParts = async (parts: readonly string[]) => {
    const why = await whyNotInParts(parts, judging, language.source)
    if (why !== undefined) return tell(t('coach.split-blocked', { why }))
    typing.stop()
    parts.forEach((part, index) => {
      const about = index === 0 && answered ? { replyTo: answered.id } : {}
      post(conversation, { text: part, version: conversation.version, ...known, ...about })
    })
    sent()
    takeInHand(thread, undefined)
    tell(t('coach.split-sent', { count: parts.length }))
  }

  const verdict = levelOf(reasons)
  const blocked = verdict === 'block' || verdict === 'hard'
  const timeZone = judging?.context.person?.timezone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  const plan = usePlan(conversation.id, timeZone)
  const sendAt = (at: Date) => {
    if (text.trim() === '') return
    typing.stop()
    const about = subject.trim() === '' ? {} : { subject: subject.trim() }
    void plan(
      { text: text.trim(), action, sendAt: at.toISOString(), ...about, ...known },
      {
        kept: () => {
          sent()
          setSubject('')
          setPressed(false)
        },
        refused: assessment => {
          hear(text, assessment)
          setPressed(true)
        },
      },
    )
  }
  const morning = judging?.context.policy?.limits['quiet-until'] ?? 8
  const atMorning = () => sendAt(nextHour(morning, new Date(), timeZone))
  const putIn = (more: string) => {
    change([text.trimEnd(), more].filter(part => part !== '').join('\n'))
    home.current?.querySelector('textarea')?.focus()
  }
  const extras = useExtras({ conversation, text, zone: timeZone, onNote, onText: putIn, onTime: sendAt })
  const suggesting = useSuggestion({ conversation, action, text, write: change })
  const introduce = () =>
    void loadEtiquette().then(
      ({ detectLanguage }) => {
        const theirs = textOfTheirs(judging?.context.history ?? [])
        const line = introductionLine(me.user, detectLanguage(theirs)?.language, language.source)
        change(`${line}\n${text}`.trim())
      },
      () => change(`${introductionLine(me.user, undefined, language.source)}\n${text}`.trim()),
    )
  const spoken = reasons.filter(reason => pressed || reason.sort !== 'missing')
  const next = useRemedy(spoken[0] ?? reasons[0], {
    conversation,
    text,
    judge: judged.judge,
    setText: change,
    split: parts => write({ text: parts.now, later: parts.later }),
    atMorning: { hour: hourWords(morning), run: atMorning },
    introduce,
    invite: lacks.includes('invite') ? undefined : () => setAction('invite'),
  })
  const view: VerdictView = { verdict, reasons: reasons.map(toVerdictReason), next }
  const byHand = useByHand({
    detail,
    text,
    blocked,
    onSent: () => {
      sent()
      void keepDraft(conversation.id, '').catch(() => undefined)
      setPressed(false)
      setPutAway(new Set())
    },
    onRefused: assessment => {
      hear(text, assessment)
      setPressed(true)
    },
  })
  const isByHand = detail.byHand !== null
  const go = (reason?: string) =>
    isByHand ? byHand.open(reason) : send(reason === undefined ? {} : { overrideReason: reason })
  const press = () => (blocked ? setPressed(true) : go())

  useComposerKeys(home, { text, blocked, press, onEditLast })

  const entries = composerEntries(t, {
    byHand: isByHand ? { paste: byHand.paste } : undefined,
    templates: detail.templates ? () => setChoosing(true) : undefined,
    beside: [...suggesting.entries, ...extras.entries],
    morning: {
      hour: hourWords(morning),
      run: atMorning,
      unavailable: text.trim() !== '' && !blocked ? undefined : t(blocked ? 'composer.blocked' : 'composer.empty'),
    },
    introduce: room ? undefined : introduce,
    invite:
      room || lacks.includes('invite')
        ? undefined
        : { on: action === 'invite', run: () => setAction(action === 'invite' ? 'message' : 'invite') },
  })
  const length = [...text].length
  return (
    <section
      className={classes('c-composer', drop.over && 'c-composer-over')}
      ref={home}
      aria-label={t('composer.label')}
      {...drop.handlers}
    >
      <ContactLine conversation={conversation} me={me.user.id} contact={contact} />
      {room && <Norms room={judging?.context.room} />}
      {action === 'invite' && (
        <Notice>
          {t(wordless ? 'composer.following' : 'composer.inviting', { name: conversation.title, tool: tool.label })}
        </Notice>
      )}
      {inPublic && action === 'message' && <Notice>{t('composer.in-public', { name: conversation.title })}</Notice>}
      {draft.later !== '' && (
        <p className="k-meta c-later">
          {t('composer.later')} <bdi>{draft.later}</bdi>
        </p>
      )}
      {conversation.tool === 'email' && action === 'message' && (
        <TextField
          label={t('composer.subject')}
          hint={t(conversation.lastMessageAt === null ? 'composer.subject-first' : 'composer.subject-again')}
          optional
          maxLength={200}
          value={subject}
          onChange={event => setSubject(event.target.value)}
        />
      )}
      {answered && (
        <Answering message={answered} conversation={conversation} onDrop={() => takeInHand(thread, undefined)} />
      )}
      {grant && <Notice>{t('question.may-go')}</Notice>}
      {suggesting.mark}
      <DraftField
        label={t('composer.field', { name: conversation.title, tool: tool.label })}
        placeholder={t('composer.placeholder')}
        dir="auto"
        maxLength={maxText}
        value={text}
        onWrite={change}
        reasons={view.reasons}
        verdictId={verdictId}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
        onKeyDown={event => {
          // While the field is empty its own undo has nothing to do: it takes the last message back.
          if (text === '' && event.key === 'z' && (event.ctrlKey || event.metaKey)) {
            document.querySelector<HTMLElement>('[data-take-back]')?.click()
            event.preventDefault()
          }
        }}
      />
      <AttachmentList attachments={attachments} />
      {detail.freeText && <WindowOpen freeText={detail.freeText} tool={conversation.tool} />}
      {conversation.tool === 'sms' && text !== '' && <SmsLine text={text} />}
      <Verdict
        id={verdictId}
        view={view}
        draft={text}
        sendPressed={pressed}
        checklist={toChecklist(conversation, reasons, judging?.context, t)}
        length={length > numbers.maxCodePoints / 2 ? { used: length, limit: numbers.maxCodePoints } : undefined}
        why={
          reasons.length === 0
            ? undefined
            : {
                title: t('composer.why'),
                items: reasons.map(reason => ({
                  key: reason.code,
                  what: reason.message,
                  weight: reason.words?.join(', '),
                })),
              }
        }
        override={
          verdict !== 'block' || text.trim() === ''
            ? undefined
            : me.may.includes('override-etiquette')
              ? { kind: 'with-reason', send: go }
              : { kind: 'ask', ask: () => asking.mutate(), asked: isAsked(questions, me.user.id, text, action) }
        }
        hints={
          action === 'message' && (
            <CoachHints
              hints={hints}
              // By hand one message after the other is copied; the hint is worth its words all the same.
              onSplit={isByHand ? undefined : parts => void sendParts(parts)}
              onPutAway={hint => quietHint(hint)}
            />
          )
        }
        onDismiss={code => setPutAway(new Set([...putAway, code]))}
      />
      {isByHand && byHand.already}
      <div className="c-composer-bar" data-floor="">
        <ToolSwitch conversation={conversation} ways={ways} onWay={way => onWay(way, draft)} />
        <span className="k-line">
          {isByHand ? (
            !byHand.copied && (
              <Button look="quiet" onClick={byHand.paste}>
                {t('paste.open')}
              </Button>
            )
          ) : (
            <AttachButton unavailable={noFiles} accept={detail.files.mimeTypes} onFiles={attachments.add} />
          )}
          <MoreMenu entries={entries} />
          {isByHand && (byHand.copied || !(blocked && !empty)) ? (
            byHand.bar
          ) : (
            <SendButton
              verdict={verdict}
              empty={empty}
              verdictId={verdictId}
              onSend={() => send()}
              onBlocked={() => {
                setPressed(true)
                // Only counted: what it says stands here already, and without a line nothing is missing.
                void sayBlocked(conversation.id, { action, text }).catch(() => undefined)
              }}
            />
          )}
        </span>
      </div>
      {extras.sheet}
      {byHand.sheet}
      {choosing && <TemplateSheet detail={detail} onClose={() => setChoosing(false)} />}
    </section>
  )
}
