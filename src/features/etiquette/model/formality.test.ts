import { expect, test } from 'vitest'
import { officialese } from './formality.ts'

const said = (text: string) => {
  const span = officialese(text)
  return span && text.slice(...span)
}

test.each([
  ['I would ask you to forward the aforesaid drawings forthwith.', 'aforesaid'],
  ['We acknowledge receipt of your kebab.', 'acknowledge receipt'],
  ['Seitens der Werkstatt wurde mir diesbezüglich nichts gesagt.', 'Seitens der Werkstatt wurde mir diesbezüglich'],
  ['Ich ersuche Sie um Auskunft über das Spiel.', 'ersuche'],
  ['Je vous saurais gré de me dire comment va le chien.', 'saurais gré'],
  ['Sírvase indicarme la hora del partido.', 'Sírvase'],
  ['Outrossim, o gato está bem?', 'Outrossim'],
  ['Gaarne hoor ik hoe het met de taart ging.', 'Gaarne'],
])('offices speak so: %s', (text, phrase) => expect(said(text)).toBe(phrase))

test.each([
  'Kindly old man, that neighbour of yours.',
  'Hat für zwei Durchgänge gereicht, dann lief er wieder.',
  'Je vous en prie !',
  '¿Todavía llueve? Aquí todavía no.',
  'Hierbij de foto van de kat.',
  'Ich fühle mich dem Verein sehr verbunden.',
])('friends speak so: %s', text => expect(said(text)).toBeUndefined())

test('two stiff words far apart are none', () => {
  expect(said(`Thus the dough rose. ${'It was warm and we waited by the oven. '.repeat(8)}Moreover it smelt.`)).toBe(
    undefined,
  )
  expect(said('Thus the dough rose. Moreover it smelt.')).toBe('Thus the dough rose. Moreover')
})
