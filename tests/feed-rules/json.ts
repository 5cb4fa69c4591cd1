import { z } from 'zod'
import { carriedHtml, filled, iri, type Judge, language, mediaType, rfc3339Date, webAddress } from './kinds.ts'

const judged = (...judges: readonly Judge[]) =>
  z.string().superRefine((text, context) => {
    for (const judge of judges) {
      const wrong = judge(text)
      if (wrong) context.addIssue({ code: 'custom', message: wrong })
    }
  })

const author = z
  .strictObject({
    name: judged(filled).optional(),
    url: judged(webAddress).optional(),
    avatar: judged(webAddress).optional(),
  })
  .refine(each => each.name ?? each.url ?? each.avatar, 'needs a name, an address or a picture')

/** JSON Feed 1.1 (jsonfeed.org/version/1.1) without what 1.1 has ended: `author` alone, ids that are numbers. */
const feedOf = (url: string, now: Date) => {
  const item = z
    .strictObject({
      id: judged(filled),
      url: judged(webAddress).optional(),
      external_url: judged(webAddress).optional(),
      title: judged(filled).optional(),
      content_html: judged(carriedHtml).optional(),
      content_text: z.string().optional(),
      summary: judged(filled).optional(),
      image: judged(webAddress).optional(),
      banner_image: judged(webAddress).optional(),
      date_published: judged(rfc3339Date(now)).optional(),
      date_modified: judged(rfc3339Date(now)).optional(),
      authors: z.array(author).min(1).optional(),
      tags: z.array(judged(filled)).optional(),
      language: judged(language).optional(),
      attachments: z
        .array(
          z.strictObject({
            url: judged(webAddress),
            mime_type: judged(mediaType),
            title: z.string().optional(),
            size_in_bytes: z.int().min(0).optional(),
          }),
        )
        .optional(),
    })
    .refine(each => each.content_html !== undefined || each.content_text !== undefined, 'needs content')
  return z
    .strictObject({
      version: z.literal('https://jsonfeed.org/version/1.1'),
      title: judged(filled),
      home_page_url: judged(webAddress),
      feed_url: z.literal(url),
      description: judged(filled).optional(),
      icon: judged(webAddress).optional(),
      favicon: judged(webAddress).optional(),
      language: judged(language).optional(),
      authors: z.array(author).min(1).optional(),
      hubs: z.array(z.strictObject({ type: judged(filled), url: judged(iri) })).optional(),
      items: z.array(item),
    })
    .refine(feed => new Set(feed.items.map(each => each.id)).size === feed.items.length, 'an id stands twice')
}

export function jsonFaults(body: string, at: { url: string; now: Date }): string[] {
  let document: unknown
  try {
    document = JSON.parse(body)
  } catch {
    return ['is no JSON']
  }
  const read = feedOf(at.url, at.now).safeParse(document)
  return read.success ? [] : read.error.issues.map(issue => `${issue.path.join('.')} ${issue.message}`)
}
