import { type RawBuilder, sql } from 'kysely'
import { dayMs } from '#kernel/clock.ts'
import type { PersonId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import type { Condition } from '../model/query/compile.ts'
import { type ActiveSpan, activeDays } from '../model/query/parse.ts'

/** More than this is said as "10,000+": counting on costs more than knowing is worth. */
const countCap = 10_000
/** Where each match has to be looked at (phrases, people without a stage), so many cost as much. */
const lookedAtCap = 1_000

export type Wanted = {
  workspace: WorkspaceId
  user: UserId
  condition: Condition | undefined
  /** Some word has to be there: the word index can find the matches. */
  selective: boolean
  /** What `active:` counts back from. */
  now: Date
  activeSince?: Date
  quietSince?: Date
  /** Nothing public of theirs is known. */
  neverActive?: boolean
  /** A condition on `s.person_id`, from the feature that owns pools. */
  inPool?: RawBuilder<boolean>
  /** The same, of the pools with this name, or one that begins so. */
  inPoolNamed?: (name: string, prefix: boolean) => RawBuilder<boolean>
  /** The same: new to a saved search. */
  isFresh?: RawBuilder<boolean>
  /** How whoever stands on the rung asked for and has the words asked for is best found; see `settleRung`. */
  onRung?: OnRung
}

/**
 * `gather`: from the words, each of whom is then asked for the rung. `walk`: the same of the best by static rank, as very many on the rung
 * have the words. `matches` are expected.
 */
export type OnRung = { way: 'gather' | 'walk'; matches: number }

/** How stages are looked up: `joined`, where the way begins at whoever stands on a rung; `asked` of each person found otherwise. */
type Staged = 'joined' | 'asked'

function activeSql(span: ActiveSpan, now: Date): RawBuilder<boolean> {
  const since = (days: number) => new Date(now.getTime() - days * dayMs)
  if (span === 'unknown') return sql<boolean>`s.last_active_at is null`
  if (span === 'quiet') return sql<boolean>`coalesce(s.last_active_at < ${since(activeDays.year)}, false)`
  return sql<boolean>`coalesce(s.last_active_at >= ${since(activeDays[span])}, false)`
}

const relationshipsWith = ({ workspace, user }: Pick<Wanted, 'workspace' | 'user'>) =>
  sql`select r.person_id from relationships r where r.workspace_id = ${workspace} and r.user_id = ${user}`

/** Whoever stands on the rung with this user. */
const peopleOn = (rung: string, wanted: Wanted): RawBuilder<unknown> =>
  sql`${relationshipsWith(wanted)} and coalesce(r.side, r.stage) = ${rung}`

/**
 * "is true" keeps it a question to each person: of a join the planner, which expects one person on any rung, would make a loop. The list
 * is made once and asked by its hash.
 */
function stageSql(stage: string, wanted: Wanted, staged: Staged): RawBuilder<boolean> {
  const refused = sql`(s.person_id in (select p.person_id from people p
    where p.workspace_id = ${wanted.workspace} and p.do_not_contact_at is not null)) is true`
  if (stage === 'do-not-contact') return sql<boolean>`${refused}`
  if (staged === 'joined') return sql<boolean>`(coalesce(r.side, r.stage, 'found') = ${stage} and not (${refused}))`
  return stage === 'found'
    ? sql<boolean>`((s.person_id in (${relationshipsWith(wanted)} and coalesce(r.side, r.stage) <> 'found')) is not true and not (${refused}))`
    : sql<boolean>`((s.person_id in (${peopleOn(stage, wanted)})) is true and not (${refused}))`
}

function conditionSql(condition: Condition, wanted: Wanted, staged: Staged): RawBuilder<boolean> {
  switch (condition.kind) {
    case 'text':
      return sql<boolean>`s.words @@ to_tsquery('simple', kith_words(${condition.tsquery}))`
    case 'stage':
      return stageSql(condition.stage, wanted, staged)
    case 'active':
      return activeSql(condition.span, wanted.now)
    case 'pool':
      return wanted.inPoolNamed?.(condition.name, condition.prefix) ?? sql<boolean>`false`
    case 'not':
      return sql<boolean>`not (${conditionSql(condition.part, wanted, staged)})`
    default:
      return sql<boolean>`(${sql.join(
        condition.parts.map(part => conditionSql(part, wanted, staged)),
        condition.kind === 'and' ? sql` and ` : sql` or `,
      )})`
  }
}

export const somewhere = (condition: Condition, is: (leaf: Condition) => boolean): boolean => {
  switch (condition.kind) {
    case 'text':
    case 'stage':
    case 'active':
    case 'pool':
      return is(condition)
    case 'not':
      return somewhere(condition.part, is)
    default:
      return condition.parts.some(part => somewhere(part, is))
  }
}

const asksStage = (condition: Condition) => somewhere(condition, leaf => leaf.kind === 'stage')
/** Several words between two quotation marks stand for words side by side. */
const holdsPhrase = (tsquery: string) =>
  /<(?:->|\d+>)/.test(tsquery) || [...tsquery.matchAll(/'([^']*)'/g)].some(([, text = '']) => /\s/.test(text))

/** The index of words does not know where they stand: who has them all is looked at, one by one. */
export const asksPhrase = ({ condition }: Pick<Wanted, 'condition'>) =>
  condition !== undefined && somewhere(condition, leaf => leaf.kind === 'text' && holdsPhrase(leaf.tsquery))

/** All words that begin so are put together first, however few of those who have them are asked for. */
export const asksPrefix = ({ condition }: Pick<Wanted, 'condition'>) =>
  condition !== undefined && somewhere(condition, leaf => leaf.kind === 'text' && /':\*/.test(leaf.tsquery))

/** A rung that every match has to stand on, and that nobody stands on without a relationship. */
export function rungOf(condition: Condition): string | undefined {
  if (condition.kind === 'stage')
    return condition.stage === 'found' || condition.stage === 'do-not-contact' ? undefined : condition.stage
  if (condition.kind !== 'and') return undefined
  for (const part of condition.parts) {
    const rung = rungOf(part)
    if (rung) return rung
  }
  return undefined
}

/** What is left without the stages that nobody needs a relationship for: of those the planner knows nothing, and nearly everybody is on one. */
export function withoutCommonStages(wanted: Wanted): Wanted {
  const { condition } = wanted
  if (condition?.kind !== 'and' || rungOf(condition)) return wanted
  const parts = condition.parts.filter(part => part.kind !== 'stage' || part.stage !== 'found')
  return parts.length === 0 ? wanted : { ...wanted, condition: { kind: 'and', parts } }
}

/** Counting ends here. People on a rung are found by their relationships; their words have to be looked at one by one. */
export function capOf(wanted: Wanted): number {
  const { condition } = wanted
  if (!condition) return countCap
  if (rungOf(condition)) return somewhere(condition, leaf => leaf.kind === 'text') ? lookedAtCap : countCap
  return asksStage(condition) || asksPhrase(wanted) ? lookedAtCap : countCap
}

/** Only from the rung itself it is worth beginning: everywhere else people are found first. */
const stagedIn = ({ condition, onRung }: Wanted, withRelationship: boolean): Staged =>
  withRelationship || (condition && rungOf(condition) && !onRung) ? 'joined' : 'asked'

/** `from person_search s …` with all conditions, to be followed by `and …` or `order by`. */
export function matching(wanted: Wanted, withRelationship = false, people = sql`person_search`): RawBuilder<unknown> {
  const { workspace, user, condition } = wanted
  const staged = stagedIn(wanted, withRelationship)
  const rung = condition && rungOf(condition)
  const relationship = sql`${rung ? sql`` : sql`left`} join relationships r
    on r.workspace_id = ${workspace} and r.user_id = ${user} and r.person_id = s.person_id
    ${rung ? sql`and coalesce(r.side, r.stage) = ${rung}` : sql``}`
  return sql`from ${people} s
    ${staged === 'joined' ? relationship : sql``}
    where s.workspace_id = ${workspace}
    ${condition ? sql`and ${conditionSql(condition, wanted, staged)}` : sql``}
    ${wanted.activeSince ? sql`and s.last_active_at >= ${wanted.activeSince}` : sql``}
    ${wanted.quietSince ? sql`and s.last_active_at < ${wanted.quietSince}` : sql``}
    ${wanted.neverActive ? sql`and s.last_active_at is null` : sql``}
    ${wanted.inPool ? sql`and ${wanted.inPool}` : sql``} ${wanted.isFresh ? sql`and ${wanted.isFresh}` : sql``}`
}

/** `select person_id …`, to stand inside another statement. `only`: nobody else is looked at. */
export const matchingPeople = (wanted: Wanted, only?: readonly PersonId[]): RawBuilder<{ person_id: PersonId }> =>
  sql`select s.person_id ${matching(wanted)} ${only ? sql`and s.person_id = any(${[...only]}::uuid[])` : sql``}`

/** Compiling a query costs more than any search here takes. For this transaction. */
export async function prepareSearch(tx: Transaction): Promise<void> {
  await sql`select set_config('jit', 'off', true), set_config('max_parallel_workers_per_gather', '0', true)`.execute(tx)
}

export type Way = 'walk' | 'gather' | 'free'

/**
 * The planner does not know that reading a row's words costs far more than reading the row. `walk`: along an index in order, which
 * stops early where matches are many. `gather`: from the word index, without reading words at all. For this transaction.
 */
export async function steer(tx: Transaction, way: Way): Promise<void> {
  const on = (...ways: Way[]) => (ways.includes(way) ? 'on' : 'off')
  await sql`select set_config('enable_bitmapscan', ${on('gather', 'free')}, true), set_config('enable_sort', ${on('gather', 'free')}, true),
    set_config('enable_seqscan', ${on('free')}, true), set_config('enable_indexscan', ${on('walk', 'free')}, true),
    set_config('enable_indexonlyscan', ${on('walk', 'free')}, true)`.execute(tx)
}

export const gathering = (wanted: Wanted): Way => {
  const { condition, selective } = wanted
  if (!selective || !condition) return 'walk'
  const asked = stagedIn(wanted, false) === 'asked'
  return somewhere(condition, ({ kind }) => kind !== 'text' && !(asked && kind === 'stage')) ? 'free' : 'gather'
}
