import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useLanguage, useText } from '#web/i18n/i18n.ts'
import { formatLikely } from '#web/i18n/likely.ts'
import { Button } from '#web/kit/Button.tsx'
import { TimeAgo } from '#web/kit/Figures.tsx'
import { Meta } from '#web/kit/Layout.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { ToolMark } from '#web/kit/ToolMark.tsx'
import { Why } from '#web/kit/Why.tsx'
import { type LinkWire, type MoveWire, type PersonPageWire, undoLink, undoMove } from '../api.ts'
import { keys } from '../keys.ts'

/** Why these profiles count as one person, and the way back. */
export function Links({ person }: { person: PersonPageWire }) {
  const t = useText('people')
  const queries = useQueryClient()
  const undo = useMutation({
    mutationFn: ({ kind, id }: { kind: 'link' | 'move'; id: string }) =>
      kind === 'link' ? undoLink(id) : undoMove(id),
    onSuccess: ({ people }) => {
      tell(t('link.undone'))
      for (const id of people) void queries.invalidateQueries({ queryKey: keys.person(id) })
      void queries.invalidateQueries({ queryKey: keys.lists })
    },
    onError: error => tell(error.message),
    onSettled: () => void queries.invalidateQueries({ queryKey: keys.person(person.id) }),
  })
  const moves = person.moves.filter(move => !move.undoneAt)
  const links = person.links.filter(link => !link.undoneAt && link.move === null)
  if (links.length === 0 && moves.length === 0) return null
  return (
    <section aria-label={t('link.title')}>
      <h2>{t('link.title')}</h2>
      <ul className="p-rows">
        {moves.map(move => (
          <li key={move.id}>
            <span>{t(move.kind === 'merge' ? 'link.merged' : 'link.split')}</span>
            <Evidence of={move} />
            <Meta>
              {t(`link.by-${move.decidedBy}`)} <TimeAgo at={move.at} />
            </Meta>
            <Button
              size="row"
              look="quiet"
              busy={undo.isPending}
              onClick={() => undo.mutate({ kind: 'move', id: move.id })}
            >
              {t('link.undo')}
            </Button>
          </li>
        ))}
        {links.map(link => {
          const profile = person.profiles.find(each => each.id === link.profile)
          return (
            <li key={link.id}>
              <span>
                {profile && <ToolMark tool={profile.tool} />} <bdi>{profile?.handle ?? profile?.displayName}</bdi>
              </span>
              <Evidence of={link} />
              <Meta>
                {t(`link.by-${link.decidedBy}`)} <TimeAgo at={link.at} />
              </Meta>
              {link.previous !== null && (
                <Button
                  size="row"
                  look="quiet"
                  busy={undo.isPending}
                  onClick={() => undo.mutate({ kind: 'link', id: link.id })}
                >
                  {t('link.undo')}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function Evidence({ of }: { of: LinkWire | MoveWire }) {
  const t = useText('people')
  const { formats } = useLanguage()
  const probability = formatLikely(of.probability, formats)
  const weight = new Intl.NumberFormat(formats, { maximumFractionDigits: 1, signDisplay: 'exceptZero' })
  return (
    <Why
      title={t('link.why', { probability })}
      items={of.evidence.map((each, index) => ({
        key: `${each.fact}${index}`,
        what: [each.says, [each.left, each.right].filter(Boolean).join(' | ')].filter(Boolean).join(' '),
        weight: each.weight === 0 ? undefined : weight.format(each.weight),
      }))}
      note={'reason' in of && of.reason ? of.reason : undefined}
      label={t('link.why-label', { probability })}
    >
      {t('link.likely', { probability })}
    </Why>
  )
}
