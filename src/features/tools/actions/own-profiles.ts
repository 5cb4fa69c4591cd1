import type { Caller } from '#kernel/roles.ts'
import { tellBrowsers } from '#platform/live.ts'
import { inWorkspace } from '#storage/database.ts'
import type { Fields } from '../model/own-profile.ts'
import { findOwnPictureId, type PictureId } from '../store/own-pictures.ts'
import { listOwnProfiles, type OwnProfileRow, upsertOwnProfile } from '../store/own-profiles.ts'
import type { ProfilePlace } from '../wire.ts'
import type { ToolsDeps } from './playbooks.ts'

export function readOwnProfiles(
  deps: Pick<ToolsDeps, 'db'>,
  caller: Caller,
): Promise<{ profiles: OwnProfileRow[]; picture: PictureId | undefined }> {
  const { workspace, user } = caller
  return inWorkspace(deps.db, workspace, async tx => ({
    profiles: await listOwnProfiles(tx, workspace, user),
    picture: await findOwnPictureId(tx, workspace, user),
  }))
}

export function keepOwnProfile(
  deps: ToolsDeps,
  caller: Caller,
  given: { place: ProfilePlace; fields: Fields | undefined; checked: boolean },
): Promise<void> {
  return inWorkspace(deps.db, caller.workspace, async tx => {
    await upsertOwnProfile(tx, caller.workspace, { ...given, user: caller.user, at: deps.clock.now() })
    tellBrowsers(tx, caller.workspace, { kind: 'own-profiles.changed', payload: {}, user: caller.user })
  })
}
