import { expect, test } from 'vitest'
import { isIntroduction } from './introduction.ts'
import { findJobTalk } from './job-talk/detect.ts'

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

test.each([
  'hiya meg, nell here from harbourside staffing in hull, theres 3 of us and we place carers. how was last night?',
  'evening. im bryn, i run a one-woman agency for stage crew in cardiff. did the rig hold?',
  'huhu, ich bin die resi, wir vermitteln zu dritt hebammen in passau. wie war der dienst?',
  'coucou, c’est Anaïs, on est trois chez Les Blouses à Brest, on place des infirmières. et la nuit ?',
  'soy candela, busco patrones para veleros en palma. cómo fue la regata?',
  'sou o nuno, arranjo tripulação pra barcos de pesca em sesimbra. e o motor?',
  'hoi! met Femke, ik run met mn broer een bureautje voor kraamzorg in Zwolle. hoe was je dienst?',
])('a small agency says hello, and offers nothing: %s', text => {
  expect(isIntroduction(text)).toBe(true)
  expect(findJobTalk(text)).toEqual([])
})

test.each([
  'we place carers at the new home in hull from monday, want in?',
  'im bryn, i run an agency for stage crew and i have a rigger job for you in cardiff, fancy it?',
  'ich bin resi, wir vermitteln hebammen und in passau ist gerade eine stelle frei, interesse?',
])('what it offers behind that is heard: %s', text => {
  expect(findJobTalk(text)).not.toEqual([])
})
