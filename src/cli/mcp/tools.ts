import type { McpServer } from '@modelcontextprotocol/server'
import { z } from 'zod'
import { mayServeEmployment } from '#features/tools/index.ts'
import { idOf } from '#kernel/schema.ts'
import { toolIds } from '#kernel/tools.ts'
import { type KithApi, NotDone } from './kith-api.ts'

/** What is passed on as it came. */
const anything = z.record(z.string(), z.unknown())

const person = idOf<'Person'>().describe('Id of a person, from find_people.')
const conversation = idOf<'Conversation'>().describe('Id of a conversation, from list_conversations or read_person.')
const cursor = z.string().max(400).optional().describe('`next` of the page before.')
const limit = (most: number) => z.int().min(1).max(most).optional()

const conversationHead = z.looseObject({
  conversation: z.looseObject({
    tool: z.enum(toolIds),
    kind: z.string(),
    person: z.looseObject({ id: z.string() }).nullish(),
  }),
  draft: z.string(),
})
const assessed = z.object({
  assessment: z.looseObject({ verdict: z.string(), hard: z.boolean(), reasons: z.array(z.looseObject({})) }),
})

type Reader<Shape extends z.ZodRawShape> = {
  title: string
  description: string
  shape: Shape
  read: (api: KithApi, input: z.output<z.ZodObject<Shape>>) => Promise<unknown>
}

const reader = <Shape extends z.ZodRawShape>(tool: Reader<Shape>) => tool

const answerOf = (value: unknown) => ({ content: [{ type: 'text' as const, text: JSON.stringify(value) }] })

/** A refusal is an answer the assistant can act on; anything else is a fault and stays one. */
async function answering(work: () => Promise<unknown>) {
  try {
    return answerOf(await work())
  } catch (error) {
    if (!(error instanceof NotDone)) throw error
    return { content: [{ type: 'text' as const, text: error.message }], isError: true }
  }
}

/** The terms of some networks forbid to use what was said there for hiring: people read it in Kith, and no assistant does. */
async function readableConversation(api: KithApi, id: string) {
  const head = await api.get(`/api/v1/conversations/${id}`, conversationHead)
  if (!mayServeEmployment(head.conversation.tool))
    throw new NotDone(
      `The terms of ${head.conversation.tool} forbid to use its messages for hiring. Read them in Kith itself.`,
    )
  return head
}

const readers = {
  today: reader({
    title: 'Today',
    description: 'Who to talk to now and why, most urgent first, each with one next right step.',
    shape: { timezone: z.string().max(60).optional().describe('IANA name, such as Europe/Lisbon; UTC when not said.') },
    read: (api, { timezone }) => api.get('/api/v1/today', anything, { timezone }),
  }),
  who_could_introduce: reader({
    title: 'Who could introduce us',
    description:
      'Ways from the recruiters to a person over at most two people between them, best first, each tie with why it is believed; and who knows them anyway.',
    shape: { person },
    read: (api, { person: id }) => api.get(`/api/v1/people/${id}/paths`, anything),
  }),
  find_people: reader({
    title: 'Find people',
    description:
      'Search everyone in the database. The query takes AND, OR, NOT, "quotes", parentheses, wild*cards and field:value such as skill:, title:, place:, stage:. Gives names, stages and the next right step.',
    shape: {
      query: z.string().max(1000),
      pool: idOf<'Pool'>().optional().describe('Only people of this pool.'),
      limit: limit(50),
      cursor,
    },
    read: (api, { query, ...rest }) => api.get('/api/v1/people', anything, { q: query, limit: 20, ...rest }),
  }),
  read_person: reader({
    title: 'Read a person',
    description:
      'What is known of a person: profiles, notes, do-not-contact, the relationship ladder with causes and the next right step, where they are best reached and why, and their conversations.',
    shape: { person },
    read: async (api, { person: id }) => {
      const of = (part: string) => api.get(`/api/v1/people/${id}${part}`, anything)
      const [whole, relationship, channels, conversations] = await Promise.all([
        of(''),
        of('/relationship'),
        of('/channels'),
        of('/conversations'),
      ])
      return { person: whole, relationship, channels, ...conversations }
    },
  }),
  list_published: reader({
    title: 'What somebody published',
    description:
      'Posts and other public items of a person, latest first, with `readAt` where the recruiter has read them. Only what the recruiter read may be referred to: propose to read first.',
    shape: { person, limit: limit(50), cursor },
    read: (api, { person: id, ...rest }) => api.get(`/api/v1/people/${id}/activity`, anything, { limit: 20, ...rest }),
  }),
  read_published: reader({
    title: 'Read one published item',
    description:
      'The whole text of one item. This is no reading by the recruiter: the etiquette goes on asking for theirs.',
    shape: { item: idOf<'Activity'>().describe('Id of an item, from list_published.') },
    read: (api, { item }) => api.get(`/api/v1/activity/${item}`, anything),
  }),
  list_conversations: reader({
    title: 'Conversations',
    description: 'The inbox over all networks, latest first.',
    shape: {
      view: z.enum(['all', 'unread', 'mine', 'unassigned', 'waiting', 'snoozed', 'requests', 'done']).optional(),
      limit: limit(50),
      cursor,
    },
    read: (api, input) => api.get('/api/v1/conversations', anything, { limit: 20, ...input }),
  }),
  read_conversation: reader({
    title: 'Read a conversation',
    description: 'Its head with the draft in the composer, and its messages, latest first. Nothing is marked as read.',
    shape: { conversation, limit: limit(100), cursor },
    read: async (api, { conversation: id, ...rest }) => {
      const head = await readableConversation(api, id)
      const messages = await api.get(`/api/v1/conversations/${id}/messages`, anything, { limit: 30, ...rest })
      return { ...head, ...messages }
    },
  }),
  list_pools: reader({
    title: 'Pools',
    description: 'Talent pools with their size.',
    shape: {},
    read: api => api.get('/api/v1/pools', anything),
  }),
  list_openings: reader({
    title: 'Openings',
    description:
      'Vacancies with what is asked for. Jobs come up by pull only: the etiquette judges every draft that names one.',
    shape: {},
    read: api => api.get('/api/v1/openings', anything),
  }),
  list_groups: reader({
    title: 'Groups',
    description: 'Rooms and places with their norms (are jobs allowed, on which day), and what time is worth there.',
    shape: {},
    read: api => api.get('/api/v1/groups', anything),
  }),
  judge_draft: reader({
    title: 'Judge a draft',
    description:
      'What the etiquette says of a text for a conversation: the verdict, each reason with the words that show it, and the step to take instead. Nothing is kept or sent.',
    shape: { conversation, text: z.string().min(1).max(100_000) },
    read: async (api, { conversation: id, text }) =>
      (await api.send('POST', `/api/v1/conversations/${id}/assess`, assessed, { text })).assessment,
  }),
}

