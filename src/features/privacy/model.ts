import { z } from 'zod'
import { getTool, kindOf } from '#features/tools/model.ts'
import { dayMs } from '#kernel/clock.ts'
import { type ToolId, toolIds } from '#kernel/tools.ts'

export const linkLifeMs = 7 * dayMs
/** So many links somebody gets in an hour who asks for them on the page. */
export const mostLinksAnHour = 3
export const tokenPattern = /^[\w-]{43}$/

const onTool = z.object({ tool: z.enum(toolIds) })
const anAddress = z.object({ kind: z.literal('email') })

/** The tools by which somebody can be written to directly, as far as we know them there. `data`: what `exportPerson` gives. */
export function toolsOf(profiles: readonly unknown[], contacts: readonly unknown[]): ToolId[] {
  const named = profiles.flatMap(each => onTool.safeParse(each).data?.tool ?? [])
  const mailed = contacts.some(each => anAddress.safeParse(each).success)
  return [...new Set<ToolId>([...named, ...(mailed ? (['email'] as const) : [])])].filter(
    tool => getTool(tool).surfaces.includes('direct') && kindOf(tool) !== 'broadcast',
  )
}
