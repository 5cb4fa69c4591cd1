import { type Frame, patterns } from '../frame.ts'

const { frame } = patterns({
  YOU: '(?:du|dich|dir|sie|ihnen)',
  CLIENT:
    '(?:mein(?:e|em)? (?:kunde|kundin|mandant|mandantin|auftraggeber|auftraggeberin|chef|chefin)|ein(?:e)? (?:kunde|kundin) von (?:mir|uns)|die firma,? (?:fur die ich|die ich))',
})

export const de: readonly Frame[] = [
  frame(
    'came-to-mind',
    1,
    '<B><CLIENT><GAP>(?:kennenlernen|kennen lernen|sprechen|treffen|neugierig auf (?:dich|sie)|interesse an (?:dir|ihnen))<E>',
  ),
  frame(
    'came-to-mind',
    1,
    '<B>(?:jemand(?:en|em)?|leute|eine kraft|menschen|kolleg\\w+) wie (?:dich|dir|du|sie|ihnen)<GAP>(?:gebrauchen|brauchen|suchen|fehlt|fehlen|einstellen|freuen|gesucht|willkommen)|<B>(?:brauchen|suchen|fehlt|fehlen|gebrauchen|suche|brauche|fur)<NEAR>(?:jemand(?:en|em)?|leute|menschen) wie (?:dich|dir|sie|ihnen|du)',
  ),
  frame(
    'vacancy',
    1,
    '<B>(?:ich hatte da|ich habe da|hatte da|habe da|da ist|da ware|es gibt da|mir ist|reingekommen|gerade) ?(?:\\w+ ){0,3}?(?:etwas|was|genau das) (?:\\w+ ){0,3}(?:fur (?:dich|sie)|das (?:zu dir|zu ihnen|dir|ihnen))<E>',
  ),
  frame(
    'vacancy',
    1,
    '<B>(?:dein|ihr|der|ein) (?:\\w+ )?(?:nachster|nachste|nachsten|logische\\w*) (?:beruflicher |beruflichen )?(?:schritt|karriereschritt|station)<E>',
  ),
  frame('move', 1, '<B>wo (?:siehst du dich|sehen sie sich)<GAP>(?:jahr\\w*|monat\\w*|zukunft)<E>'),
  frame(
    'happy-there',
    1,
    '<B>(?:bist|sind|fuhlst|gefallt|geht)<NEAR><YOU><GAP>(?:glucklich|zufrieden|wohl|gut)<GAP>(?:in (?:deinem|ihrem) (?:laden|haus|betrieb|team)|auf (?:deiner|ihrer) station|oder (?:schaust|schauen|suchst|guckst)|wo (?:du|sie))',
  ),
  frame(
    'pay',
    1,
    '<B>was (?:stellst|stellen|willst|wollen|mochtest|mochten|erwartest|brauchst|musste)<NEAR><YOU>?<GAP>(?:gehaltlich|finanziell|verdienen|an gehalt|an lohn|brutto|netto|im monat)<E>|<B>gehaltlich<E>',
  ),
  frame('pay', 0.8, '<B>\\d[\\d.,]*(?: ?k)? ?(?:€ |eur |euro )?(?:brutto|netto|im jahr|im monat|die stunde)<E>'),
  frame(
    'pay',
    1,
    '<B>(?:wir|sie|mein kunde) (?:zahlen|zahlt|legen|bieten|bietet)<GAP>(?:mehr|drauf|doppelt\\w*)<NEAR>(?:als|im monat|die stunde|chef|jetzt|obendrauf|$)',
  ),
  frame(
    'advert',
    0.5,
    '<B>(?:keine wochenenden?|wochenende frei|teilzeit|vollzeit|homeoffice|remote|firmenwagen|dienstwagen|wohnung inklusive|unbefristet|vier[- ]tage[- ]woche|geregelte zeiten)<E>',
  ),
  frame(
    'open-to',
    0.5,
    '<B>(?:interesse|ware das was|wär das was|etwas fur (?:dich|sie)|was fur (?:dich|sie)|lust|reizt (?:dich|sie) das|klingt das gut|neugierig|dabei|was meinst du)(?: (?:fur (?:dich|sie)|drauf|darauf))?\\s?\\?',
  ),
  frame(
    'open-to',
    1,
    '<B>(?:offen|interesse|lust|zeit|neugierig|interessiert)<GAP>(?:neue (?:aufgabe|herausforderung|wirkungsstatte|perspektive)|anderes haus|anderen betrieb|einen wechsel|angebot von)<E>',
  ),
  frame(
    'referral',
    1,
    '<B>(?:wer|jemand|jemanden|wen|freund\\w*|kolleg\\w+|bekannt\\w+|nachbar\\w*|schwester|bruder|kumpel|tochter|sohn|mann|frau|elektriker|R+)<GAP>(?:sucht|suchen|braucht|will|mochte|ware|hatte|interessiert|interesse|lust|was neues|etwas neues)<NEAR><B>(?:arbeit|job|stelle|posten|was neues|etwas neues|neues|anstellung|platz in|schicht\\w*)<E>(?! (?:uber|im text))',
  ),
  frame(
    'referral',
    1,
    '<B>(?:wen|wer) (?:kennst|kennen|fallt|weist|wusstest)<NEAR><YOU><GAP>(?:anfangen|arbeiten|wechseln|machen mochte|einsteigen|mitmachen|mitarbeiten|passen|konnte das|suchen?)<E>',
  ),
  frame(
    'referral',
    1,
    '<B>(?:ware|hatte|hatten|waren) (?:deine?|ihre?) (?:schwester|bruder|kollegin|kollege|freundin|freund|mann|frau|nachbarin|tochter|sohn|bekannte\\w*)<GAP><B>(?:stelle|posten|job|arbeit|interessiert|interesse|lust)<E>',
  ),
  frame(
    'referral',
    0.5,
    '<B>(?:fragst du|frag|fragen sie|hor dich|horst du dich|sag es|sagst du es|gib es|gibst du es)<NEAR>(?:mal )?(?:herum|rum|um|weiter)<E>',
  ),
  frame(
    'vacancy',
    1,
    '<B>(?:darf|kann|konnte|wurde|mochte|soll) ich (?:dir|ihnen)<NEAR>(?:von|uber|zu)<NEAR><B>(?:<R>|\\w*position|\\w*stelle|\\w*posten|\\w*job|aufgabe bei|platz)<E>',
  ),
  frame(
    'vacancy',
    0.9,
    '<B>(?:ich|wir) (?:besetze|besetzen|vergebe|vergeben|habe|haben|suche) (?:gerade |derzeit |aktuell )?(?:die|eine|zwei|einen) (?:leitung|nachfolge|\\w*leitung|\\w*posten|\\w*stelle)<E>',
  ),
  frame(
    'vacancy',
    1,
    '<B>(?:professur|lehrstuhl|\\w*stelle|\\w*posten|assistenz|leitung|referendariat|ausbildungsplatz)<GAP>(?:ausgeschrieben|zu besetzen|frei|neu besetzt|nachbesetzt)<E>',
  ),
  frame(
    'cv',
    1,
    '<B>(?:vorstellungsgesprach|bewerbungsgesprach|probearbeiten|probetag|schnuppertag|hospitation bei uns)<E>(?! (?:war|lief|gehabt|von damals))<GAP>(?:\\?|bei uns|montag|dienstag|mittwoch|donnerstag|freitag|nachste woche|vorbei|lust)',
  ),
  frame('cv', 1, '<B>(?:kundigungsfrist|arbeitsvertrag (?:schicken|zuschicken)|bewirb dich|bewerben sie sich)<E>'),
  frame(
    'move',
    1,
    '<B>(?:verlassen|verlasst|weggehst|wegzugehen|kundigst|kundigen|aufhoren)<E>(?=\\s?\\?)|<B>(?:falls|wenn|sollten|solltest) (?:du|sie)<GAP>(?:verandern|wechseln|weg willst|was neues|etwas neues|luftveranderung|genug hast)<GAP>(?:ich|wir|meld|sag|hatte|habe)',
  ),
  frame(
    'join-us',
    1,
    '<B>(?:komm|kommen sie) (?:doch |mal |gern |einfach )*(?:in|zu|ins) (?:unser\\w*|uns|mein\\w*|die) ?(?:team|mannschaft|crew|kuche|betrieb|firma|truppe|haus|station|werkstatt)?(?=[^.!?\\n]{0,40}(?:fangen|ab |im |sofort|arbeiten|team))',
  ),
]
