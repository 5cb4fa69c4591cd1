/** What stands in a conversation where Matrix says something that Kith can only tell of. */
export const words = {
  encrypted: '[Encrypted message: Kith can’t read it. Open it in your Matrix program.]',
  encryptedNow:
    '[This conversation is encrypted from here on. Kith can’t read what is written, and writes nothing into it.]',
  moved: (to: string | undefined) =>
    to === undefined ? '[This room was closed.]' : `[This room was replaced by another one: ${to}]`,
  calls: '[Calls you on Matrix. Kith takes no calls.]',
  invites: (title: string, id: string) =>
    title === id ? `[invites you to the room ${id}]` : `[invites you to the room “${title}” (${id})]`,
  invitesToSpace: (title: string, id: string) =>
    title === id ? `[invites you to the space ${id}]` : `[invites you to the space “${title}” (${id})]`,
  mayNotSend:
    'This conversation is end-to-end encrypted. Kith has no keys for it and never sends plain text into it: write in your Matrix program.',
}
