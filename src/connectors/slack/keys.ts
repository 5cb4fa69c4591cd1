import type { RemoteId } from '../contract.ts'

export const messageKey = (channel: string, ts: string): string => `slack:${channel}:${ts}`

export function readKey(key: string): { channel: string; ts: string } | undefined {
  const found = /^slack:([A-Z0-9]+):(\d+\.\d+)$/.exec(key)
  return found?.[1] && found[2] ? { channel: found[1], ts: found[2] } : undefined
}

/** A member's id (profile, ⋮, “Copy member ID”), or the address of their profile. */
export function parseAddress(text: string): RemoteId | undefined {
  return /^(?:<@|(?:https?:\/\/)?[\w-]+\.slack\.com\/team\/)?([UW][A-Z0-9]{6,20})>?\/?$/.exec(text.trim())?.[1]
}
