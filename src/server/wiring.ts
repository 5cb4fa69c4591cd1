import { join } from 'node:path'
import { blogConnector } from '#connectors/blog/connector.ts'
import type { Connector } from '#connectors/contract.ts'
import { contentToText, withoutAddressees } from '#connectors/mastodon/content.ts'
import { connectorTools, findConnector } from '#connectors/registry.ts'
import { websiteChat } from '#connectors/website-chat/connector.ts'
import { accountRoutes, accountTasks, audit } from '#features/accounts/index.ts'
import { activeLabels, exportActivity, hearForActivity, pushAddressesUnder } from '#features/activity/index.ts'
import { activityRoutes } from '#features/activity/routes.ts'
import { activityTasks } from '#features/activity/tasks.ts'
import { assistantRoutes } from '#features/assistant/index.ts'
import {
  attributionRoutes,
  attributionTasks,
  createVisitCounter,
  hearForAttribution,
  seenBy,
  type VisitCounter,
} from '#features/attribution/index.ts'
import { type BlogDeps, blogRoutes, blogTasks } from '#features/blog/index.ts'
import {
  awaitsReport,
  broadcastsRoutes,
  broadcastsTasks,
  dnsOver,
  hearForBroadcasts,
  ownMailOver,
  readJobListForm,
  takeReports,
} from '#features/broadcasts/index.ts'
import { campaignsRoutes, findOwnPage, noteReached, promiseOf } from '#features/campaigns/index.ts'
import {
  accountOf,
  chatRoutes,
  commitEvents,
  conversationsRoutes,
  exportConsents,
  findWebsiteChat,
  hearForConversations,
  hookRoutes,
  hooksUnder,
  noteAwake,
  notifyVisitor,
  onlineTools,
  pushTasks,
  type RecordSpoken,
  reachableNow,
  readChatState,
  type Sessions,
  type SessionsDeps,
  type TakeBackSpoken,
  type VisitDeps,
  waitingForUs,
} from '#features/conversations/index.ts'
import { conversationsTasks } from '#features/conversations/tasks.ts'
import { asksAboutWork, isDecline, isIntroduction, tellLanguage } from '#features/etiquette/model.ts'
import { etiquetteRoutes } from '#features/etiquette/routes.ts'
import { exportRoutes } from '#features/exports/index.ts'
import {
  type FediverseDeps,
  fediverseRoutes,
  fediverseTasks,
  hearForFediverse,
  readBlogName,
  reword,
  say,
  unsay,
} from '#features/fediverse/index.ts'
import { fitRoutes } from '#features/fit/routes.ts'
import { groupsByWorth, groupsRoutes, groupsTasks, groupsToVisit } from '#features/groups/index.ts'
import { hearForIdentity, identityTasks } from '#features/identity/index.ts'
import { reviewRoutes } from '#features/identity/routes.ts'
import { hearForNetwork, networkRoutes, networkTasks } from '#features/network/index.ts'
import { openingRoutes, openingTasks, type PublicDeps } from '#features/openings/index.ts'
import { type Audit, addNote, peopleTasks } from '#features/people/index.ts'
import { peopleRoutes } from '#features/people/routes.ts'
import { hearForPools, inPool, inPoolNamed, listPooled, peopleInPool, poolTasks } from '#features/pools/index.ts'
import { poolsRoutes } from '#features/pools/routes.ts'
import { privacyRoutes } from '#features/privacy/index.ts'
import { hearForReferrals, referralRoutes } from '#features/referrals/index.ts'
import {
  exportRelationships,
  hearForRelationships,
  recordSpoken,
  relationshipMarks,
  takeBackSpoken,
} from '#features/relationships/index.ts'
import { optsOut, stages } from '#features/relationships/model.ts'
import { relationshipsRoutes } from '#features/relationships/routes.ts'
import { outgoingUnder, reportsRoutes, reportsTasks } from '#features/reports/index.ts'
import { sampleRoutes } from '#features/sample/routes.ts'
import { sampleTasks } from '#features/sample/tasks.ts'
import { searchRoutes } from '#features/search/routes.ts'
import { type Answers, createAnswers, siteRoutes } from '#features/site/index.ts'
import { clipRoutes, sourcingRoutes, sourcingTasks } from '#features/sourcing/index.ts'
import { calendarEntries, hearForTeam, teamRoutes, teamTasks } from '#features/team/index.ts'
import { todayRoutes } from '#features/today/index.ts'
import { toolsRoutes } from '#features/tools/routes.ts'
import { hearForWebhooks, spokenToWebhooks, webhookRoutes, webhookTasks } from '#features/webhooks/index.ts'
import { discoverFeeds } from '#importers/feeds/discover.ts'
import { parseFeed } from '#importers/feeds/parse-feed.ts'
import { plainText } from '#importers/feeds/values.ts'
import { recogniseFile } from '#importers/registry.ts'
import type { Clock } from '#kernel/clock.ts'
import type { ConnectionId, PersonId } from '#kernel/ids.ts'
import type { Caller } from '#kernel/roles.ts'
import type { ToolId } from '#kernel/tools.ts'
import type { Events } from '#platform/events.ts'
import { allowNetworks, type HttpClient, isPublicAddress } from '#platform/http.ts'
import type { Log } from '#platform/log.ts'
import type { App } from '#platform/routes.ts'
import { hashToken, type Keyring, newToken } from '#platform/secrets.ts'
import type { Settings } from '#platform/settings.ts'
import type { TaskHandler } from '#platform/tasks.ts'
import { pushSender } from '#platform/web-push.ts'
import { sessionCookieName } from '#server/auth.ts'
import { hearImportedHistory } from '#server/history.ts'
import { hearForMatching } from '#server/matching.ts'
import { framedPolicy } from '#server/security.ts'
import { readAboutPerson } from '#storage/about-person.ts'
import { acrossWorkspaces, type Database, inWorkspace, type Transaction } from '#storage/database.ts'

