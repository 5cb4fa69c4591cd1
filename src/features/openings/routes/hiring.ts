import { createHash } from 'node:crypto'
import { z } from 'zod'
import { idOf } from '#kernel/schema.ts'
import {
  type App,
  callerOf,
  defined,
  fileBody,
  type RefusalTable,
  refusals,
  replyFrom,
  replyRefusal,
} from '#platform/routes.ts'
import {
  readBoard,
  readBoardFits,
  readCandidaciesOf,
  readCandidacy,
  readMedallists,
  readRanked,
} from '../actions/hiring/board.ts'
import { type ConsiderRefusal, consider, setConsidered } from '../actions/hiring/consider.ts'
import {
  changeInterview,
  draftOffer,
  endCalendarLink,
  type InterviewRefusal,
  makeCalendarLink,
  proposeInterview,
  readCalendar,
  readInterviewIcs,
} from '../actions/hiring/interviews.ts'
import { addCandidacyNote, giveScorecard, type JudgeRefusal, setNoteRemoved } from '../actions/hiring/judge.ts'
import { type MoveRefusal, moveCandidacy, undoMove } from '../actions/hiring/move.ts'
import type { HiringDeps } from '../deps.ts'
import { viewCandidacy, viewCard, viewFits, viewMedallists, viewOffer, viewOther, viewRanked } from '../views/hiring.ts'
import * as wire from '../wire.ts'

type Code = (ConsiderRefusal | MoveRefusal | JudgeRefusal | InterviewRefusal)['code']

const HIRING = {
  'no-such-opening': [404, 'This opening is gone.'],
  'is-closed': [409, 'This opening is closed. Open it again to consider people for it.'],
  'no-such-candidacy': [404, 'This person is not considered for that opening any more.'],
  'same-stage': [409, 'They stand there already.'],
  'no-day': [422, '“Not now” needs a day on which you come back to them.'],
  'day-over': [422, 'The day to come back lies in the past. Choose a later one.'],
  'no-pool': [422, '“Not now” needs a pool in which they are kept.'],
  'reason-first': [422, 'Say why in a few words: they would skip a step, or wait.'],
  'no-such-pool': [404, 'This pool is gone, or it is not shared with you. Choose another.'],
  'do-not-contact': [409, 'They asked to be left alone.'],
  'moved-since': [409, 'They were moved again since. Only the latest move can be taken back.'],
  'not-yours': [403, 'Only who wrote a note can take it away.'],
  'nothing-marked': [422, 'Give a mark, or write what you saw.'],
  'no-such-interview': [404, 'This interview is gone.'],
  'no-timezone': [422, 'This is no time zone. It looks like Europe/Oslo.'],
  'time-over': [422, 'This time is over. Choose a later one.'],
  'no-slots': [422, 'There is no open proposal. Propose a time first.'],
  'not-yet': [409, 'This can’t go to them yet. Its reasons say what to change.'],
  'draft-there': [409, 'Other words wait in that conversation. Send or clear them first; nothing was overwritten.'],
  'no-chat': [409, 'There is no conversation with them yet. Copy the words and send them by hand.'],
} as const satisfies RefusalTable<Code>

const openingParams = wire.openingParams
const nothing = z.null()
const tags = ['openings']
const calendar = 'text/calendar; charset=utf-8'

export function hiringRoutes(app: App, deps: HiringDeps): void {
  boardRoutes(app, deps)
  candidacyRoutes(app, deps)
  interviewRoutes(app, deps)
}

