import { expect, test } from 'vitest'
import type { Reading } from '../../model.ts'
import { findFalseReading } from '../false-reading.ts'

const reading = (text: string): Reading => ({ title: 'From the yard', text, url: 'https://yard.example/1' })

const YARD = reading(
  'Since we oil the winch on Mondays the chain breaks far less: breakdowns fell from nine to two a year. Nobody in the crew believed it at first. The skipper hated the extra hour. We have not missed a tide since October.',
)
const HOF = reading(
  'Seit wir die Winde montags ölen, ist die Zahl der Ausfälle gesunken. Der Schiffer hasste die Stunde. Niemand hat die Tide verpasst.',
)
const COUR = reading(
  'Depuis que nous graissons le treuil, les pannes ont diminué. Le patron détestait cette heure. Personne n’a manqué la marée en octobre.',
)
const PATIO = reading('Desde que engrasamos el torno, las averías bajaron. Nadie perdió la marea en octubre.')
const CAIS = reading('Desde que untamos o guincho, as avarias baixaram. Ninguém perdeu a maré em outubro.')
const WERF = reading('Sinds we de lier smeren, zijn de storingen gedaald. Niemand heeft het tij in oktober gemist.')

test('what a text says turned into its opposite is a false reading, in six languages', () => {
  const claims: readonly (readonly [Reading, string])[] = [
    [YARD, 'You wrote that breakdowns rose once the winch was oiled.'],
    [YARD, 'I read how the skipper loved the extra hour.'],
    [YARD, 'You say that you have missed a tide since October.'],
    [YARD, 'Everybody in the crew believed it at first, you wrote.'],
    [HOF, 'Sie schreiben, dass die Zahl der Ausfälle gestiegen ist.'],
    [HOF, 'Der Schiffer liebte die Stunde, schreiben Sie.'],
    [COUR, 'Vous écrivez que les pannes ont augmenté avec le treuil.'],
    [PATIO, 'Dices que las averías del torno subieron.'],
    [CAIS, 'Escreveu que as avarias do guincho subiram.'],
    [WERF, 'Je schrijft dat de storingen van de lier zijn gestegen.'],
  ]
  expect(claims.filter(([text, draft]) => findFalseReading(draft, [text]) === undefined)).toEqual([])
})

test('what a text says is no false reading, whether in its words, turned twice, asked, or said of ourselves', () => {
  const honest: readonly (readonly [Reading, string])[] = [
    [YARD, 'You wrote that breakdowns fell once the winch was oiled.'],
    [YARD, 'You say that nobody in the crew believed it at first.'],
    [YARD, 'You wrote that you have caught every tide since October.'],
    [YARD, 'Did the skipper come to love the extra hour?'],
    [YARD, 'Our breakdowns rose when we stopped oiling the winch.'],
    [HOF, 'Sie schreiben, dass niemand die Tide verpasst hat.'],
    [COUR, 'Vous écrivez que le patron détestait cette heure.'],
    [WERF, 'Je schrijft dat niemand het tij heeft gemist.'],
  ]
  expect(honest.filter(([text, draft]) => findFalseReading(draft, [text]) !== undefined)).toEqual([])
})

test('another day, season or hour of the same thing is a false reading where the text names one', () => {
  expect(findFalseReading('You wrote that you oil the winch and the chain on Fridays.', [YARD])).toBeDefined()
  expect(findFalseReading('You wrote that you oil the winch and the chain on Mondays.', [YARD])).toBeUndefined()
})
