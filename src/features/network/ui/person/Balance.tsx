import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { type Text, useText } from '#web/i18n/i18n.ts'
import { Button, IconButton } from '#web/kit/Button.tsx'
import { TimeAgo } from '#web/kit/Figures.tsx'
import { Icon } from '#web/kit/Icon.tsx'
import { Menu } from '#web/kit/Menu.tsx'
import { ErrorState, RowSkeleton } from '#web/kit/States.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import type { PersonPart } from '#web/manifest.ts'
import { kindnessKinds, type Way, ways } from '../../model.ts'
import { balanceQuery, forgetKindness, type KindnessView, keys, noteKindness } from '../api.ts'
import { adviceWords } from '../words.tsx'
import { NoteSheet } from './NoteSheet.tsx'

/** What we did for them and they for us, with one calm suggestion; noted by hand in one click. */
export function Balance({ person, name }: PersonPart) {
  const t = useText('network')
  const { data, error, refetch } = useQuery(balanceQuery(person))
  const advice = data ? adviceWords(t, data.advice, name) : null
  return (
    <section className="n-section" aria-labelledby="n-balance">
      <h2 id="n-balance">{t('balance.title')}</h2>
      {error && !data && <ErrorState detail={error.message} onRetry={() => void refetch()} />}
      {!data && !error && <RowSkeleton rows={2} />}
      {advice && (
        <p className="n-advice">
          {advice}{' '}
          {data?.advice.activity && (
            <Link
              to="/people/$personId"
              params={{ personId: person }}
              search={{ tab: 'activity', item: data.advice.activity }}
              className="k-link"
            >
              {t('balance.read')}
            </Link>
          )}
        </p>
      )}
      {data && (
        <div className="n-scales">
          {ways.map(way => (
            <Side key={way} way={way} person={person} name={name} all={data.kindnesses} count={data[way]} />
          ))}
        </div>
      )}
    </section>
  )
}

const shown = 5
const words = (t: Text, one: KindnessView) =>
  [t(`kindness.${one.way}.${one.kind}`), one.words && `“${one.words}”`].filter(Boolean).join(' ')

function Side(props: { way: Way; person: string; name: string; all: readonly KindnessView[]; count: number }) {
  const { way, person, name, all, count } = props
  const t = useText('network')
  const cache = useQueryClient()
  const refresh = () => void cache.invalidateQueries({ queryKey: keys.balance(person) })
  const forget = useMutation({ mutationFn: forgetKindness, onError: error => tell(error.message), onSettled: refresh })
  const note = useMutation({
    mutationFn: (kind: (typeof kindnessKinds)[number]) => noteKindness(person, { way, kind, words: '' }),
    onSuccess: ({ id }) => tell(t('balance.noted'), () => forget.mutate(id)),
    onError: error => tell(error.message),
    onSettled: refresh,
  })
  const [writing, setWriting] = useState(false)
  const own = all.filter(one => one.way === way)
  return (
    <div className="n-side">
      <h3 className="n-small">{t(`balance.${way}`, { name, count })}</h3>
      {own.length === 0 && <p className="k-meta">{t('balance.nothing')}</p>}
      <ul className="n-deeds">
        {own.slice(0, shown).map(one => (
          <li key={`${one.id} ${one.kind}`}>
            <span>{words(t, one)}</span>{' '}
            <span className="k-meta">
              <TimeAgo at={one.at} />
            </span>
            {one.source === 'by-hand' && (
              <IconButton label={t('balance.forget', { what: words(t, one) })} onClick={() => forget.mutate(one.id)}>
                <Icon name="close" size={14} />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
      {own.length > shown && <p className="k-meta">{t('balance.more', { count: own.length - shown })}</p>}
      <Menu
        label={t(`balance.note-${way}`)}
        target={
          <Button size="row">
            {t(`balance.note-${way}`)} <Icon name="down" size={14} />
          </Button>
        }
        entries={[
          ...kindnessKinds.map(kind => ({
            kind: 'item' as const,
            key: kind,
            label: t(`kindness.${way}.${kind}`),
            run: () => note.mutate(kind),
          })),
          { kind: 'item' as const, key: 'words', label: t('balance.with-words'), run: () => setWriting(true) },
        ]}
      />
      {writing && <NoteSheet way={way} person={person} name={name} onClose={() => setWriting(false)} />}
    </div>
  )
}
