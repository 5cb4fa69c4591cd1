import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { Button, NextStep } from '#web/kit/Button.tsx'
import { TextAreaField, TextField } from '#web/kit/Fields.tsx'
import { Line, Stack } from '#web/kit/Layout.tsx'
import { Secret } from '#web/kit/Secret.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { Notice } from '#web/kit/States.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { ToolMark } from '#web/kit/ToolMark.tsx'
import {
  askThem,
  changeTerms,
  keys,
  makeLink,
  type ReferralView,
  type ReferrerView,
  setPaid,
  type TermsWire,
  thank,
} from './api.ts'

const useRefresh = () => {
  const cache = useQueryClient()
  return () => void cache.invalidateQueries({ queryKey: keys.all })
}

/** The one question: its words and link are shown once, to be sent by hand. */
export function AskSheet({ referral, onClose }: { referral: ReferralView; onClose: () => void }) {
  const t = useText('referrals')
  const refresh = useRefresh()
  const ask = useMutation({ mutationFn: () => askThem(referral.id), onSettled: refresh })
  const made = ask.data
  const mail =
    made &&
    `mailto:${encodeURIComponent(made.email)}?subject=${encodeURIComponent(t('ask.subject', { name: referral.referrer.name }))}&body=${encodeURIComponent(made.text)}`
  return (
    <Sheet title={t('ask.title', { name: referral.name })} onClose={onClose}>
      <Stack gap={4}>
        <p>{t('ask.lead', { name: referral.referrer.name })}</p>
        {ask.error && <Notice tone="block">{ask.error.message}</Notice>}
        {made ? (
          <>
            <p>
              {t('ask.to')} <strong>{made.email}</strong>
            </p>
            <Secret words={t('ask.once')} secret={made.text} />
            <Line>
              <a className="k-button" href={mail}>
                {t('ask.mail')}
              </a>
              <Button look="quiet" onClick={onClose}>
                {t('done')}
              </Button>
            </Line>
          </>
        ) : (
          <Line>
            <NextStep busy={ask.isPending} onClick={() => ask.mutate()}>
              {t('ask.make')}
            </NextStep>
            <Button look="quiet" onClick={onClose}>
              {t('cancel')}
            </Button>
          </Line>
        )}
      </Stack>
    </Sheet>
  )
}

/** Words of thanks, judged by the etiquette; they wait in the conversation, or are copied. */
export function ThankSheet({ referral, onClose }: { referral: ReferralView; onClose: () => void }) {
  const t = useText('referrals')
  const refresh = useRefresh()
  const first = useQuery({
    queryKey: [...keys.all, 'thanks', referral.id],
    queryFn: () => thank(referral.id, {}),
    staleTime: 0,
    gcTime: 0,
  })
  const [typed, setTyped] = useState<string>()
  const text = typed ?? first.data?.text ?? ''
  const keep = useMutation({
    mutationFn: async () => {
      const kept = await thank(referral.id, { text, keep: true })
      if (kept.conversation === null) await navigator.clipboard.writeText(text)
      return kept
    },
    onSuccess: ({ conversation }) => {
      tell(t(conversation ? 'thanks.kept' : 'thanks.copied'))
      onClose()
    },
    onSettled: refresh,
  })
  const judged = first.data
  const error = keep.error ?? first.error
  return (
    <Sheet title={t('thanks.title', { name: referral.referrer.name })} onClose={onClose}>
      <Stack gap={4}>
        <TextAreaField
          label={t('thanks.words')}
          hint={referral.tell ? undefined : t('thanks.no-tell')}
          rows={4}
          maxLength={4_000}
          value={text}
          onChange={event => setTyped(event.target.value)}
        />
        {judged?.tool && (
          <p>
            {t(judged.conversation ? 'thanks.goes' : 'thanks.by-hand')} <ToolMark tool={judged.tool} word />
          </p>
        )}
        {typed === undefined &&
          judged?.reasons.map(reason => (
            <Notice key={reason.code} tone={reason.verdict}>
              {reason.message}
            </Notice>
          ))}
        {error && <Notice tone="block">{error.message}</Notice>}
        <Line>
          <NextStep
            busy={keep.isPending}
            unavailable={text.trim() === '' ? t('thanks.first') : undefined}
            onClick={() => keep.mutate()}
          >
            {judged?.conversation ? t('thanks.keep') : t('thanks.copy')}
          </NextStep>
          {judged?.conversation && (
            <Link to="/inbox/$conversationId" params={{ conversationId: judged.conversation }} className="k-button">
              {t('thanks.open')}
            </Link>
          )}
        </Line>
      </Stack>
    </Sheet>
  )
}

