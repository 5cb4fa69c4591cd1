import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { PersonId } from '#kernel/ids.ts'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { dropQuote, keepQuote, keys, type OpenItemWire } from './api.ts'

type Quote = OpenItemWire['quotes'][number]

/** What was kept of theirs, in their words. */
export function Quotes({ quotes, person }: { quotes: readonly Quote[]; person: PersonId }) {
  const t = useText('activity')
  const queries = useQueryClient()
  const act = useMutation({
    mutationFn: (work: () => Promise<unknown>) => work(),
    onError: error => tell(error.message),
    onSettled: () => void queries.invalidateQueries({ queryKey: keys.items(person) }),
  })
  const drop = (quote: Quote) =>
    act.mutate(async () => {
      await dropQuote(quote.id)
      tell(t('quote.dropped'), () => act.mutate(() => keepQuote(quote.activity, quote.text)))
    })
  if (quotes.length === 0) return null
  return (
    <section className="a-quotes" aria-label={t('quote.title')}>
      <h3>{t('quote.title')}</h3>
      <ul>
        {quotes.map(quote => (
          <li key={quote.id}>
            <q>{quote.text}</q>
            <Button size="row" look="quiet" onClick={() => drop(quote)}>
              {t('quote.drop')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
