import type { Voice } from './shape.ts'

export const nl: Voice = {
  stories: {
    care: [
      {
        titles: ['Een kwartier is geen bezoek', 'Om vier uur zoekt ze haar schoenen'],
        lines: [
          'Elke dag om vier uur vroeg ze om haar schoenen, en maandenlang zeiden wij dat ze die niet nodig had.',
          'Haar zoon vertelde dat ze om die tijd naar het schoolplein liep.',
          'Nu trekt iemand een jas aan en loopt {n} minuten mee door de tuin.',
          'De avond is rustiger voor de hele gang.',
          'Ik denk dat ze gewoon op tijd wilde zijn.',
        ],
      },
    ],
    trucking: [
      {
        titles: ['De koelketen koel houden', 'Stopplaatsen die ik vertrouw'],
        lines: [
          'De deur stond {n} minuten open aan het dok, meer is er niet nodig.',
          'Ik koel voor het laden, niet tijdens, en meet bij de eerste stop met de hand.',
          'Een douche die werkt, licht op het terrein en iemand die wakker is: dat is de hele lijst.',
          'Ik houd een schriftje bij, en andere chauffeurs schrijven erin mee.',
          'Wie wil wachten mag wachten, maar dan wel met de deur dicht.',
        ],
      },
    ],
  },
  shorts: [
    'Mist boven {place}, thermos vol. Ik zou niet willen ruilen.',
    'Iemand heeft taart neergezet zonder briefje. Dank je, vroege dienst.',
    '{n} ritten, geen haast. Kan dus wel.',
    'Even betekent een uur. Ook bij mij.',
  ],
  comments: [
    'Mooi opgeschreven, ik neem het maandag mee naar de ploeg.',
    'Bij ons precies zo, maar dan met een geplastificeerd kaartje.',
    'Hoe gingen de eerste twee weken?',
  ],
}
