import { isStage, type Stage } from '#features/relationships/model.ts'
import { useText } from '#web/i18n/i18n.ts'
import { PersonName } from '#web/kit/PersonName.tsx'
import type { Presence } from '#web/kit/PresenceDot.tsx'
import { PresenceDot } from '#web/kit/PresenceDot.tsx'
import { StageMark } from '#web/kit/StageMark.tsx'
import { ToolMark } from '#web/kit/ToolMark.tsx'
import { tellsPresence } from '../model.ts'
import type { ConversationView } from './api.ts'
import { usePresenceOf } from './queries.ts'

export const stageOf = (person: { stage: string; side: string | null }): Stage => {
  const word = person.side ?? person.stage
  return isStage(word) ? word : 'found'
}

/** Visitors have their own mark while they are here. Of a tool that tells nothing of it nothing is said. */
export function usePresence(conversation: ConversationView): Presence | undefined {
  const presenceOf = usePresenceOf()
  if (conversation.kind === 'room') return undefined
  const state = presenceOf(conversation.connection, conversation.address) ?? conversation.presence ?? 'off'
  if (state === 'off' && !tellsPresence(conversation.tool)) return undefined
  return conversation.kind === 'visitor' && state === 'online' ? 'visitor' : state
}

/** The name with stage, tool and presence; who is not known yet has no stage. */
export function ConversationName({
  conversation,
  stageWord = false,
}: {
  conversation: ConversationView
  stageWord?: boolean
}) {
  const presence = usePresence(conversation)
  const { person, tool } = conversation
  const title = useTitle(conversation)
  if (person) {
    return (
      <PersonName name={person.name} stage={stageOf(person)} tools={[tool]} presence={presence} stageWord={stageWord} />
    )
  }
  return (
    <span className="k-name">
      <bdi className="k-name-text">{title}</bdi>
      <ToolMark tool={tool} />
      {presence && <PresenceDot presence={presence} />}
    </span>
  )
}

/** A visitor without a name is called one; the technical address says nothing. */
export function useTitle({ kind, title, address }: ConversationView): string {
  const t = useText('conversations')
  return kind === 'visitor' && title === address ? t('visitor') : title
}

export function ConversationHead({ conversation }: { conversation: ConversationView }) {
  const presence = usePresence(conversation)
  const { person, tool } = conversation
  const name = useTitle(conversation)
  return (
    <>
      <h1 className="c-head">
        <bdi>{person?.name ?? name}</bdi>
      </h1>
      <span className="c-head-marks">
        {person && <StageMark stage={stageOf(person)} />}
        <ToolMark tool={tool} word />
        {presence && <PresenceDot presence={presence} word />}
      </span>
    </>
  )
}
