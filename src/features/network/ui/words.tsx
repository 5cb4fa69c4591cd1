import { toolLabel } from '#features/tools/model.ts'
import { formatAgo } from '#web/i18n/format.ts'
import { type Text, useLanguage, useText } from '#web/i18n/i18n.ts'
import { Why } from '#web/kit/Why.tsx'
import type { AdviceView, BecauseView, LinkView, NetworkView } from './api.ts'

const growing: ReadonlySet<BecauseView['kind']> = new Set(['talk', 'room', 'public', 'thread', 'mention', 'link'])

/** "Wrote to each other in 4 of the last 6 months (XMPP)": how a tie is known. */
export function useBecause(): (one: BecauseView) => string {
  const t = useText('network')
  const { formats } = useLanguage()
  return one => {
    const mutual = one.events > 0 && one.back > 0
    const what = t(`because.${one.kind}${one.kind === 'talk' && !mutual ? '-one' : ''}`, {
      title: one.title ?? t('because.somewhere'),
    })
    const when =
      growing.has(one.kind) && one.months > 1
        ? t('because.months', { count: one.months })
        : t('because.last', { when: formatAgo(new Date(one.lastAt), new Date(), formats) })
    return [what, when, one.tool ? toolLabel(one.tool) : ''].filter(Boolean).join(' · ')
  }
}

/** Grade in words, with all its reasons behind it. */
export function Grade({ link, title }: { link: LinkView; title: string }) {
  const t = useText('network')
  const because = useBecause()
  return (
    <Why
      title={title}
      label={`${t(`grade.${link.grade}`)}. ${t('tie-why', { title })}`}
      items={link.because.map(one => ({ key: one.kind, what: because(one) }))}
      note={t('strength-note')}
    >
      {t(`grade.${link.grade}`)}
    </Why>
  )
}

export type CommunityView = NetworkView['communities'][number]

export function communityName(t: Text, one: CommunityView): string {
  const [first, second] = one.shared
  const name = (shared: CommunityView['shared'][number]) =>
    shared.what === 'tool' ? toolLabel(shared.name as Parameters<typeof toolLabel>[0]) : shared.name
  if (!first) return t('community.unnamed', { number: one.number })
  return second ? t('community.two', { first: name(first), second: name(second) }) : name(first)
}

/** What would be good to do first; null when there is nothing to say. */
export function adviceWords(t: Text, advice: AdviceView, name: string): string | null {
  switch (advice.code) {
    case 'answer-first':
      return t('advice.answer-first', { name, title: advice.title ?? '' })
    case 'thank-first':
      return t('advice.thank-first', { name, what: t(`kindness.received.${advice.what ?? 'help'}`) })
    case 'asked-often':
      return t('advice.asked-often', { name, count: advice.count ?? 0 })
    case 'only-taken':
      return t('advice.only-taken', { name })
    case 'ours-to-ask':
      return t('advice.ours-to-ask', { name })
    case 'even':
      return t('advice.even', { name })
    default:
      return null
  }
}
