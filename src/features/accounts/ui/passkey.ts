import {
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser'

type Loose = Readonly<Record<string, unknown>>

const isRecord = (value: unknown): value is Loose => typeof value === 'object' && value !== null

const isForSignIn = (options: unknown): options is PublicKeyCredentialRequestOptionsJSON =>
  isRecord(options) && typeof options.challenge === 'string'

const isForAdding = (options: unknown): options is PublicKeyCredentialCreationOptionsJSON =>
  isRecord(options) &&
  typeof options.challenge === 'string' &&
  isRecord(options.rp) &&
  isRecord(options.user) &&
  Array.isArray(options.pubKeyCredParams)

/** Rejects when the person turns the prompt away. */
export async function askPasskey(options: Loose) {
  if (!isForSignIn(options)) throw new Error('no options for a passkey')
  const { id, rawId, response } = await startAuthentication({ optionsJSON: options })
  return { id, rawId, type: 'public-key' as const, response }
}

export async function makePasskey(options: Loose) {
  if (!isForAdding(options)) throw new Error('no options for a passkey')
  const { id, rawId, response } = await startRegistration({ optionsJSON: options })
  const { clientDataJSON, attestationObject, transports } = response
  return {
    id,
    rawId,
    type: 'public-key' as const,
    response: { clientDataJSON, attestationObject, ...(transports && { transports }) },
  }
}
