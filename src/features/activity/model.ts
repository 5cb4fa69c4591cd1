export {
  type DiscoverFeeds,
  type FeedEntry,
  type FetchPage,
  type ParsedFeed,
  type ParseFeed,
  type PlainText,
  pollEveryMs,
  readRetryAfter,
  retryAfterMs,
} from './model/feed.ts'
export { type ActivityLevel, judgeActivity, type LevelJudgement, levelOf, type Rhythm } from './model/level.ts'
export { type FollowedFeed, opmlFoot, opmlHead, printOutline } from './model/opml.ts'
export { countWords, neededVisibleMs, readingMinutes } from './model/reading.ts'
