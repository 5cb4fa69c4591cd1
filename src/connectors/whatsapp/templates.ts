import { z } from 'zod'
import type { Template } from '../contract.ts'
import { expectOk, type Graph } from '../meta.ts'

const component = z.object({
  type: z.string(),
  format: z.string().optional(),
  text: z.string().optional(),
  buttons: z.array(z.object({ type: z.string(), url: z.string().optional() })).optional(),
})
const page = z.object({
  data: z.array(
    z.object({
      name: z.string(),
      language: z.string(),
      status: z.string(),
      category: z.string().default(''),
      components: z.array(component).default([]),
    }),
  ),
  paging: z
    .object({ cursors: z.object({ after: z.string().optional() }).optional(), next: z.string().optional() })
    .optional(),
})

const mostPages = 20
const slot = /\{\{\s*(\d+)\s*\}\}/g
const anySlot = /\{\{[^}]*\}\}/

/** Those that can be sent with a text for each slot: a header with a picture or a button with a changing link can't be filled here. */
export async function listTemplates(
  graph: Graph,
  businessAccountId: string,
  now: () => Date,
  signal: AbortSignal,
): Promise<Template[]> {
  const found: Template[] = []
  let after: string | undefined
  for (let count = 0; count < mostPages; count += 1) {
    const query = after === undefined ? {} : { after }
    const answer = await graph.call(`${businessAccountId}/message_templates`, { query }, signal)
    const parsed = page.parse(expectOk(answer, now()))
    for (const { name, language, status, category, components } of parsed.data) {
      const body = components.find(({ type }) => type === 'BODY')?.text
      if (status !== 'APPROVED' || body === undefined || !components.every(isFillable)) continue
      const slots = [...new Set([...body.matchAll(slot)].map(([, number = '']) => number))].sort(
        (a, b) => Number(a) - Number(b),
      )
      if (anySlot.test(body.replaceAll(slot, ''))) continue
      found.push({ name, language, text: body, slots, category: category.toLowerCase() })
    }
    after = parsed.paging?.next === undefined ? undefined : parsed.paging.cursors?.after
    if (after === undefined) break
  }
  return found
}

function isFillable({ type, format, text, buttons }: z.infer<typeof component>): boolean {
  if (type === 'HEADER') return (format === undefined || format === 'TEXT') && !anySlot.test(text ?? '')
  return (buttons ?? []).every(button => button.type !== 'OTP' && !anySlot.test(button.url ?? ''))
}
