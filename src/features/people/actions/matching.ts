import type { RawBuilder } from 'kysely'
import type { Clock } from '#kernel/clock.ts'
import type { PersonId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import type { Caller } from '#kernel/roles.ts'
import type { Query, QueryField } from '../model/query/parse.ts'
import { printQuery } from '../model/query/print.ts'
import { matchingPeople } from '../store/matching.ts'
import { filterQueries, readQuery, type SearchInput, type SearchRefusal, wantedOf } from './search.ts'

/** What a search asks, one part for each thing that has to hold; `says` is that part as it would be typed. */
export type SearchPart = { says: string; people(only: readonly PersonId[]): RawBuilder<{ person_id: PersonId }> }

/** A search that stands for whoever it finds: `people` is a subquery, of these only where `only` is given. */
export type StandingSearch = {
  people(only?: readonly PersonId[]): RawBuilder<{ person_id: PersonId }>
  parts: readonly SearchPart[]
  /** It asks for a stage, which is that of the recruiter it is asked for. */
  asksStage: boolean
  /** Whom it finds changes by the calendar alone. */
  asksTime: boolean
}

const asks = (query: Query, wanted: QueryField): boolean => {
  switch (query.kind) {
    case 'term':
    case 'near':
      return false
    case 'field':
      return query.field === wanted
    case 'not':
      return asks(query.part, wanted)
    default:
      return query.parts.some(part => asks(part, wanted))
  }
}

/** Reads a search once, to be asked again and again. Call `prepareSearch` in each transaction before. */
export function compileSearch(
  deps: { clock: Clock; stages: readonly string[] },
  caller: Pick<Caller, 'workspace' | 'user'>,
  input: Pick<SearchInput, 'q' | 'stage' | 'tool' | 'place' | 'tag' | 'active'>,
): Result<StandingSearch, Extract<SearchRefusal, { code: 'broken-query' }>> {
  const parsed = readQuery(deps, input.q)
  if (!parsed.ok) return refuse({ code: 'broken-query', ...parsed.problem })
  const { query } = parsed
  const whole = wantedOf(deps, caller, input, query)
  const filters = filterQueries(input)
  const said = [...(query?.kind === 'and' ? query.parts : query ? [query] : []), ...filters]
  const parts: SearchPart[] = said.map(part => {
    const wanted = wantedOf(deps, caller, {}, part)
    return { says: printQuery(part), people: only => matchingPeople(wanted, only) }
  })
  const { active } = input
  if (active) {
    const wanted = wantedOf(deps, caller, { active }, undefined)
    parts.push({ says: `active:${active}`, people: only => matchingPeople(wanted, only) })
  }
  return done({
    people: only => matchingPeople(whole, only),
    parts,
    asksStage: said.some(part => asks(part, 'stage')),
    asksTime: active !== undefined || said.some(part => asks(part, 'active')),
  })
}
