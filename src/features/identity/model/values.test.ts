import { expect, test } from 'vitest'
import { mailbox, pageKey, phoneDigits } from './values.ts'

test('an address is the same mailbox, page or number however it is written', () => {
  const mails = [
    'ana.ruiz@norte.example',
    ' Ana.Ruiz@Norte.example ',
    'mailto:ana.ruiz+jobs@norte.example.',
    'Ana <ana.ruiz@norte.example>',
  ]
  expect(new Set(mails.map(mailbox))).toEqual(new Set(['ana.ruiz@norte.example']))
  const gmail = [
    'anaruiz@gmail.com',
    'ana.ruiz@gmail.com',
    'ana.ruiz@googlemail.com',
    'anaruiz@googlemail.com',
    'ANARUIZ@gmail.com',
  ]
  expect(new Set(gmail.map(mailbox))).toEqual(new Set(['anaruiz@gmail.com']))
  expect(mailbox('anaruiz@mygmail.com')).toBe('anaruiz@mygmail.com')
  expect(mailbox('nobody')).toBe('')
  const pages = [
    'https://www.linkedin.com/in/ana-ruiz',
    'http://linkedin.com/in/ana-ruiz/',
    'de.linkedin.com/in/Ana-Ruiz?trk=public',
    'https://uk.linkedin.com/in//ana-ruiz',
  ]
  expect(new Set(pages.map(pageKey))).toEqual(new Set(['linkedin.com/in/ana-ruiz']))
  expect(pageKey('https://twitter.com/ana')).toBe('x.com/ana')
  expect(pageKey('https://norte.example')).toBe('norte.example')
  expect(pageKey('https://norte.example/')).toBe('norte.example')
  expect(pageKey('https://norte.example/a/../b')).toBe('norte.example/b')
  expect(pageKey('https://xn--mnchen-3ya.example/ana')).toBe(pageKey('https://m\u00fcnchen.example/ana'))
  expect(pageKey('localhost/ana')).toBe('')
  const numbers = ['+44 7242 527060', ' +44 7242-527060', '00447242527060', '+447242527060 ']
  expect(new Set(numbers.map(number => phoneDigits(number)))).toEqual(new Set(['+447242527060']))
})
