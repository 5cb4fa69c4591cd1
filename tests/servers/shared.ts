import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { inject } from 'vitest'
import { z } from 'zod'

/** Something that all files of this vitest run share (see global-setup.ts); the first to ask has it made. */
export async function askShared<Shape extends z.ZodType>(
  name: 'postgres' | 'pages' | 'kith',
  shape: Shape,
): Promise<z.output<Shape>> {
  const socket = connect(inject('shared'))
  socket.write(name)
  const reply: unknown = JSON.parse(await text(socket))
  const failed = z.object({ error: z.string() }).safeParse(reply)
  if (failed.success) throw new Error(`The run’s ${name} could not be made: ${failed.data.error}`)
  return shape.parse(reply)
}

/** Folder with the recruiter's pages and the visitors' chat, built once for the run. */
export async function findPages(): Promise<string> {
  return (await askShared('pages', z.object({ folder: z.string() }))).folder
}
