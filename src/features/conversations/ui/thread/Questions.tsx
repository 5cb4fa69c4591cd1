import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { Me } from '#features/accounts/wire.ts'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { answerQuestion, type ConversationView, type QuestionView } from '../api.ts'
import { keys, questionsQuery, useNameOf } from '../queries.ts'
import { Clock } from './Clock.tsx'

const leastReason = 10

/** Texts that the etiquette holds back and an admin was asked about: the question, and what came of it. */
export function Questions({ conversation, me }: { conversation: ConversationView; me: Me }) {
  const t = useText('conversations')
  const { data: questions = [] } = useQuery(questionsQuery(conversation.id))
  const known = useNameOf()
  const nameOf = (user: string | null) => known(user) ?? t('thread.colleague')
  const shown = questions.filter(
    each => each.state === 'asked' || (each.askedBy === me.user.id && each.state !== 'used'),
  )
  if (shown.length === 0) return null
  const mayAnswer = me.may.includes('override-etiquette')
  return (
    <section className="c-questions" aria-label={t('question.label')}>
      {shown.map(each => (
        <Question
          key={each.id}
          question={each}
          mine={each.askedBy === me.user.id}
          asker={nameOf(each.askedBy)}
          admin={nameOf(each.answeredBy)}
          mayAnswer={mayAnswer && each.askedBy !== me.user.id}
        />
      ))}
    </section>
  )
}

function Question(props: { question: QuestionView; mine: boolean; asker: string; admin: string; mayAnswer: boolean }) {
  const { question, mine, asker, admin, mayAnswer } = props
  const t = useText('conversations')
  if (question.state !== 'asked')
    return (
      <p className="c-question">
        {t(question.state === 'granted' ? 'question.yes-said' : 'question.no-said', { name: admin })}{' '}
        {question.reason !== '' && <q>{question.reason}</q>}{' '}
        <span className="k-meta">{question.state === 'granted' && t('question.exactly')}</span>
      </p>
    )
  return (
    <div className="c-question">
      <p>
        <strong>{mine ? t('question.you-asked') : t('question.asks', { name: asker })}</strong>{' '}
        <Clock at={question.at} />
      </p>
      <blockquote dir="auto">{question.text}</blockquote>
      {!mine && question.because.map(each => <p key={each}>{each}</p>)}
      {mayAnswer && <Answer question={question} />}
    </div>
  )
}

/** Yes asks for a reason, which stays in the audit log. */
function Answer({ question }: { question: QuestionView }) {
  const t = useText('conversations')
  const queries = useQueryClient()
  const id = useId()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const short = reason.trim().length < leastReason
  const { mutate, isPending } = useMutation({
    mutationFn: (yes: boolean) => answerQuestion(question.id, { yes, reason: reason.trim() }),
    onSuccess: (_, yes) => tell(t(yes ? 'question.said-yes' : 'question.said-no')),
    onError: error => tell(t('action.failed', { why: error.message })),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.openQuestions }),
  })
  if (!open)
    return (
      <div className="k-line">
        <Button size="row" onClick={() => setOpen(true)}>
          {t('question.yes')}
        </Button>
        <Button size="row" look="quiet" busy={isPending} onClick={() => mutate(false)}>
          {t('question.no')}
        </Button>
      </div>
    )
  return (
    <form
      className="c-question-answer"
      onSubmit={event => {
        event.preventDefault()
        if (!short) mutate(true)
      }}
    >
      <label htmlFor={id}>{t('question.why')}</label>
      <input
        id={id}
        className="k-input"
        value={reason}
        // biome-ignore lint/a11y/noAutofocus: the field appears because its own button was pressed
        autoFocus
        aria-describedby={`${id}-note`}
        onChange={event => setReason(event.target.value)}
      />
      <span id={`${id}-note`} className="k-meta">
        {t('question.kept')}
      </span>
      <div className="k-line">
        <Button
          type="submit"
          size="row"
          busy={isPending}
          unavailable={short ? t('question.short', { least: leastReason }) : undefined}
        >
          {t('question.yes')}
        </Button>
        <Button size="row" look="quiet" onClick={() => setOpen(false)}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  )
}
