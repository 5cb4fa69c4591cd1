import * as oidc from 'openid-client'
import { z } from 'zod'
import { takeAnonymousAttempt } from '#features/accounts/actions/attempts.ts'
import { openSession, type SignedIn } from '#features/accounts/actions/open-session.ts'
import { audit } from '#features/accounts/audit.ts'
import type { AccountDeps, Client, SingleSignOn } from '#features/accounts/deps.ts'
import { limits } from '#features/accounts/model.ts'
import type { AccountRefusal } from '#features/accounts/refusal.ts'
import { insertChallenge, takeChallenge } from '#features/accounts/store/challenges.ts'
import { findExternalUser, insertExternalIdentity } from '#features/accounts/store/external-identities.ts'
import { acceptInvitation, findOpenInvitationFor } from '#features/accounts/store/invitations.ts'
import { findUserByEmail, insertUser, listUsersToSignIn } from '#features/accounts/store/users.ts'
import { type ChallengeId, newId, type UserId, type WorkspaceId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import { acrossWorkspaces, type Transaction } from '#storage/database.ts'

type Deps = Pick<AccountDeps, 'db' | 'clock' | 'publicUrl' | 'singleSignOn'>

export const callbackPath = '/api/v1/sign-in/single-sign-on/callback'

const payload = z.object({ state: z.string(), nonce: z.string(), verifier: z.string() })
const claimsShape = z.object({
  sub: z.string().min(1),
  email: z.email().optional(),
  email_verified: z.union([z.boolean(), z.string()]).optional(),
  name: z.string().optional(),
})
type Claims = z.infer<typeof claimsShape>

const configurations = new WeakMap<SingleSignOn, Promise<oidc.Configuration>>()

/** Asked for once per server; a provider that was away is asked again. Plain HTTP is for providers on this machine only. */
function discover(provider: SingleSignOn): Promise<oidc.Configuration> {
  const known = configurations.get(provider)
  if (known) return known
  const issuer = new URL(provider.issuer)
  const local = issuer.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(issuer.hostname)
  const found = oidc.discovery(issuer, provider.clientId, provider.clientSecret, undefined, {
    timeout: 10,
    ...(local && { execute: [oidc.allowInsecureRequests] }),
  })
  configurations.set(provider, found)
  found.catch(() => configurations.delete(provider))
  return found
}

/** `challenge` goes into a cookie: only the browser that left may come back. */
export async function startSingleSignOn(
  deps: Deps,
  client: Client,
): Promise<Result<{ challenge: ChallengeId; goTo: string }, AccountRefusal>> {
  const { singleSignOn } = deps
  if (!singleSignOn) return refuse({ code: 'single-sign-on-off' })
  const free = await takeAnonymousAttempt(deps, client.address)
  if (!free.ok) return free
  const configuration = await discover(singleSignOn).catch(() => undefined)
  if (!configuration) return refuse({ code: 'single-sign-on-failed' })
  const secrets = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier() }
  const now = deps.clock.now()
  const id: ChallengeId = newId(now.getTime())
  // Nobody is named yet: the provider will tell who it is.
  await acrossWorkspaces(deps.db, tx =>
    insertChallenge(tx, {
      id,
      kind: 'single-sign-on',
      payload: secrets,
      expiresAt: new Date(now.getTime() + limits.singleSignOnMs),
    }),
  )
  const goTo = oidc.buildAuthorizationUrl(configuration, {
    redirect_uri: new URL(callbackPath, deps.publicUrl).href,
    scope: 'openid email profile',
    state: secrets.state,
    nonce: secrets.nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(secrets.verifier),
    code_challenge_method: 'S256',
  })
  return done({ challenge: id, goTo: goTo.href })
}

/** `cameTo` is the address the provider sent the browser to, with its code and state. */
export async function finishSingleSignOn(
  deps: Deps,
  input: { challenge: ChallengeId; cameTo: URL },
  client: Client,
): Promise<Result<SignedIn, AccountRefusal>> {
  const { singleSignOn } = deps
  if (!singleSignOn) return refuse({ code: 'single-sign-on-off' })
  const now = deps.clock.now()
  // The challenge names no workspace.
  const found = payload.safeParse(
    await acrossWorkspaces(deps.db, tx => takeChallenge(tx, 'single-sign-on', input.challenge, now)),
  )
  if (!found.success) return refuse({ code: 'challenge-over' })
  const claims = await fetchClaims(singleSignOn, input.cameTo, found.data).catch(() => undefined)
  if (!claims) return refuse({ code: 'single-sign-on-failed' })
  // The provider's word is all that is known: the workspace follows from it.
  return acrossWorkspaces(deps.db, async tx => {
    const user = await findOrInvite(tx, singleSignOn.issuer, claims, now)
    if (!user) return refuse({ code: 'single-sign-on-unknown' })
    return done(await openSession(tx, { ...user, client, now, how: 'single sign-on' }))
  })
}

async function fetchClaims(provider: SingleSignOn, cameTo: URL, secrets: z.infer<typeof payload>): Promise<Claims> {
  const configuration = await discover(provider)
  const tokens = await oidc.authorizationCodeGrant(configuration, cameTo, {
    pkceCodeVerifier: secrets.verifier,
    expectedState: secrets.state,
    expectedNonce: secrets.nonce,
    idTokenExpected: true,
  })
  const claims = claimsShape.parse(tokens.claims())
  if (claims.email !== undefined || !configuration.serverMetadata().userinfo_endpoint) return claims
  return { ...claims, ...claimsShape.parse(await oidc.fetchUserInfo(configuration, tokens.access_token, claims.sub)) }
}

/** Who was here before, then who has this address, then who was invited at it. An unverified address counts for nothing. */
async function findOrInvite(
  tx: Transaction,
  issuer: string,
  claims: Claims,
  now: Date,
): Promise<{ workspace: WorkspaceId; user: UserId } | undefined> {
  const known = await findExternalUser(tx, issuer, claims.sub)
  if (known) return known
  const { email } = claims
  if (email === undefined || String(claims.email_verified) !== 'true') return undefined
  const [user] = await listUsersToSignIn(tx, email, 1)
  const found = user
    ? { workspace: user.workspace, user: user.id }
    : await joinByInvitation(tx, email, claims.name, now)
  if (!found) return undefined
  await insertExternalIdentity(tx, { ...found, issuer, subject: claims.sub, createdAt: now })
  await audit(tx, { ...found, at: now, action: 'single-sign-on.linked', detail: { issuer } })
  return found
}

async function joinByInvitation(tx: Transaction, email: string, name: string | undefined, now: Date) {
  const invitation = await findOpenInvitationFor(tx, email, now)
  if (!invitation || (await findUserByEmail(tx, invitation.workspace, email))) return undefined
  const { workspace, role } = invitation
  const user: UserId = newId(now.getTime())
  await insertUser(tx, {
    workspace,
    id: user,
    email,
    name: name?.trim() || email,
    role,
    passwordHash: null,
    createdAt: now,
  })
  await acceptInvitation(tx, workspace, invitation.id, now)
  await audit(tx, {
    workspace,
    user,
    at: now,
    action: 'member.joined',
    subjectKind: 'user',
    subject: user,
    detail: { role },
  })
  return { workspace, user }
}
