import { type App, callerOf, refusals, replyFrom } from '#platform/routes.ts'
import { readChannelFit } from '../actions/channel-fit.ts'
import { isTimezone } from '../chat-hours.ts'
import { viewFit } from '../views.ts'
import { channelFitView, presenceQuery } from '../wire.ts'
import { byId, type ConversationsDeps, MANAGE, tags } from './shared.ts'

export function channelFitRoutes(app: App, deps: ConversationsDeps): void {
  app.get(
    '/api/v1/people/:id/channels',
    {
      schema: {
        params: byId<'Person'>(),
        querystring: presenceQuery,
        response: { 200: channelFitView, ...refusals },
        tags,
        summary: 'Where somebody is best reached, and why',
      },
      config: { access: 'viewer' },
    },
    async (request, reply) => {
      const { timezone } = request.query
      const zone = timezone !== undefined && isTimezone(timezone) ? timezone : 'UTC'
      const fit = await readChannelFit(deps, callerOf(request), request.params.id, zone)
      return fit ? viewFit(fit) : replyFrom(reply, MANAGE, { code: 'no-such-person' })
    },
  )
}
