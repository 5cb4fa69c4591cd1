import { type App, callerOf, defined, type RefusalTable, refusals, replyFrom } from '#platform/routes.ts'
import { addLabel, changeLabel, type LabelRefusal, readLabels } from '../actions/labels.ts'
import { changeConversation } from '../actions/manage.ts'
import { readNotices, seeNotices, shown as shownNotices } from '../actions/notices.ts'
import { changeConversations, type OrganiseRefusal } from '../actions/organise.ts'
import type { StandingChange } from '../model.ts'
import { viewLabel, viewNotice, viewOrganised } from '../views/organise.ts'
import {
  addLabelRequest,
  changeAnswer,
  changeConversationRequest,
  changeConversationsRequest,
  changeLabelRequest,
  labelList,
  noticeList,
  noticesQuery,
  type StandingChangeWire,
  seeNoticesRequest,
} from '../wire.ts'
import { byId, type ConversationsDeps, MANAGE, nothing, placeOf, readPlace, tags } from './shared.ts'

const ORGANISE = {
  ...MANAGE,
  'too-many': [413, 'Change at most 500 conversations at once.'],
  'no-such-label': [404, 'This label is gone. Choose another.'],
  'no-such-colleague': [409, 'Give it to a colleague who is here and may write.'],
  'not-ahead': [400, 'Choose a time ahead, within a year.'],
} as const satisfies RefusalTable<keyof typeof MANAGE | OrganiseRefusal['code']>

const LABEL = {
  'no-such-label': [404, 'This label is gone.'],
  'name-taken': [409, 'Another label has this name.'],
  'too-many-labels': [409, 'There are 200 labels already. Remove one first.'],
  'viewers-read': [403, 'You can see labels; a recruiter can change them.'],
} as const satisfies RefusalTable<LabelRefusal['code']>

function changeOf({ snooze, remindAt, ...rest }: Omit<StandingChangeWire, 'blocked'>): StandingChange {
  return {
    ...defined(rest),
    ...(snooze === undefined ? {} : { snooze: snooze && { for: snooze.for, until: new Date(snooze.until) } }),
    ...(remindAt === undefined ? {} : { remindAt: remindAt === null ? null : new Date(remindAt) }),
  }
}

/** What recruiters make of conversations: aside, given, labelled, done; one or many at once. */
export function organiseRoutes(app: App, deps: ConversationsDeps): void {
  app.patch(
    '/api/v1/conversations/:id',
    {
      schema: {
        summary: 'Assign, snooze, label, finish or bring back a conversation',
        params: byId<'Conversation'>(),
        body: changeConversationRequest,
        response: { 200: changeAnswer, ...refusals },
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const { blocked, ...change } = request.body
      const result = await changeConversation(deps, callerOf(request), request.params.id, {
        ...changeOf(change),
        ...(blocked === undefined ? {} : { blocked }),
      })
      return result.ok ? viewOrganised(result.value) : replyFrom(reply, ORGANISE, result.refusal)
    },
  )
  app.post(
    '/api/v1/conversations/changes',
    {
      schema: {
        body: changeConversationsRequest,
        response: { 200: changeAnswer, ...refusals },
        tags,
        summary: 'Changes up to 500 conversations in one step; `undo` of the answer is the request that takes it back.',
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const changes = request.body.changes.map(({ conversations, change }) => ({
        conversations,
        change: changeOf(change),
      }))
      const result = await changeConversations(deps, callerOf(request), changes)
      return result.ok ? viewOrganised(result.value) : replyFrom(reply, ORGANISE, result.refusal)
    },
  )
  app.get(
    '/api/v1/labels',
    {
      schema: { summary: 'Labels of the team', response: { 200: labelList, ...refusals }, tags },
      config: { access: 'viewer' },
    },
    async request => ({ labels: (await readLabels(deps, callerOf(request))).map(viewLabel) }),
  )
  app.post(
    '/api/v1/labels',
    {
      schema: { summary: 'Make a label', body: addLabelRequest, response: { 200: byId<'Label'>(), ...refusals }, tags },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const result = await addLabel(deps, callerOf(request), request.body)
      return result.ok ? { id: result.value } : replyFrom(reply, LABEL, result.refusal)
    },
  )
  app.patch(
    '/api/v1/labels/:id',
    {
      schema: {
        summary: 'Rename, recolour or remove a label',
        params: byId<'Label'>(),
        body: changeLabelRequest,
        response: { 200: nothing, ...refusals },
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const result = await changeLabel(deps, callerOf(request), request.params.id, defined(request.body))
      return result.ok ? {} : replyFrom(reply, LABEL, result.refusal)
    },
  )
  app.get(
    '/api/v1/notices',
    {
      schema: {
        querystring: noticesQuery,
        response: { 200: noticeList, ...refusals },
        tags,
        summary:
          'What you have not seen yet: given to you, named in a note, asked of you, or a message of yours that did not leave.',
      },
      config: { access: 'viewer' },
    },
    async request => {
      const { show, kind, cursor } = request.query
      const notices = await readNotices(deps, callerOf(request), {
        seen: show === 'all',
        kind,
        before: readPlace<'Notice'>(cursor),
      })
      const last = notices.length === shownNotices ? notices.at(-1) : undefined
      return { notices: notices.map(viewNotice), next: last ? placeOf(last.at, last.id) : null }
    },
  )
  app.post(
    '/api/v1/notices/seen',
    {
      schema: {
        summary: 'Notices were looked at',
        body: seeNoticesRequest,
        response: { 200: nothing, ...refusals },
        tags,
      },
      config: { access: 'viewer' },
    },
    async request => {
      const { conversation, todo, notice } = request.body
      const which = notice ? { notice } : todo ? { todo } : conversation ? { conversation } : 'all'
      await seeNotices(deps, callerOf(request), which)
      return {}
    },
  )
}
