import { toolLabel } from '#features/tools/model.ts'
import { useText } from '#web/i18n/i18n.ts'
import { type ColumnMeaning, columnMeanings } from '../model.ts'
import type { Mapping, PreviewWire } from './api.ts'
import { whyWords } from './why-words.ts'

const isMeaning = (text: string): text is ColumnMeaning => columnMeanings.some(meaning => meaning === text)

/** Columns with their meaning to choose, and the first rows as they would be understood. */
export function PreviewTable(props: {
  preview: PreviewWire
  /** Chosen by hand so far. */
  mapping: Mapping | undefined
  onMean: (column: string, meaning: ColumnMeaning) => void
}) {
  const { preview, mapping, onMean } = props
  const t = useText('sourcing')
  const facts = ['name', 'email', 'work', 'place', 'more'] as const
  const more = (person: NonNullable<PreviewWire['rows'][number]['person']>) =>
    [...person.phones, ...person.tools.map(toolLabel), ...person.tags, person.birthDate, person.note]
      .filter(Boolean)
      .join(', ')
  return (
    <>
      {preview.columns && (
        <fieldset className="i-columns">
          <legend>{t('columns')}</legend>
          <ul>
            {preview.columns.map(column => (
              <li key={column.name}>
                <label>
                  <span className="i-column">{column.name}</span>
                  <span className="k-meta i-sample">{column.sample.slice(0, 2).join(', ')}</span>
                  <select
                    className="k-input k-select"
                    value={mapping?.[column.name] ?? column.meaning}
                    onChange={event => isMeaning(event.target.value) && onMean(column.name, event.target.value)}
                  >
                    {columnMeanings.map(meaning => (
                      <option key={meaning} value={meaning}>
                        {t(`meaning.${meaning}`)}
                      </option>
                    ))}
                  </select>
                </label>
              </li>
            ))}
          </ul>
        </fieldset>
      )}
      {preview.rows.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways is reached by keyboard
        <section className="i-scroll" aria-label={t('first-rows')} tabIndex={0}>
          <table className="i-table">
            <caption>{t('first-rows')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('row')}</th>
                {facts.map(fact => (
                  <th key={fact} scope="col">
                    {t(`fact.${fact}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {preview.rows.map(({ row, person, why }) => (
                <tr key={row}>
                  <td className="k-number">{row}</td>
                  {person ? (
                    <>
                      <th scope="row">
                        {person.name}
                        {why && <p className="k-meta">{whyWords(t, why)}</p>}
                      </th>
                      <td>{person.emails.join(', ')}</td>
                      <td>{[person.title ?? person.headline, person.organisation].filter(Boolean).join(', ')}</td>
                      <td>{person.place}</td>
                      <td>{more(person)}</td>
                    </>
                  ) : (
                    <td colSpan={facts.length}>{why && whyWords(t, why)}</td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  )
}
