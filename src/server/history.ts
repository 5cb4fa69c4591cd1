import { recordTouches, type TouchDeps } from '#features/relationships/index.ts'
import { touchOfContact } from '#features/relationships/model.ts'
import { historyFound, type PastTouch } from '#features/sourcing/index.ts'
import { kindOf } from '#features/tools/index.ts'
import type { Clock } from '#kernel/clock.ts'

const touchOf = ({ kind, direction, tool }: PastTouch) => {
  if (kind === 'connected') return touchOfContact(kindOf(tool))
  if (kind === 'invitation') return direction === 'in' ? 'they-invited' : 'invite-sent'
  return direction === 'in' ? 'their-message' : 'our-message'
}

/** What an import brings of the past moves relationships as if it had happened here, at its own date. */
export function hearImportedHistory(deps: TouchDeps & { clock: Clock }): void {
  deps.events.hear(historyFound, async (tx, { workspace, user, importId, touches }) => {
    await recordTouches(
      tx,
      deps,
      workspace,
      touches.map(touch => ({
        person: touch.person,
        user,
        kind: touchOf(touch),
        tool: touch.tool,
        surface: 'direct',
        at: touch.at,
        key: `import ${touch.key}`,
        importId,
        ...(touch.text !== null && { text: touch.text }),
      })),
      deps.clock.now(),
    )
  })
}
