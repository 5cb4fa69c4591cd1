import { dayMs, hourMs } from '#kernel/clock.ts'
import { industries } from './industries.ts'
import type { Industry } from './industry.ts'
import type { Voice } from './languages/shape.ts'
import { slotsOf } from './people.ts'
import type { SampleItem, SamplePerson, SampleProfile } from './plan.ts'
import { fill, type Random } from './random.ts'
import { closers, comments, openers, voices } from './voice.ts'

const publishes = new Set<string>([
  'linkedin',
  'blog',
  'mastodon',
  'facebook',
  'bluesky',
  'forum',
  'twitter',
  'mailing-list',
  'myspace',
  'github',
])
const longForm = new Set<string>(['blog', 'linkedin', 'facebook', 'myspace', 'mailing-list'])
const overDays = 540

export const industryOf = (id: string): Industry => {
  const found = industries.find(one => one.id === id)
  if (!found) throw new Error(`no such industry: ${id}`)
  return found
}

/** How many items each person has: most few, some many, all together `total`; those in `need` at least one. */
export function dealItems(random: Random, people: readonly SamplePerson[], total: number): number[] {
  const can = people.map(person => person.profiles.some(profile => publishes.has(profile.tool)))
  const counts: number[] = people.map((person, index) => (can[index] && person.standing !== 'found' ? 1 : 0))
  const weights = people.map((_, index) => (can[index] ? random.next() ** 3 : 0))
  const sum = weights.reduce((all, one) => all + one, 0)
  const left = total - counts.reduce((all, one) => all + one, 0)
  weights.forEach((weight, index) => {
    counts[index] = (counts[index] ?? 0) + Math.floor((left * weight) / sum)
  })
  let missing = total - counts.reduce((all, one) => all + one, 0)
  for (let index = 0; missing > 0; index = (index + 1) % people.length)
    if (can[index] && (weights[index] ?? 0) > 0.1) {
      counts[index] = (counts[index] ?? 0) + 1
      missing -= 1
    }
  return counts
}

type Written = Pick<SampleItem, 'kind' | 'title' | 'text' | 'language'>

/** Everything one person has published, oldest first. */
export function makeItems(random: Random, person: SamplePerson, index: number, count: number, now: Date): SampleItem[] {
  const places = person.profiles
    .map((profile, at) => ({ profile, at }))
    .filter(({ profile }) => publishes.has(profile.tool))
  if (places.length === 0) return []
  const times = Array.from({ length: count }, () => momentOf(random, now)).sort((a, b) => a.getTime() - b.getTime())
  const told = new Set<string>()
  return times.map((publishedAt, number) => {
    const { profile, at } = number === count - 1 ? longest(places) : random.pick(places)
    const written = freshly(told, () => write(random, person, profile, number === count - 1))
    const key = `sample-${index.toString(36)}-${number}`
    return {
      person: index,
      profile: at,
      tool: profile.tool,
      key,
      ...(profile.url !== undefined && { url: `${profile.url.replace(/\/$/, '')}/${number + 1}` }),
      publishedAt,
      ...written,
    }
  })
}

const longest = (places: readonly { profile: SampleProfile; at: number }[]) => {
  const found =
    places.find(({ profile }) => profile.tool === 'blog') ??
    places.find(({ profile }) => longForm.has(profile.tool)) ??
    places[0]
  if (!found) throw new Error('nobody publishes nowhere')
  return found
}

/** Within the last months, more of it lately, at an hour at which people write. */
function momentOf(random: Random, now: Date): Date {
  const day = Math.floor(now.getTime() / dayMs) - 1 - Math.floor(random.next() ** 1.6 * overDays)
  return new Date(day * dayMs + random.between(6, 22) * hourMs + random.between(0, 3_599) * 1_000)
}

const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1)

/** Nobody says the same thing twice, if there is another way to say it. */
function freshly(told: Set<string>, make: () => Written): Written {
  let written = make()
  for (let again = 0; again < 6 && told.has(written.text); again += 1) written = make()
  told.add(written.text)
  return written
}

function write(random: Random, person: SamplePerson, profile: SampleProfile, long: boolean): Written {
  const industry = industryOf(person.industry)
  const slots = slotsOf(random, industry, person.place ?? 'town', industry.roles[1])
  const own = voices[person.language]
  const foreign = own && random.chance(0.45) ? abroad(random, person, own, slots, long) : undefined
  if (foreign) return { ...foreign, language: person.language }
  const language = 'en' as const
  const dice = random.next()
  if (long || (longForm.has(profile.tool) && dice < 0.4)) return { ...article(random, industry, slots), language }
  if (dice < 0.52) return { kind: 'post', text: fill(random.pick(industry.shorts), slots), language }
  if (dice < 0.7) return { kind: 'comment', text: fill(random.pick(comments), slots), language }
  if (dice < 0.76) {
    const title = capital(fill(random.pick(industry.talks), slots))
    return {
      kind: 'event',
      title,
      text: `${title}. ${fill('A talk at the {place} meet-up, with time for questions and tea.', slots)}`,
      language,
    }
  }
  return {
    kind: 'post',
    text: fill(random.some(random.pick(industry.topics).lines, random.between(1, 2)).join(' '), slots),
    language,
  }
}

function abroad(
  random: Random,
  person: SamplePerson,
  voice: Voice,
  slots: Parameters<typeof fill>[1],
  long: boolean,
): Omit<Written, 'language'> | undefined {
  const stories = voice.stories[person.industry]
  if (stories && (long || random.chance(0.5))) {
    const topic = random.pick(stories)
    return {
      kind: 'article',
      title: fill(random.pick(topic.titles), slots),
      text: fill(random.some(topic.lines, random.between(3, 4)).join(' '), slots),
    }
  }
  if (long) return undefined
  const kind = random.chance(0.6) ? 'post' : 'comment'
  return { kind, text: fill(random.pick(kind === 'post' ? voice.shorts : voice.comments), slots) }
}

function article(random: Random, industry: Industry, slots: Parameters<typeof fill>[1]): Omit<Written, 'language'> {
  const topic = random.pick(industry.topics)
  const body = random.some(topic.lines, random.between(3, 5)).join(' ')
  const parts = [random.chance(0.6) ? random.pick(openers) : '', body, random.chance(0.5) ? random.pick(closers) : '']
  return {
    kind: 'article',
    title: fill(random.pick(topic.titles), slots),
    text: fill(parts.filter(part => part !== '').join('\n\n'), slots),
  }
}
