import { z } from 'zod'
import type { Clock } from '#kernel/clock.ts'
import { type App, refusals, replyRefusal } from '#platform/routes.ts'
import { assess, type WordLanguage, wordLanguageFor } from './model.ts'
import {
  type CaseLine,
  caseLine,
  contextOf,
  type ErrorLine,
  errorLine,
  type VerdictLine,
  verdictLine,
  verdictOf,
} from './wire.ts'

const MOST_CASES = 1_000

/** One case, or many: each answered in its place. */
const checkBody = z.union([caseLine, z.array(caseLine).min(1).max(MOST_CASES)])
const checkAnswer = z.union([verdictLine, z.array(z.union([verdictLine, errorLine]))])

/** What the command line's `etiquette check` says, over HTTP. `Accept-Language` chooses the words. */
export function etiquetteRoutes(app: App, deps: { clock: Clock }): void {
  app.post(
    '/api/v1/etiquette/check',
    {
      schema: {
        body: checkBody,
        response: { 200: checkAnswer, ...refusals },
        summary: 'Judge a draft, or up to 1,000, by the etiquette; nothing is stored or sent',
        tags: ['etiquette'],
      },
      config: { access: 'viewer' },
    },
    async (request, reply) => {
      const { body } = request
      const language = wordLanguageFor([request.headers['accept-language'] ?? ''])
      if (Array.isArray(body)) return body.map(one => check(one, deps.clock.now(), language))
      const answer = check(body, deps.clock.now(), language)
      return 'error' in answer ? replyRefusal(reply, 400, 'bad-case', answer.error) : answer
    },
  )
}

function check(one: CaseLine, now: Date, language: WordLanguage): VerdictLine | ErrorLine {
  const context = contextOf(one, now)
  if (!context.ok) return { ...(one.id !== undefined && { id: one.id }), error: context.refusal.message }
  return verdictOf(one.id, assess(one.draft, context.value, language))
}
