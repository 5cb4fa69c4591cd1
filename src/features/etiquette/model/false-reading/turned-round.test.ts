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

test('what is denied by another word of the same side, by “no” alone, or in a verb taken apart counts as said', () => {
  const claims: readonly (readonly [Reading, string])[] = [
    [
      reading('Mijn leerling liet de ketel droogkoken. Ik heb hem niet ontslagen, hij poetst nu.'),
      'Je schrijft dat u hem eruit hebt geschopt en ontslagen.',
    ],
    [
      reading('Alle wollten wissen, ob wir die Werkstatt abschaffen. Nein. Der Meister bleibt.'),
      'Schade, dass ihr die Werkstatt abgeschafft habt!',
    ],
    [
      reading('Elk jaar vragen ze of we de markt afschaffen. Nee. In mei staan we er weer.'),
      'Jammer dat jullie de markt hebben afgeschaft.',
    ],
    [
      reading('De nieuwe ketel scheelt 90 kuub gas in de winter.'),
      'Jammer dat het volgens jou geen kuub gas heeft gescheeld.',
    ],
    [
      reading('Le curé a goûté le cidre et il a demandé la recette.'),
      'Dommage que le curé ait refusé de goûter le cidre !',
    ],
    [
      reading('The 1890 organ is saved! It moves to our hall in May.'),
      'So sad to read that the old organ was scrapped.',
    ],
    [
      reading('The new ferry takes twice as many bikes as the old one.'),
      'A pity that the new ferry takes fewer bikes than the old one, was that the reason you wrote?',
    ],
    [
      reading('O barco parou por causa dos golfinhos. Ninguém reclamou, todos vieram ver.'),
      'E diz a senhora que os passageiros reclamaram durante horas.',
    ],
  ]
  expect(claims.filter(([text, draft]) => findFalseReading(draft, [text]) === undefined)).toEqual([])
})

test('a nuance that is named, a question from its start and what we wanted to say claim nothing', () => {
  const honest: readonly (readonly [Reading, string])[] = [
    [
      reading('La sopa de mi abuela no era buena. Era la que había.'),
      'No dice usted que la sopa de su abuela fuera buena; dice que era la que había.',
    ],
    [
      reading('Le bois vert n’est pas un ennemi. Il demande deux hivers.'),
      'Vous n’écrivez pas que le bois vert est mauvais, vous écrivez qu’il faut deux hivers.',
    ],
    [
      reading('The new ferry takes twice as many bikes as the old one.'),
      'Is it a pity that the new ferry takes fewer cars than before, or did nobody mind?',
    ],
    [
      reading('Mrs Okafor brought her receipts in a cake tin. I have stopped sending the list.'),
      'I only wanted to say that the cake tin made me laugh.',
    ],
    [
      reading('Alle wollten wissen, ob wir die Werkstatt abschaffen. Nein. Der Meister bleibt.'),
      'Schön, dass ihr die Werkstatt nicht abgeschafft habt!',
    ],
  ]
  expect(honest.filter(([text, draft]) => findFalseReading(draft, [text]) !== undefined)).toEqual([])
})

test('where their blog is named as a place, or a piece is not yet found, no piece is claimed', () => {
  const fly = reading('Sous le vernis il y avait une mouche, peinte sur la manche. Le curé vient la voir.')
  const hedge = reading('His Honour borrowed my wellingtons and paced the disputed hedge himself, in sleet.')
  expect(
    findFalseReading('J’ai trouvé votre adresse sur votre blog. La mouche sur la manche, quelle merveille.', [fly]),
  ).toBeUndefined()
  expect(
    findFalseReading('I’ve not yet found your talk on fence law, but the judge in your wellingtons stays with me.', [
      hedge,
    ]),
  ).toBeUndefined()
  expect(findFalseReading('I loved your talk on fence law.', [hedge])).toBeDefined()
})

test('“personne” denies without its “ne” at the beginning, and counts people elsewhere', () => {
  const shop = reading('Personne avant onze heures, puis une classe entière. Une personne a acheté un atlas.')
  expect(findFalseReading("Vous écrivez que personne n'est venu avant onze heures.", [shop])).toBeUndefined()
  expect(findFalseReading('Vous écrivez qu’une personne a acheté un atlas.', [shop])).toBeUndefined()
})
