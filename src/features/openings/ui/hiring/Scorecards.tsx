import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { TextAreaField, TextField } from '#web/kit/Fields.tsx'
import { TimeAgo } from '#web/kit/Figures.tsx'
import { Line, Stack } from '#web/kit/Layout.tsx'
import { Notice } from '#web/kit/States.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { type Mark, marks } from '../../model.ts'
import { type CandidacyView, giveScorecard, keys } from '../api.ts'

type Own = Record<string, { mark: Mark | null; words: string }>

/** One's own first; what others saw is closed until then, so that nobody is led. */
export function Scorecards({ data }: { data: CandidacyView }) {
  const t = useText('openings')
  const own = data.scorecards.find(card => card.own)
  const [writing, setWriting] = useState(own === undefined)
  const others = data.scorecards.filter(card => !card.own)
  return (
    <section id="scorecards">
      <h2>{t('scorecard.title')}</h2>
      <Stack gap={4}>
        {writing ? (
          <OwnCard data={data} onDone={() => setWriting(false)} />
        ) : (
          own && (
            <div className="j-scorecard">
              <ScoreHead card={own} who={t('scorecard.yours')} />
              <Marks card={own} />
              <Line>
                <Button size="row" onClick={() => setWriting(true)}>
                  {t('scorecard.change')}
                </Button>
              </Line>
            </div>
          )
        )}
        {others.map(card => (
          <div key={card.by} className="j-scorecard">
            <ScoreHead card={card} who={card.by} />
            {card.hidden ? <p className="k-meta">{t('scorecard.hidden')}</p> : <Marks card={card} />}
          </div>
        ))}
      </Stack>
    </section>
  )
}

type CardOf = CandidacyView['scorecards'][number]

function ScoreHead({ card, who }: { card: CardOf; who: string }) {
  const t = useText('openings')
  return (
    <h3>
      <bdi>{who}</bdi>{' '}
      <span className="k-meta">
        <TimeAgo at={card.at} />
        {card.changedAt && (
          <>
            {', '}
            {t('scorecard.changed')} <TimeAgo at={card.changedAt} />
          </>
        )}
      </span>
    </h3>
  )
}

function Marks({ card }: { card: CardOf }) {
  const t = useText('openings')
  return (
    <>
      {card.words !== '' && <p className="j-message">{card.words}</p>}
      <dl className="j-marks">
        {card.marks
          .filter(one => one.mark !== null || one.words !== '')
          .map(one => (
            <div key={one.criterion}>
              <dt>{one.criterion}</dt>
              <dd>
                {one.mark !== null && (
                  <strong>
                    {one.mark} {t(`mark.${one.mark}`)}
                  </strong>
                )}{' '}
                {one.words}
              </dd>
            </div>
          ))}
      </dl>
    </>
  )
}

function OwnCard({ data, onDone }: { data: CandidacyView; onDone: () => void }) {
  const t = useText('openings')
  const cache = useQueryClient()
  const before = data.scorecards.find(card => card.own)
  const [words, setWords] = useState(before?.words ?? '')
  const [own, setOwn] = useState<Own>(() =>
    Object.fromEntries(
      data.criteria.map(({ criterion }) => {
        const was = before?.marks.find(one => one.criterion === criterion)
        return [criterion, { mark: was?.mark ?? null, words: was?.words ?? '' }]
      }),
    ),
  )
  const set = (criterion: string, change: Partial<Own[string]>) =>
    setOwn(all => ({ ...all, [criterion]: { ...(all[criterion] ?? { mark: null, words: '' }), ...change } }))
  const give = useMutation({
    mutationFn: () =>
      giveScorecard(data.candidacy, {
        marks: Object.entries(own).map(([criterion, one]) => ({ criterion, ...one })),
        words,
      }),
    onSuccess: () => {
      tell(t('scorecard.given'))
      onDone()
    },
    onSettled: () => cache.invalidateQueries({ queryKey: keys.all }),
  })
  return (
    <form
      className="j-scorecard"
      onSubmit={event => {
        event.preventDefault()
        give.mutate()
      }}
    >
      <Stack gap={4}>
        {data.criteria.length === 0 && <p className="k-meta">{t('scorecard.no-criteria')}</p>}
        {data.criteria.map(({ criterion, kind }) => (
          <fieldset key={criterion} className="j-criterion">
            <legend>
              {criterion} <span className="k-meta">{t(`field.${kind}`)}</span>
            </legend>
            <div className="j-mark-choice">
              {marks.map(mark => (
                <label key={mark}>
                  <input
                    type="radio"
                    name={`mark ${criterion}`}
                    checked={own[criterion]?.mark === mark}
                    onChange={() => set(criterion, { mark })}
                  />
                  <span>
                    {mark} {t(`mark.${mark}`)}
                  </span>
                </label>
              ))}
            </div>
            <TextField
              label={t('scorecard.saw')}
              optional
              maxLength={1_000}
              value={own[criterion]?.words ?? ''}
              onChange={event => set(criterion, { words: event.target.value })}
            />
          </fieldset>
        ))}
        <TextAreaField
          label={t('scorecard.words')}
          optional
          rows={3}
          maxLength={4_000}
          value={words}
          onChange={event => setWords(event.target.value)}
        />
        {give.error && <Notice tone="block">{give.error.message}</Notice>}
        <Line>
          <Button type="submit" busy={give.isPending}>
            {t('scorecard.give')}
          </Button>
          {before && (
            <Button look="quiet" onClick={onDone}>
              {t('cancel')}
            </Button>
          )}
        </Line>
        <p className="k-meta">{t('scorecard.hint')}</p>
      </Stack>
    </form>
  )
}
