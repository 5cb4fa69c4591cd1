import type { Voice } from './shape.ts'

export const fr: Voice = {
  stories: {
    kitchen: [
      {
        titles: ['Écrire la mise en place la veille', 'Un service sans cris'],
        lines: [
          'Si la liste est fausse à dix heures, personne ne rattrape le service à vingt heures.',
          'Je l’écris le soir, fatiguée, parce que c’est là qu’on sait ce qui a manqué.',
          'Des portions, pas des kilos : {n} assiettes, tout le monde voit ce que c’est.',
          'Un nom par ligne, car « on » n’a jamais épluché une échalote.',
          'Depuis le printemps on jette un tiers de moins.',
        ],
      },
    ],
    care: [
      {
        titles: ['Quinze minutes, ce n’est pas une visite', 'À seize heures elle cherche ses chaussures'],
        lines: [
          'Chaque jour à seize heures elle demandait ses chaussures, et on lui répondait qu’elle n’en avait pas besoin.',
          'Son fils nous a dit qu’à cette heure-là elle allait au portail de l’école.',
          'Maintenant quelqu’un met un manteau et marche {n} minutes avec elle.',
          'Le soir est plus calme pour tout l’étage.',
          'Je crois qu’elle était simplement à l’heure.',
        ],
      },
    ],
    teaching: [
      {
        titles: ['Les fractions et le pain', 'Dix minutes de silence'],
        lines: [
          'J’ai apporté {n} pains et un seul couteau, et je n’ai pas prononcé le mot dénominateur avant jeudi.',
          'Ils se sont disputés sur ce qui est juste, et c’était déjà la leçon.',
          'La règle est arrivée au tableau dans leur phrase, pas dans la mienne.',
          'Après le repas nous lisons dix minutes, et moi aussi, devant eux.',
          'On a mangé la démonstration.',
        ],
      },
    ],
  },
  shorts: [
    'Fin de service, fenêtre ouverte, il pleut sur {place}. Parfait.',
    'Quelqu’un a laissé un gâteau au citron sans mot. Merci, l’équipe du matin.',
    '{n} personnes formées cette semaine, et aucune ne s’est perdue.',
    'Petit rappel : « vite fait » dure une heure.',
    'Bonne journée. Les pieds moins.',
  ],
  comments: [
    'Merci d’avoir écrit ça, je l’affiche en salle de pause.',
    'Chez nous c’est pareil, sauf que la liste est plastifiée.',
    'Et les deux premières semaines, comment ça s’est passé ?',
    'J’aurais aimé lire ça il y a {n} ans.',
  ],
}