const colleagueSaid = z.object({
  colleague: z.object({ name: z.string(), tool: z.string().nullable(), at: z.string() }).nullable(),
})

const leaveDraft = {
  conversation,
  text: z.string().min(1).max(100_000),
  replace: z.boolean().optional().describe('Take the place of a draft that stands there already.'),
}

async function keepDraft(api: KithApi, input: { conversation: string; text: string; replace?: boolean | undefined }) {
  const { draft, conversation: at } = await readableConversation(api, input.conversation)
  if (draft.trim() !== '' && draft !== input.text && input.replace !== true)
    throw new NotDone(
      `A draft stands there already and was kept: ${JSON.stringify(draft)}. Ask the recruiter, then give replace: true.`,
    )
  const { assessment } = await api.send('POST', `/api/v1/conversations/${input.conversation}/assess`, assessed, {
    text: input.text,
  })
  if (assessment.verdict === 'block')
    throw new NotDone(
      `Not left: the etiquette stops this text. Do what it names instead, or change the text. ${JSON.stringify(assessment)}`,
    )
  await api.send('PUT', `/api/v1/conversations/${input.conversation}/draft`, anything, { text: input.text })
  // The composer says it to the recruiter; who drafts shall know it too.
  const person = at.kind === 'room' ? null : (at.person ?? null)
  const contact = person ? await api.get(`/api/v1/people/${person.id}/contact`, colleagueSaid) : { colleague: null }
  return { left: true, sent: false, assessment, colleagueWrote: contact.colleague }
}

/** Tools that read, one that judges, and one that leaves a draft for the recruiter. None sends. */
export function addTools(server: McpServer, api: KithApi): void {
  const add = <Shape extends z.ZodRawShape>(name: string, { title, description, shape, read }: Reader<Shape>) => {
    const inputSchema = z.strictObject(shape)
    server.registerTool(
      name,
      { title, description, inputSchema, annotations: { readOnlyHint: true, openWorldHint: false } },
      async (input: unknown) => answering(async () => read(api, inputSchema.parse(input))),
    )
  }
  add('today', readers.today)
  add('find_people', readers.find_people)
  add('read_person', readers.read_person)
  add('list_published', readers.list_published)
  add('read_published', readers.read_published)
  add('list_conversations', readers.list_conversations)
  add('read_conversation', readers.read_conversation)
  add('list_pools', readers.list_pools)
  add('list_openings', readers.list_openings)
  add('list_groups', readers.list_groups)
  add('judge_draft', readers.judge_draft)
  server.registerTool(
    'leave_draft',
    {
      title: 'Leave a draft',
      description:
        'Puts a text into the composer of a conversation, where the recruiter finds it, changes it and sends it or not. Judged first: what the etiquette stops is not left, and the reasons come back. `colleagueWrote` names a colleague who wrote to them in the last 30 days.',
      inputSchema: z.strictObject(leaveDraft),
      annotations: { readOnlyHint: false, destructiveHint: false, openWorldHint: false },
    },
    async input => answering(() => keepDraft(api, input)),
  )
}
