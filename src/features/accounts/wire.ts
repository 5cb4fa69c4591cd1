import { z } from 'zod'
import { abilities } from '#features/accounts/model.ts'
import { roles, tokenScopes } from '#kernel/roles.ts'
import { idOf, instant, typedText } from '#kernel/schema.ts'

const email = () => z.string().min(3).max(254)
const name = () => typedText(120)
const password = () => z.string().min(1).max(1024)
const code = () => z.string().min(6).max(200)
const locale = () => z.string().min(2).max(35)
const timeZone = () => z.string().min(1).max(64)
const role = () => z.enum(roles)
const preferences = () => z.record(z.string(), z.unknown())

export const setupRequest = z.strictObject({
  code: code(),
  name: name(),
  email: email(),
  password: password(),
  workspaceName: typedText(120),
  recruitsFor: z.string().max(400).optional(),
  locale: locale().optional(),
  timeZone: timeZone().optional(),
})

export const codeRequest = z.strictObject({ code: code() })

export const signInWays = z.object({
  /** Nobody has an account yet: the link of `npm start` comes first. */
  needsSetup: z.boolean(),
  singleSignOn: z.object({ name: z.string() }).nullable(),
})

export const signInRequest = z.strictObject({
  email: email(),
  password: password(),
  workspace: idOf<'Workspace'>().optional(),
})

/** `kind` says what comes next; only `signed-in` sets the cookie. */
export const signInAnswer = z.object({
  kind: z.enum(['signed-in', 'second-step', 'choose-workspace']),
  challenge: idOf<'Challenge'>().optional(),
  workspaces: z.array(z.object({ id: idOf<'Workspace'>(), name: z.string() })).optional(),
})

export const secondStepRequest = z.strictObject({ challenge: idOf<'Challenge'>(), code: code() })

const base64url = () => z.string().max(16_384)
const extensions = () => z.record(z.string(), z.unknown()).optional()

/** What `navigator.credentials.create` gives, as @simplewebauthn/browser writes it. */
export const passkeyAttestation = z.object({
  id: base64url(),
  rawId: base64url(),
  type: z.literal('public-key'),
  clientExtensionResults: extensions(),
  response: z.object({
    clientDataJSON: base64url(),
    attestationObject: base64url(),
    transports: z.array(z.string().max(32)).max(10).optional(),
  }),
})
export type PasskeyAttestation = z.infer<typeof passkeyAttestation>

/** What `navigator.credentials.get` gives. */
export const passkeyAssertion = z.object({
  id: base64url(),
  rawId: base64url(),
  type: z.literal('public-key'),
  clientExtensionResults: extensions(),
  response: z.object({
    clientDataJSON: base64url(),
    authenticatorData: base64url(),
    signature: base64url(),
    userHandle: base64url().optional(),
  }),
})
export type PasskeyAssertion = z.infer<typeof passkeyAssertion>

/** `options` go to the browser as they are (WebAuthn Level 3, JSON form). */
export const passkeyOffer = z.object({ challenge: idOf<'Challenge'>(), options: z.looseObject({}) })
export const passkeySignInRequest = z.strictObject({ challenge: idOf<'Challenge'>(), response: passkeyAssertion })
export const passkeyAddRequest = z.strictObject({
  challenge: idOf<'Challenge'>(),
  name: typedText(60),
  response: passkeyAttestation,
})
export const passkey = z.object({
  id: idOf<'Passkey'>(),
  name: z.string(),
  createdAt: instant(),
  lastUsedAt: instant().nullable(),
})

export const me = z.object({
  user: z.object({
    id: idOf<'User'>(),
    name: z.string(),
    email: z.string(),
    role: role(),
    about: z.string(),
    recruitsFor: z.string(),
    locale: z.string(),
    timeZone: z.string(),
    preferences: preferences(),
  }),
  workspace: z.object({ id: idOf<'Workspace'>(), name: z.string() }),
  may: z.array(z.enum(Object.keys(abilities) as [keyof typeof abilities, ...(keyof typeof abilities)[]])),
  security: z.object({
    hasPassword: z.boolean(),
    secondStep: z.boolean(),
    passkeys: z.number().int(),
    recoveryCodesLeft: z.number().int(),
  }),
  /** Where the change log of the workspace stood: the live line goes on from there. */
  live: z.number().int(),
})
export type Me = z.infer<typeof me>

/** `preferences` replaces the whole object. */
export const profileChange = z.strictObject({
  name: name().optional(),
  about: z.string().max(2_000).optional(),
  recruitsFor: z.string().max(400).optional(),
  locale: locale().optional(),
  timeZone: timeZone().optional(),
  preferences: preferences().optional(),
})
export type ProfileChange = z.infer<typeof profileChange>

