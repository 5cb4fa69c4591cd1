import type { App } from '#platform/routes.ts'
import type { PeopleDeps } from './actions/deps.ts'
import type { ExportPart } from './actions/read.ts'
import type { SearchDeps } from './actions/search.ts'
import { addressAndNoteRoutes } from './routes/addresses-and-notes.ts'
import { listRoutes } from './routes/list.ts'
import { moveRoutes } from './routes/moves.ts'
import { personRoutes } from './routes/person.ts'
import { profileRoutes } from './routes/profiles.ts'
import { savedSearchRoutes } from './routes/saved-searches.ts'

/** `marks`, `activeLabels`, `inPool` and `exportParts` are given by the features that know them. */
type PeopleRouteDeps = PeopleDeps & SearchDeps & { exportParts: readonly ExportPart[] }

export function peopleRoutes(app: App, deps: PeopleRouteDeps): void {
  listRoutes(app, deps)
  savedSearchRoutes(app, deps)
  personRoutes(app, deps)
  profileRoutes(app, deps)
  addressAndNoteRoutes(app, deps)
  moveRoutes(app, deps)
}
