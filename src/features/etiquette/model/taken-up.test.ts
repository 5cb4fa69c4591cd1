import { expect, test } from 'vitest'
import { judgeShown } from './shown.ts'

const about = (title: string, text: string) => [{ title, text, url: 'https://blog.example/1' }]
const isShown = (draft: string, text: string) => judgeShown(draft, about('From the yard', text)).shown

test.each([
  [
    'Hello Rose, I’m Mark, I recruit for garden firms. Your career really caught my attention.',
    'We moved the rose bed and marked every root with a ribbon.',
  ],
  [
    'Bonjour Claire, je m’appelle Marc et je recrute des opticiens. Votre parcours m’a marqué.',
    'La marque du verre se lit à la lampe. Une lampe claire suffit.',
  ],
  [
    'Liebe Frau Winter, ich bin Sommer. Ihr Werdegang hat mich beeindruckt.',
    'Im Winter heizen wir eine Halle, im Sommer keine. Eine Frau aus dem Dorf füllt nach.',
  ],
])('names of who writes or is greeted take up nothing: %s', (draft, text) => {
  expect(isShown(draft, text)).toBe(false)
})

test.each([
  [
    'Beste Joke, wat een mooi bericht over touw! Ik werf voor werven.',
    'Er lag een rol touw op zolder, en een mast van twee stukken.',
  ],
  ['Olá Rui, um texto muito bonito sobre redes.', 'Havia um barco e uma rede rasgada, e depois um homem que a coseu.'],
])('“one” as an article is no number of theirs: %s', (draft, text) => {
  expect(isShown(draft, text)).toBe(false)
})

test('when we could talk takes up nothing, the same words of theirs do', () => {
  const text = 'En la semana de la vendimia dormimos tres horas. Mi tía trajo café.'
  expect(isShown('Hola, soy Eva, busco enólogos. ¿Podemos hablar la próxima semana?', text)).toBe(false)
  expect(isShown('Tres horas de sueño en la semana de la vendimia, y el café de tu tía.', text)).toBe(true)
})

test('their words given back with something of one’s own about them are taken up', () => {
  const text = 'The owner thinks that it is broken because it is quiet now. We left it so.'
  expect(isShown('“The owner thinks that it is broken” deserves a frame.', text)).toBe(true)
  expect(isShown('“The owner thinks that it is broken”', text)).toBe(false)
})

test('a family is known by one of its name', () => {
  const text = 'We paid them back by hand, so the Tennants now think that we are quick. I have signed it.'
  expect(isShown('Somewhere a family called Tennant thinks yours is the fastest firm in the land.', text)).toBe(true)
})
