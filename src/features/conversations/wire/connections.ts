import { z } from 'zod'
import { idOf, instant, typedText } from '#kernel/schema.ts'
import { toolIds } from '#kernel/tools.ts'

const tool = z.enum(toolIds)

export const connectionView = z.object({
  id: idOf<'Connection'>(),
  tool,
  label: z.string(),
  mine: z.boolean(),
  /** The form's values without its secrets. */
  values: z.record(z.string(), z.string()),
  state: z.string(),
  /** What to do, in words; for `waiting` also when it tries again. */
  detail: z.object({ code: z.string().optional(), text: z.string().optional(), retryAt: instant().optional() }),
  stateAt: instant(),
  caughtUpAt: instant().nullable(),
  paused: z.boolean(),
  /** Where the network is to deliver, and whether it was there; null where it does not, or for those who may not change it. */
  webhook: z
    .object({
      url: z.string(),
      /** To be entered beside the address, where the network asks for it. */
      word: z.string().nullable(),
      /** Nothing comes in without it. */
      required: z.boolean(),
      /** False: Kith's own address is none that the internet can reach. */
      reachable: z.boolean(),
      reachedAt: instant().nullable(),
      refusedAt: instant().nullable(),
      why: z.string().nullable(),
    })
    .nullable(),
})
export type ConnectionView = z.infer<typeof connectionView>
export const connectionList = z.object({ connections: z.array(connectionView) })

export const connectorView = z.object({
  tool,
  label: z.string(),
  link: z.string(),
  fields: z.array(
    z.object({
      name: z.string(),
      label: z.string(),
      kind: z.enum(['text', 'secret', 'url', 'number', 'switch']),
      required: z.boolean(),
      upfront: z.boolean().optional(),
      placeholder: z.string().optional(),
      help: z.string().optional(),
    }),
  ),
  presets: z.array(z.object({ name: z.string(), values: z.record(z.string(), z.string()) })),
  /** Fields that signing in on the network's own page fills in; none where it has no such page. */
  signIn: z.array(z.string()),
  steps: z.array(z.object({ name: z.string(), url: z.string().nullable() })),
})
export type ConnectorView = z.infer<typeof connectorView>
export const connectorList = z.object({ connectors: z.array(connectorView) })

const accountValues = z.record(z.string().max(60), z.string().max(4_000))
export const connectRequest = z.object({ tool, label: typedText(120), values: accountValues })
export const testRequest = z.object({ tool, values: accountValues, connection: idOf<'Connection'>().optional() })
export const letInRequest = z.object({ tool, values: accountValues })
const notLetIn = z.object({ ok: z.literal(false), text: z.string() })
export const letInAnswer = z.discriminatedUnion('ok', [
  /** The page ends with a code, which goes back with the ticket within the hour. */
  z.object({ ok: z.literal(true), url: z.string(), ticket: z.string() }),
  notLetIn,
])
export const letInCodeRequest = z.object({ ticket: z.string().max(8_000), code: typedText(2_000) })
export const letInCodeAnswer = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), values: z.record(z.string(), z.string()) }),
  notLetIn,
])
/** `code`: of a refusal, as of a connection that needs somebody. */
export const testAnswer = z.object({ ok: z.boolean(), text: z.string(), code: z.string().optional() })
export const changeConnectionRequest = z.object({
  label: typedText(120).optional(),
  /** Absent secrets stay as they are. */
  values: accountValues.optional(),
  paused: z.boolean().optional(),
})
