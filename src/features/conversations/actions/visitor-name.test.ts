import { expect, test } from 'vitest'
import { visitorName } from './visit.ts'

test('a visitor without a name is called after the page they came in by', () => {
  expect(visitorName('https://kith.example/p/ask-about-nights')).toBe('Visitor on “ask about nights”')
  expect(visitorName('https://kith.example/jobs/4711/nachtw%C3%A4che.html?via=x')).toBe('Visitor on “nachtwäche”')
  expect(visitorName('https://kith.example/jobs/night-nurse/12')).toBe('Visitor on “night nurse”')
  expect(visitorName('https://kith.example/100%25-remote/')).toBe('Visitor on “100% remote”')
  for (const page of ['https://kith.example/', 'https://kith.example/%', 'not an address', null])
    expect(visitorName(page)).toBe('Visitor')
})
