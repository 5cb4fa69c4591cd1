import { recordTouches, type TouchDeps } from '#features/relationships/index.ts'
import { historyFound, type PastTouch } from '#features/sourcing/index.ts'
import type { Clock } from '#kernel/clock.ts'

const kindOf = ({ kind, direction }: PastTouch) => {
  if (kind === 'connected') return 'invite-accepted'
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
        kind: kindOf(touch),
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
