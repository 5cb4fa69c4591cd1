import { expect, test } from 'vitest'
import { isIntroduction } from './introduction.ts'

test.each([
  'Guten Tag, Jutta Brinkmann vom Personalbüro der Stadtwerke. Die Tür ist bis sechs offen.',
  'Hallo Frau Özdemir, hier Klaus Reh, von der Personalabteilung des Klinikums.',
  'Bonjour, ici Élise Petit, du service recrutement de l’hôpital. Il vient le jeudi.',
  'Boa tarde, fala a Rita, do recrutamento do museu. Abrimos às dez.',
  'Buenas tardes, habla Nuria Gil, de recursos humanos del puerto.',
  'Estimada señora Lobo: le escribo desde selección de la universidad.',
  'Good morning, Tom Weir from the recruitment office here. The gate opens at nine.',
  'Goedemiddag, Anke Smit van de afdeling werving. De soep heet snert.',
])('by name and office: %s', text => {
  expect(isIntroduction(text)).toBe(true)
})

test.each([
  'Guten Tag, die Suppe heißt Schnippelsuppe.',
  'Greetings from the harbour, the gate opens at nine.',
  'Bonjour, le monsieur du hall vient le jeudi.',
  'Le escribo desde el tren, llego a las diez.',
  'De soep komt van de markt, om zes uur.',
])('of nobody: %s', text => {
  expect(isIntroduction(text)).toBe(false)
})
