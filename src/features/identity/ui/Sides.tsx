import type { PersonId } from '#kernel/ids.ts'
import { useText } from '#web/i18n/i18n.ts'
import { Keys } from '#web/kit/Keys.tsx'
import { PersonName } from '#web/kit/PersonName.tsx'
import { readStage } from '#web/kit/stages.ts'
import { ToolMark } from '#web/kit/ToolMark.tsx'
import { Unknown } from '#web/kit/Unknown.tsx'
import { usePresence } from '#web/live/presence.ts'
import type { PersonPageWire } from './api.ts'
import { alignPeople } from './sides.ts'

type Props = {
  people: readonly [PersonPageWire, PersonPageWire]
  survivor: PersonId
  onSurvivor: (person: PersonId) => void
}

/** The two fact by fact, ≠ where they disagree; above each, whether they are the one who stays. */
export function Sides({ people, survivor, onSurvivor }: Props) {
  const t = useText('identity')
  const presence = usePresence()
  // The names stand above; only a disagreement is worth a row of its own.
  const rows = alignPeople(people).filter(row => row.fact !== 'name' || row.disagrees)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what may scroll must be reachable by keys
    <section className="r-sides" aria-label={t('sides')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <td />
            {people.map(person => (
              <th key={person.id} scope="col">
                <PersonName
                  name={person.name}
                  lang={person.language ?? undefined}
                  stage={readStage(person.stage)}
                  stageWord
                  presence={presence.get(person.id) ?? 'off'}
                  to={`/people/${person.id}`}
                />
                <label className="k-choice r-survivor">
                  <input
                    type="radio"
                    name="survivor"
                    checked={person.id === survivor}
                    aria-keyshortcuts="c"
                    onChange={() => onSurvivor(person.id)}
                  />
                  <span>
                    {t('survivor')}
                    {person.id !== survivor && <Keys combination="c" />}
                  </span>
                </label>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('profiles')}</th>
            {people.map(person => (
              <td key={person.id}>
                <ul className="r-profiles">
                  {person.profiles.map(profile => (
                    <li key={profile.id}>
                      <ToolMark tool={profile.tool} />
                      <bdi>{profile.handle ?? profile.displayName}</bdi>
                    </li>
                  ))}
                </ul>
              </td>
            ))}
          </tr>
          {rows.map(row => (
            <tr key={row.fact} className={row.disagrees ? 'r-disagrees' : undefined}>
              <th scope="row">
                {t(`fact.${row.fact}`)}
                {row.disagrees && (
                  <span title={t('disagree')}>
                    <span aria-hidden="true"> ≠</span>
                    <span className="hush"> {t('disagree')}</span>
                  </span>
                )}
              </th>
              {people.map((person, index) => (
                <td key={person.id} lang={person.language ?? undefined}>
                  {row.values[index] ?? <Unknown said={t('not-known')} />}
                </td>
              ))}
            </tr>
          ))}
          {people.some(person => person.contacts.length > 0) && (
            <tr>
              <th scope="row">{t('addresses')}</th>
              {people.map(person => (
                <td key={person.id}>
                  {person.contacts.length === 0 ? (
                    <Unknown said={t('not-known')} />
                  ) : (
                    <ul className="r-profiles">
                      {person.contacts.map(contact => (
                        <li key={`${contact.kind} ${contact.key}`}>
                          <bdi>{contact.value}</bdi>
                        </li>
                      ))}
                    </ul>
                  )}
                </td>
              ))}
            </tr>
          )}
        </tbody>
      </table>
    </section>
  )
}
