import { blueskyImporter } from './bluesky/bluesky.ts'
import { readHead } from './byte-source.ts'
import type { ByteSource, Importer, Recognition } from './contract.ts'
import { csvImporter } from './csv/csv.ts'
import { discordImporter } from './discord/discord.ts'
import { facebookImporter } from './facebook/facebook.ts'
import { githubImporter } from './github/github.ts'
import { jsonResumeImporter } from './json-resume/json-resume.ts'
import { linkedinImporter } from './linkedin/linkedin.ts'
import { mastodonImporter } from './mastodon/mastodon.ts'
import { mboxImporter } from './mbox/mbox.ts'
import { openSocialImporter } from './open-social/open-social.ts'
import { opmlImporter } from './opml/opml.ts'
import { pageImporter } from './pages/page-importer.ts'
import { docxImporter } from './resume/docx.ts'
import { pdfImporter } from './resume/pdf.ts'
import { slackImporter } from './slack/slack.ts'
import { telegramImporter } from './telegram/telegram.ts'
import { twitterImporter } from './twitter/twitter.ts'
import { vcardImporter } from './vcard/vcard.ts'
import { whatsappImporter } from './whatsapp/whatsapp.ts'
import { xlsxImporter } from './xlsx/xlsx.ts'

/** Special formats before general ones: on equal certainty the first wins. */
export const importers: readonly Importer[] = [
  linkedinImporter,
  vcardImporter,
  jsonResumeImporter,
  githubImporter,
  telegramImporter,
  facebookImporter,
  mastodonImporter,
  twitterImporter,
  slackImporter,
  discordImporter,
  blueskyImporter,
  opmlImporter,
  openSocialImporter,
  mboxImporter,
  whatsappImporter,
  pdfImporter,
  xlsxImporter,
  docxImporter,
  pageImporter,
  csvImporter,
]

export type RecognisedFile = { importer: Importer; recognition: Exclude<Recognition, { match: 'no' }> }

/** The importer that is surest of the file, by its content; undefined when none can read it. */
export async function recogniseFile(source: ByteSource): Promise<RecognisedFile | undefined> {
  const head = await readHead(source)
  let best: RecognisedFile | undefined
  for (const importer of importers) {
    const recognition = await importer.recognise(head, source)
    if (recognition.match === 'no') continue
    if (recognition.match === 'yes') return { importer, recognition }
    best ??= { importer, recognition }
  }
  return best
}
