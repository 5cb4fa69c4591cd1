import { z } from 'zod'
import { assistantLimits } from './model.ts'

const { urlChars, modelChars, keyChars, noteChars } = assistantLimits

/** The key itself is never shown. */
export const assistantView = z.object({
  active: z.boolean(),
  url: z.string(),
  model: z.string(),
  hasKey: z.boolean(),
  streamed: z.boolean(),
})
export type AssistantView = z.infer<typeof assistantView>

export const assistantRequest = z.object({
  active: z.boolean(),
  url: z.string().max(urlChars).describe('Such as https://api.example.org/v1; "/chat/completions" is added'),
  model: z.string().max(modelChars),
  key: z.string().max(keyChars).nullish().describe('Left out: the one that is kept; null: none'),
  streamed: z.boolean().default(false).describe('Ask for the answer in pieces (server-sent events)'),
})

export const triedAnswer = z.object({ model: z.string(), answeredInMs: z.number() })

export const suggestionRequest = z.object({
  action: z.enum(['message', 'invite']).default('message'),
  note: z.string().max(noteChars).default('').describe('What to say, in your own words'),
})
export const suggestion = z.object({ text: z.string(), model: z.string() })
export type Suggestion = z.infer<typeof suggestion>
