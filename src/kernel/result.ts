/** An expected outcome: refusals are returned, faults are thrown. */
export type Result<T, R> = { ok: true; value: T } | { ok: false; refusal: R }

export const done = <T>(value: T): { ok: true; value: T } => ({ ok: true, value })
export const refuse = <const R>(refusal: R): { ok: false; refusal: R } => ({ ok: false, refusal })

/** Default branch of a complete switch: a new kind breaks the build here. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`)
}
