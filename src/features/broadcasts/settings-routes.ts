import { type App, callerOf, defined, type RefusalTable, refusals, replyFrom } from '#platform/routes.ts'
import type { BroadcastsDeps } from './actions/deps.ts'
import { takeReports } from './actions/reports.ts'
import { changeSettings, readSettings, runChecks, type SettingsRefusal, trySettings } from './actions/settings.ts'
import type { MailSettings } from './store/settings.ts'
import { reportsAnswer, reportsRequest, type SettingsView, settingsRequest, settingsView, tryAnswer } from './wire.ts'

const STATUS = {
  'no-settings': [409, 'Fill in the mail server and save it first.'],
  'plain-only-here': [400, 'Without encryption only a server on this machine can be used. Choose TLS or STARTTLS.'],
} as const satisfies RefusalTable<SettingsRefusal['code']>

const tags = ['lists']

const view = (read: Awaited<ReturnType<typeof readSettings>>): SettingsView => ({
  settings: read.settings ? settingsOf(read.settings) : null,
  checks: [...(read.settings?.checks ?? [])],
  checkedAt: read.settings?.checkedAt?.toISOString() ?? null,
  records: read.records,
})

const settingsOf = (given: MailSettings): NonNullable<SettingsView['settings']> => ({
  host: given.host,
  port: given.port,
  security: given.security,
  username: given.username,
  hasPassword: given.passwordSealed !== null,
  connections: given.connections,
  fromName: given.fromName,
  fromAddress: given.fromAddress,
  replyTo: given.replyTo,
  returnAddress: given.returnAddress,
  imprint: given.imprint,
  domainLimit: given.domainLimit,
  domainLimits: { ...given.domainLimits },
})

export function mailSettingsRoutes(app: App, deps: BroadcastsDeps): void {
  app.get(
    '/api/v1/list-mail',
    {
      schema: {
        summary: 'How list mail is sent, and what its domain still lacks',
        response: { 200: settingsView, ...refusals },
        tags,
      },
      config: { access: 'admin' },
    },
    async request => view(await readSettings(deps, callerOf(request))),
  )
  app.put(
    '/api/v1/list-mail',
    {
      schema: {
        summary: 'Set how list mail is sent',
        body: settingsRequest,
        response: { 200: settingsView, ...refusals },
        tags,
      },
      config: { access: 'admin' },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const result = await changeSettings(deps, caller, defined(request.body))
      return result.ok ? view(await readSettings(deps, caller)) : replyFrom(reply, STATUS, result.refusal)
    },
  )
  app.post(
    '/api/v1/list-mail/try',
    {
      schema: { response: { 200: tryAnswer, ...refusals }, summary: 'Connects and logs in without sending', tags },
      config: { access: 'admin' },
    },
    async (request, reply) => {
      const result = await trySettings(deps, callerOf(request))
      return result.ok ? result.value : replyFrom(reply, STATUS, result.refusal)
    },
  )
  app.post(
    '/api/v1/list-mail/check',
    {
      schema: { response: { 200: settingsView, ...refusals }, summary: 'Looks into DNS, and counts', tags },
      config: { access: 'admin' },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const result = await runChecks(deps, caller.workspace)
      return result.ok ? view(await readSettings(deps, caller)) : replyFrom(reply, STATUS, result.refusal)
    },
  )
  app.post(
    '/api/v1/list-mail/reports',
    {
      schema: {
        body: reportsRequest,
        response: { 200: reportsAnswer, ...refusals },
        summary: 'Bounces and complaints as they came: one mail, or a mailbox file',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async request => takeReports(deps, callerOf(request).workspace, request.body.raw),
  )
}
