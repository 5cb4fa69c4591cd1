import { type LanguageFrames, patterns } from './frame.ts'

const { one, all, frame } = patterns({
  V: '(?:stellen?|jobs?|positionen?|position|vakanz(?:en)?|stellenangebote?|jobangebote?|festanstellung|anstellung|ausbildungsplatz|ausbildungsplatze|praktikumsplatz|arbeitsplatz|arbeitsplatze|rolle|mandate?|doktorandenstellen?|postdoc-?stellen?|\\w+(?:stelle|stellen|job|jobs|position|positionen))',
  WE: '(?:wir|ich|mein(?:e)? (?:kunde|kundin|mandant|firma|team|arbeitgeber|klinik|chef)|unser(?:e|em|en)? (?:\\w+ ){0,2}\\w+|ein kunde(?: von (?:mir|uns))?|das team|die firma|die klinik)',
  MONEY: '(?:\\d[\\d.,]*(?: ?k)? ?(?:€|eur|euro|chf|franken)|€ ?\\d[\\d.,]*)',
})

export const de: LanguageFrames = {
  innocent: [
    all(
      '<B>ich bin [\\w-]+(?: [\\w-]+)?(?:,| und) (?:ich )?(?:suche|finde|vermittle|rekrutiere) (?!einen? |eine |zwei |drei |gerade |aktuell |dringend )(?:[\\w-]+ ){0,4}R+',
    ),
    all(
      '<B>(?:wenn|falls|solltest|sollten) (?:du|ihr|sie)?[^.!?\\n]{0,80}(?:frag(?:t|en sie)?(?: mich| einfach| gern\\w*)*|auf meiner seite|in meinem profil|meld dich einfach mit fragen|erzahl ich|sag einfach)[^.!?\\n]{0,30}',
    ),
    all('<B>(?:woran ich (?:gerade )?arbeite|was ich (?:gerade )?(?:mache|suche))[^.!?\\n]{0,40}(?:seite|profil)'),
    all(
      '<B>(?:dein|deine|deinen|deinem|ihr|ihre|ihren|ihrem|euer|eure|der|den|das|dem) (?:[\\w-]+ ){0,3}(?:post|beitrag|artikel|vortrag|thread|blog|text|podcast|folge|video|kommentar|frage|buch|stuck|blogpost|eintrag|satz|absatz)s?(?: von \\w+)? (?:uber|zu|zum|zur|von|mit dem titel)(?: \\S+?){1,9}?(?=[,;:.!?\\n]| (?:war|ist|hat|fand|trifft|und|sprach)(?!\\w)|$)',
    ),
    all(
      '<B>(?:ich bin|hier ist|bin|mein name ist)(?: [\\w.,-]+){0,5}? (?:recruiterin|recruiter|personalberaterin|personalberater|personalvermittler\\w*|headhunter\\w*|talent scout)(?: (?:fur|bei|in|im|aus|der|die|und)(?: (?!suche|habe|wir)[\\wR-]+){0,8})?',
    ),
    all('<B>ich (?:rekrutiere|vermittle|helfe|bringe|verbinde)(?: (?!und habe|wir )[\\wR-]+){0,10}'),
    all(
      '<B>ich (?:arbeite|bin) (?:im|in der|als) (?:recruit\\w*|personalvermittlung|personalberatung)(?: [\\wR-]+){0,6}',
    ),
    all(
      '<B>(?:gut(?:er|en)?|super|toller|klasse|top|cron|nebenbei|backup|knochen|harter) jobs?<E>(?! (?:fur dich|bei uns))|<B>job gut gemacht<E>',
    ),
    all(
      '<B>(?:wie (?:war|ist|lauft|lief|gefallt|geht)|gluckwunsch|glückwunsch|herzlichen gluckwunsch|gratuliere|viel erfolg|viel gluck|alles gute|hoffe|schon dass|freut mich)[^.!?\\n]{0,40}?<B>(?:dein|deine|deinem|deinen|deiner|ihr|ihre|ihrem|ihrer|der|die|das|im|dem|zum|zur|am) (?:[\\w-]+ ){0,3}(?:<V>|job|stelle|arbeit)',
    ),
    all(
      '<B>(?:an (?:der|dieser|dieser einen|deiner) stelle|an erster stelle|eine rolle spiel\\w*|(?:spielt|spielen|spielte)[^.!?\\n]{0,20} rolle|auf der stelle|in dieser rolle des|rolle der|die rolle von|an mancher stelle|an vielen stellen|stelle(?:n)? (?:im|in deinem|des|aus deinem) (?:text|code|artikel|post\\w*|beitrag|buchs?)|ich stelle|stelle mir|stellst|stellen wir uns vor|diese stelle mit|die stelle (?:mit|im|wo|an der|uber)|baustellen?|schnittstellen?|tankstellen?|haltestellen?|schwei\\w*stellen?|fundstellen?|beratungsstellen?|positionen? im|gps-position|suche nach dem fehler|fehlersuche)<E>',
    ),
    all(
      '<B>(?:du|sie|ihr) (?:hast|haben|habt) [^.!?\\n]{0,90}?(?:geschrieben|gesagt|gemeint|erwahnt|erzahlt|gefragt)|<B>(?:du|sie|ihr) (?:schreibst|schreiben|schriebst|sagst|sagtest|meintest) [^.!?\\n]{0,90}?(?:schreib\\w*|,[^.!?\\n]*)',
    ),
    all(
      '<B>(?:meine|mein|ihre|seine|sein) (?:schwester|bruder|mutter|vater|frau|mann|freundin|freund|cousine|tochter|sohn|kollegin|nachbarin?)[^.!?\\n]{0,70}',
    ),
    all(
      '<B>(?:sucht ihr|suchen sie|suchst du|stellt ihr|stellen sie) [^.!?\\n]{0,25}(?:leute|personal|verstarkung|mitarbeit\\w*|kolleg\\w*|pfleg\\w*)[^.!?\\n]{0,15}\\?',
    ),
    all('<B>(?:als|nachdem) (?:wir|ich)[^.!?,\\n]{0,50}'),
  ],
  negation: one('<B>(?:kein|keine|keinen|keinem|keiner|nicht|nie|niemals|ohne|nichts)<E>'),
  but: /(?:,|;| -)? ?(?<![a-z])(?:aber|jedoch|allerdings|doch|trotzdem|sondern|nur dass)(?![a-z])/,
  frames: [
    frame(
      'hiring',
      1,
      '<B>(?:wir|mein kunde|unser \\w+|unsere \\w+|sie|mein team) (?:stellen|stellt|stelle) <GAP><B>ein(?=[.!?,;]|$| und|:)|<B>stellen (?:wir )?<GAP><B>ein(?=[.!?,;]|$)',
    ),
    frame(
      'hiring',
      1,
      '<B>(?:wir|ich|mein \\w+|unser \\w+) (?:\\w+ ){0,2}(?:rekrutieren|rekrutiere|hiren|hire|heuern|einzustellen|einstellen)(?! fur \\w+ ist)|<B>we are hiring|<B>wir sind (?:am|auf) (?:hiren|rekrutieren|personalsuche|der suche)|<B>(?:verstarken|vergrossern|vergrosern|bauen) (?:wir )?(?:unser|gerade unser|das|ein|dein)? ?(?:\\w+ )?team',
    ),
    frame(
      'seeking',
      1,
      '<B><WE> (?:\\w+ ){0,2}?(?:suchen|suche|sucht|brauchen|brauche|braucht|benotig\\w+|fehlen|fehlt|hatten gern|konnten|konnte|wunschen uns)<GAP>(?:<R>|leute<E>|jemanden|mitarbeit\\w+|verstarkung|personal<E>|unterstutzung (?:im|furs) team|menschen wie|nachwuchs|talente)(?! (?:der mir|die mir|der uns erklar|zum austausch|fur ein interview))',
    ),
    frame(
      'seeking',
      1,
      '<B>(?:suchen|sucht|suche|brauchen|gesucht:?|dringend) (?:wir |mein \\w+ |unser \\w+ )?(?:\\w+ ){0,5}(?:<R>|verstarkung|personal<E>|mitarbeit\\w+|jemanden (?:fur|mit|der|wie))|<R>(?: \\w+){0,3} gesucht',
    ),
    frame(
      'vacancy',
      1,
      '<B>(?:<WE> (?:\\w+ ){0,3}?(?:habe|haben|hat|hatte|hatten|besetzen|besetze|besetzt|biete|bieten|bietet|vergeben|offnen)|(?:es )?(?:gibt|gabe) (?:es )?|(?:bei uns|hier|bald) (?:ist|wird|sind|werden)|(?:habe|haben|hatte|hatten) (?:wir|ich))<GAP><B>(?:<V>)<E>(?! (?:im (?:text|code)|gelesen|gefunden im))',
    ),
    frame(
      'vacancy',
      1,
      '<B>(?:offene|freie|spannende|interessante|neue|passende|vakante|unbefristete|tolle|attraktive|gute|offenen|freien|passenden|interessanten|spannenden|neuen|freier|offener) (?:\\w+ )?(?:<V>|herausforderung|aufgabe bei uns)<E>(?! im (?:text|code))',
    ),
    frame(
      'vacancy',
      1,
      '<B>(?:<V>)<E><GAP>(?:zu besetzen|zu vergeben|frei(?:\\b)|offen(?:\\b)|passt|passen|passen konnte|fur dich|fur sie|zu dir|zu ihnen|interessant|interessier\\w+|wie gemacht|bei uns|bei einem kunden|ab sofort)<E>',
    ),
    frame(
      'vacancy',
      0.9,
      '<B>(?:uber|an|fur|zu|mit) (?:eine|einen|einer|einem|die|der|neue|neuen|weitere|ein paar|andere|anderen)? ?(?:\\w+ ){0,3}(?:jobs?|stelle|stellen|vakanz|vakanzen|jobangebot|stellenangebot|festanstellung|karrieremoglichkeit\\w*|karrierechance\\w*|berufliche\\w* \\w+)<E>(?! im (?:text|code))',
    ),
    frame(
      'open-to',
      1,
      '<B>(?:(?:warst|bist|waren|sind|ware) (?:du|sie|ihr)|(?:du|sie) (?:offen|interessiert)|hattest du|hatten sie|hast du|haben sie|kannst du dir|konntest du dir|konnten sie sich|konnen sie sich|darf ich|interesse|lust|offen|magst du|mochten sie|mochtest du|interessiert (?:dich|sie))<GAP>(?:neue[nrs]? (?:\\w+ )?(?:job|stelle|herausforderung\\w*|aufgabe\\w*|position|perspektive\\w*|weg\\w*|arbeitgeber|wirkungskreis|chance\\w*|rolle|horizonte)|wechsel\\w*|zu wechseln|veranderung\\w*|<V>|stellenwechsel|jobwechsel|gelegenheit\\w* beruflich|moglichkeit bei|anderen arbeitgeber|beruflich\\w*|bei uns (?:zu )?(?:arbeiten|anzufangen|einzusteigen|mitzumachen)|teil (?:unseres|des|vom) teams|etwas neues|was neues|karriere\\w*)<E>',
    ),
    frame(
      'happy-there',
      1,
      '<B>(?:bist|sind|seid|fuhlst|fuhlen|wie) (?:du|sie|ihr|zufrieden|glucklich)<GAP>(?:zufrieden|glucklich|wohl|happy|ausgelastet|gut aufgehoben|wertgeschatzt|sind sie|bist du)<GAP>(?:\\bwo\\b|bei |\\bda\\b|dort|job<E>|stelle<E>|arbeit<E>|arbeitgeber|position|firma|klinik|gehalt|jetzig\\w*)|<B>(?:gefallt es (?:dir|ihnen) (?:noch |eigentlich )?(?:bei|da|dort)|noch (?:glucklich|zufrieden|happy) (?:bei|in|mit|wo|da|dort|im)|<B>(?:bist du|sind sie) (?:aktuell|gerade|momentan|derzeit|eigentlich|noch|bei \\w+|dort|in deinem job|da)(?: \\w+){0,4} (?:zufrieden|glucklich|happy))',
    ),
    frame(
      'move',
      1,
      '<B>(?:schon(?: mal)?|mal|jemals|je|denkst|denken|dachtest|uberlegt|uberlegst|spielst|reizt|reizen|konntest|vorstell\\w*|bereit|zeit|lust)<GAP>(?:wechsel\\w*|zu verandern|veranderung|neuorientier\\w*|umorientier\\w*|neuen job|neue stelle|neue herausforderung|nachsten (?:karriere)?schritt|karriereschritt|tapetenwechsel|den arbeitgeber|was neues zu machen|zu uns zu kommen)<E>(?! (?:der|des) (?:reifen|schicht|server|datenbank))',
    ),
    frame(
      'move',
      1,
      '<B>was (?:musste|musste man|wurde|konnte)<GAP>(?:wechsel\\w*|passieren,? damit|bieten|verandern|weglocken|uberzeugen|reizen)',
    ),
    frame(
      'growing',
      0.6,
      '<B>(?:wir|unser(?:e)? \\w+|mein (?:kunde|team)|das team)(?: \\w+){0,3} (?:wachsen|wachst|expandier\\w+|vergrosern|vergrossern|bauen (?:gerade )?(?:ein|das|unser)|eroffnen|eroffnet)|<B>(?:wachsen|expandieren) wir|<B>bauen wir (?:ein|das|unser)',
    ),
    frame(
      'came-to-mind',
      0.6,
      '<B>(?:(?:an (?:dich|sie) gedacht|dachte (?:ich )?(?:sofort |gleich |direkt |dabei )?an (?:dich|sie)|musste (?:ich )?(?:\\w+ )?an (?:dich|sie) denken|(?:du|sie) (?:bist|kamst|kamen|sind) (?:mir|uns)[^.!?]{0,15}(?:eingefallen|in den sinn)|(?:jemand(?:en)?|leute|menschen) wie (?:dich|dir|du|sie|ihnen)|(?:dein|ihr) (?:profil|werdegang|lebenslauf|erfahrung|name)[^.!?]{0,40}(?:pass\\w+|aufgefallen|gefallen|uberzeugt|gefallt|fiel))|deine erfahrung konnten)',
    ),
    frame(
      'came-to-mind',
      1,
      '<B>(?:(?:du|sie) (?:wurdest|wurden|konntest|konnten|passt|passen|warst|waren)|wurdest du|wurden sie|passt du|passen sie|hatten (?:wir )?(?:dich|sie) gern)<GAP>(?:(?:zu|in) (?:uns|unser|unserem|unsere|dem team|das team|das profil)|perfekt|ideal|super passen|gut passen|genau richtig|verstarkung|gern im team|pass(?:en|t))<E>',
    ),
    frame(
      'join-us',
      1,
      '<B>(?:komm|kommen sie|werde|werden sie|steig|steigen sie|bei uns (?:mit)?(?:arbeiten|anfangen|einsteigen|mitmachen)|fur uns arbeiten|mit uns arbeiten|arbeite (?:bei|fur|mit) uns|(?:du|dich|sie) (?:\\w+ )?(?:in|fur) (?:unser|unserem|unseren|unsere|mein) (?:team|unternehmen|firma|klinik|praxis|kuche)|(?:unser|unserem|unseren|unsere) (?:team|unternehmen|firma|klinik|praxis|kuche|abteilung) (?:\\w+ )?(?:verstark\\w+|erganz\\w+|unterstutz\\w+|gewinnen|begeistern))(?: (?:zu|in|teil|unser\\w*|uns|mein\\w*|des|vom|team\\w*|bei|ein|mitglied|ins|dem|das|boot|an bord))*(?=\\W|$)(?<!<B>komm)(?<!kommen sie)(?<!<B>werde)(?<!werden sie)(?<!<B>steig)(?<!<B>komm (?:in|zu|bei|ins|das|dem))(?! (?:in den (?:raum|kanal)|kanal|raum|stammtisch|treffen))',
    ),
    frame(
      'pay',
      1,
      '<MONEY>(?: ?(?:-|bis) ?<MONEY>)?(?: (?:brutto|netto))? ?(?:/|pro|im|die|in der|je|p\\.) ?(?:h|std|stunde|monat|jahr|tag|woche|schicht|nacht|a)<E>',
    ),
    frame(
      'pay',
      1,
      '<B>(?:gehalt|verguten|vergutung|bezahlung|lohn|stundenlohn|tariflohn|zulagen|einstiegspramie|willkommenspramie|bonus|wechselpramie|jahresgehalt|tagessatz|konditionen|verdienst|verdienen|zahlen|zahlt|bezahlt)<NEAR>(?:<MONEY>|uber tarif|ubertariflich\\w*|attraktiv\\w*|besser\\w*|mehr|vorstell\\w*|erwart\\w*|deutlich|hoher\\w*|bis zu|gut\\w*)|<B>(?:attraktive\\w*|ubertarifliche\\w*|besser\\w*|gut\\w*|mehr|hoher\\w*|faire\\w*|uberdurchschnittliche\\w*) (?:\\w+ )?(?:gehalt|vergutung|bezahlung|lohn|bezahlt|verdienst|geld verdienen)<E>|<B>(?:gehaltsvorstellung\\w*|gehaltswunsch|kundigungsfrist|wechselpramie|was verdien(?:st|en) (?:du|sie))',
    ),
    frame(
      'cv',
      1,
      '<B>(?:(?:deinen?|ihren?|aktuellen?|den|einen|kurzen) (?:\\w+ )?(?:lebenslauf|cv|bewerbung|bewerbungsunterlagen|unterlagen|zeugnisse)(?! (?:post|artikel|parser|vorlage)))<E>|<B>(?:bewirb|bewerben sie|bewerbt) (?:dich|sich|euch)?|<B>(?:jetzt|direkt|gleich|online|hier) bewerben<E>|<B>(?:schick|sende|schicken|senden|mail)\\w* (?:\\w+ ){0,3}(?:lebenslauf|cv|unterlagen|bewerbung)<E>|<B>vorstellungsgesprach (?:bei uns|einladen|vereinbaren)',
    ),
    frame(
      'advert',
      1,
      '<B>(?:stellenanzeige|stellenausschreibung|stellenbeschreibung|jobbeschreibung|ausschreibung|stellenangebot|jobangebot)(?:en|e|s)?<E><GAP>(?:hier|link|http|anbei|schick\\w*|send\\w*|fur dich|fur sie|:|interess\\w*|unten|teilen|weiterleit\\w*)|<B>(?:schick|sende|zeig|hier ist|hier die|anbei)<NEAR>(?:stellenanzeige|stellenausschreibung|stellenbeschreibung|jobbeschreibung|stellenangebot|jobangebot)|<B>(?:vollzeit|teilzeit|unbefristet|minijob|festanstellung)<E>',
    ),
    frame(
      'referral',
      1,
      '<B>(?:ken+st du|kennen sie|kennt (?:ihr|jemand|wer)|(?:wen|wer) (?:ken+st|kennen|kennt|fallt)|weist du jemand\\w*|weisst du jemand\\w*|fallt (?:dir|ihnen) (?:jemand|wer|spontan)|hast du jemand\\w*|jemand(?:en)? in (?:deinem|ihrem|eurem) (?:netzwerk|umfeld|bekanntenkreis|team)|jemand(?:en)? (?:empfehlen|aus deinem)|(?:kannst|konntest) du (?:mir )?(?:jemand\\w*|eine\\w*)|leite\\w* (?:das |es |die |dies )?(?:gern |bitte )?weiter)<GAP>(?:<R>|<V>|sucht<E>|suchen<E>|wechseln|interess\\w*|passen|passt|infrage|in frage|frei ist|lust (?:hat|hatte) (?:bei|auf|zu)|veranderung|job<E>|verandern|neues)',
    ),
    frame(
      'referral',
      1,
      '(?:<R>|<V>)[^\\n]{0,80}<B>(?:ken+st du (?:da )?(?:jemand\\w*|wen)|kennen sie jemand\\w*|fallt (?:dir|ihnen) (?:da )?jemand ein|jemanden? in (?:deinem|ihrem) (?:netzwerk|umfeld)|wen kennst du)<E>',
    ),
    frame('role', 0.35, '<R>'),
    frame(
      'chat',
      0.3,
      '<B>(?:kurz(?:es|en)? (?:telefonat|gesprach|austausch|call|telefonieren|quatschen)|unverbindlich\\w*|10 minuten|15 minuten|20 minuten|vertraulich\\w*)<E>',
    ),
    frame(
      'open-to',
      0.5,
      '<B>(?:(?:ware|klingt|klange) (?:das|so etwas|sowas)<NEAR>(?:was|etwas|interessant|spannend)|interesse\\?|hast du interesse|haben sie interesse|lust auf mehr|lust (?:zu|auf) (?:reden|ein gesprach))',
    ),
    frame(
      'vacancy',
      0.5,
      '<B>(?:spannende (?:gelegenheit|moglichkeit|chance)|interessante (?:moglichkeit|chance|gelegenheit)|berufliche (?:chance|moglichkeit|zukunft|herausforderung|veranderung)|karriere)<E>',
    ),
    frame(
      'open-to',
      1,
      '<B>(?:suchst du|suchen sie|suchst)<NEAR>(?:was neues|etwas neues|(?:einen )?neuen job|(?:eine )?neue stelle|arbeit<E>|einen job|nach (?:einem|einer) (?:neuen )?(?:job|stelle))',
    ),
    frame(
      'seeking',
      1,
      '<B>(?:auf der suche nach)<GAP>(?:<R>|leuten|jemandem (?:wie|fur|mit|der)|personal<E>|verstarkung|talenten)',
    ),
    frame(
      'vacancy',
      1,
      '<B>(?:ein platz|einen platz|plätze|platz) (?:in|bei|im) (?:unser\\w*|uns|team)<NEAR>(?:frei|offen|fur dich|fur sie)|<B>(?:etwas|was|genau das) (?:richtige )?fur (?:dich|sie)<NEAR>(?:bei uns|in unser\\w*|im team)',
    ),
    frame('growing', 0.6, '<B>(?:unterbesetzt|personalmangel bei uns|personell (?:eng|knapp))<E>'),
    frame('pay', 1, '<B>(?:gehalt|lohn|vergutung|verdienst|stundenlohn)<E><GAP>\\d[\\d.,]*'),
    frame(
      'happy-there',
      1,
      '<B>(?:bei|mit|in) (?:dein\\w*|ihr\\w*) (?:\\w+ )?(?:arbeitgeber|job|stelle|firma|position|klinik|arbeit|gehalt|chef)<NEAR>(?:zufrieden|glucklich|wohl|happy)',
    ),
    frame(
      'join-us',
      1,
      '<B>(?:unser|unsere|das) (?:\\w+ )?(?:team|klinik|firma|betrieb|kuche) (?:mal |einmal )?kennen(?:zu)?lernen<E>',
    ),
    frame('pay', 1, '<B>(?:mehr|deutlich mehr|besser) (?:zu )?verdienen<E>'),
    frame('join-us', 1, '<B>(?:wir brauchen dich|wir brauchen sie|dich brauchen wir) (?:im|in|bei)<E>'),
  ],
}
