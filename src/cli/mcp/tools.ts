import type { McpServer } from '@modelcontextprotocol/server'
import { z } from 'zod'
import { dimensions, reportNames } from '#features/reports/model.ts'
import { mayServeEmployment } from '#features/tools/index.ts'
import { toolIds } from '#kernel/tools.ts'
import { type KithApi, NotDone } from './kith-api.ts'

/** What is passed on as it came. */
const anything = z.record(z.string(), z.unknown())

/** Refused with where ids come from: an assistant that made one up can mend that. */
const idFrom = (what: string, from: string) => {
  const error = `give the id of ${what}, from ${from}`
  return z
    .string({ error })
    .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, { error })
    .describe(`Id of ${what}, from ${from}.`)
}

const isZone = (name: string) => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).format(0) !== ''
  } catch {
    return false
  }
}

const person = idFrom('a person', 'find_people')
const conversation = idFrom('a conversation', 'list_conversations or read_person')
const pool = idFrom('a pool', 'list_pools')
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

/** A tool that only reads, ready to be registered under a name. */
const reader =
  <Shape extends z.ZodRawShape>({ title, description, shape, read }: Reader<Shape>) =>
  (server: McpServer, api: KithApi, name: string) => {
    const inputSchema = z.strictObject(shape)
    server.registerTool(
      name,
      { title, description, inputSchema, annotations: { readOnlyHint: true, openWorldHint: false } },
      async (input: unknown) => answering(async () => read(api, inputSchema.parse(input))),
    )
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
    shape: {
      timezone: z
        .string()
        .max(60)
        .refine(isZone, {
          error: 'no such time zone; give an IANA name such as Europe/Lisbon, or leave it out for UTC',
        })
        .optional()
        .describe('IANA name, such as Europe/Lisbon; UTC when not said.'),
    },
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
      pool: pool.optional(),
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
    shape: { item: idFrom('an item', 'list_published') },
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
  read_pool: reader({
    title: 'Read a pool',
    description:
      'One pool: its rule and rhythm, its health (reach by tool, silence, how many answered), and who is in it with stage and next right step, longest silent first.',
    shape: { pool, limit: limit(50), cursor },
    read: async (api, { pool: id, ...rest }) => {
      const [whole, health, members] = await Promise.all([
        api.get(`/api/v1/pools/${id}`, anything),
        api.get(`/api/v1/pools/${id}/health`, anything),
        api.get(`/api/v1/pools/${id}/people`, anything, { sort: 'touch', limit: 20, ...rest }),
      ])
      return { ...whole, health, ...members }
    },
  }),
  list_openings: reader({
    title: 'Openings',
    description:
      'Vacancies with what is asked for. Jobs come up by pull only: the etiquette judges every draft that names one.',
    shape: {},
    read: api => api.get('/api/v1/openings', anything),
  }),
  read_opening: reader({
    title: 'Read an opening',
    description:
      'One vacancy: what is asked for, who stands where on its board, and who of the database fits it, each point with the item it was found in. It ranks; whom to consider and when to speak of it the recruiter decides.',
    shape: { opening: idFrom('an opening', 'list_openings'), ranked: limit(60) },
    read: async (api, { opening: id, ranked = 10 }) => {
      const [whole, board, fitting] = await Promise.all([
        api.get(`/api/v1/openings/${id}`, anything),
        api.get(`/api/v1/openings/${id}/board`, anything),
        api.get(`/api/v1/openings/${id}/ranked`, anything, { limit: ranked }),
      ])
      return { ...whole, ...board, ranked: fitting }
    },
  }),
  list_todos: reader({
    title: 'To-dos',
    description: 'What the recruiter, or with whose=all the whole team, has to do and by which day.',
    shape: { whose: z.enum(['mine', 'all']).optional(), person: person.optional(), cursor },
    read: (api, input) => api.get('/api/v1/todos', anything, input),
  }),
  read_report: reader({
    title: 'Read a report',
    description:
      'What came of the work: funnel, answers (answer rates, counts of both sides), time, hires (source of hire), etiquette (blocks, overrides, opt-outs), variety (of sources). Weeks begin on Monday, UTC; the last twelve when no days are given.',
    shape: {
      report: z.enum(reportNames),
      by: z
        .enum(dimensions)
        .optional()
        .describe('How it is laid out; what a report can be laid out by it says itself.'),
      from: z.iso.date().optional(),
      to: z.iso.date().optional(),
    },
    read: (api, { report, ...rest }) => api.get(`/api/v1/reports/${report}`, anything, rest),
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
  for (const [name, register] of Object.entries(readers)) register(server, api, name)
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
