import { changeProfile, getMe, renameWorkspace } from '#features/accounts/actions/profile.ts'
import { answer, doneOrRefused } from '#features/accounts/routes/answer.ts'
import type { AccountRouteDeps } from '#features/accounts/routes/session-cookie.ts'
import { me, profileChange, workspaceChange } from '#features/accounts/wire.ts'
import { type App, callerOf, refusals } from '#platform/routes.ts'

const tags = ['me']

export function meRoutes(app: App, deps: AccountRouteDeps): void {
  app.get(
    '/api/v1/me',
    {
      schema: { response: { 200: me, ...refusals }, summary: 'Who I am and what I may do', tags },
      config: { access: 'viewer' },
    },
    async request => getMe(deps, callerOf(request)),
  )
  app.patch(
    '/api/v1/me',
    {
      schema: { body: profileChange, response: { 200: me, ...refusals }, summary: 'Change my profile', tags },
      config: { access: 'viewer' },
    },
    async (request, reply) => answer(reply, await changeProfile(deps, callerOf(request), request.body)),
  )
  app.patch(
    '/api/v1/workspace',
    {
      schema: { body: workspaceChange, response: doneOrRefused, summary: 'Rename the team', tags: ['team'] },
      config: { access: 'owner' },
    },
    async (request, reply) => {
      await renameWorkspace(deps, callerOf(request), request.body.name)
      return reply.code(204).send(null)
    },
  )
}
