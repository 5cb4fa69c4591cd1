import type { ImportRecord, Party } from '#importers/contract.ts'
import { parseFeedDate } from '../feeds/dates.ts'
import { rejected } from '../people.ts'
import { isJsonObject, type JsonObject, jsonList, jsonText } from '../text/json.ts'

const at = (value: unknown, ...path: readonly string[]): unknown => {
  let here = value
  for (const name of path) here = isJsonObject(here) ? here[name] : undefined
  return here
}

type Told = { activity: 'commit' | 'comment' | 'event' | 'reaction'; title: string; text: string; url: string | null }

/** What happened, in words a recruiter can read. */
function tell(type: string, repo: string, payload: JsonObject): Told | undefined {
  const home = `https://github.com/${repo}`
  const action = jsonText(payload.action) ?? ''
  switch (type) {
    case 'PushEvent': {
      const commits = jsonList(payload.commits).map(commit => jsonText(at(commit, 'message')))
      const text = commits.filter(message => message !== null).join('\n\n')
      const head = jsonText(payload.head)
      return { activity: 'commit', title: `Commits to ${repo}`, text, url: head ? `${home}/commit/${head}` : home }
    }
    case 'IssueCommentEvent':
    case 'CommitCommentEvent':
    case 'PullRequestReviewCommentEvent':
      return {
        activity: 'comment',
        title: jsonText(at(payload, 'issue', 'title') ?? at(payload, 'pull_request', 'title')) ?? `Comment in ${repo}`,
        text: jsonText(at(payload, 'comment', 'body')) ?? '',
        url: jsonText(at(payload, 'comment', 'html_url')),
      }
    case 'IssuesEvent':
    case 'PullRequestEvent':
    case 'PullRequestReviewEvent': {
      const item = type === 'IssuesEvent' ? payload.issue : payload.pull_request
      const kind = type === 'IssuesEvent' ? 'Issue' : 'Pull request'
      return {
        activity: 'event',
        title: `${kind} ${action} in ${repo}: ${jsonText(at(item, 'title')) ?? ''}`.replace(/: $/, ''),
        text: jsonText(at(payload, 'review', 'body') ?? at(item, 'body')) ?? '',
        url: jsonText(at(payload, 'review', 'html_url') ?? at(item, 'html_url')),
      }
    }
    case 'ReleaseEvent':
      return {
        activity: 'event',
        title: `Released ${jsonText(at(payload, 'release', 'name') ?? at(payload, 'release', 'tag_name')) ?? ''} of ${repo}`,
        text: jsonText(at(payload, 'release', 'body')) ?? '',
        url: jsonText(at(payload, 'release', 'html_url')),
      }
    case 'CreateEvent': {
      const what = jsonText(payload.ref_type) ?? 'repository'
      const title = what === 'repository' ? `Started ${repo}` : `New ${what} ${jsonText(payload.ref) ?? ''} in ${repo}`
      return { activity: 'event', title, text: jsonText(payload.description) ?? '', url: home }
    }
    case 'ForkEvent':
      return { activity: 'event', title: `Forked ${repo}`, text: '', url: home }
    case 'WatchEvent':
      return { activity: 'reaction', title: `Starred ${repo}`, text: '', url: home }
    default:
      return undefined
  }
}

/** One public event as an activity of who did it; kinds without words (a member added, a branch deleted) are empty. */
export function readEvent(event: JsonObject, author: Party, file: string, row: number): ImportRecord {
  const type = jsonText(event.type) ?? ''
  const id = jsonText(event.id)
  const publishedAt = parseFeedDate(jsonText(event.created_at) ?? '')
  if (id === null || publishedAt === null)
    return rejected(file, row, 'This event has no id or no date.', JSON.stringify(event))
  const told = tell(
    type,
    jsonText(at(event, 'repo', 'name')) ?? 'a repository',
    isJsonObject(event.payload) ? event.payload : {},
  )
  if (!told) return { kind: 'empty', file, row, why: `An event of the kind ${type.slice(0, 40)} says nothing to read.` }
  return {
    kind: 'activity',
    file,
    row,
    key: `github.com/events/${id}`,
    tool: 'github',
    activity: told.activity,
    author,
    title: told.title,
    text: told.text || told.title,
    ...(told.url && { url: told.url }),
    publishedAt,
  }
}
