/** What everybody in the workspace may see that somebody did. */
export const openActions = [
  'todo.made',
  'todo.done',
  'todo.given',
  'todo.taken',
  'conversation.assigned',
  'person.owner-changed',
  'pool.shared',
  'opening.opened',
  'opening.closed',
  'referral.asked',
  'referral.paid',
  'post.published',
  'post.withdrawn',
  'list.created',
] as const

/** What only whoever reads the audit log sees. */
export const adminActions = [
  'person.erased',
  'pool.exported',
  'member.invited',
  'member.joined',
  'member.disabled',
  'member.enabled',
  'member.role-changed',
  'member.handed-over',
  'member.hand-over-undone',
  'etiquette.overridden',
  'etiquette.policy-changed',
] as const

/** What a recruiter did towards somebody. */
export const toldTouches = ['our-message', 'invite-sent', 'comment', 'public-reply', 'met'] as const

export const feedKinds = ['all', 'talk', 'work'] as const
export type FeedKind = (typeof feedKinds)[number]
export const feedLimits = { pageSize: 50 } as const
