import { Link } from '@tanstack/react-router'
import type { Stage } from '#features/relationships/model.ts'
import type { ToolId } from '#kernel/tools.ts'
import { type Presence, PresenceDot } from './PresenceDot.tsx'
import { StageMark } from './StageMark.tsx'
import { ToolMark } from './ToolMark.tsx'
import './marks.css'

/** A name never stands alone: stage, tool and presence stand by it. */
export function PersonName(props: {
  name: string
  /** Language of the name, when known, for screen readers. */
  lang?: string | undefined
  stage: Stage
  tools?: readonly ToolId[]
  presence?: Presence | undefined
  to?: string | undefined
  stageWord?: boolean
}) {
  const { name, lang, stage, tools = [], presence, to, stageWord = false } = props
  return (
    <span className="k-name">
      {to === undefined ? (
        <bdi className="k-name-text" lang={lang}>
          {name}
        </bdi>
      ) : (
        <Link to={to} className="k-name-text" lang={lang}>
          <bdi>{name}</bdi>
        </Link>
      )}
      <StageMark stage={stage} word={stageWord} />
      <span className="k-name-marks">
        {tools.map(tool => (
          <ToolMark key={tool} tool={tool} />
        ))}
        {presence && <PresenceDot presence={presence} />}
      </span>
    </span>
  )
}