export type Parts = {
  settings: Settings
  db: Database
  clock: Clock
  log: Log
  keyring: Keyring
  http: HttpClient
  events: Events
  suppressionKey: Uint8Array
  pushKey: Uint8Array
  /** Makes the addresses under which networks reach us. */
  hookKey: Uint8Array
  /** Signs the links and return paths of list mail. */
  listKey: Uint8Array
  /** Known once the HTTP side is built: routes reach the sessions through it. */
  sessions: { current?: Sessions }
}

export type Wiring = {
  routes(app: App): void
  tasks: TaskHandler[]
  visit: VisitDeps
  visits: VisitCounter
  /** A browser of theirs was touched. */
  noteAwake(caller: Caller): Promise<void>
  sessions: Omit<SessionsDeps, 'onWake' | 'soleNode'>
}

/** Public addresses, and those that the settings allow. */
function reachable(networks: readonly string[]): (address: string) => boolean {
  const allowed = allowNetworks(networks)
  return address => isPublicAddress(address) || allowed(address)
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
  const outside = { http: parts.http, allowAddress: allowNetworks(settings.outboundAllow) }
  // What the blog says leaves through its feature, which is built on all that comes before it here.
  const asBlog: { deps?: FediverseDeps } = {}
  const blogOf = () => {
    if (!asBlog.deps) throw new Error('the blog is asked before it is there')
    return asBlog.deps
  }
  const blogVoice = blogConnector({
    say: (connection, request, signal) => say(blogOf(), connection as ConnectionId, request, signal),
    reword: (connection, target, text) => reword(blogOf(), connection as ConnectionId, target, text),
    unsay: (connection, target) => unsay(blogOf(), connection as ConnectionId, target),
  })
  const connectorOf = async (tool: ToolId): Promise<Connector | undefined> =>
    tool === 'website-chat' ? chat : tool === 'blog' ? blogVoice : findConnector(tool, outside)
  const connectors = async () => {
    const found = await Promise.all(connectorTools.map(tool => findConnector(tool, outside)))
    return found.filter(connector => connector !== undefined)
  }
  const touches = {
    events,
    suppressionKey: parts.suppressionKey,
    readText: { introduces: isIntroduction, asksAboutWork, declines: isDecline, optsOut },
  }
  const relationships = { ...touches, db, clock, online: onlineTools }
  const hearSpoken: RecordSpoken = async (tx, spoken) => {
    await recordSpoken(tx, touches, spoken, clock.now())
    await spokenToWebhooks(tx, spoken)
  }
  const commit = { db, clock, events, recordSpoken: hearSpoken }
  const visit: VisitDeps = { ...commit, hashToken, newToken, vault: keyring, connectorOf }
  const accounts = {
    db,
    clock,
    publicUrl,
    keyring,
    singleSignOn: settings.oidc,
    cookieName: sessionCookieName(secure),
  }
  const people = {
    db,
    clock,
    events,
    suppressionKey: parts.suppressionKey,
    audit: (tx: Transaction, caller: Caller, entry: Parameters<Audit>[2]) =>
      audit(tx, {
        caller,
        at: entry.at,
        action: entry.action,
        subjectKind: entry.subjectKind,
        subject: entry.subjectId,
        detail: entry.detail,
      }),
    stages,
    marks: (tx: Transaction, caller: Caller, ids: readonly PersonId[]) =>
      relationshipMarks(tx, relationships, caller, ids),
    activeLabels: (tx: Transaction, caller: Caller, ids: Parameters<typeof activeLabels>[2]) =>
      activeLabels(tx, caller.workspace, ids, clock.now()),
    exportParts: [exportActivity, exportRelationships, exportConsents, readAboutPerson],
    inPool,
    inPoolNamed,
  }
  const activity = {
    db,
    clock,
    events,
    suppressionKey: parts.suppressionKey,
    fetch: parts.http.fetch,
    parseFeed,
    discoverFeeds,
    plainText,
    pushAddresses: pushAddressesUnder(publicUrl, parts.hookKey),
  }
  hearForActivity(events, tellLanguage)
  hearForIdentity(events)
  hearForRelationships(touches)
  hearImportedHistory({ ...touches, clock })
  hearForMatching(events)
  const sourcing = { db, clock, events, suppressionKey: parts.suppressionKey, recogniseFile }
  hearForConversations(events)
  hearForPools(events)
  hearForBroadcasts(events)
  const attribution = {
    db,
    clock,
    publicUrl: publicUrl.origin,
    sessionCookie: accounts.cookieName,
    visits: createVisitCounter({ db, clock, log: parts.log, publicHost: publicUrl.host }),
    stagesOf: people.marks,
  }
  hearForAttribution(events, attribution)
  const seen: Answers['seen'] = (request, page) => {
    const visit = seenBy(request, page, attribution.sessionCookie)
    if (visit) attribution.visits.note(visit)
  }
  hearForFediverse(events)
  hearForWebhooks({ events, clock })
  const webhooks = { db, clock, vault: keyring, http: parts.http }
  const hooks = hooksUnder(publicUrl, parts.hookKey)
  const conversations = {
    ...commit,
    takeBackSpoken: (tx: Transaction, told: Parameters<TakeBackSpoken>[1]) => takeBackSpoken(tx, { events }, told),
    suppressionKey: parts.suppressionKey,
    http: parts.http,
    push: pushSender(parts.pushKey, publicUrl.protocol === 'https:' ? publicUrl.origin : 'mailto:kith@localhost'),
    events,
    vault: keyring,
    hooks,
    connectors,
    connectorOf,
    refreshSessions: async () => parts.sessions.current?.refresh(),
    session: (id: Parameters<Sessions['session']>[0]) => parts.sessions.current?.session(id),
    ownPage: (tx: Transaction, caller: Caller) => findOwnPage(tx, caller, publicUrl.origin),
    // Pools come after conversations and tell who is in one.
    peopleInPool,
  }
  const broadcasts = {
    db,
    clock,
    touches,
    listKey: parts.listKey,
    vault: keyring,
    publicUrl: publicUrl.origin,
    reach: { allowsAddress: reachable(settings.outboundAllow) },
    outgoing: join(settings.dataFolder, 'outgoing'),
    dns: dnsOver(),
    seen,
  }
  const reports = { ...broadcasts, stagesOf: people.marks, outgoing: outgoingUnder(settings.dataFolder) }
  const groups = {
    ...activity,
    marks: people.marks,
    // Pools come after groups and tell who is in one.
    inPools: listPooled,
  }
  const refreshSessions = async () => parts.sessions.current?.refresh()
  const site = { db, clock, publicUrl: publicUrl.origin, answers: createAnswers(Date.now, seen), http: parts.http }
  const openings: PublicDeps = {
    ...site,
    touches,
    marks: people.marks,
    activeLabels: people.activeLabels,
    recogniseFile,
    refreshSessions,
    chatOffer: async (workspace, lang) => {
      const found = await inWorkspace(db, workspace, tx => findWebsiteChat(tx, workspace))
      if (!found) return undefined
      const state = await readChatState(visit, workspace)
      return { chat: found, online: state.online, promise: promiseOf(state, lang) }
    },
    calendar: (tx, of, since) => calendarEntries({ clock }, tx, of, since),
    subscribeForm: (workspace, lang, at) => readJobListForm(broadcasts, workspace, lang, at),
  }
  hearForReferrals(openings)
  hearForNetwork(events)
  hearForTeam(events)
  const blog: BlogDeps = {
    ...site,
    touches,
    http: parts.http,
    chatOffer: openings.chatOffer,
    name: workspace => readBlogName(site, workspace),
  }
  const fediverse: FediverseDeps = {
    ...blog,
    vault: keyring,
    commit: (at, news) => commitEvents(commit, at, news),
    wordsOf: (html, names) => withoutAddressees(contentToText(html), names),
    refreshSessions,
  }
  asBlog.deps = fediverse
  const sample = { db, clock, touches, pages: { db, clock, publicUrl: publicUrl.origin, refreshSessions } }
  return {
    routes(app) {
      accountRoutes(app, accounts)
      toolsRoutes(app, { db, clock })
      peopleRoutes(app, people)
      reviewRoutes(app, { db, clock, events })
      activityRoutes(app, activity)
      fitRoutes(app, { db, clock })
      relationshipsRoutes(app, relationships)
      sourcingRoutes(app, { ...sourcing, fetch: parts.http.fetch, github: settings.github })
      clipRoutes(app, {
        ...sourcing,
        marks: people.marks,
        addNote: (caller, person, text) => addNote(people, caller, person, text),
      })
      etiquetteRoutes(app, { db, clock })
      assistantRoutes(app, { db, clock, vault: keyring, http: parts.http })
      conversationsRoutes(app, conversations)
      chatRoutes(app, visit)
      hookRoutes(app, conversations)
      groupsRoutes(app, groups)
      poolsRoutes(app, people)
      siteRoutes(app, site)
      privacyRoutes(app, { ...site, people, mail: ownMailOver(broadcasts) })
      openingRoutes(app, openings)
      referralRoutes(app, openings)
      networkRoutes(app, { db, clock, marks: people.marks })
      teamRoutes(app, people)
      broadcastsRoutes(app, {
        ...broadcasts,
        asked: (workspace, campaign, reader) =>
          noteReached({ db, clock }, workspace, campaign, { ...reader, purpose: '' }, 'subscribed'),
      })
      blogRoutes(app, blog)
      fediverseRoutes(app, fediverse)
      todayRoutes(app, {
        db,
        clock,
        marks: people.marks,
        waiting: (tx, caller, limit) => waitingForUs(tx, caller, clock.now(), limit),
        reachable: reachableNow,
        groups: (tx, caller, limit) => groupsToVisit(tx, groups, caller, limit),
        worth: (tx, caller) => groupsByWorth(tx, groups, caller),
      })
      webhookRoutes(app, webhooks)
      exportRoutes(app, { db, clock })
      searchRoutes(app, { db })
      sampleRoutes(app, sample)
      campaignsRoutes(app, {
        db,
        clock,
        publicUrl: publicUrl.origin,
        visit,
        refreshSessions: async () => parts.sessions.current?.refresh(),
        answers: site.answers,
        pagePolicy: origins => framedPolicy(publicUrl, origins),
      })
      attributionRoutes(app, attribution)
      reportsRoutes(app, reports)
    },
    tasks: [
      ...accountTasks(accounts),
      ...peopleTasks(people),
      ...activityTasks(activity),
      ...groupsTasks(groups),
      ...identityTasks({ db, clock }),
      ...conversationsTasks({ ...conversations, publicUrl: publicUrl.origin }),
      ...sampleTasks(sample),
      ...sourcingTasks(sourcing),
      ...poolTasks(people),
      ...openingTasks(openings),
      ...teamTasks({ db, clock }),
      ...networkTasks({ db, clock }),
      ...broadcastsTasks(broadcasts),
      ...blogTasks(blog),
      ...attributionTasks(attribution),
      ...reportsTasks(reports),
      ...fediverseTasks(fediverse),
      ...webhookTasks(webhooks),
      ...pushTasks(conversations),
    ],
    visit,
    visits: attribution.visits,
    noteAwake: caller => noteAwake({ db, clock }, caller),
    sessions: {
      ...commit,
      log: parts.log,
      connectorOf,
      accountOf: connection => accountOf(conversations, connection),
      vault: keyring,
      hooks,
      reports: workspace => ({
        awaited: mail => awaitsReport(broadcasts, workspace, mail),
        take: async mail => {
          const counts = await takeReports(broadcasts, workspace, Buffer.from(mail).toString('latin1'))
          return counts.others === 0
        },
      }),
    },
  }
}
