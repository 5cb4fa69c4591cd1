import { generateSecret, generateURI, verify } from 'otplib'
import { asThemself, getCallingUser, type Proof } from '#features/accounts/actions/as-themself.ts'
import type { SignInWay } from '#features/accounts/actions/open-session.ts'
import { audit } from '#features/accounts/audit.ts'
import type { AccountDeps } from '#features/accounts/deps.ts'
import { limits } from '#features/accounts/model.ts'
import { cleanCode, newRecoveryCode } from '#features/accounts/one-time.ts'
import type { AccountRefusal } from '#features/accounts/refusal.ts'
import { replaceRecoveryCodes, takeRecoveryCode } from '#features/accounts/store/recovery-codes.ts'
import { takeTotpStep, type User, updateUser } from '#features/accounts/store/users.ts'
import type { UserId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import type { Caller } from '#kernel/roles.ts'
import { hashToken } from '#platform/secrets.ts'
import { inWorkspace, type Transaction } from '#storage/database.ts'

type Deps = Pick<AccountDeps, 'db' | 'clock' | 'keyring'>

const clockSkewSeconds = 30

export const sealContext = (user: UserId): string => `totp:${user}`

/** The 30-second step of a code that is right now and was not used; undefined for any other. */
async function stepOf(
  deps: Pick<Deps, 'clock' | 'keyring'>,
  user: Pick<User, 'id' | 'totpSealed'>,
  code: string,
): Promise<number | undefined> {
  if (!user.totpSealed || !/^\d{6}$/.test(code)) return undefined
  const epoch = Math.floor(deps.clock.now().getTime() / 1000)
  const answer = await verify({
    secret: deps.keyring.unseal(user.totpSealed, sealContext(user.id)),
    token: code,
    epoch,
    epochTolerance: clockSkewSeconds,
  })
  return answer.valid && 'timeStep' in answer ? answer.timeStep : undefined
}

/** Spends a code of the app or a recovery code, and tells which it was. */
export async function takeSecondStepCode(
  tx: Transaction,
  deps: Pick<Deps, 'clock' | 'keyring'>,
  user: User,
  typed: string,
): Promise<SignInWay | undefined> {
  const code = cleanCode(typed)
  if (user.totpConfirmedAt) {
    const step = await stepOf(deps, user, code)
    if (step !== undefined && (await takeTotpStep(tx, user.workspace, user.id, step))) return 'password and code'
  }
  const recovered = await takeRecoveryCode(tx, user.workspace, user.id, hashToken(code), deps.clock.now())
  if (!recovered) return undefined
  await audit(tx, { workspace: user.workspace, user: user.id, at: deps.clock.now(), action: 'recovery-code.used' })
  return 'password and recovery code'
}

async function newCodes(tx: Transaction, caller: Caller): Promise<string[]> {
  const codes = Array.from({ length: limits.recoveryCodes }, newRecoveryCode)
  await replaceRecoveryCodes(
    tx,
    caller.workspace,
    caller.user,
    codes.map(code => hashToken(cleanCode(code))),
  )
  return codes
}

/** A secret for the app, not in force before a code of it was typed back. */
export async function startSecondStep(
  deps: Deps,
  caller: Caller,
  proof: Proof,
): Promise<Result<{ secret: string; uri: string }, AccountRefusal>> {
  return asThemself(deps, caller, proof, async (tx, user) => {
    if (user.totpConfirmedAt) return refuse({ code: 'second-step-on' })
    const secret = generateSecret()
    await updateUser(tx, caller.workspace, caller.user, {
      totpSealed: deps.keyring.seal(secret, sealContext(user.id)),
      totpStep: null,
    })
    return done({ secret, uri: generateURI({ issuer: 'Kith', label: user.email, secret }) })
  })
}

/** The first right code switches it on, and shows the recovery codes for the only time. */
export async function confirmSecondStep(
  deps: Deps,
  caller: Caller,
  code: string,
): Promise<Result<{ recoveryCodes: string[] }, AccountRefusal>> {
  const now = deps.clock.now()
  return inWorkspace(deps.db, caller.workspace, async tx => {
    const user = await getCallingUser(tx, caller)
    if (user.totpConfirmedAt) return refuse({ code: 'second-step-on' })
    if (!user.totpSealed) return refuse({ code: 'second-step-off' })
    const step = await stepOf(deps, user, cleanCode(code))
    if (step === undefined || !(await takeTotpStep(tx, caller.workspace, caller.user, step)))
      return refuse({ code: 'wrong-code' })
    await updateUser(tx, caller.workspace, caller.user, { totpConfirmedAt: now })
    await audit(tx, { caller, at: now, action: 'second-step.on' })
    return done({ recoveryCodes: await newCodes(tx, caller) })
  })
}

export async function stopSecondStep(deps: Deps, caller: Caller, proof: Proof): Promise<Result<void, AccountRefusal>> {
  return asThemself(deps, caller, proof, async (tx, user) => {
    if (!user.totpConfirmedAt) return refuse({ code: 'second-step-off' })
    await updateUser(tx, caller.workspace, caller.user, { totpSealed: null, totpConfirmedAt: null, totpStep: null })
    await replaceRecoveryCodes(tx, caller.workspace, caller.user, [])
    await audit(tx, { caller, at: deps.clock.now(), action: 'second-step.off' })
    return done(undefined)
  })
}

export async function renewRecoveryCodes(
  deps: Deps,
  caller: Caller,
  proof: Proof,
): Promise<Result<{ recoveryCodes: string[] }, AccountRefusal>> {
  return asThemself(deps, caller, proof, async (tx, user) => {
    if (!user.totpConfirmedAt) return refuse({ code: 'second-step-off' })
    await audit(tx, { caller, at: deps.clock.now(), action: 'recovery-codes.renewed' })
    return done({ recoveryCodes: await newCodes(tx, caller) })
  })
}
