/** What a recruiter is told of until they look; in the database's check as well. */
export const noticeKinds = [
  'assigned',
  'mentioned',
  'held',
  'todo',
  'todo-due',
  'contact-given',
  'contact-taken',
  'take-over-asked',
  'take-over-declined',
  'handed-over',
] as const
export type NoticeKind = (typeof noticeKinds)[number]
