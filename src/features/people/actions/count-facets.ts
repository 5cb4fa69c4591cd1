import { places } from '#features/vocabulary/index.ts'
import { slugOf } from '#features/vocabulary/model.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import type { Caller } from '#kernel/roles.ts'
import { inWorkspace } from '#storage/database.ts'
import { countFacets, type FacetValue } from '../store/facets.ts'
import { prepareSearch } from '../store/matching.ts'
import { settleRung } from '../store/on-rung.ts'
import { readQuery, type SearchDeps, type SearchInput, type SearchRefusal, wantedOf } from './search.ts'

export type CountedFacets = {
  values: (FacetValue & { label: string | undefined })[]
  about: boolean
  seen: number
}

/** One skill written in two ways is one value. */
function joined(values: readonly FacetValue[]): FacetValue[] {
  const kept = new Map<string, FacetValue>()
  for (const value of values) {
    const key = value.facet === 'skill' ? `skill ${slugOf(value.value)}` : `${value.facet} ${value.value}`
    const known = kept.get(key)
    if (known) known.n += value.n
    else kept.set(key, { ...value })
  }
  return [...kept.values()]
}

const labelOf = ({ facet, value }: FacetValue): string | undefined => {
  if (facet !== 'town') return facet === 'skill' || facet === 'title' ? value : undefined
  const town = places().byId(value)
  return town && `${town.name}, ${town.country}`
}

/** What those are whom a search finds: how many on each tool, in each town, with each skill … */
export function readFacets(
  deps: SearchDeps,
  caller: Caller,
  input: SearchInput,
): Promise<Result<CountedFacets, SearchRefusal>> {
  const parsed = readQuery(deps, input.q)
  if (!parsed.ok) return Promise.resolve(refuse({ code: 'broken-query', ...parsed.problem }))
  if (input.pool && !deps.inPool) return Promise.resolve(refuse({ code: 'no-pools' }))
  return inWorkspace(deps.db, caller.workspace, async tx => {
    await prepareSearch(tx)
    const wanted = await settleRung(tx, wantedOf(deps, caller, input, parsed.query))
    const counted = await countFacets(tx, wanted, deps.clock.now())
    return done({ ...counted, values: joined(counted.values).map(value => ({ ...value, label: labelOf(value) })) })
  })
}
