import { text } from 'node:stream/consumers'
import { InvalidArgumentError } from 'commander'
import type { Settings } from '#platform/settings.ts'

export const io = {
  out: (part: string) => void process.stdout.write(part),
  err: (part: string) => void process.stderr.write(part),
  readStdin: () => text(process.stdin),
}

export const settings = async (): Promise<Settings> => (await import('#platform/settings.ts')).readSettings()

/** Runs one command; its number is the exit code. */
export const doing =
  <Args extends unknown[]>(command: (...args: Args) => Promise<number>) =>
  async (...args: Args) => {
    process.exitCode = await command(...args)
  }

export const collect = (value: string, all: string[] = []): string[] => [...all, value]

export function count(value: string): number {
  const read = Number(value)
  if (value.trim() === '' || !Number.isSafeInteger(read) || read < 1)
    throw new InvalidArgumentError('Give a whole number from 1 on.')
  return read
}
