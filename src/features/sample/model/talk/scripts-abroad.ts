import type { Ending, Script } from './scripts.ts'

/** Whole chats in the language that the other side writes. */
export const chatsAbroad: Readonly<Record<string, readonly { ending: Ending; script: Script }[]>> = {
  de: [
    {
      ending: 'introduced',
      script: [
        '<hallo, du hast unter meinem Beitrag gefragt',
        '>ja, die Stelle mit der Liste ging mir nach. macht ihr das noch so?',
        '<ja, seit einem Jahr',
        '>ich sag kurz, wer ich bin: ich heiße {me} und bin Recruiterin. gelesen hab ich es, weil es gut ist',
        '<haha, danke fürs Sagen',
      ],
    },
    {
      ending: 'interested',
      script: [
        '<moin! Danke für den Kommentar',
        '>gern. ich bin {me}, ich bin Recruiterin hier in der Gegend, damit du es weißt',
        '<ok :) dann frag ich gleich: hast du gerade Stellen in der Nähe von {place}?',
        '>eine, kleines Haus, feste Dienste. willst du mehr hören?',
        '<ja, gern. wie sind die Dienste?',
        '>vier Tage, jedes zweite Wochenende frei, steht im Plan',
      ],
    },
  ],
  es: [
    {
      ending: 'introduced',
      script: [
        '<hola! vi tu comentario',
        '>hola {first}, sí, me quedé con lo de apuntarlo todo',
        '<es lo único que funciona jaja',
        '>por cierto, soy {me}, soy reclutadora. lo digo para que sepas con quién hablas',
        '<gracias por decirlo',
        '<y tú por qué lees estas cosas?',
        '>porque aprendo',
      ],
    },
  ],
  fr: [
    {
      ending: 'introduced',
      script: [
        '<bonjour, merci pour le commentaire',
        '>bonjour {first}, c’est la fin qui m’a plu',
        '<c’est rare qu’on lise jusqu’à la fin',
        '>pour être claire, je m’appelle {me} et je suis recruteuse. je lis surtout',
        '<merci de le dire :)',
      ],
    },
  ],
}
