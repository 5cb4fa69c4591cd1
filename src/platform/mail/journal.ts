import { randomUUID } from 'node:crypto'
import { closeSync, existsSync, openSync, writeSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** How far a mail came: `offered` its last line was about to leave, `handed` it left, `answered` the server said something. */
export type MailFate = { kind: 'offered' } | { kind: 'handed' } | { kind: 'answered'; code: number; text: string }

/** What one run writes down, outside of the database and before it: a process that is killed leaves it behind. */
export type Journal = {
  offered(key: string): void
  handed(key: string): void
  answered(key: string, code: number, text: string): void
  /** Everything in it is in the database. */
  remove(): Promise<void>
  close(): void
}

/** The name under which this data folder claims mails; made once. */
export async function nodeName(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true })
  const file = join(folder, 'node')
  const known = await readFile(file, 'utf8').catch(() => '')
  if (/^[0-9a-f-]{36}$/.test(known)) return known
  const name = randomUUID()
  await writeFile(file, name, { flag: 'wx' }).catch(() => undefined)
  return (await readFile(file, 'utf8')).trim() || name
}

/** Each line is given to the system before the call returns: it outlives the process, though not the machine. */
export function openJournal(folder: string, name: string): Journal {
  const file = join(folder, `${name}.journal`)
  const handle = openSync(file, 'a', 0o600)
  let open = true
  const write = (line: string) => void (open && writeSync(handle, `${line}\n`))
  const close = () => {
    if (open) closeSync(handle)
    open = false
  }
  return {
    offered: key => write(`o ${key}`),
    handed: key => write(`h ${key}`),
    answered: (key, code, text) => write(`a ${key} ${code} ${text.replaceAll(/\s+/g, ' ').slice(0, 200)}`),
    close,
    async remove() {
      close()
      await rm(file, { force: true })
    },
  }
}

/** What earlier runs left of these names; a half line at the end of a file says nothing. */
export async function readJournals(
  folder: string,
  prefix: string,
): Promise<{ fates: Map<string, MailFate>; remove(): Promise<void> }> {
  const fates = new Map<string, MailFate>()
  const names = existsSync(folder)
    ? (await readdir(folder)).filter(name => name.startsWith(prefix) && name.endsWith('.journal'))
    : []
  for (const name of names) {
    const text = await readFile(join(folder, name), 'utf8').catch(() => '')
    for (const line of text.slice(0, text.lastIndexOf('\n') + 1).split('\n')) {
      const [mark, key = '', code = '', ...said] = line.split(' ')
      if (mark === 'o') fates.set(key, { kind: 'offered' })
      if (mark === 'h' && fates.get(key)?.kind !== 'answered') fates.set(key, { kind: 'handed' })
      if (mark === 'a') fates.set(key, { kind: 'answered', code: Number(code), text: said.join(' ') })
    }
  }
  return {
    fates,
    async remove() {
      for (const name of names) await rm(join(folder, name), { force: true })
    },
  }
}