function boardRoutes(app: App, deps: HiringDeps): void {
  app.get(
    '/api/v1/openings/:id/board',
    {
      schema: {
        params: openingParams,
        response: { 200: wire.boardView, ...refusals },
        summary: 'Who is considered for an opening, and how far they are',
        tags,
      },
      config: { access: 'viewer' },
    },
    async (request, reply) => {
      const found = await readBoard(deps, callerOf(request), request.params.id)
      return found.ok ? { cards: found.value.map(viewCard) } : replyFrom(reply, HIRING, found.refusal)
    },
  )
  app.get(
    '/api/v1/openings/:id/fits',
    {
      schema: {
        params: openingParams,
        response: { 200: wire.boardFits, ...refusals },
        summary: 'How those on the board fit the opening, each point with where it stands',
        tags,
      },
      config: { access: 'viewer' },
    },
    async (request, reply) => {
      const found = await readBoardFits(deps, callerOf(request), request.params.id)
      return found.ok ? viewFits(found.value) : replyFrom(reply, HIRING, found.refusal)
    },
  )
  app.get(
    '/api/v1/openings/:id/ranked',
    {
      schema: {
        params: openingParams,
        querystring: wire.rankedQuery,
        response: { 200: wire.rankedView, ...refusals },
        summary: 'People of the database who fit an opening, the best first; it ranks and never rejects',
        tags,
      },
      config: { access: 'viewer' },
    },
    async (request, reply) => {
      const found = await readRanked(deps, callerOf(request), request.params.id, request.query.limit ?? 25)
      return found.ok ? viewRanked(found.value) : replyFrom(reply, HIRING, found.refusal)
    },
  )
  app.get(
    '/api/v1/openings/:id/medallists',
    {
      schema: {
        params: openingParams,
        response: { 200: wire.medallists, ...refusals },
        summary: 'Who came as far as an interview or an offer and was not hired',
        tags,
      },
      config: { access: 'viewer' },
    },
    async (request, reply) => {
      const found = await readMedallists(deps, callerOf(request), request.params.id)
      return found.ok ? viewMedallists(found.value) : replyFrom(reply, HIRING, found.refusal)
    },
  )
  app.post(
    '/api/v1/openings/:id/people',
    {
      schema: {
        params: openingParams,
        body: wire.considerInput,
        response: { 200: wire.considered, ...refusals },
        summary: 'Consider people for an opening; who is left out, and why. Nothing is said to them',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const { people, source } = request.body
      const added = await consider(deps, callerOf(request), request.params.id, people, source ?? 'hand')
      return added.ok ? added.value : replyFrom(reply, HIRING, added.refusal)
    },
  )
  app.get(
    '/api/v1/people/:id/openings',
    {
      schema: {
        params: z.object({ id: idOf<'Person'>() }),
        response: { 200: wire.candidaciesOfPerson, ...refusals },
        summary: 'Every opening that somebody is or was considered for',
        tags,
      },
      config: { access: 'viewer' },
    },
    async request => ({
      openings: (await readCandidaciesOf(deps, callerOf(request), request.params.id)).map(viewOther),
    }),
  )
}

function candidacyRoutes(app: App, deps: HiringDeps): void {
  app.get(
    '/api/v1/candidacies/:candidacy',
    {
      schema: {
        params: wire.candidacyParams,
        response: { 200: wire.candidacyView, ...refusals },
        summary: 'One person in one opening: history, notes, scorecards, interviews, fit',
        tags,
      },
      config: { access: 'viewer' },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const found = await readCandidacy(deps, caller, request.params.candidacy)
      return found.ok ? viewCandidacy(found.value, caller.user) : replyFrom(reply, HIRING, found.refusal)
    },
  )
  app.put(
    '/api/v1/candidacies/:candidacy/stage',
    {
      schema: {
        params: wire.candidacyParams,
        body: wire.moveInput,
        response: { 200: wire.moved, ...refusals },
        summary: 'Move somebody in an opening; “not now” needs a day and a pool',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const { to, reason = '', pool = null, comesBackOn = null } = request.body
      const input = { to, reason, pool, comesBackOn }
      const moved = await moveCandidacy(deps, callerOf(request), request.params.candidacy, input)
      return moved.ok ? moved.value : replyFrom(reply, HIRING, moved.refusal)
    },
  )
  app.post(
    '/api/v1/candidacies/:candidacy/moves/:move/undo',
    {
      schema: {
        params: wire.candidacyMoveParams,
        response: { 200: wire.undone, ...refusals },
        summary: 'Take back the latest move',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const { candidacy, move } = request.params
      const undone = await undoMove(deps, callerOf(request), candidacy, move)
      return undone.ok ? undone.value : replyFrom(reply, HIRING, undone.refusal)
    },
  )
  app.put(
    '/api/v1/candidacies/:candidacy/considered',
    {
      schema: {
        params: wire.candidacyParams,
        body: wire.consideredInput,
        response: { 204: nothing, ...refusals },
        summary: 'Take somebody out of an opening who came in by mistake, or put them back',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const set = await setConsidered(deps, callerOf(request), request.params.candidacy, request.body.considered)
      return set.ok ? reply.code(204).send(null) : replyFrom(reply, HIRING, set.refusal)
    },
  )
  app.put(
    '/api/v1/candidacies/:candidacy/scorecard',
    {
      schema: {
        params: wire.candidacyParams,
        body: wire.scorecardInput,
        response: { 204: nothing, ...refusals },
        summary: 'Your own scorecard; the others’ are shown from then on',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const { marks, words = '' } = request.body
      const given = await giveScorecard(deps, callerOf(request), request.params.candidacy, {
        marks: marks.map(one => ({ ...one, words: one.words ?? '' })),
        words,
      })
      return given.ok ? reply.code(204).send(null) : replyFrom(reply, HIRING, given.refusal)
    },
  )
  app.post(
    '/api/v1/candidacies/:candidacy/notes',
    {
      schema: {
        params: wire.candidacyParams,
        body: wire.noteInput,
        response: { 201: wire.noteMade, ...refusals },
        summary: 'Note something about somebody in an opening',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const added = await addCandidacyNote(deps, callerOf(request), request.params.candidacy, request.body.text)
      return added.ok ? reply.code(201).send({ id: added.value }) : replyFrom(reply, HIRING, added.refusal)
    },
  )
  app.patch(
    '/api/v1/candidacies/:candidacy/notes/:note',
    {
      schema: {
        params: wire.candidacyNoteParams,
        body: wire.noteChange,
        response: { 204: nothing, ...refusals },
        summary: 'Take a note of your own away, or bring it back',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const { candidacy, note } = request.params
      const set = await setNoteRemoved(deps, callerOf(request), candidacy, note, request.body.removed)
      return set.ok ? reply.code(204).send(null) : replyFrom(reply, HIRING, set.refusal)
    },
  )
}

function interviewRoutes(app: App, deps: HiringDeps): void {
  app.post(
    '/api/v1/candidacies/:candidacy/interviews',
    {
      schema: {
        params: wire.candidacyParams,
        body: wire.slotInput,
        response: { 201: wire.slotMade, ...refusals },
        summary: 'Propose a time for an interview; nobody outside hears of it yet',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const { startsAt, minutes = 45, timezone, place = '', interviewers = [] } = request.body
      const slot = { startsAt: new Date(startsAt), minutes, timezone, place, interviewers }
      const made = await proposeInterview(deps, callerOf(request), request.params.candidacy, slot)
      return made.ok ? reply.code(201).send({ id: made.value }) : replyFrom(reply, HIRING, made.refusal)
    },
  )
  app.post(
    '/api/v1/candidacies/:candidacy/interviews/offer',
    {
      schema: {
        params: wire.candidacyParams,
        body: wire.offerInput,
        response: { 200: wire.offerView, ...refusals },
        summary: 'Words that offer the open proposals, judged by the etiquette; kept as a draft when asked. Never sent',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const { timezone, text, keep = false } = request.body
      const offer = await draftOffer(deps, callerOf(request), request.params.candidacy, { timezone, text, keep })
      return offer.ok ? viewOffer(offer.value) : replyFrom(reply, HIRING, offer.refusal)
    },
  )
  app.patch(
    '/api/v1/interviews/:interview',
    {
      schema: {
        params: wire.interviewParams,
        body: wire.interviewChange,
        response: { 200: wire.interviewChanged, ...refusals },
        summary: 'Another time or place; agreed or cancelled',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const { startsAt, ...change } = defined(request.body)
      const changed = await changeInterview(deps, callerOf(request), request.params.interview, {
        ...change,
        ...(startsAt === undefined ? {} : { startsAt: new Date(startsAt) }),
      })
      return changed.ok ? changed.value : replyFrom(reply, HIRING, changed.refusal)
    },
  )
  app.get(
    '/api/v1/interviews/:interview/invite.ics',
    {
      schema: {
        params: wire.interviewParams,
        response: { 200: fileBody('text/calendar'), ...refusals },
        summary: 'An interview for a calendar (iCalendar)',
        tags,
      },
      config: { access: 'viewer' },
    },
    async (request, reply) => {
      const text = await readInterviewIcs(deps, callerOf(request), request.params.interview)
      if (text === undefined) return replyFrom(reply, HIRING, { code: 'no-such-interview' })
      return reply.header('content-disposition', 'attachment; filename="interview.ics"').type(calendar).send(text)
    },
  )
  app.post(
    '/api/v1/me/calendar-link',
    {
      schema: {
        response: { 200: wire.calendarLink, ...refusals },
        summary:
          'An address at which a calendar program reads your interviews, dated to-dos and conversations that come back. It is shown once; the one before ends',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async request => makeCalendarLink(deps, callerOf(request)),
  )
  app.delete(
    '/api/v1/me/calendar-link',
    {
      schema: {
        response: { 204: z.null(), ...refusals },
        summary: 'End the address at which a calendar program reads your interviews',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      await endCalendarLink(deps, callerOf(request))
      return reply.code(204).send(null)
    },
  )
  app.get(
    '/calendar/:file',
    {
      schema: { params: z.object({ file: z.string().max(80) }) },
      config: { access: 'public', hidden: true, mostPerAddress: 300 },
    },
    async (request, reply) => {
      const token = /^([\w-]{43})\.ics$/.exec(request.params.file)?.[1]
      const text = token && (await readCalendar(deps, token, 'Kith'))
      if (!text)
        return replyRefusal(reply, 404, 'no-such-calendar', 'This address was replaced. Make a new one in Kith.')
      const etag = `"${createHash('sha256').update(text).digest('base64url')}"`
      reply.header('etag', etag)
      if (request.headers['if-none-match'] === etag) return reply.code(304).send()
      return reply
        .header('cache-control', 'private, max-age=300')
        .header('referrer-policy', 'no-referrer')
        .header('x-robots-tag', 'noindex')
        .type(calendar)
        .send(text)
    },
  )
}
