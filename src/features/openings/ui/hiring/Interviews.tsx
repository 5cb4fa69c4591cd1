import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useLanguage, useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { CalendarLink } from '#web/kit/CalendarLink.tsx'
import { CheckField, SelectField, TextAreaField, TextField } from '#web/kit/Fields.tsx'
import { Line, Stack } from '#web/kit/Layout.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { Notice } from '#web/kit/States.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { ToolMark } from '#web/kit/ToolMark.tsx'
import { type CandidacyView, changeInterview, keys, offerTimes, proposeInterview } from '../api.ts'

const timezone = Intl.DateTimeFormat().resolvedOptions().timeZone
type InterviewView = CandidacyView['interviews'][number]

/** Times that are proposed, agreed or cancelled; offered by words that the etiquette has judged, never sent from here. */
export function Interviews({ data }: { data: CandidacyView }) {
  const t = useText('openings')
  const [open, setOpen] = useState<'propose' | 'offer'>()
  const proposed = data.interviews.filter(one => one.state === 'proposed' && Date.parse(one.startsAt) > Date.now())
  return (
    <section>
      <h2>{t('interview.title')}</h2>
      {data.interviews.length === 0 && <p className="k-meta">{t('interview.none')}</p>}
      <ul className="j-list">
        {data.interviews.map(one => (
          <InterviewRow key={one.id} interview={one} />
        ))}
      </ul>
      <Line>
        <Button onClick={() => setOpen('propose')}>{t('interview.propose')}</Button>
        <Button
          onClick={() => setOpen('offer')}
          unavailable={proposed.length === 0 ? t('interview.propose-first') : undefined}
        >
          {t('interview.offer')}
        </Button>
        <CalendarLink />
      </Line>
      {open === 'propose' && <ProposeSheet data={data} onClose={() => setOpen(undefined)} />}
      {open === 'offer' && <OfferSheet data={data} onClose={() => setOpen(undefined)} />}
    </section>
  )
}

