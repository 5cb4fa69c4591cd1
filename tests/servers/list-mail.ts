import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { changeIssue, createIssue, scheduleIssue } from '#features/broadcasts/actions/issues.ts'
import { createList } from '#features/broadcasts/actions/lists.ts'
import { changeSettings } from '#features/broadcasts/actions/settings.ts'
import type { SettingsRequest } from '#features/broadcasts/wire.ts'
import { type Clock, systemClock } from '#kernel/clock.ts'
import type { IssueId, ListId } from '#kernel/ids.ts'
import type { Caller } from '#kernel/roles.ts'
import { openKeyring } from '#platform/secrets.ts'
import { type Database, inWorkspace } from '#storage/database.ts'

export const mailSettings = (port: number, change: Partial<SettingsRequest> = {}): SettingsRequest => ({
  host: '127.0.0.1',
  port,
  security: 'plain',
  username: '',
  connections: 6,
  fromName: 'Mara at Harbour',
  fromAddress: 'mara@lists.example.test',
  replyTo: '',
  returnAddress: 'bounces@lists.example.test',
  imprint: 'Harbour Recruiting, Quay 4, 20457 Hamburg',
  domainLimit: 0,
  domainLimits: {},
  ...change,
})

export type MailDesk = AsyncDisposable & {
  readonly deps: { db: Database; clock: Clock; vault: Awaited<ReturnType<typeof openKeyring>> }
  readonly outgoing: string
  readonly keyFile: string
  /** A list with so many confirmed subscribers: n0@d0.example.test, n1@d1.example.test, … over five domains. */
  addList(readers: number): Promise<ListId>
  /** Written and handed over to be sent at once. */
  addIssue(list: ListId, text?: { subject?: string; body?: string }): Promise<IssueId>
}

/** What list mail needs in a workspace: settings with keys, and a folder for journals. */
export async function startMailDesk(db: Database, caller: Caller, settings: SettingsRequest): Promise<MailDesk> {
  const folder = await mkdtemp(join(tmpdir(), 'kith-desk-'))
  const keyFile = join(folder, 'keys.json')
  const vault = await openKeyring(keyFile)
  const deps = { db, clock: systemClock, vault }
  const saved = await changeSettings(deps, caller, settings)
  if (!saved.ok) throw new Error(saved.refusal.code)
  return {
    deps,
    outgoing: join(folder, 'outgoing'),
    keyFile,
    async addList(readers) {
      const list = await createList(deps, caller, {
        name: 'Night jobs',
        lang: 'en',
        purpose: 'Night shifts, once a week.',
        consent: 'Yes, write to me.',
      })
      await inWorkspace(db, caller.workspace, tx =>
        sql`insert into list_subscribers (workspace_id, subscriber_id, list_id, email, email_key, domain, contact_hash, name, lang, state,
            source, asked_at, wording_version, confirmed_at, updated_at)
          select ${caller.workspace}, gen_random_uuid(), ${list}, 'n' || n || '@d' || n % 5 || '.example.test',
            'n' || n || '@d' || n % 5 || '.example.test', 'd' || n % 5 || '.example.test', sha256(('n' || n)::bytea), 'Ana Ruiz', 'en',
            'confirmed', 'form', now(), 1, now(), now() from generate_series(0, ${readers - 1}) n`.execute(tx),
      )
      return list
    },
    async addIssue(list, text = {}) {
      const {
        subject = 'Three night shifts in {{name}}’s town',
        body = 'Hello {{name|you}},\n\n**[Look](https://jobs.example.test/nights)**',
      } = text
      const made = await createIssue(deps, caller, list, subject)
      if (!made.ok) throw new Error(made.refusal.code)
      const changed = await changeIssue(deps, caller, made.value, { body, preheader: 'What is open' })
      const planned = changed.ok ? await scheduleIssue(deps, caller, made.value, undefined) : changed
      if (!planned.ok) throw new Error(planned.refusal.code)
      return made.value
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  }
}
