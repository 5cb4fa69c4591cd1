import { type Frame, patterns } from '../frame.ts'

const { frame } = patterns({
  CLIENT:
    '(?:(?:mijn|onze|een van mijn) (?:klant|klanten|opdrachtgever|baas|bazin|directeur)|het bedrijf (?:dat ik vertegenwoordig|waarvoor ik))',
})

export const nl: readonly Frame[] = [
  frame(
    'came-to-mind',
    1,
    '<B><CLIENT><GAP>(?:ontmoeten|spreken|leren kennen|kennismaken|zien|nieuwsgierig naar je)<E>',
  ),
  frame(
    'came-to-mind',
    1,
    '<B>(?:iemand|mensen|een kracht|types) (?:zo)?(?:als) (?:jij|jou|u)<GAP>(?:gebruiken|nodig|zoeken|zoekt|missen|welkom|goed|past)|<B>(?:zoeken|zoekt|nodig|missen|plek voor|gebruiken)<NEAR>(?:iemand|mensen) zoals (?:jij|jou|u)',
  ),
  frame(
    'vacancy',
    1,
    '<B>(?:er is|ik heb|we hebben|ik zag|er kwam)<NEAR><B>iets<GAP>(?:volgende stap|voor (?:je|jou|u)<E>|past bij|goede stap|mooie stap)',
  ),
  frame(
    'vacancy',
    1,
    '<B>(?:ik heb|we hebben|er is) (?:precies |net |exact )?(?:de (?:goede|juiste|ideale) (?:plek|baan|werkgever)|wat je zoekt|iets voor je)',
  ),
  frame('move', 1, '<B>(?:waar|hoe) zie (?:je|u|jij) (?:jezelf|uzelf|zich|je)<GAP>(?:jaar|jaren|maanden)<E>'),
  frame(
    'happy-there',
    1,
    '<B>(?:zit|heb|ben|voel|vind|bevalt)<NEAR>(?:je|u|jij|het)<GAP>(?:op je plek|naar je zin|gelukkig|tevreden|happy|goed|thuis)(?=\\s?\\?|[^.!?\\n]{0,20}<B>(?:of|bij|daar|in je|waar je)<E>)(?! (?:met de|met het|met dat|met je (?:nieuwe|oven)))|<B>(?:kijk|kijkt|zie)<NEAR>(?:je|u) (?:al )?(?:om je heen|rond|verder)<E>',
  ),
  frame(
    'pay',
    1,
    '<B>(?:wat|hoeveel|welk)<NEAR>(?:wil|wou|zou|moet|verwacht|vraag)<NEAR>(?:je|u|jij)<GAP>(?:verdienen|salaris|betaald|krijgen voor|loon)<E>|<B>(?:salariswens|salarisindicatie|looneis)<E>',
  ),
  frame('pay', 0.8, '<B>\\d[\\d.,]*(?: ?k)? ?(?:€ |euro )?(?:bruto|netto|per maand|per jaar|per uur)<E>'),
  frame(
    'pay',
    1,
    '<B>(?:wij|we|ze|zij|mijn klant) (?:betalen|betaalt|bieden|biedt|geven)<GAP>(?:meer|dubbel\\w*|beter)<NEAR>(?:dan|per|$)',
  ),
  frame(
    'advert',
    0.5,
    '<B>(?:geen weekenden|weekend(?:en)? vrij|thuiswerken|voltijds?|fulltime|parttime|deeltijd|met bus|auto van de zaak|vast contract|vierdaagse|inclusief woning)<E>',
  ),
  frame(
    'open-to',
    0.5,
    '<B>(?:interesse|iets voor (?:jou|je|u)|zin in|wat vind je|lijkt (?:je|het je|dat je) (?:wat|iets)|trek|geinteresseerd|doe je mee|wat zeg je)(?: ervan)?\\s?\\?',
  ),
  frame(
    'open-to',
    1,
    '<B>(?:sta je|staat u|ben je|bent u|sta jij) (?:\\w+ )?open voor (?:een )?(?:gesprek|praatje|koffie|kop koffie)?<GAP><B>(?:kans|mogelijkheid|stap|aanbod|functie|baan|overstap)<E>',
  ),
  frame(
    'referral',
    1,
    '<B>(?:wie|iemand|vriend\\w*|collega\\w*|kennis\\w*|zus|broer|buurman|buurvrouw|R+)<GAP>(?:die )?(?:zoekt|wil|zou willen|graag|kan|op zoek naar)<NEAR><B>(?:werk(?:en)?|baan|job|klus|iets anders|iets nieuws|beginnen|overstappen)<E>',
  ),
  frame(
    'referral',
    1,
    '<B>(?:zou|heeft|wil) (?:je|uw|jouw) (?:collega|zus|broer|vriend|vriendin|man|vrouw|buurvrouw|buurman|dochter|zoon)<GAP><B>(?:baan|functie|werk|plek|contract|interesse)<E>',
  ),
  frame(
    'referral',
    0.5,
    '<B>(?:vraag|vraagt|wil|kun)<NEAR>(?:je|jij|u)?<NEAR>(?:eens |even )?(?:rond|rondvragen|doorvertellen|doorgeven)<E>',
  ),
  frame(
    'vacancy',
    1,
    '<B>(?:mag|kan|zal|wil|zou) ik (?:je|u|jou)<NEAR>(?:over|van)<NEAR><B>(?:functie|baan|vacature|rol|plek|positie)<E><NEAR>(?:vertellen|praten|spreken|\\?)',
  ),
  frame(
    'seeking',
    1,
    '<B>ik zoek (?:een |twee |drie |nog )(?:\\w+ ){0,2}(?:directeur|manager|leider|hoofd|R+|teamleider)<GAP><B>(?:voor|naam|in)<E>',
  ),
  frame(
    'move',
    1,
    '<B>(?:overwogen|overweeg|denk|dacht|gedacht|nagedacht)<NEAR><B>(?:om )?(?:weg te gaan|te vertrekken|over te stappen|te wisselen|op te stappen|iets anders te doen)<E>|<B>(?:als|mocht) (?:je|u) (?:ooit|eens|een keer)<NEAR>(?:iets anders|weg|wat anders|overstappen|iets nieuws)<NEAR>(?:wilt|wil|willen|zoekt|zoeken)?',
  ),
  frame(
    'move',
    1,
    '<B>(?:overhalen|verleiden|overtuigen|weglokken|nodig)<NEAR>(?:om )?(?:\\w+ ){0,3}(?:te verlaten|weg te gaan|over te stappen|te vertrekken|te wisselen)<E>',
  ),
  frame('cv', 1, '<B>(?:opzegtermijn|sollicitatiegesprek|proefdag|meeloopdag)<E>(?! (?:was|ging|gehad))'),
  frame(
    'join-us',
    1,
    '<B>(?:kom|zin om|wil je)<NEAR>(?:bij|in|aan) (?:ons|mijn|onze)<NEAR>(?:team|ploeg|zaak|keuken|bedrijf|werken)<E>(?! (?:aan tafel|eten|kijken|langs))',
  ),
]
