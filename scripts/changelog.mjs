// npm run changelog: CHANGELOG.md from the fragments in changes/. With --release VERSION they get their heading and the folder is emptied.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { giveUp, root } from './house.mjs'

const file = join(root, 'CHANGELOG.md')
const folder = join(root, 'changes')
const mark = '<!-- Released versions below; what comes next is in changes/. Written by "npm run changelog". -->'

const at = process.argv.indexOf('--release')
const version = at < 0 ? undefined : process.argv[at + 1]
if (at >= 0 && !/^\d+\.\d+\.\d+$/.test(version ?? '')) giveUp('Say which: npm run changelog -- --release 1.2.3')

const fragments = readdirSync(folder)
  .filter(name => /^\d{4}-[a-z0-9-]+\.md$/.test(name))
  .sort()
const sentences = fragments.map(
  name =>
    `- ${readFileSync(join(folder, name), 'utf8')
      .trim()
      .replaceAll(/\s*\n\s*/g, ' ')}`,
)
if (version && sentences.length === 0) giveUp('There is nothing in changes/ to release.')

const before = existsSync(file) ? (readFileSync(file, 'utf8').split(mark)[1] ?? '').trim() : ''
const heading = version ? `## ${version} (${new Date().toISOString().slice(0, 10)})` : '## Next'
const fresh = sentences.length > 0 ? `${heading}\n${sentences.join('\n')}` : ''
const parts = version ? ['# Changes', mark, fresh, before] : ['# Changes', fresh, mark, before]
writeFileSync(file, `${parts.filter(part => part !== '').join('\n\n')}\n`)
if (version) for (const name of fragments) rmSync(join(folder, name))