export const workspaceChange = z.strictObject({ name: typedText(120) })

/** The password again. Who has none needs a sign-in from the last 15 minutes instead. */
export const proofRequest = z.strictObject({ password: password().optional() })
export const passwordChange = z.strictObject({ password: password().optional(), newPassword: password() })
export const passwordByLink = z.strictObject({ code: code(), password: password() })

export const secondStepOffer = z.object({ secret: z.string(), uri: z.string() })
export const recoveryCodes = z.object({ recoveryCodes: z.array(z.string()) })

export const sessionList = z.object({
  sessions: z.array(
    z.object({
      id: idOf<'Session'>(),
      device: z.string(),
      address: z.string(),
      createdAt: instant(),
      lastSeenAt: instant(),
      current: z.boolean(),
    }),
  ),
})
export const sessionsEnded = z.object({ ended: z.number().int() })

const token = z.object({
  id: idOf<'Token'>(),
  name: z.string(),
  scope: z.enum(tokenScopes),
  createdAt: instant(),
  lastUsedAt: instant().nullable(),
  expiresAt: instant().nullable(),
})
export const clipperCode = z.object({ code: z.string(), expiresAt: z.iso.datetime() })
export const clipperPairing = z.strictObject({ code: typedText(40), browser: typedText(40) })
/** Given this once, to the extension. */
export const clipperPaired = z.object({ token: z.string() })
export const tokenList = z.object({ tokens: z.array(token) })
/** The clipper's scope is given by pairing only. */
export const tokenRequest = z.strictObject({
  name: typedText(60),
  scope: z
    .enum(['all', 'read', 'assistant'])
    .default('all')
    .describe('read: GET only. assistant: also judges drafts and leaves them, never sends'),
  expiresAt: z.iso.datetime().optional(),
})
/** `token` is shown this once. */
export const tokenMade = z.object({ ...token.shape, token: z.string() })

/** `madeBy`: their name, null once they are gone. */
const teamToken = z.object({ ...token.shape, role: role(), madeBy: z.string().nullable() })
export const teamTokenList = z.object({ tokens: z.array(teamToken) })
export const teamTokenRequest = z.strictObject({
  name: typedText(60),
  role: z.enum(['admin', 'recruiter', 'viewer']).describe('It may do what somebody with this role may'),
  scope: tokenRequest.shape.scope,
  expiresAt: z.iso.datetime().optional(),
})
export const teamTokenMade = z.object({ ...teamToken.shape, token: z.string() })

export const team = z.object({
  members: z.array(
    z.object({
      id: idOf<'User'>(),
      name: z.string(),
      email: z.string(),
      role: role(),
      recruitsFor: z.string(),
      createdAt: instant(),
      disabledAt: instant().nullable(),
      lastSeenAt: instant().nullable(),
      hasSecondStep: z.boolean(),
      /** Came with the sample data, and signs in nowhere. */
      sample: z.boolean(),
    }),
  ),
  /** For those who manage the team; empty for others. */
  invitations: z.array(
    z.object({
      id: idOf<'Invitation'>(),
      email: z.string(),
      role: role(),
      invitedBy: z.string(),
      createdAt: instant(),
      expiresAt: instant(),
    }),
  ),
  /** What each role may do, from the least on. */
  abilities: z.record(z.string(), role()),
})
export const inviteRequest = z.strictObject({ email: email(), role: role() })
export const invitationMade = z.object({ id: idOf<'Invitation'>(), link: z.string(), expiresAt: instant() })
export const invitationSeen = z.object({
  workspaceName: z.string(),
  email: z.string(),
  role: role(),
  invitedBy: z.string(),
})
export const joinRequest = z.strictObject({
  code: code(),
  name: name(),
  password: password(),
  locale: locale().optional(),
  timeZone: timeZone().optional(),
})
export const roleChange = z.strictObject({ role: role() })
export const linkMade = z.object({ link: z.string(), expiresAt: instant() })

export const auditQuery = z.object({
  /** The `next` of the page before. */
  cursor: idOf<'AuditEntry'>().optional(),
  user: idOf<'User'>().optional(),
  /** A whole action (`member.invited`) or what comes before a dot (`member`). */
  action: z.string().max(80).optional(),
  subject: idOf<'Subject'>().optional(),
  limit: z.number().int().min(1).max(200).default(50),
})
export const auditPage = z.object({
  entries: z.array(
    z.object({
      id: idOf<'AuditEntry'>(),
      at: instant(),
      user: idOf<'User'>().nullable(),
      userName: z.string().nullable(),
      action: z.string(),
      subjectKind: z.string().nullable(),
      subject: z.string().nullable(),
      detail: z.unknown(),
    }),
  ),
  next: idOf<'AuditEntry'>().optional(),
})
