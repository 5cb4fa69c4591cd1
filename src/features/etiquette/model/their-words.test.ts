import { expect, test } from 'vitest'
import { letterStyle } from './style.ts'
import { asksAboutWork } from './their-words.ts'

const ASKS = [
  'Where should I post my application for the nursery?',
  'Could I leave a cv with someone?',
  'What address do speculative applications go to?',
  'would you take someone who only has weekends?',
  'do they start beginners in the autumn?',
  'how would I get in with your crew?',
  "I've a forklift licence, is that any use to them?",
  'who would I speak to about joining the pit crew?',
  'Wo bewirbt man sich denn als Bäcker bei euch?',
  'Nehmen Sie auch Quereinsteiger?',
  'Wem kann ich meinen Lebenslauf geben?',
  'An wen schickt man die Unterlagen?',
  'wie komme ich denn bei euch unter?',
  'Avec qui je dois parler pour commencer en juin ?',
  'Où est-ce que je dépose mon CV ?',
  'Est-ce que vous prenez des débutants ?',
  'Comment on fait pour entrer dans votre brigade ?',
  '¿Dónde entrego mi candidatura?',
  '¿Aceptáis gente mayor de cincuenta?',
  '¿Con quién hay que hablar para trabajar ahí?',
  'Onde deixo o meu currículo?',
  'Vocês aceitam gente sem carta?',
  'Como faço para entrar na vossa equipa?',
  'Waar kan ik solliciteren?',
  'Nemen jullie ook beginners?',
  'Hoe kom ik bij jullie binnen?',
]

const ASKS_NOTHING = [
  'Where should I post the parcel for the nursery?',
  'Could I leave a key with someone?',
  'would you take someone along to the match?',
  'do they start serving at six?',
  'how do I get in to the garage?',
  "I've a fishing licence, is that any use on the Tay?",
  'who would I speak to about the noise?',
  'do you accept people on the tour on Sundays?',
  'Nehmt ihr mich am Samstag mit?',
  'Wie kommt man bei euch vom Bahnhof in die Stadt?',
  'An wen schickt man die Blumen?',
  'Wo sind die Unterlagen vom Verein?',
  'Wie war deine Bewerbung beim Chor?',
  'Avec qui je dois parler pour la clef ?',
  'Vous prenez des champignons où ?',
  'Comment on entre dans votre jardin ?',
  '¿Dónde dejo las llaves?',
  '¿Aceptáis perros?',
  '¿A quién le mando las fotos?',
  'Onde deixo o bolo?',
  'Vocês aceitam cartão?',
  'Waar kan ik parkeren?',
  'Nemen jullie iemand mee?',
  'Hoe kom ik bij jullie op de camping?',
  'how do you take your tea?',
  'who do I hand the baby to?',
]

test('who asks where papers go, whom to speak to or whether somebody like them is taken asks about work', () => {
  expect(ASKS.filter(text => !asksAboutWork(text))).toEqual([])
})

test('the same words about flowers, dogs and garages ask about nothing', () => {
  expect(ASKS_NOTHING.filter(text => asksAboutWork(text))).toEqual([])
})

test('a hello and an embrace on one line is no letter, with regards or on lines of their own it is', () => {
  expect(letterStyle('Hola, Inés, ¿qué tal el hombro? Un abrazo fuerte')).toBeUndefined()
  expect(letterStyle('Oi Zeca, bom treino! Beijinhos')).toBeUndefined()
  expect(letterStyle('Hallo Jorn, sterkte morgen! Dikke knuffel')).toBeUndefined()
  expect(letterStyle('Hola, Inés, ¿qué tal el hombro? Saludos cordiales')).toBeDefined()
  expect(letterStyle('Hola, Inés:\n\n¿Qué tal el hombro?\n\nUn abrazo,\nPaco')).toBeDefined()
})