function InterviewRow({ interview }: { interview: InterviewView }) {
  const t = useText('openings')
  const { formats } = useLanguage()
  const cache = useQueryClient()
  const { id, startsAt, minutes, place, state, interviewers } = interview
  const set = useMutation({
    mutationFn: (to: InterviewView['state']) => changeInterview(id, { state: to }),
    onSuccess: ({ cancelled }, to) => {
      const also = cancelled > 0 ? ` ${t('interview.also-cancelled', { count: cancelled })}` : ''
      tell(`${t(`interview-state.${to}`)}.${also}`, cancelled > 0 ? undefined : () => set.mutate(state))
    },
    onError: error => tell(error.message),
    onSettled: () => cache.invalidateQueries({ queryKey: keys.all }),
  })
  const when = new Intl.DateTimeFormat(formats, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(new Date(startsAt))
  return (
    <li data-state={state}>
      <p>
        <strong>{t(`interview-state.${state}`)}</strong> <time dateTime={startsAt}>{when}</time>{' '}
        <span className="k-meta">{t('interview.minutes', { count: minutes })}</span>
      </p>
      {(place !== '' || interviewers.length > 0) && (
        <p className="k-meta">{[place, interviewers.join(', ')].filter(Boolean).join(' · ')}</p>
      )}
      <Line>
        {state === 'proposed' && (
          <Button size="row" busy={set.isPending} onClick={() => set.mutate('agreed')}>
            {t('interview.agree')}
          </Button>
        )}
        {state !== 'cancelled' && (
          <>
            <Button size="row" look="quiet" onClick={() => set.mutate('cancelled')}>
              {t('interview.cancel')}
            </Button>
            <a className="k-button k-button-row k-button-quiet" href={`/api/v1/interviews/${id}/invite.ics`} download>
              {t('interview.file')}
            </a>
          </>
        )}
      </Line>
    </li>
  )
}

function ProposeSheet({ data, onClose }: { data: CandidacyView; onClose: () => void }) {
  const t = useText('openings')
  const cache = useQueryClient()
  const [when, setWhen] = useState('')
  const [minutes, setMinutes] = useState('45')
  const [place, setPlace] = useState(data.interviews.at(-1)?.place ?? '')
  const [who, setWho] = useState<readonly string[]>(
    data.team.filter(one => one.part === 'interviewer').map(one => one.id),
  )
  const propose = useMutation({
    mutationFn: () =>
      proposeInterview(data.candidacy, {
        startsAt: new Date(when).toISOString(),
        minutes: Number(minutes),
        timezone,
        place,
        interviewers: data.team.map(one => one.id).filter(id => who.includes(id)),
      }),
    onSuccess: () => {
      tell(t('interview.proposed'))
      onClose()
    },
    onSettled: () => cache.invalidateQueries({ queryKey: keys.all }),
  })
  const missing = when === '' ? t('interview.when-first') : undefined
  return (
    <Sheet title={t('interview.propose')} onClose={onClose}>
      <form
        onSubmit={event => {
          event.preventDefault()
          if (!missing) propose.mutate()
        }}
      >
        <Stack gap={4}>
          <TextField
            label={t('interview.when')}
            hint={t('interview.when-hint', { zone: timezone })}
            type="datetime-local"
            autoFocus
            value={when}
            onChange={event => setWhen(event.target.value)}
          />
          <SelectField
            label={t('interview.length')}
            value={minutes}
            choices={[15, 20, 30, 45, 60, 90, 120].map(n => ({
              value: String(n),
              label: t('interview.minutes', { count: n }),
            }))}
            onChange={event => setMinutes(event.target.value)}
          />
          <TextField
            label={t('interview.place')}
            optional
            hint={t('interview.place-hint')}
            maxLength={300}
            value={place}
            onChange={event => setPlace(event.target.value)}
          />
          {data.team.length > 0 && (
            <fieldset className="j-criterion">
              <legend>{t('interview.who')}</legend>
              {data.team.map(one => (
                <CheckField
                  key={one.id}
                  label={one.name}
                  checked={who.includes(one.id)}
                  onChange={event =>
                    setWho(event.target.checked ? [...who, one.id] : who.filter(each => each !== one.id))
                  }
                />
              ))}
            </fieldset>
          )}
          {propose.error && <Notice tone="block">{propose.error.message}</Notice>}
          <Line>
            <Button type="submit" busy={propose.isPending} unavailable={missing}>
              {t('interview.propose')}
            </Button>
            <Button look="quiet" onClick={onClose}>
              {t('cancel')}
            </Button>
          </Line>
          <p className="k-meta">{t('interview.propose-hint')}</p>
        </Stack>
      </form>
    </Sheet>
  )
}

/** The words, what the etiquette says of them, and where they go; they are sent from the conversation, by the recruiter. */
function OfferSheet({ data, onClose }: { data: CandidacyView; onClose: () => void }) {
  const t = useText('openings')
  const first = useQuery({
    queryKey: [...keys.candidacy(data.candidacy), 'offer'],
    queryFn: () => offerTimes(data.candidacy, { timezone }),
    staleTime: 0,
    gcTime: 0,
  })
  const [typed, setText] = useState<string>()
  const ask = useMutation({
    mutationFn: (given: { text: string; keep?: boolean }) => offerTimes(data.candidacy, { timezone, ...given }),
    onSuccess: (_, given) => {
      if (!given.keep) return
      tell(t('offer.kept'))
      onClose()
    },
  })
  const judged = ask.data ?? first.data
  const text = typed ?? first.data?.text
  const error = ask.error ?? first.error
  const copy = async () => {
    await navigator.clipboard.writeText(text ?? '')
    tell(t('offer.copied'))
  }
  const stale = judged !== undefined && text !== undefined && judged.text !== text
  const blocked = judged?.verdict === 'block' && !stale
  return (
    <Sheet title={t('interview.offer')} onClose={onClose}>
      <Stack gap={4}>
        <TextAreaField
          label={t('offer.words')}
          rows={8}
          maxLength={4_000}
          value={text ?? ''}
          onChange={event => setText(event.target.value)}
          onBlur={() => stale && text !== undefined && text.trim() !== '' && ask.mutate({ text })}
        />
        {judged && (
          <div aria-live="polite">
            {judged.tool ? (
              <p>
                {t(judged.conversation ? 'offer.goes' : 'offer.by-hand')} <ToolMark tool={judged.tool} word />
              </p>
            ) : (
              <Notice tone="info">{t('offer.nowhere')}</Notice>
            )}
            {!stale && judged.reasons.length === 0 && <p className="k-meta">{t('offer.fine')}</p>}
            {!stale &&
              judged.reasons.map(reason => (
                <Notice key={reason.code} tone={reason.verdict}>
                  {reason.message}
                </Notice>
              ))}
          </div>
        )}
        {error && <Notice tone="block">{error.message}</Notice>}
        <Line>
          {judged?.conversation ? (
            <Button
              busy={ask.isPending}
              unavailable={blocked ? t('offer.not-yet') : undefined}
              onClick={() => text !== undefined && ask.mutate({ text, keep: true })}
            >
              {t('offer.keep')}
            </Button>
          ) : (
            <Button onClick={() => void copy()} unavailable={blocked ? t('offer.not-yet') : undefined}>
              {t('offer.copy')}
            </Button>
          )}
          {judged?.conversation && (
            <Link to="/inbox/$conversationId" params={{ conversationId: judged.conversation }} className="k-button">
              {t('offer.open')}
            </Link>
          )}
        </Line>
      </Stack>
    </Sheet>
  )
}
