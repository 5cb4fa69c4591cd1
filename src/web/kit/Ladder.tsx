import { type LadderStage, ladder } from '#features/relationships/model.ts'
import { useText } from '#web/i18n/i18n.ts'
import { classes } from './classes.ts'
import { StageMark } from './StageMark.tsx'
import type { Gate } from './stages.ts'
import './marks.css'

/**
 * The way from found to candidate. A gate marks where the tool in hand asks for more first.
 * With `onRung` each rung opens its cause and date.
 */
export function Ladder(props: { current: LadderStage; gates?: readonly Gate[]; onRung?: (rung: LadderStage) => void }) {
  const { current, gates = [], onRung } = props
  const t = useText('shell')
  const at = ladder.indexOf(current)
  return (
    <ol className={classes('k-ladder', gates.length > 0 && 'k-ladder-gated')} aria-label={t('ladder.label')}>
      {ladder.map((rung, index) => {
        const gate = gates.find(each => each.before === rung)
        const place = index < at ? 'past' : index === at ? 'now' : 'ahead'
        const mark = <StageMark stage={rung} word={false} />
        return (
          <li key={rung} className={`k-rung k-rung-${place}`} aria-current={place === 'now' ? 'step' : undefined}>
            {gate && (
              <span className="k-gate">
                <span className="k-gate-name">
                  <span className="hush">{t('ladder.gate')} </span>
                  {t(`gate.${gate.name}`)}
                </span>
              </span>
            )}
            {onRung ? (
              <button type="button" className="k-rung-mark" onClick={() => onRung(rung)}>
                {mark}
              </button>
            ) : (
              <span className="k-rung-mark">{mark}</span>
            )}
            <span className="k-rung-word" aria-hidden="true">
              {t(`stage.${rung}`)}
            </span>
            <span className="hush">{t(`ladder.${place}`)}</span>
          </li>
        )
      })}
    </ol>
  )
}
