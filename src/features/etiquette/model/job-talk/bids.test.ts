import { expect, test } from 'vitest'
import { findJobTalk } from './detect.ts'

test.each([
  'Any of your lot free to pick plums near Evesham in August? £12.10 an hour and lunch.',
  'that bakery in hexham upped it to 14.80 an hr, change your mind?',
  'noch ne geige fürs musical, 280 pro abend, wär das was?',
  'asfalt in Almelo, 19 pu, doen?',
  'una tarde de barra, 14,50 la hora, ¿te animas?',
])('what it pays and whether they would: %s', text => {
  expect(findJobTalk(text)).not.toEqual([])
})

test.each([
  'the plumber took 14.80 an hour, can you believe it?',
  'fancy a walk at 12.10?',
  'The train at 14.50 is late again, are you free to talk on the platform?',
])('either alone is small talk: %s', text => {
  expect(findJobTalk(text)).toEqual([])
})
