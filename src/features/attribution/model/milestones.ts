import { ladder } from '#features/relationships/model.ts'

/** What may come of a source, by bit: new ones go to the end, for rows in the database count by place. */
export const milestones = ['lead', 'chat', 'subscribed', 'applied', ...ladder, 'hired', 'answered'] as const
export type Milestone = (typeof milestones)[number]

export const bitOf = (milestone: Milestone): number => milestones.indexOf(milestone)

/** Those that a report shows, in the order in which they happen. */
export const shownMilestones = [
  'lead',
  'chat',
  'subscribed',
  'applied',
  'connected',
  'interested',
  'candidate',
  'hired',
] as const satisfies readonly Milestone[]
export type ShownMilestone = (typeof shownMilestones)[number]

export const touchKinds = ['chat', 'subscribed', 'applied', 'followed'] as const
export type TouchKind = (typeof touchKinds)[number]

/** In which of a person's sources the credit is seen: all of them, the one that brought them, or the one before they wrote. */
export const reportViews = ['all', 'first', 'last'] as const
export type ReportView = (typeof reportViews)[number]
/** And for a campaign the first of its sources: whatever came of the others came of it too, so each person counts once. */
export type CountView = ReportView | 'campaign'
export const viewNumber = { all: 0, first: 1, last: 2, campaign: 3 } as const satisfies Record<CountView, number>
