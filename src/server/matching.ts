import { lookSoon } from '#features/identity/index.ts'
import { importEnded } from '#features/sourcing/index.ts'
import type { Events } from '#platform/events.ts'

/** New people may be somebody who is here already: everyone is looked through once an import has ended. */
export function hearForMatching(events: Events): void {
  events.hear(importEnded, (tx, { workspace, at }) => lookSoon(tx, workspace, at))
}
