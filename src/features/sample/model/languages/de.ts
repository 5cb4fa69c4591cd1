import type { Voice } from './shape.ts'

export const de: Voice = {
  stories: {
    nursing: [
      {
        titles: ['Die Übergabe in drei Sätzen', 'Was nachts wirklich zählt'],
        lines: [
          'Unsere Übergabe hat früher {n} Minuten gedauert, und danach wusste ich trotzdem nicht, wen ich zuerst ansehen soll.',
          'Jetzt sagt jede: Was ist neu, was macht mir Sorgen, was passiert vor sechs.',
          'Das mit der Sorge musste man üben, denn laut sagen will es am Anfang niemand.',
          'Wir stehen dabei am Bett, und die Leute verbessern uns, zu Recht.',
          'Die erste Klingel in der Nacht ist seitdem selten eine Überraschung.',
        ],
      },
    ],
    kitchen: [
      {
        titles: ['Die Vorbereitungsliste ist die Karte', 'Seit Mai ohne Teildienst'],
        lines: [
          'Wenn die Liste um zehn nicht stimmt, hilft um acht kein Geschrei.',
          'Ich schreibe sie am Abend davor, müde, denn müde weiß man, was gefehlt hat.',
          'Mengen in Portionen: Vier Kilo Schalotten kann sich keiner vorstellen, {n} Teller schon.',
          'Seit wir durcharbeiten statt zweimal zu kommen, schlafen alle, und das schmeckt man.',
          'Zwei, die weg waren, haben angerufen und gefragt, ob noch Platz ist.',
        ],
      },
    ],
    crafts: [
      {
        titles: ['Alte Fenster dürfen bleiben', 'Eine Treppe misst man dreimal'],
        lines: [
          'Sie wollten {n} neue Fenster, ich bat um ein altes und zwei Wochen.',
          'Wetterschenkel angeschäftet, Dichtung eingenutet, Leinölfarbe, fertig.',
          'Es hat hundertzehn Jahre gehalten, weil man es reparieren konnte.',
          'Gezogen hat es übrigens am Boden, wie fast immer.',
          'Der Nachbar will das jetzt auch, meine Samstage sind verplant.',
        ],
      },
    ],
    logistics: [
      {
        titles: ['Schnelldreher auf Hüfthöhe', 'Der Kaffeeautomat steht jetzt anders'],
        lines: [
          'Zwei Wochen mit Schrittzähler, dann hatte ich eine Zahl statt einer Meinung.',
          'Die vierzig Sachen, die wir am meisten verschicken, standen ganz hinten, weil dort früher das Tor war.',
          'Drei Beinahe-Unfälle an derselben Ecke, immer beim Schichtwechsel.',
          'Wir haben nichts gekauft, wir haben den Kaffeeautomaten verschoben.',
          'Seit {n} Wochen ist nichts mehr passiert.',
        ],
      },
    ],
  },
  shorts: [
    'Feierabend um vier, Sonne, Balkon. Mehr wollte ich heute nicht.',
    'Heute {n} Leute eingewiesen und keiner hat sich verlaufen.',
    'Jemand hat Apfelkuchen in den Pausenraum gestellt. Danke, Frühschicht.',
    'Regen über {place}, Thermoskanne voll. Passt.',
    'Wer „kurz“ sagt, meint eine Stunde. Ich auch.',
    'Montag, neue Kollegin, gute Fragen. So darf die Woche anfangen.',
  ],
  comments: [
    'Genau so machen wir es auch, nur dass bei uns jemand die Liste laminiert hat.',
    'Danke fürs Aufschreiben. Den Punkt mit der Pause nehme ich mit in die Schicht.',
    'Wie habt ihr die ersten zwei Wochen überstanden?',
    'Das hätte ich vor {n} Jahren gebraucht.',
  ],
}
