import type { ToolId } from '#kernel/tools.ts'
import { getTool } from './registry.ts'
import type { HandOffPages } from './tool.ts'

export type HandOffAction = keyof HandOffPages

/** Undefined when the tool has no hand-off for this, or what the page's address needs is not known. Only http(s) pages are opened. */
export function handOffPage(
  tool: ToolId,
  action: HandOffAction,
  target: { handle?: string; url?: string },
): string | undefined {
  const template = getTool(tool).handOff?.[action]
  if (template === undefined) return undefined
  if (template === '{url}') {
    const url = target.url
    return url !== undefined && /^https?:\/\/\S+$/i.test(url) ? url : undefined
  }
  if (!template.includes('{handle}')) return template
  const handle = target.handle?.trim().replace(/^@/, '')
  return handle ? template.replace('{handle}', encodeURIComponent(handle)) : undefined
}
