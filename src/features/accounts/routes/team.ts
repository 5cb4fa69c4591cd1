import { z } from 'zod'
import { invite, listInvitations, takeBackInvitation } from '#features/accounts/actions/invitations.ts'
import { createResetLink } from '#features/accounts/actions/reset-links.ts'
import { changeRole, disableMember, enableMember, listTeam } from '#features/accounts/actions/team.ts'
import { abilities } from '#features/accounts/model.ts'
import { answer, answerRefusal, doneOrRefused } from '#features/accounts/routes/answer.ts'
import { type AccountRouteDeps, sessionOf } from '#features/accounts/routes/session-cookie.ts'
import { invitationMade, inviteRequest, linkMade, roleChange, team } from '#features/accounts/wire.ts'
import { mayActAs } from '#kernel/roles.ts'
import { idOf } from '#kernel/schema.ts'
import { type App, callerOf, refusals } from '#platform/routes.ts'

const tags = ['team']
const manage = { access: abilities['manage-team'] } as const
const member = z.object({ user: idOf<'User'>() })

export function teamRoutes(app: App, deps: AccountRouteDeps): void {
  app.get(
    '/api/v1/team',
    {
      schema: { response: { 200: team, ...refusals }, summary: 'Who is in the team', tags },
      config: { access: 'viewer' },
    },
    async request => {
      const caller = callerOf(request)
      const manages = mayActAs(caller.role, abilities['manage-team'])
      return {
        members: await listTeam(deps, caller),
        invitations: manages ? await listInvitations(deps, caller) : [],
        abilities,
      }
    },
  )
  app.post(
    '/api/v1/team/invitations',
    {
      schema: { body: inviteRequest, response: { 200: invitationMade, ...refusals }, summary: 'Invite someone', tags },
      config: manage,
    },
    async (request, reply) => answer(reply, await invite(deps, callerOf(request), request.body)),
  )
  app.delete(
    '/api/v1/team/invitations/:invitation',
    {
      schema: {
        params: z.object({ invitation: idOf<'Invitation'>() }),
        response: doneOrRefused,
        summary: 'Take an invitation back',
        tags,
      },
      config: manage,
    },
    async (request, reply) =>
      answer(reply, await takeBackInvitation(deps, callerOf(request), request.params.invitation)),
  )
  app.patch(
    '/api/v1/team/:user',
    {
      schema: { params: member, body: roleChange, response: doneOrRefused, summary: 'Change a role', tags },
      config: manage,
    },
    async (request, reply) =>
      answer(reply, await changeRole(deps, callerOf(request), request.params.user, request.body.role)),
  )
  app.post(
    '/api/v1/team/:user/disable',
    {
      schema: { params: member, response: doneOrRefused, summary: 'Take someone’s access away', tags },
      config: manage,
    },
    async (request, reply) => answer(reply, await disableMember(deps, callerOf(request), request.params.user)),
  )
  app.post(
    '/api/v1/team/:user/enable',
    {
      schema: { params: member, response: doneOrRefused, summary: 'Give someone’s access back', tags },
      config: manage,
    },
    async (request, reply) => answer(reply, await enableMember(deps, callerOf(request), request.params.user)),
  )
  app.post(
    '/api/v1/team/:user/reset-link',
    {
      schema: {
        params: member,
        response: { 200: linkMade, ...refusals },
        summary: 'Make a link to set another password',
        tags,
      },
      config: manage,
    },
    async (request, reply) =>
      (await sessionOf(request, deps))
        ? answer(reply, await createResetLink(deps, callerOf(request), request.params.user))
        : answerRefusal(reply, { code: 'needs-session' }),
  )
}
