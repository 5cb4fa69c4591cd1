import { z } from 'zod'
import { idOf } from '#kernel/schema.ts'
import { defineTask } from '#platform/tasks.ts'

/** Works out the ties of whoever is due; one at a time in a workspace. */
export const refreshNetworkTask = defineTask('network.refresh', z.object({ workspace: idOf<'Workspace'>() }))
/** Looks who is due anywhere, and begins itself anew. */
export const sweepNetworkTask = defineTask('network.sweep', z.object({}))
/** Draws the network of a workspace anew. */
export const mapNetworkTask = defineTask('network.map', z.object({ workspace: idOf<'Workspace'>() }))
