import { z } from 'zod'
import { cursor, idOf, instant, typedText } from '#kernel/schema.ts'
import { todoLimits } from '../model.ts'

const named = <Kind extends string>() => z.object({ id: idOf<Kind>(), name: z.string() })

export const todoView = z.object({
  id: idOf<'Todo'>(),
  text: z.string(),
  /** A calendar day; null: some day. */
  dueOn: z.iso.date().nullable(),
  remindAt: instant().nullable(),
  /** Null: it is nobody's, or its team's until one of them takes it. */
  assignee: named<'User'>().nullable(),
  team: named<'Team'>().nullable(),
  madeBy: named<'User'>().nullable(),
  madeAt: instant(),
  doneAt: instant().nullable(),
  doneBy: named<'User'>().nullable(),
  person: z.object({ id: idOf<'Person'>(), name: z.string(), stage: z.string() }).nullable(),
  opening: named<'Opening'>().nullable(),
  conversation: named<'Conversation'>().nullable(),
})
export type TodoView = z.infer<typeof todoView>

export const todosQuery = z.object({
  whose: z
    .enum(['mine', 'all'])
    .default('mine')
    .describe('mine: given to you, or to a team of yours and not taken yet; all: of everybody'),
  state: z.enum(['open', 'done']).default('open'),
  /** With whose=all: only what is of this team or its members. */
  team: idOf<'Team'>().optional(),
  person: idOf<'Person'>().optional(),
  opening: idOf<'Opening'>().optional(),
  conversation: idOf<'Conversation'>().optional(),
  /** Only what is due by this day. */
  by: z.iso.date().optional(),
  cursor: cursor(),
})
/** Open ones the earliest due first and those without a day last; done ones the latest first. */
export const todoPage = z.object({ todos: z.array(todoView), next: z.string().nullable() })
export type TodoPage = z.infer<typeof todoPage>

const about = {
  person: idOf<'Person'>().nullable().optional(),
  opening: idOf<'Opening'>().nullable().optional(),
  conversation: idOf<'Conversation'>().nullable().optional(),
}
const fields = {
  dueOn: z.iso.date().nullable().optional(),
  remindAt: z.iso.datetime().nullable().optional(),
  /** Who shall do it; not said: you, or whoever of `team` takes it. */
  assignee: idOf<'User'>().nullable().optional(),
  /** Given to a team: all of it are told, until one takes it. */
  team: idOf<'Team'>().nullable().optional(),
}
export const addTodoRequest = z.object({ text: typedText(todoLimits.textLength), ...fields, ...about })
export const changeTodoRequest = z.object({
  text: typedText(todoLimits.textLength).optional(),
  ...fields,
  done: z.boolean().optional(),
  /** Yours from now on, where nobody was quicker; false: given back. */
  taken: z.boolean().optional(),
  /** Gone from every list; put back, it is as it was. */
  removed: z.boolean().optional(),
})
export const todoParams = z.object({ todo: idOf<'Todo'>() })
