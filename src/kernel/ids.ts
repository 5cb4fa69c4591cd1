/** A UUID that belongs to one kind of thing; minted by `newId` or admitted by `parseId` only. */
export type Id<Kind extends string> = string & { readonly __kind: Kind }

export type WorkspaceId = Id<'Workspace'>
export type UserId = Id<'User'>
export type SessionId = Id<'Session'>
export type TokenId = Id<'Token'>
export type PasskeyId = Id<'Passkey'>
export type InvitationId = Id<'Invitation'>
export type ChallengeId = Id<'Challenge'>
export type AuditEntryId = Id<'AuditEntry'>
export type PersonId = Id<'Person'>
export type ProfileId = Id<'Profile'>
export type LinkId = Id<'Link'>
export type NoteId = Id<'Note'>
export type ActivityId = Id<'Activity'>
export type ReadingId = Id<'Reading'>
export type WantedProfileId = Id<'WantedProfile'>
export type SavedSearchId = Id<'SavedSearch'>
export type FeedId = Id<'Feed'>
export type PushId = Id<'Push'>
export type ImportId = Id<'Import'>
export type ConnectionId = Id<'Connection'>
export type ConversationId = Id<'Conversation'>
export type MessageId = Id<'Message'>
export type TouchId = Id<'Touch'>
export type PageId = Id<'Page'>
export type WebhookId = Id<'Webhook'>
export type DeliveryId = Id<'Delivery'>
export type LabelId = Id<'Label'>
export type NoticeId = Id<'Notice'>
export type ThreadNoteId = Id<'ThreadNote'>
export type SavedReplyId = Id<'SavedReply'>
export type PlaybookEditId = Id<'PlaybookEdit'>
export type PoolId = Id<'Pool'>
export type ListId = Id<'List'>
export type SubscriberId = Id<'Subscriber'>
export type IssueId = Id<'Issue'>
export type PoolEntryId = Id<'PoolEntry'>
export type OpeningId = Id<'Opening'>
export type ApplicationId = Id<'Application'>
export type CandidacyId = Id<'Candidacy'>
export type CandidacyMoveId = Id<'CandidacyMove'>
export type InterviewId = Id<'Interview'>
export type ReferralId = Id<'Referral'>
export type ReferrerId = Id<'Referrer'>
export type PostId = Id<'Post'>
export type SourceId = Id<'Source'>
export type CampaignId = Id<'Campaign'>
export type CostId = Id<'Cost'>
export type IntroductionId = Id<'Introduction'>
export type KindnessId = Id<'Kindness'>
export type TeamId = Id<'Team'>
export type TodoId = Id<'Todo'>
export type HandOverId = Id<'HandOver'>
export type TakeOverId = Id<'TakeOver'>

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Undefined when the text is no lower-case UUID. */
export function parseId<Kind extends string>(text: string): Id<Kind> | undefined {
  return UUID.test(text) ? (text as Id<Kind>) : undefined
}

let lastMs = 0
let counter = 0

/** Random digits for many ids at once: asking for eight bytes costs more than all else here. */
const drawnBytes = 4096
const idBytes = 8
const twoDigits = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))
let digits = ''
let used = 0

function randomDigits(): string {
  if (used >= digits.length) {
    const bytes = globalThis.crypto.getRandomValues(new Uint8Array(drawnBytes))
    // The first byte of each eight carries the variant.
    for (let at = 0; at < bytes.length; at += idBytes) bytes[at] = 0x80 | ((bytes[at] ?? 0) & 0x3f)
    digits = ''
    for (const byte of bytes) digits += twoDigits[byte]
    used = 0
  }
  used += 2 * idBytes
  return digits.slice(used - 2 * idBytes, used)
}

let timeText = ''
let timeOf = -1

/** UUIDv7 (RFC 9562, method 1): 48-bit Unix milliseconds, a 12-bit counter, 62 random bits. Ids of one process ascend. */
export function newId<Kind extends string>(nowMs: number = Date.now()): Id<Kind> {
  if (nowMs > lastMs) {
    lastMs = nowMs
    counter = 0
  } else if (++counter > 0xfff) {
    lastMs += 1
    counter = 0
  }
  if (timeOf !== lastMs) {
    const time = lastMs.toString(16).padStart(12, '0')
    timeText = `${time.slice(0, 8)}-${time.slice(8)}-`
    timeOf = lastMs
  }
  const count = (0x7000 | counter).toString(16)
  const random = randomDigits()
  return `${timeText}${count}-${random.slice(0, 4)}-${random.slice(4)}` as Id<Kind>
}
