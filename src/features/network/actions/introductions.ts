import { findUser } from '#features/accounts/index.ts'
import { type DraftPlace, keepDraft, readDraftPlace } from '#features/conversations/index.ts'
import { kindOf } from '#features/tools/model.ts'
import { type IntroductionId, newId, type PersonId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import type { Caller } from '#kernel/roles.ts'
import { inWorkspace, type Transaction } from '#storage/database.ts'
import { askWords } from '../model/ask.ts'
import {
  deleteIntroduction,
  findIntroduction,
  findReadTitle,
  type Introduction,
  type IntroductionState,
  insertIntroduction,
  listIntroductions,
  updateIntroduction,
} from '../store/give.ts'
import { listNamed } from '../store/said.ts'
import { type Balance, balanceOf } from './balance.ts'
import type { NetworkDeps } from './deps.ts'
import { soon } from './paths.ts'

export type AskRefusal = {
  code: 'no-such-person' | 'the-same' | 'do-not-contact' | 'not-yet' | 'draft-there' | 'no-way' | 'no-such-introduction'
}
export type Ask = { text: string; place: DraftPlace | undefined; balance: Balance; introduction: IntroductionId | null }
export type AskInput = {
  via: PersonId
  person: PersonId
  between: PersonId | null
  text: string | undefined
  keep: boolean
}

const firstOf = (name: string) => name.trim().split(/\s+/)[0] ?? name

/** In their language, in the form of the tool they are written to on. */
async function wordsFor(
  tx: Transaction,
  caller: Caller,
  place: DraftPlace | undefined,
  names: { via: string; language: string | null; wanted: string; between: string | null; person: PersonId },
): Promise<string> {
  const me = await findUser(tx, caller.workspace, caller.user)
  const kind = place?.tool === 'email' ? 'mail' : place ? kindOf(place.tool) : 'messaging'
  return askWords(kind, names.language?.startsWith('de') ? 'de' : 'en', {
    asked: names.via,
    me: firstOf(me?.name ?? ''),
    wanted: names.wanted,
    between: names.between,
    title: await findReadTitle(tx, caller.workspace, caller.user, names.person),
  })
}

/**
 * The words that ask somebody for an introduction, judged by where *they* stand with the caller. `keep` puts them into their
 * conversation, where only the recruiter sends, and notes that they were asked. It says when we have only taken from them.
 */
export function askForIntroduction(
  deps: NetworkDeps,
  caller: Caller,
  given: AskInput,
): Promise<Result<Ask, AskRefusal>> {
  return inWorkspace(deps.db, caller.workspace, async (tx): Promise<Result<Ask, AskRefusal>> => {
    const { workspace, user } = caller
    if (given.via === given.person) return refuse({ code: 'the-same' })
    const named = new Map(
      (await listNamed(tx, workspace, [given.via, given.person, ...(given.between ? [given.between] : [])])).map(
        one => [one.person, one],
      ),
    )
    const [via, wanted] = [named.get(given.via), named.get(given.person)]
    if (!via || !wanted) return refuse({ code: 'no-such-person' })
    if (wanted.doNotContact || via.doNotContact) return refuse({ code: 'do-not-contact' })
    const now = deps.clock.now()
    const first = await readDraftPlace(tx, caller, given.via, given.text ?? '', now)
    const text =
      given.text ??
      (await wordsFor(tx, caller, first, {
        via: via.givenName ?? firstOf(via.name),
        language: via.language,
        wanted: wanted.name,
        between: (given.between && named.get(given.between)?.name) || null,
        person: given.person,
      }))
    const place = given.text === undefined ? await readDraftPlace(tx, caller, given.via, text, now) : first
    const balance = await balanceOf(tx, caller, given.via, now)
    if (!given.keep) return done({ text, place, balance, introduction: null })
    if (!place) return refuse({ code: 'no-way' })
    if (place.assessment.verdict === 'block') return refuse({ code: 'not-yet' })
    if (place.conversation && !(await keepDraft(tx, caller, place.conversation, text, now)))
      return refuse({ code: 'draft-there' })
    const open = (await listIntroductions(tx, workspace, given.person)).find(
      one => one.via === given.via && one.user === user && one.state === 'asked',
    )
    const id = open?.id ?? newId<'Introduction'>(now.getTime())
    if (!open) await insertIntroduction(tx, workspace, { id, user, via: given.via, person: given.person, askedAt: now })
    await soon(tx, caller)
    return done({ text, place, balance, introduction: id })
  })
}

/** Made, declined, or asked again: what became of it. A made one ties the two, and stands in what they did for us. */
export function settleIntroduction(
  deps: NetworkDeps,
  caller: Caller,
  id: IntroductionId,
  state: IntroductionState,
): Promise<Result<Introduction, AskRefusal>> {
  return inWorkspace(deps.db, caller.workspace, async (tx): Promise<Result<Introduction, AskRefusal>> => {
    const found = await findIntroduction(tx, caller.workspace, id)
    if (!found) return refuse({ code: 'no-such-introduction' })
    const answeredAt = state === 'asked' ? null : deps.clock.now()
    await updateIntroduction(tx, caller.workspace, id, state, answeredAt)
    await soon(tx, caller)
    return done({ ...found, state, answeredAt })
  })
}

export function removeIntroduction(
  deps: NetworkDeps,
  caller: Caller,
  id: IntroductionId,
): Promise<Result<void, AskRefusal>> {
  return inWorkspace(deps.db, caller.workspace, async (tx): Promise<Result<void, AskRefusal>> => {
    // Taken back as "asked" first, so that a tie it made goes too.
    await updateIntroduction(tx, caller.workspace, id, 'asked', null)
    if (!(await deleteIntroduction(tx, caller.workspace, id))) return refuse({ code: 'no-such-introduction' })
    await soon(tx, caller)
    return done(undefined)
  })
}

export const readIntroductions = (
  deps: NetworkDeps,
  caller: Caller,
  person: PersonId | null,
): Promise<Introduction[]> =>
  inWorkspace(deps.db, caller.workspace, tx => listIntroductions(tx, caller.workspace, person))
