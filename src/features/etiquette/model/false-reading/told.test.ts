import { expect, test } from 'vitest'
import { findFalseReading } from '../false-reading.ts'
import type { Reading } from '../types.ts'

const train: Reading = {
  title: 'Nachtzug ohne Betten',
  text: 'Wir sind den Nachtzug acht Wochen lang ohne Schlafwagen gefahren. Ich habe jedem Fahrgast einen Tee gebracht.',
  url: 'https://rails.example/tea',
}
const gloves: Reading = {
  title: 'A lighthouse winter',
  text: 'I wear two pairs of gloves to clean the prisms, and still the wool sticks to the brass.',
  url: 'https://light.example/winter',
}
const found = (draft: string, ...readings: Reading[]) => findFalseReading(draft, readings)?.kind

test('what is told as theirs and stands in none of their texts is a false reading, wherever “as you write” stands', () => {
  expect(found('Dass Sie dafür den Preis des Verbands bekamen, wie Sie schreiben, freut mich.', train)).toBe(
    'not-in-it',
  )
  expect(found('A pity that, as you write, the ladder broke in spring.', gloves)).toBe('not-in-it')
  expect(
    found('Two pairs of gloves, as you write, for cleaning the prisms: I shivered at my desk.', gloves),
  ).toBeUndefined()
  expect(found('Jedem Fahrgast, wie Sie schreiben, ein Tee.', train)).toBeUndefined()
})

test('what they wrote about something else is claimed as well; what was not read yet is not', () => {
  expect(found('I also read what you wrote about the harbour strike.', gloves)).toBe('not-among-readings')
  expect(found('I liked what you wrote about the gloves.', gloves)).toBeUndefined()
  expect(found("I haven't read your article on lych gates yet, is it online?")).toBeUndefined()
  expect(found('I read your article on lych gates.')).toBe('not-among-readings')
})

const lambs: Reading = {
  title: 'Lambing',
  text: 'We lost nine lambs, fewer than last year. The old press is saved and prints again. The surgeon did not sigh once.',
  url: 'https://farm.example/lambs',
}

test('what stands behind our opinion of it is told as theirs', () => {
  expect(found('Shame you lost more lambs than last year, though.', lambs)).toBe('not-in-it')
  expect(found('So sad to read in your post that the old press was scrapped.', lambs)).toBe('not-in-it')
  expect(found('Schade, dass die Fahrgäste dafür bezahlen mussten.', train)).toBe('not-in-it')
  expect(found('Good that you lost fewer lambs than last year.', lambs)).toBeUndefined()
  expect(found('Lovely that the old press prints again.', lambs)).toBeUndefined()
  expect(found('I love your passion for farming.', lambs)).toBeUndefined()
  expect(found('Sorry you had to wait for my answer?', lambs)).toBeUndefined()
})

test('what is judged is a false reading, too, where its words stand in their text, but apart', () => {
  const river: Reading = {
    title: 'The river in May',
    text: 'We dosed carbon at the intake for six days and the smell came down. My manager wanted to double the chlorine, which does nothing.',
    url: 'https://water.example/may',
  }
  expect(found('Impressive that doubling the chlorine brought the smell down in six days.', river)).toBe('not-in-it')
  expect(found('Impressive that carbon at the intake brought the smell down.', river)).toBeUndefined()
})
