import { expect, test } from 'vitest'
import { type Command, matchCommands } from './commands.ts'

const command = (label: string, group: Command['group'] = 'screens'): Command => ({
  id: label,
  label,
  group,
  run: () => undefined,
})

test('what fits the selection comes first, then people, then screens', () => {
  const found = matchCommands(
    [command('Inbox'), command('Ines Ortiz', 'people'), command('Invite Ana', 'selection')],
    'in',
  )
  expect(found.map(each => each.label)).toEqual(['Invite Ana', 'Ines Ortiz', 'Inbox'])
})

test('accents and the order of words do not matter', () => {
  expect(matchCommands([command('Ana Ruíz Peña', 'people')], 'pena ruiz')).toHaveLength(1)
  expect(matchCommands([command('Ana Ruíz', 'people')], 'uiz')).toHaveLength(0)
})
