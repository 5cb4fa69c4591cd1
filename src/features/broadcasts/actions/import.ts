import { randomBytes } from 'node:crypto'
import { audit } from '#features/accounts/index.ts'
import { findSuppressed } from '#features/people/index.ts'
import { recordTouches } from '#features/relationships/index.ts'
import { dayMs } from '#kernel/clock.ts'
import { type ListId, newId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import type { Caller } from '#kernel/roles.ts'
import { tellBrowsers } from '#platform/live.ts'
import { enqueue } from '#platform/tasks.ts'
import { inWorkspace } from '#storage/database.ts'
import { readAddress } from '../model/address.ts'
import { confirmDays } from '../model/lists.ts'
import { readProofRows } from '../model/proof-rows.ts'
import { findList } from '../store/lists.ts'
import { findStop, findSubscriberForUpdate, insertProof, saveSubscriber } from '../store/subscribers.ts'
import { confirmTask } from '../task-kinds.ts'
import { blank, keyAndHash, personOf, type SubscribeDeps } from './subscribe.ts'

export type ImportRefusal = { code: 'no-such-list' } | { code: 'no-column' } | { code: 'no-rows' }
export type ImportCounts = {
  confirmed: number
  asked: number
  known: number
  closed: number
  wrong: { row: number; why: string }[]
}

/**
 * A list that was kept elsewhere. A row is taken as it is only with its proof: when they said yes, in which words, and where. Everyone
 * else is asked again, spread over the hours so that the questions don't come as a flood.
 */
export function importSubscribers(
  deps: SubscribeDeps,
  caller: Caller,
  id: ListId,
  csv: string,
): Promise<Result<ImportCounts, ImportRefusal>> {
  const rows = readProofRows(csv)
  if (rows === 'no-column') return Promise.resolve(refuse({ code: 'no-column' }))
  if (rows.length === 0) return Promise.resolve(refuse({ code: 'no-rows' }))
  const { workspace } = caller
  return inWorkspace(deps.db, workspace, async (tx): Promise<Result<ImportCounts, ImportRefusal>> => {
    const list = await findList(tx, workspace, id)
    if (!list) return refuse({ code: 'no-such-list' })
    const now = deps.clock.now()
    const counts: ImportCounts = { confirmed: 0, asked: 0, known: 0, closed: 0, wrong: [] }
    for (const row of rows) {
      const address = readAddress(row.email)
      if (!address) {
        counts.wrong.push({ row: row.number, why: 'email' })
        continue
      }
      if (row.consentAt === 'unreadable' || (row.consentAt && row.consentAt > now)) {
        counts.wrong.push({ row: row.number, why: 'date' })
        continue
      }
      const { key, hash } = keyAndHash(deps, workspace, address.email)
      const suppressed = await findSuppressed(tx, deps.touches, workspace, [`email:${key}`])
      if (suppressed.size > 0 || (await findStop(tx, workspace, hash))) {
        counts.closed += 1
        continue
      }
      const known = await findSubscriberForUpdate(tx, workspace, id, key)
      // Who left, left: a file can't bring them back.
      if (known) {
        counts.known += 1
        continue
      }
      const proven = row.consentAt !== undefined && row.wording !== '' && row.where !== ''
      const subscriber = newId<'Subscriber'>(now.getTime())
      const person = proven
        ? await personOf(tx, list, { email: address.email, key, name: row.name || null, person: null }, now)
        : null
      const consentAt = row.consentAt ?? now
      await saveSubscriber(
        tx,
        {
          ...blank,
          workspace,
          id: subscriber,
          list: id,
          email: address.email,
          key,
          domain: address.domain,
          hash,
          lang: list.lang,
          name: row.name || null,
          place: row.place || null,
          interests: [],
          person,
          state: proven ? 'confirmed' : 'asked',
          endedHow: null,
          endedAt: null,
          source: 'import',
          campaign: null,
          askedAt: consentAt,
          askedIp: row.ip || null,
          askedPage: row.where || null,
          wording: list.version,
          ...(proven
            ? { confirmedAt: consentAt, confirmedIp: row.ip || null }
            : {
                nonce: randomBytes(16),
                confirmUntil: new Date(now.getTime() + 2 * confirmDays * dayMs),
                mailsAsked: 1,
                mailAskedAt: now,
              }),
        },
        now,
      )
      await insertProof(tx, workspace, subscriber, {
        kind: proven ? 'imported' : 'asked',
        at: consentAt,
        ip: row.ip || null,
        page: row.where || null,
        wording: proven ? null : list.version,
        detail: proven ? { wording: row.wording, proof: row.wording.slice(0, 400) } : { source: 'import' },
      })
      if (proven) {
        counts.confirmed += 1
        await recordTouches(
          tx,
          deps.touches,
          workspace,
          person
            ? [
                {
                  person,
                  kind: 'subscribed',
                  tool: 'email',
                  surface: 'list',
                  at: consentAt,
                  key: `subscribed:${subscriber}`,
                  detail: { list: id },
                },
              ]
            : [],
          now,
        )
      } else {
        const runAt = new Date(now.getTime() + counts.asked * 2_000)
        await enqueue(tx, confirmTask, subscriber, { workspace, subscriber }, { runAt, maxAttempts: 12 })
        counts.asked += 1
      }
    }
    await audit(tx, {
      caller,
      at: now,
      action: 'list.imported',
      subjectKind: 'list',
      subject: id,
      detail: { confirmed: counts.confirmed, asked: counts.asked, closed: counts.closed },
    })
    tellBrowsers(tx, workspace, { kind: 'lists.changed', payload: { list: id } })
    return done(counts)
  })
}
