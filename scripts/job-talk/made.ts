import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { meanings } from '#features/etiquette/model/job-talk/meanings.ts'
import type { Message } from './lessons.ts'
import { traitsOf } from './train.ts'

/** What the weights were made of, and what came of it: so that a test can tell without learning all again. */
export type Made = { of: string; files: Readonly<Record<string, string>> }

const file = new URL('made.json', import.meta.url)
/** They make the weights of what is learnt. */
const code = ['learn.ts', 'train.ts', 'grammar.ts', '../../src/features/etiquette/model/job-talk/packed.ts']

/** Moves with every message as the training sees it, and with the training. */
export async function describeMade(messages: readonly Message[], files: ReadonlyMap<string, string>): Promise<Made> {
  const of = createHash('sha256').update(meanings.join(' '))
  for (const name of code) of.update(await readFile(new URL(name, import.meta.url)))
  for (const message of messages) {
    const { text, language, jobTalk, from, family } = message
    of.update(JSON.stringify([family ?? text, language, jobTalk, from]))
    for (const traits of traitsOf(message)) of.update([...traits].join('\n')).update('\0')
  }
  const digest = (made: string) => createHash('sha256').update(made).digest('hex')
  return { of: of.digest('hex'), files: Object.fromEntries([...files].map(([name, made]) => [name, digest(made)])) }
}

export const readMade = async (): Promise<unknown> => JSON.parse(await readFile(file, 'utf8'))

export const writeMade = (made: Made): Promise<void> => writeFile(file, `${JSON.stringify(made, undefined, 2)}\n`)
