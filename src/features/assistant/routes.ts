import { z } from 'zod'
import { type App, callerOf, type RefusalTable, refusals, replyFrom, replyRefusal } from '#platform/routes.ts'
import {
  type AssistantDeps,
  type AssistantRefusal,
  changeAssistant,
  readAssistant,
  type SuggestRefusal,
  tryAssistant,
} from './actions.ts'
import { assistantRequest, assistantView, triedAnswer } from './wire.ts'

const tags = ['assistant']
const nothing = z.object({})

const CHANGE = {
  'admins-change': [403, 'Only an admin can set up the assistant.'],
  'no-url': [400, 'This is no web address. Write it as https://api.example.org/v1.'],
  'has-credentials': [400, 'Leave out the name and password before the @. The key has its own field.'],
  'not-https': [400, 'Use an address that begins with https, so that nobody on the way can read it.'],
  'no-model': [400, 'Name the model, as the endpoint calls it.'],
  'key-of-another-address': [409, 'The key was given for another address. Enter the key for this one, or remove it.'],
} as const satisfies RefusalTable<AssistantRefusal['code']>

/** What the endpoint did, in words for whoever asked. */
export const SUGGEST = {
  'no-assistant': [409, 'The assistant is off. An admin sets it up in Settings.'],
  'not-reached': [502, 'The endpoint could not be reached.'],
  'key-refused': [502, 'The endpoint refuses the key. An admin can enter another one in Settings.'],
  'no-such-model': [
    502,
    'The endpoint knows no such model, or nothing answers at this address. Check both in Settings.',
  ],
  'too-busy': [502, 'The endpoint is busy or its quota is used up. Try again later.'],
  'request-refused': [502, 'The endpoint refuses the request.'],
  'endpoint-broken': [502, 'The endpoint failed. Try again later.'],
  'no-chat-answer': [502, 'This is no chat endpoint: its answer can’t be read. The address usually ends in /v1.'],
  'wrote-nothing': [502, 'The model wrote nothing. Try again, or say what you want in a note.'],
} as const satisfies RefusalTable<SuggestRefusal['code']>

export function replySuggest(reply: Parameters<typeof replyRefusal>[0], refusal: SuggestRefusal) {
  const [status, words] = SUGGEST[refusal.code]
  return replyRefusal(reply, status, refusal.code, 'why' in refusal ? `${words} ${refusal.why}` : words)
}

export function assistantRoutes(app: App, deps: AssistantDeps): void {
  app.get(
    '/api/v1/assistant',
    {
      schema: {
        response: { 200: assistantView, ...refusals },
        summary: 'Whether drafts can be suggested, and by which endpoint; never its key',
        tags,
      },
      config: { access: 'viewer' },
    },
    async request => {
      const row = await readAssistant(deps, callerOf(request))
      return {
        active: row?.active ?? false,
        url: row?.url ?? '',
        model: row?.model ?? '',
        hasKey: (row?.sealed ?? null) !== null,
        streamed: row?.streamed ?? false,
      }
    },
  )
  app.put(
    '/api/v1/assistant',
    {
      schema: {
        body: assistantRequest,
        response: { 200: nothing, ...refusals },
        summary: 'Choose an OpenAI-compatible endpoint, or switch it off',
        tags,
      },
      config: { access: 'admin' },
    },
    async (request, reply) => {
      const result = await changeAssistant(deps, callerOf(request), request.body)
      return result.ok ? {} : replyFrom(reply, CHANGE, result.refusal)
    },
  )
  app.post(
    '/api/v1/assistant/try',
    {
      schema: {
        response: { 200: triedAnswer, ...refusals },
        summary: 'Ask the endpoint for one word, to see that address, key and model are right',
        tags,
      },
      config: { access: 'admin' },
    },
    async (request, reply) => {
      const result = await tryAssistant(deps, callerOf(request))
      return result.ok ? result.value : replySuggest(reply, result.refusal)
    },
  )
}