export function PaidButton({ referral }: { referral: ReferralView }) {
  const t = useText('referrals')
  const refresh = useRefresh()
  const set = useMutation({
    mutationFn: (paid: boolean) => setPaid(referral.id, paid),
    onSuccess: (_, paid) => tell(t(paid ? 'paid.done' : 'paid.undone'), paid ? () => set.mutate(false) : undefined),
    onError: error => tell(error.message),
    onSettled: refresh,
  })
  if (referral.reward.state !== 'due') return null
  return (
    <Button size="row" busy={set.isPending} onClick={() => set.mutate(true)}>
      {t('paid.do')}
      <span className="hush"> {referral.referrer.name}</span>
    </Button>
  )
}

export function LinkSheet({ referrer, onClose }: { referrer: ReferrerView; onClose: () => void }) {
  const t = useText('referrals')
  const refresh = useRefresh()
  const make = useMutation({ mutationFn: () => makeLink(referrer.id), onSettled: refresh })
  return (
    <Sheet title={t('link.title', { name: referrer.name })} onClose={onClose}>
      <Stack gap={4}>
        <p>{t('link.lead')}</p>
        {referrer.hasPage && !make.data && <Notice tone="info">{t('link.ends')}</Notice>}
        {make.error && <Notice tone="block">{make.error.message}</Notice>}
        {make.data ? (
          <Secret words={t('link.once')} secret={make.data.url} />
        ) : (
          <Line>
            <NextStep busy={make.isPending} onClick={() => make.mutate()}>
              {t('link.make')}
            </NextStep>
            <Button look="quiet" onClick={onClose}>
              {t('cancel')}
            </Button>
          </Line>
        )}
      </Stack>
    </Sheet>
  )
}

export function TermsSheet({ terms, onClose }: { terms: TermsWire; onClose: () => void }) {
  const t = useText('referrals')
  const refresh = useRefresh()
  const [amount, setAmount] = useState(String(terms.amount))
  const [currency, setCurrency] = useState(terms.currency)
  const [after, setAfter] = useState(String(terms.afterDays))
  const [valid, setValid] = useState(String(terms.validDays))
  const [words, setWords] = useState(terms.words)
  const keep = useMutation({
    mutationFn: () =>
      changeTerms({
        amount: Number(amount),
        currency,
        afterDays: Number(after),
        validDays: Number(valid),
        words: words.trim(),
      }),
    onSuccess: () => {
      tell(t('terms.kept'))
      onClose()
    },
    onSettled: refresh,
  })
  return (
    <Sheet title={t('terms.title')} onClose={onClose}>
      <form
        onSubmit={event => {
          event.preventDefault()
          keep.mutate()
        }}
      >
        <Stack gap={4}>
          <p className="k-meta">{t('terms.lead')}</p>
          <TextField
            label={t('terms.amount')}
            type="number"
            min={0}
            value={amount}
            onChange={event => setAmount(event.target.value)}
          />
          <TextField
            label={t('terms.currency')}
            maxLength={3}
            value={currency}
            onChange={event => setCurrency(event.target.value.toUpperCase())}
          />
          <TextField
            label={t('terms.after')}
            type="number"
            min={0}
            max={730}
            value={after}
            onChange={event => setAfter(event.target.value)}
          />
          <TextField
            label={t('terms.valid')}
            hint={t('terms.valid-hint')}
            type="number"
            min={30}
            max={1_095}
            value={valid}
            onChange={event => setValid(event.target.value)}
          />
          <TextAreaField
            label={t('terms.words')}
            optional
            rows={3}
            maxLength={1_000}
            value={words}
            onChange={event => setWords(event.target.value)}
          />
          {keep.error && <Notice tone="block">{keep.error.message}</Notice>}
          <Line>
            <NextStep type="submit" busy={keep.isPending}>
              {t('terms.keep')}
            </NextStep>
            <Button look="quiet" onClick={onClose}>
              {t('cancel')}
            </Button>
          </Line>
        </Stack>
      </form>
    </Sheet>
  )
}
