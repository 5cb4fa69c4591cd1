import type { Connector } from '#connectors/contract.ts'
import { connectorTools, findConnector } from '#connectors/registry.ts'
import { websiteChat } from '#connectors/website-chat/connector.ts'
import { accountRoutes, accountTasks } from '#features/accounts/index.ts'
import { campaignsRoutes } from '#features/campaigns/index.ts'
import {
  accountValues,
  chatRoutes,
  conversationsRoutes,
  notifyVisitor,
  recordSpoken,
  type Sessions,
  type SessionsDeps,
  sentByUs,
  type VisitDeps,
} from '#features/conversations/index.ts'
import type { Clock } from '#kernel/clock.ts'
import type { ToolId } from '#kernel/tools.ts'
import type { Events } from '#platform/events.ts'
import type { HttpClient } from '#platform/http.ts'
import type { Log } from '#platform/log.ts'
import type { App } from '#platform/routes.ts'
import { hashToken, type Keyring, newToken } from '#platform/secrets.ts'
import type { Settings } from '#platform/settings.ts'
import type { TaskHandler } from '#platform/tasks.ts'
import { sessionCookieName } from '#server/auth.ts'
import { framedPolicy } from '#server/security.ts'
import { acrossWorkspaces, type Database } from '#storage/database.ts'

export type Parts = {
  settings: Settings
  db: Database
  clock: Clock
  log: Log
  keyring: Keyring
  http: HttpClient
  events: Events
  suppressionKey: Uint8Array
  /** Known once the HTTP side is built: routes reach the sessions through it. */
  sessions: { current?: Sessions }
}

export type Wiring = {
  routes(app: App): void
  tasks: TaskHandler[]
  visit: VisitDeps
  sessions: Omit<SessionsDeps, 'onWake' | 'soleNode'>
}

/** Hands every feature what it needs. Decides nothing. */
export function wire(parts: Parts): Wiring {
  const { db, clock, events, keyring, settings } = parts
  const publicUrl = new URL(settings.publicUrl)
  const secure = publicUrl.protocol === 'https:'
  const chat = websiteChat({
    clock,
    tell: (visitor, news) => acrossWorkspaces(db, tx => notifyVisitor(tx, visitor, news)),
  })
  const connectorOf = async (tool: ToolId): Promise<Connector | undefined> =>
    tool === 'website-chat' ? chat : findConnector(tool)
  const connectors = async () => {
    const found = await Promise.all(connectorTools.map(findConnector))
    return found.filter(connector => connector !== undefined)
  }
  const commit = { db, clock, recordSpoken: recordSpoken({ db, clock, events }) }
  const visit: VisitDeps = { ...commit, hashToken, newToken }
  const accounts = {
    db,
    clock,
    publicUrl,
    vault: {
      seal: (text: string) => keyring.seal(text, 'accounts'),
      unseal: (text: string) => keyring.unseal(text, 'accounts'),
    },
    singleSignOn: settings.oidc,
    cookieName: sessionCookieName(secure),
  }
  const conversations = {
    ...commit,
    events,
    vault: keyring,
    connectors,
    connectorOf,
    refreshSessions: async () => parts.sessions.current?.refresh(),
    session: (id: Parameters<Sessions['session']>[0]) => parts.sessions.current?.session(id),
  }
  return {
    routes(app) {
      accountRoutes(app, accounts)
      conversationsRoutes(app, conversations)
      chatRoutes(app, visit)
      campaignsRoutes(app, {
        db,
        clock,
        publicUrl: publicUrl.origin,
        visit,
        pagePolicy: origins => framedPolicy(publicUrl, origins),
      })
    },
    tasks: [...accountTasks(accounts)],
    visit,
    sessions: {
      ...commit,
      log: parts.log,
      connectorOf,
      valuesOf: connection => accountValues(keyring, connection),
      sent: sentByUs(commit),
    },
  }
}
