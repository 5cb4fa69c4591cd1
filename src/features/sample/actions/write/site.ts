import { insertSamplePost } from '#features/blog/index.ts'
import { insertSampleList } from '#features/broadcasts/index.ts'
import { insertSampleOpening } from '#features/openings/index.ts'
import { dayMs } from '#kernel/clock.ts'
import { newId, type OpeningId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import type { SampleDeps } from '../../deps.ts'
import { list, openings, posts } from '../../model/site.ts'
import type { SamplePlan } from '../../model.ts'
import { personAt, type Scope } from './scope.ts'

/** Openings, posts and a list with readers, so that the public site is seen alive. Gives the openings by their slugs. */
export async function writeSite(
  tx: Transaction,
  deps: SampleDeps,
  scope: Scope,
  plan: SamplePlan,
): Promise<ReadonlyMap<string, OpeningId>> {
  const { workspace, user, now } = scope
  const ago = (days: number) => new Date(now.getTime() - days * dayMs)
  const made = new Map<string, OpeningId>()
  for (const { daysAgo, ...given } of openings) {
    const id = newId<'Opening'>(ago(daysAgo).getTime())
    made.set(given.slug, id)
    await insertSampleOpening(tx, {
      ...given,
      slug: `sample-${given.slug}`,
      id,
      workspace,
      owner: user,
      at: ago(daysAgo),
    })
  }
  for (const { slug, daysAgo, ...content } of posts)
    await insertSamplePost(tx, {
      id: newId<'Post'>(ago(daysAgo).getTime()),
      workspace,
      author: user,
      slug: `sample-${slug}`,
      content: { ...content, lang: 'en' },
      at: ago(daysAgo),
    })
  const readers = plan.people
    .flatMap((person, place) =>
      person.email && person.standing !== 'opted-out' && person.standing !== 'declined'
        ? [
            {
              person: personAt(scope, place),
              name: person.name,
              email: person.email,
              // Most name no place: a job anywhere is then news to them.
              place: place % 4 === 0 ? (person.place ?? '') : '',
              seed: place,
            },
          ]
        : [],
    )
    .slice(0, list.readers)
    .map(({ seed, ...reader }) => ({
      ...reader,
      interests: list.interests.filter((_, at) => (seed + at) % 3 === 0).map(each => each.id),
    }))
  await insertSampleList(tx, deps, { ...list, readers, workspace, user, now })
  return made
}
