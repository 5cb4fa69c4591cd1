import { lookForJobTalk } from './job-talk/detect.ts'
import { findOwnLink } from './room.ts'

/** Job talk, or a link to something of ours: what counts against us in a room. */
export const isPromotion = (text: string): boolean =>
  findOwnLink(text) !== undefined || lookForJobTalk(text).first !== undefined
