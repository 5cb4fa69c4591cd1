import { places, skills, titles } from '#features/vocabulary/index.ts'
import { foldName, languageCode, otherNamesOf, slugOf } from '#features/vocabulary/model.ts'
import type { Known } from './model/query/known.ts'

/** The packaged vocabulary, as the query language asks for it. */
export const knownNames: Known = {
  findTown: written => places().findTown(written)?.id,
  around(town, km) {
    const centre = places().findTown(town)
    if (!centre) return { cells: [], towns: [] }
    const found = places().around(centre, km)
    return { cells: found.cells, towns: found.places }
  },
  languageCode,
  skillSlug: written => slugOf(skills().name(written)),
  titleSlug(written) {
    const occupation = titles().find(written)
    return occupation && slugOf(occupation.label)
  },
  otherNames: name => otherNamesOf(foldName(name)),
}
