import { useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { PersonName } from '#web/kit/PersonName.tsx'
import { readStage } from '#web/kit/stages.ts'
import { usePresence } from '#web/live/presence.ts'
import { gradeOf } from '../model.ts'
import { type Network, otherEnd, type Shown } from './select.ts'
import { type CommunityView, communityName } from './words.tsx'

const [atFirst, tiesShown, bridgesShown, bridgeLeast] = [12, 3, 6, 0.15]

/** The same network in words: who connects others, then each community with its people and their strongest ties. */
export function TieList({
  network,
  shown,
  communities,
}: {
  network: Network
  shown: Shown
  communities: readonly CommunityView[]
}) {
  const t = useText('network')
  const members = Map.groupBy(shown.people, n => network.people[n]?.community ?? 0)
  const bridges = [...shown.people]
    .filter(n => (network.people[n]?.bridge ?? 0) >= bridgeLeast)
    .sort((a, b) => (network.people[b]?.bridge ?? 0) - (network.people[a]?.bridge ?? 0))
    .slice(0, bridgesShown)
  if (shown.people.size === 0) return <p className="k-meta">{t('list.nobody')}</p>
  return (
    <div className="n-list">
      {bridges.length > 0 && (
        <section aria-labelledby="n-bridges">
          <h2 id="n-bridges">{t('bridges.title')}</h2>
          <p className="k-meta">{t('bridges.words')}</p>
          <Rows numbers={bridges} network={network} shown={shown} communities={communities} between />
        </section>
      )}
      {communities.map(one => {
        const own = members.get(one.number)
        if (!own) return null
        return (
          <section key={one.number} aria-labelledby={`n-community-${one.number}`}>
            <h2 id={`n-community-${one.number}`}>
              {communityName(t, one)} <span className="k-meta">{t('people', { count: own.length })}</span>
            </h2>
            <Rows numbers={own} network={network} shown={shown} communities={communities} />
          </section>
        )
      })}
    </div>
  )
}

function Rows(props: {
  numbers: readonly number[]
  network: Network
  shown: Shown
  communities: readonly CommunityView[]
  between?: boolean
}) {
  const { numbers, network, shown, communities, between = false } = props
  const t = useText('network')
  const presence = usePresence()
  const [all, setAll] = useState(false)
  const visible = all ? numbers : numbers.slice(0, atFirst)
  const nameOf = (number: number) => {
    const found = communities.find(one => one.number === number)
    return found ? communityName(t, found) : ''
  }
  return (
    <>
      <div className="n-table-around">
        <table className="n-table">
          <thead>
            <tr>
              <th scope="col">{t('list.person')}</th>
              <th scope="col">{t(between ? 'list.between' : 'list.ties')}</th>
            </tr>
          </thead>
          <tbody>
            {visible.map(n => {
              const one = network.people[n]
              if (!one) return null
              const ties = (network.near[n] ?? []).filter(tie => shown.ties.has(tie))
              const others = [
                ...new Set(ties.flatMap(tie => network.people[otherEnd(tie, n)]?.community ?? [])),
              ].filter(number => number > 0)
              return (
                <tr key={one.id}>
                  <td>
                    <PersonName
                      name={one.name}
                      stage={readStage(one.stage)}
                      to={`/people/${one.id}`}
                      tools={one.tools.slice(0, 3)}
                      presence={presence.get(one.id) ?? 'off'}
                    />
                  </td>
                  <td>
                    {between
                      ? others.slice(0, 3).map(nameOf).join(' · ')
                      : ties
                          .slice(0, tiesShown)
                          .map(tie =>
                            t('list.tie', {
                              name: network.people[otherEnd(tie, n)]?.name ?? '',
                              grade: t(`grade.${gradeOf(tie.strength)}`),
                            }),
                          )
                          .join(' · ')}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      {numbers.length > atFirst && !all && (
        <Button look="quiet" onClick={() => setAll(true)}>
          {t('list.all', { count: numbers.length })}
        </Button>
      )}
    </>
  )
}
