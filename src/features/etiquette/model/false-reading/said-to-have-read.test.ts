import { expect, test } from 'vitest'
import { claimsToHaveRead } from './said-to-have-read.ts'

const at = new Date('2026-05-12T13:00:00Z')
const said = (text: string) => [{ from: 'them' as const, text, at }]

test.each([
  'I read your article about kilns on the bus, wonderful.',
  'Just finished reading your thesis! The chapter on eels is superb.',
  'finally read all of your newsletter, so good',
  'Ich habe gestern deinen Beitrag über Weichenöle gelesen, richtig stark.',
  'Hab eben Ihren Artikel zur Nachtschicht durchgelesen. Chapeau.',
  "J'ai lu votre billet sur les ruches d'une traite.",
  'Je viens de lire ton article, quelle plume',
  'Acabo de leer tu artículo sobre las acequias, qué maravilla.',
  'He leído su informe entero y está impecable.',
  'Li o teu relatório do princípio ao fim, está ótimo.',
  'Acabei de ler o seu artigo sobre salinas.',
  'Ik heb je stuk over de sluis net gelezen, prachtig.',
  'Las gisteren je blog over vlas, mooi hoor.',
])('a piece is said to have been read of which nothing was: %s', draft => {
  expect(claimsToHaveRead(draft, said('hi there'))?.kind).toBe('not-among-readings')
})

test.each([
  ['The paper is out at last', 'just finished reading it over lunch, the part on enzymes is superb'],
  ['mein artikel ist endlich erschienen', 'Hab ihn gestern Abend gelesen, sehr gut!'],
  ['mi artículo salió ayer', 'Lo he leído esta mañana, precioso.'],
])('what they have named: %s', (theirs, draft) => {
  expect(claimsToHaveRead(draft, said(theirs))?.kind).toBe('not-among-readings')
  expect(claimsToHaveRead(draft, said('what a day'))).toBeUndefined()
})

test.each([
  "I'll read your article tonight, promise.",
  "I haven't read your article yet, sorry.",
  'Would love to read your thesis when it is done!',
  'Did you read my post?',
  'I read that hospitals are short of porters everywhere.',
  'I read your text and smiled, thanks.',
  'Once I have read your report I will come back to you.',
  'Ich lese deinen Beitrag heute Abend.',
  'Ich hab deinen Artikel noch nicht gelesen.',
  "J'ai hâte de lire ton article.",
  'Todavía no he leído tu artículo.',
  'Vou ler o teu relatório amanhã.',
  'Ik ga je stuk vanavond lezen.',
  'my sister finished reading your neighbour’s paper, I only saw the cover',
])('nothing is claimed: %s', draft => {
  expect(claimsToHaveRead(draft, said('my article came out'))).toBeUndefined()
})

test('a piece that they sent along may have been read', () => {
  const sent = said('here is my article https://blog.example/kilns')
  expect(claimsToHaveRead('I read your article, wonderful.', sent)).toBeUndefined()
})
