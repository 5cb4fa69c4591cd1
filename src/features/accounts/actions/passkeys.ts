import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { z } from 'zod'
import { asThemself, type Proof } from '#features/accounts/actions/as-themself.ts'
import { takeAnonymousAttempt } from '#features/accounts/actions/attempts.ts'
import { openSession, type SignedIn } from '#features/accounts/actions/open-session.ts'
import { audit } from '#features/accounts/audit.ts'
import type { AccountDeps, Client } from '#features/accounts/deps.ts'
import { limits } from '#features/accounts/model.ts'
import type { AccountRefusal } from '#features/accounts/refusal.ts'
import { insertChallenge, takeChallenge } from '#features/accounts/store/challenges.ts'
import {
  deletePasskey,
  findPasskey,
  insertPasskey,
  listPasskeys,
  type Passkey,
  updatePasskeyUse,
} from '#features/accounts/store/passkeys.ts'
import type { PasskeyAssertion, PasskeyAttestation } from '#features/accounts/wire.ts'
import { type ChallengeId, newId, type PasskeyId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import type { Caller } from '#kernel/roles.ts'
import { idOf } from '#kernel/schema.ts'
import { acrossWorkspaces, inWorkspace } from '#storage/database.ts'

type Deps = Pick<AccountDeps, 'db' | 'clock' | 'publicUrl'>

const registrationPayload = z.object({ challenge: z.string(), workspace: idOf<'Workspace'>(), user: idOf<'User'>() })
const signInPayload = z.object({ challenge: z.string() })

type RegistrationOptions = Awaited<ReturnType<typeof generateRegistrationOptions>>
type SignInOptions = Awaited<ReturnType<typeof generateAuthenticationOptions>>

const attested = ({ transports, ...rest }: PasskeyAttestation['response']) =>
  transports ? { ...rest, transports } : rest
const asserted = ({ userHandle, ...rest }: PasskeyAssertion['response']) =>
  userHandle ? { ...rest, userHandle } : rest

/** What the browser hands to the authenticator. The proof is asked for here, so that adding takes one prompt. */
export async function offerPasskey(
  deps: Deps,
  caller: Caller,
  proof: Proof,
): Promise<Result<{ challenge: ChallengeId; options: RegistrationOptions }, AccountRefusal>> {
  const now = deps.clock.now()
  return asThemself(deps, caller, proof, async (tx, user) => {
    const known = await listPasskeys(tx, caller.workspace, caller.user)
    if (known.length >= limits.passkeysPerUser) return refuse({ code: 'too-many', what: 'passkeys' })
    const options = await generateRegistrationOptions({
      rpName: 'Kith',
      rpID: deps.publicUrl.hostname,
      userName: user.email,
      userDisplayName: user.name,
      userID: new TextEncoder().encode(user.id),
      attestationType: 'none',
      excludeCredentials: known.map(({ credential, transports }) => ({ id: credential, transports })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      timeout: limits.challengeMs,
    })
    const id: ChallengeId = newId(now.getTime())
    await insertChallenge(tx, {
      id,
      kind: 'passkey-registration',
      payload: { challenge: options.challenge, workspace: caller.workspace, user: caller.user },
      expiresAt: new Date(now.getTime() + limits.challengeMs),
    })
    return done({ challenge: id, options })
  })
}

export async function addPasskey(
  deps: Deps,
  caller: Caller,
  input: { challenge: ChallengeId; name: string; response: PasskeyAttestation },
): Promise<Result<Passkey, AccountRefusal>> {
  const now = deps.clock.now()
  return inWorkspace(deps.db, caller.workspace, async tx => {
    const found = await takeChallenge(tx, 'passkey-registration', input.challenge, now)
    const payload = registrationPayload.safeParse(found)
    if (!payload.success || payload.data.workspace !== caller.workspace || payload.data.user !== caller.user)
      return refuse({ code: 'challenge-over' })
    const verified = await verifyRegistrationResponse({
      response: { ...input.response, clientExtensionResults: {}, response: attested(input.response.response) },
      expectedChallenge: payload.data.challenge,
      expectedOrigin: deps.publicUrl.origin,
      expectedRPID: deps.publicUrl.hostname,
      requireUserVerification: true,
    }).catch(() => undefined)
    if (!verified?.verified) return refuse({ code: 'passkey-refused' })
    const { credential } = verified.registrationInfo
    const known = await listPasskeys(tx, caller.workspace, caller.user)
    if (known.some(each => each.credential === credential.id)) return refuse({ code: 'passkey-known' })
    const passkey: Passkey = { id: newId(now.getTime()), name: input.name.trim(), createdAt: now, lastUsedAt: null }
    await insertPasskey(tx, {
      ...passkey,
      workspace: caller.workspace,
      user: caller.user,
      credential: credential.id,
      publicKey: Buffer.from(credential.publicKey),
      counter: credential.counter,
      transports: input.response.response.transports ?? [],
    })
    await audit(tx, {
      caller,
      at: now,
      action: 'passkey.added',
      subjectKind: 'passkey',
      subject: passkey.id,
      detail: { name: passkey.name },
    })
    return done(passkey)
  })
}

export async function removePasskey(
  deps: Deps,
  caller: Caller,
  passkey: PasskeyId,
  proof: Proof,
): Promise<Result<void, AccountRefusal>> {
  return asThemself(deps, caller, proof, async (tx, user) => {
    const known = await listPasskeys(tx, caller.workspace, caller.user)
    if (user.passwordHash === null && known.length === 1 && known[0]?.id === passkey)
      return refuse({ code: 'last-way-in' })
    const name = await deletePasskey(tx, caller.workspace, caller.user, passkey)
    if (name === undefined) return refuse({ code: 'no-such-passkey' })
    await audit(tx, {
      caller,
      at: deps.clock.now(),
      action: 'passkey.removed',
      subjectKind: 'passkey',
      subject: passkey,
      detail: { name },
    })
    return done(undefined)
  })
}

export async function offerPasskeySignIn(
  deps: Deps,
  client: Client,
): Promise<Result<{ challenge: ChallengeId; options: SignInOptions }, AccountRefusal>> {
  const free = await takeAnonymousAttempt(deps, client.address)
  if (!free.ok) return free
  const now = deps.clock.now()
  const options = await generateAuthenticationOptions({
    rpID: deps.publicUrl.hostname,
    userVerification: 'required',
    timeout: limits.challengeMs,
  })
  const id: ChallengeId = newId(now.getTime())
  // Nobody is named yet: the passkey will tell who it is.
  await acrossWorkspaces(deps.db, tx =>
    insertChallenge(tx, {
      id,
      kind: 'passkey-sign-in',
      payload: { challenge: options.challenge },
      expiresAt: new Date(now.getTime() + limits.challengeMs),
    }),
  )
  return done({ challenge: id, options })
}

/** The device checked its owner (face, finger, PIN), so a passkey is both steps in one. */
export async function signInWithPasskey(
  deps: Deps,
  input: { challenge: ChallengeId; response: PasskeyAssertion },
  client: Client,
): Promise<Result<SignedIn, AccountRefusal>> {
  const now = deps.clock.now()
  // The credential tells the workspace.
  const found = await acrossWorkspaces(deps.db, async tx => ({
    challenge: signInPayload.safeParse(await takeChallenge(tx, 'passkey-sign-in', input.challenge, now)),
    passkey: await findPasskey(tx, input.response.id),
  }))
  if (!found.challenge.success) return refuse({ code: 'challenge-over' })
  const { passkey } = found
  if (!passkey) return refuse({ code: 'passkey-refused' })
  const verified = await verifyAuthenticationResponse({
    response: { ...input.response, clientExtensionResults: {}, response: asserted(input.response.response) },
    expectedChallenge: found.challenge.data.challenge,
    expectedOrigin: deps.publicUrl.origin,
    expectedRPID: deps.publicUrl.hostname,
    requireUserVerification: true,
    credential: {
      id: passkey.credential,
      publicKey: new Uint8Array(passkey.publicKey),
      counter: passkey.counter,
      transports: passkey.transports,
    },
  }).catch(() => undefined)
  if (!verified?.verified) return refuse({ code: 'passkey-refused' })
  const counter = verified.authenticationInfo.newCounter
  return inWorkspace(deps.db, passkey.workspace, async tx => {
    await updatePasskeyUse(tx, passkey, { counter, at: now })
    return done(
      await openSession(tx, { workspace: passkey.workspace, user: passkey.user, client, now, how: 'passkey' }),
    )
  })
}

export async function listOwnPasskeys(deps: Pick<Deps, 'db'>, caller: Caller): Promise<Passkey[]> {
  return inWorkspace(deps.db, caller.workspace, async tx => {
    const passkeys = await listPasskeys(tx, caller.workspace, caller.user)
    return passkeys.map(({ id, name, createdAt, lastUsedAt }) => ({ id, name, createdAt, lastUsedAt }))
  })
}
