import { useText } from '#web/i18n/i18n.ts'
import { Proportion } from '#web/kit/Figures.tsx'
import type { LedgerWire } from '../wire.ts'
import { spanWords } from './norm-words.ts'

/** The ledger as it is read: time, then what was given, then what came back. */
export function LedgerFigures({ ledger, whole = false }: { ledger: LedgerWire; whole?: boolean }) {
  const t = useText('groups')
  const figures = [
    { key: 'read', value: spanWords(t, ledger.readMs) },
    { key: 'talk', value: spanWords(t, ledger.talkMs) },
    { key: 'answers', value: ledger.answers },
    { key: 'thanks', value: ledger.thanks },
    { key: 'promo', value: t('figure.of', { hits: ledger.promotion, total: ledger.posts }) },
    {
      key: 'answered',
      value: whole ? <Proportion hits={ledger.answeredPosts} total={ledger.roomPosts} /> : ledger.answeredUs,
    },
    ...(whole && ledger.teamMs > ledger.readMs + ledger.talkMs
      ? [{ key: 'team', value: spanWords(t, ledger.teamMs) }]
      : []),
  ]
  return (
    <dl className="g-figures">
      {figures.map(({ key, value }) => (
        <div key={key}>
          <dt>{t(whole && key === 'answered' ? 'figure.posts-answered' : `figure.${key}`)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
