import { z } from 'zod'

// An extension's page may compile no text: zod would try to, and each try is a report of a breach.
z.config({ jitless: true })

const known = z.object({
  tool: z.string().nullable(),
  person: z
    .object({
      id: z.string(),
      name: z.string(),
      doNotContact: z.boolean(),
      stage: z.string(),
      nextStep: z.object({ id: z.string(), tool: z.string().nullable(), reason: z.string() }).nullable(),
    })
    .nullable(),
})
export type Known = z.infer<typeof known>
const clipped = z.object({ ...known.shape, isNew: z.boolean() })
const failure = z.object({
  error: z.object({ message: z.string() }),
  assessment: z.object({ reasons: z.array(z.object({ verdict: z.string(), message: z.string() })) }).optional(),
})

export type Pairing = { server: string; token: string }

/** An answer of the server that is no success, in its words; `gone` when the pairing was taken back. */
export class Refused extends Error {
  override name = 'Refused'
  readonly gone: boolean
  /** What the rules said against a text, when that is why. */
  readonly against: readonly string[]
  constructor(message: string, gone: boolean, against: readonly string[]) {
    super(message)
    this.gone = gone
    this.against = against
  }
}

async function post<T>(address: string, answer: z.ZodType<T>, body: unknown, token?: string): Promise<T> {
  const response = await fetch(address, {
    method: 'POST',
    credentials: 'omit',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
  })
  const text = await response.text()
  const data: unknown = text === '' ? null : JSON.parse(text)
  if (response.ok) return answer.parse(data)
  const why = failure.safeParse(data)
  const reasons = why.data?.assessment?.reasons ?? []
  const against = reasons.filter(reason => reason.verdict === 'block').map(reason => reason.message)
  throw new Refused(why.data?.error.message ?? `${response.status}`, response.status === 401, against)
}

/** The origin of what a recruiter typed, or undefined. */
export function originOf(typed: string): string | undefined {
  const text = typed.trim()
  const address = /^https?:\/\//i.test(text) ? text : `https://${text}`
  return text !== '' && URL.canParse(address) ? new URL(address).origin : undefined
}

export async function pair(server: string, code: string, browser: string): Promise<Pairing> {
  const { token } = await post(`${server}/api/v1/clipper/pair`, z.object({ token: z.string() }), { code, browser })
  return { server, token }
}

export const look = ({ server, token }: Pairing, url: string): Promise<Known> =>
  post(`${server}/api/v1/clips/look`, known, { url }, token)

export const clip = (
  { server, token }: Pairing,
  page: { url: string; title: string; html: string; selection?: string },
): Promise<z.infer<typeof clipped>> => post(`${server}/api/v1/clips`, clipped, page, token)

export const sent = (
  { server, token }: Pairing,
  message: {
    id: string
    person: string
    tool: string
    surface: string
    action: string
    text: string
    sentAlready?: true
  },
): Promise<unknown> => post(`${server}/api/v1/hand-offs`, z.unknown(), message, token)
