import type { ToolId } from '#kernel/tools.ts'

const told: ReadonlySet<ToolId> = new Set(['website-chat', 'xmpp', 'irc', 'matrix'])

/** Whether the tool says who is there at all: on others “off” would be a guess, and nothing is shown. */
export const tellsPresence = (tool: ToolId): boolean => told.has(tool)
