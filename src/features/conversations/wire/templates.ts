import { z } from 'zod'
import { idOf, typedText } from '#kernel/schema.ts'

export const templateView = z.object({
  name: z.string(),
  language: z.string(),
  /** With its slots as `{{1}}` or `{{name}}`. */
  text: z.string(),
  slots: z.array(z.string()),
  category: z.string(),
})
export type TemplateView = z.infer<typeof templateView>
export const templateList = z.object({ templates: z.array(templateView) })
/** `id`: UUIDv7 made when it was noted; the thread shows it under this id, and taking that back takes the consent back. */
export const consentRequest = z.object({
  id: idOf<'Message'>(),
  /** What they said yes to, in their words or in those that they were shown. */
  wording: typedText(2_000),
  /** Where: on our page, in a talk, on paper. */
  heard: typedText(300),
  givenAt: z.iso.datetime(),
})
