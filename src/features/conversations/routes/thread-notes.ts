import { type App, callerOf, type RefusalTable, refusals, replyFrom } from '#platform/routes.ts'
import { addThreadNote, readThreadNotes, removeThreadNote, type ThreadNoteRefusal } from '../actions/thread-notes.ts'
import { viewThreadNote } from '../views/organise.ts'
import { addThreadNoteRequest, changeThreadNoteRequest, threadNoteList } from '../wire.ts'
import { byId, type ConversationsDeps, nothing, tags } from './shared.ts'

const NOTE = {
  'no-such-conversation': [404, 'This conversation is gone.'],
  'no-such-note': [404, 'This note is gone.'],
  'no-such-colleague': [409, 'Somebody you named is no longer here.'],
  'not-yours': [403, 'Only its writer or an admin can take a note away.'],
  'viewers-read': [403, 'You can see this; a recruiter can write notes.'],
} as const satisfies RefusalTable<ThreadNoteRefusal['code']>

/** Notes of the team inside a thread: never sent to anybody. */
export function threadNoteRoutes(app: App, deps: ConversationsDeps): void {
  app.get(
    '/api/v1/conversations/:id/notes',
    {
      schema: {
        summary: 'Notes of colleagues beside a conversation',
        params: byId<'Conversation'>(),
        response: { 200: threadNoteList, ...refusals },
        tags,
      },
      config: { access: 'viewer' },
    },
    async request => ({
      notes: (await readThreadNotes(deps, callerOf(request), request.params.id)).map(viewThreadNote),
    }),
  )
  app.post(
    '/api/v1/conversations/:id/notes',
    {
      schema: {
        summary: 'Write a note beside a conversation; @names are told',
        params: byId<'Conversation'>(),
        body: addThreadNoteRequest,
        response: { 200: nothing, ...refusals },
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const result = await addThreadNote(deps, callerOf(request), request.params.id, request.body)
      return result.ok ? {} : replyFrom(reply, NOTE, result.refusal)
    },
  )
  app.patch(
    '/api/v1/thread-notes/:id',
    {
      schema: {
        summary: 'Change or remove a note of your own',
        params: byId<'ThreadNote'>(),
        body: changeThreadNoteRequest,
        response: { 200: nothing, ...refusals },
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const result = await removeThreadNote(deps, callerOf(request), request.params.id, request.body.removed)
      return result.ok ? {} : replyFrom(reply, NOTE, result.refusal)
    },
  )
}
