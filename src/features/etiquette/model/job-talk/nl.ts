import { type LanguageFrames, patterns } from './frame.ts'

const { one, all, frame } = patterns({
  V: '(?:vacatures?|banen?|baan|functies?|jobs?|rol|rollen|posities?|positie|opdrachten?|opdracht|plekken?|plek|aanstelling|dienstverband|stageplaats\\w*|werkplek|kansen?|openstaande \\w+|\\w+(?:functie|baan|vacature)s?)',
  WE: '(?:we|wij|ik|mijn (?:klant|klanten|opdrachtgever|team|baas|bedrijf)|ons? (?:\\w+ ){0,2}\\w+|onze (?:\\w+ ){0,2}\\w+|een (?:klant|opdrachtgever)(?: van (?:mij|ons))?|het team|het bedrijf|de kliniek|ze)',
  MONEY: '(?:€ ?\\d[\\d.,]*(?: ?k)?|\\d[\\d.,]*(?: ?k)? ?(?:€|eur|euro)|\\d+k)',
})

export const nl: LanguageFrames = {
  innocent: [
    all(
      '<B>(?:als|mocht) (?:je|jij|u)[^.!?\\n]{0,80}(?:vraag|vraagt|vragen|op mijn (?:pagina|profiel)|zeg het(?: maar)?|vertel ik|geef een gil)[^.!?\\n]{0,30}',
    ),
    all(
      '<B>(?:je|jouw|uw|de|het|dat|die|dit|deze) (?:[\\w-]+ ){0,3}(?:post|artikel|blog|stuk|stukje|praatje|verhaal|thread|podcast|aflevering|video|reactie|vraag|boek|bericht|blogpost|zin|alinea|lezing)(?:s|en)? (?:over|van|getiteld|waarin)(?: \\S+?){1,9}?(?=[,;:.!?\\n]| (?:was|is|en|heeft|raakte|sloeg)(?!\\w)|$)',
    ),
    all(
      '<B>(?:ik ben|hier is|mijn naam is|met|ik heet)(?: [\\w.,-]+){0,6}? (?:recruiter|headhunter|wervingsadviseur|intercedent\\w*|werving- en selectie\\w*)(?: (?:voor|bij|in|van|en)(?: (?!zoek|heb|we|wij)[\\wR-]+){0,8})?',
    ),
    all('<B>ik (?:werf|help|koppel|bemiddel|recruit|verbind)(?: (?!en (?:ik )?heb|we |wij )[\\wR-]+){0,10}'),
    all(
      '<B>ik (?:werk|zit) (?:in|bij|als) (?:de )?(?:recruitment|werving|personeelswerving|een wervingsbureau)(?: [\\wR-]+){0,6}',
    ),
    all('<B>(?:goed|mooi|knap|lekker|top|prima|geweldig) (?:werk|gedaan)<E>'),
    all(
      '<B>(?:(?:hoe (?:was|is|gaat|bevalt|loopt|ging|vond|vind)|gefeliciteerd|succes|proficiat|veel plezier|fijn dat|leuk dat|ik hoop dat))[^.!?\\n]{0,50}?<B>(?:je|jouw|uw|de|het|op|met|in|die) (?:[\\w-]+ ){0,3}(?:baan|functie|werk|vacature|rol|plek|job|opdracht)(?! (?:vrij|voor je|bij ons))',
    ),
    all(
      '<B>(?:een rol spe\\w+|rol van|de rol die|speelt[^.!?]{0,20} rol|rollen|autobaan|loopbaan van|kegelbaan|achtbaan|baanbrekend\\w*|rijbaan|ijsbaan|functie (?:aanroep\\w*|die je schreef|in python|van)|functies? in (?:de )?code|positie van|op deze plek|die plek|mooie plek|fijne plek|plek (?:om|waar)|kans om (?:te )?(?:je|te|het|jouw)|wasbaan|landingsbaan|las(?:positie|plek))<E>',
    ),
    all('<B>(?:je|jij|u) (?:zei|schreef|vertelde|vroeg|noemde|schrijft|had het over|zegt)[^.!?\\n]{0,90}'),
    all(
      '<B>(?:mijn|zijn|haar) (?:zus|broer|moeder|vader|vrouw|man|vriend|vriendin|nicht|neef|dochter|zoon|collega|buurvrouw|buurman)<E>[^.!?\\n]{0,70}',
    ),
    all(
      '<B>(?:zoeken jullie|zoekt u|zoek je|nemen jullie) [^.!?\\n]{0,25}(?:mensen|personeel|iemand|nog)[^.!?\\n]{0,15}\\?',
    ),
    all('<B>(?:toen) (?:we|wij|ik)[^.!?,\\n]{0,50}'),
  ],
  negation: one('<B>(?:geen|niet|nooit|zonder|niks|niets|nergens)<E>'),
  but: /(?:,|;| -)? ?(?<![a-z])(?:maar|echter|toch|alleen|hoewel)(?![a-z])/,
  frames: [
    frame(
      'hiring',
      1,
      '<B>(?:(?:we|wij|ik|mijn \\w+|ons team|onze \\w+|ze) (?:\\w+ ){0,3}(?:aan het (?:werven|uitbreiden|aannemen|recruiten)|werven|nemen (?:[\\wR-]+ ){0,5}aan|neemt (?:[\\wR-]+ ){0,5}aan|hiren|breiden (?:ons|het)? ?(?:\\w+ )?(?:team )?uit|recruiten)|wij zijn hiring|we zijn hiring|zijn we aan het werven|breiden we (?:ons|het) team uit|gezocht)<E>',
    ),
    frame(
      'seeking',
      1,
      '<B>(?:<WE> (?:\\w+ ){0,2}?(?:zoeken|zoek|zoekt|hebben (?:\\w+ )?(?:behoefte|nodig)|heb|heeft|missen|willen|kunnen|komt|komen|zijn op zoek|is op zoek|ben op zoek|ben|zijn)|(?:zoeken|zoekt|zoek) (?:we|wij|ik|mijn \\w+|ons \\w+|onze \\w+)|op zoek naar|gezocht:?|dringend)<GAP>(?:(?:op zoek naar )?(?:<R>|mensen (?:zoals|voor|met)|iemand (?:zoals|voor|met|die (?:het team|kan|ervaring|wil))|personeel<E>|versterking|handen (?:tekort|nodig)|kandidaten|talent<E>|extra handen|nieuwe mensen))(?! (?:die me kan uitleggen|om mee te praten|gesproken|ontmoet|geinterviewd))',
    ),
    frame(
      'vacancy',
      1,
      '<B>(?:(?:<WE>) (?:\\w+ ){0,3}?(?:heb|hebben|heeft|openen|opent|bied|bieden|biedt|vul|vullen|zoek\\w* voor)|er (?:is|zijn|komt|komen|staat|staan)|(?:heb|hebben|heeft) (?:ik|we|wij|mijn \\w+)|(?:bij ons|hier|binnenkort) (?:is|komt|komen|zijn)|komt er)<GAP><B>(?:vacatures?|banen?|functies?|jobs?|(?:nieuwe|open|leuke|mooie|passende) (?:rol|positie|opdracht|plek|kans)|posities?|openstaande \\w+|opdracht|plek (?:vrij|open|in (?:ons|het) team|voor een)|rol (?:open|vrij|als|voor|die)|\\w+functie|\\w+vacature)<E>(?! (?:van|om|waar|in python|in de code))',
    ),
    frame(
      'vacancy',
      1,
      '<B>(?:vacatures?|banen?|functies?|jobs?|rol|positie|opdracht|plek|kans)<E><GAP>(?:voor (?:jou|je|u)<E>|past (?:bij|perfect)|(?:je|jou|u) (?:past|interesseert|aanspreekt|leuk)|op het lijf|interess\\w*|bij ons|vrij (?:is|komt|gekomen)|openstaat|open staat|beschikbaar|vrijgekomen|per direct|aanspre\\w*|geknipt)',
    ),
    frame(
      'vacancy',
      0.9,
      '<B>(?:een|de|deze|nieuwe|andere|leuke|mooie|interessante|over|naar|voor|open|openstaande|passende|uitdagende) (?:\\w+ ){0,2}(?:vacatures?|(?:nieuwe|andere|leuke|vaste|mooie|betere) (?:baan|functie|job)|carrierekans\\w*|carrierestap|carrieremogelijkheid|baan|loopbaankans\\w*)<E>(?! (?:gevonden|verloren))',
    ),
    frame(
      'open-to',
      1,
      '<B>(?:(?:zou|zouden|sta|staat|ben|bent|heb|hebt|wil|wilt|kan|lijkt) (?:je|jij|u|het je)|je<E>|open|interesse|benieuwd|geinteresseerd|zin|oor naar|beschikbaar|oren)<GAP>(?:vacature\\w*|nieuwe? (?:baan|functie|uitdaging\\w*|stap|kans\\w*|rol|job|werkgever|plek|avontuur|opdracht\\w*)|andere (?:baan|functie|werkgever|job|plek|uitdaging)|overstap\\w*|over te stappen|verandering (?:van|in je)|veranderen van (?:baan|werk)|carriere\\w*|iets nieuws|wat nieuws|kansen|mogelijkheden|loopbaan\\w*|bij ons (?:willen |te |komen )*(?:komen|werken|beginnen|werkt)|voor ons (?:te )?werken|ons team|(?:een )?(?:baan|functie|opdracht|overstap)<E>)(?! (?:van de|in de code))',
    ),
    frame(
      'happy-there',
      1,
      '<B>(?:(?:ben|bent|zit|heb|voel|werk|hoe|bevalt) (?:je|jij|u|het je|het|het u)|nog|tevreden)<GAP>(?:tevreden|gelukkig|blij|op je plek|naar je zin|gewaardeerd|happy|goed|fijn|bevalt)<GAP>(?:waar je|waar u|bij (?:je|uw|\\w+\\s?\\?)|met je (?:\\w+ )?(?:baan|werk|werkgever|salaris|functie|contract|rooster)|in je (?:\\w+ )?(?:baan|functie|werk|rol)|daar<E>|huidige|op je werk|bij \\w+\\s?\\?)',
    ),
    frame(
      'move',
      1,
      '<B>(?:denk|denkt|gedacht|nagedacht|overweeg\\w*|overwogen|nadenk\\w*|toe aan|tijd voor|klaar voor|zin in|overgehaald|verleid\\w*|tijd om|ooit)<GAP>(?:overstap\\w*|over te stappen|nieuwe (?:uitdaging|stap|baan|functie|werkgever|start)|volgende stap|iets anders|iets nieuws|wat anders|verandering(?= van|[.?!,]|$)|van baan (?:te )?(?:wissel\\w*|veranderen)|(?:te )?(?:wisselen|veranderen|switchen) van (?:baan|werk\\w*)|andere (?:baan|werkgever)|weg te gaan|vertrek\\w*|loopbaan\\w*)|<B>wat (?:zou|moet|is er nodig)<GAP>(?:overstap\\w*|overhalen|weggaan|vertrekken|wisselen|verleiden|over te halen)',
    ),
    frame(
      'growing',
      0.6,
      '<B>(?:(?:we|wij|ons team|onze \\w+|mijn klant|het team|ons bedrijf)(?: \\w+){0,2} (?:groeien|groeit|uitbreiden|breiden (?:\\w+ )?uit|breidt uit|bouwen (?:een|aan ons|ons)|openen (?:een|twee)|starten een|zetten een \\w+ (?:team )?op)|groeien we|we zijn aan het groeien|aan het groeien)<E>',
    ),
    frame(
      'came-to-mind',
      0.6,
      '<B>(?:(?:dacht|dachten|denk) (?:ik |we )?(?:meteen |gelijk |direct |toen |daarbij )?aan (?:jou|je|u)|moest (?:ik )?(?:meteen |gelijk |direct )?aan (?:jou|je|u) denken|(?:je|jij) (?:schoot|kwam)[^.!?]{0,20}(?:te binnen|bij me op|in me op|in gedachten)|(?:iemand|mensen|mensen zo|een profiel) (?:zoals|als) (?:jij|jou|u|het jouwe)|(?:je|jouw|uw) (?:profiel|ervaring|achtergrond|naam|cv)<NEAR>(?:past|passen|viel op|sprak|sluit aan|opgevallen|opviel|interess\\w*|trok|spreekt|aansluit|zou|goed aan))',
    ),
    frame(
      'came-to-mind',
      1,
      '<B>(?:(?:je|jij|u) (?:zou|past|bent|kan|zult)<GAP>(?:perfect|ideaal|goed (?:in|bij|passen)|uitstekend|prima (?:in|bij)|mooi passen|bij ons|in ons team|geknipt|aanwinst|passen|precies (?:wie|wat|de))|(?:we|ik) (?:zou|zouden|willen) (?:je|jou|u) (?:\\w+ ){0,2}(?:erbij|in ons|in het team|hebben|aannemen))',
    ),
    frame(
      'join-us',
      1,
      '<B>(?:kom (?:bij ons|je bij ons|werken|ons team)|sluit je aan bij (?:ons|onze)|word (?:onze|lid van ons team|collega)|(?:bij|voor) ons (?:te )?(?:komen )?(?:werken|aan de slag)|(?:ons|onze) team (?:\\w+ )?(?:versterken|aanvullen|komen versterken)|deel uit te maken van ons|onderdeel van ons team|(?:kom|komen) (?:je )?ons (?:team )?versterken|aan te sluiten bij ons team)(?! (?:kanaal|praatje))',
    ),
    frame(
      'pay',
      1,
      '<MONEY>(?: ?(?:-|tot|en) ?<MONEY>)?(?: ?(?:bruto|netto))? ?(?:/|per|p\\.?|in de|in het) ?(?:h|u|uur|maand|jaar|dag|nacht|week|dienst)<E>',
    ),
    frame(
      'pay',
      1,
      '<B>(?:salaris|loon|uurloon|uurtarief|betaald|betaalt|betalen|betaling|verdienen|vergoeding|bonus|tekenbonus|toeslag|arbeidsvoorwaarden|pakket|dagtarief)<NEAR>(?:<MONEY>|goed\\w*|beter\\w*|marktconform\\w*|aantrekkelijk\\w*|hoger\\w*|uitstekend\\w*|tot wel|tot|boven|meer|concurrerend|welkomst\\w*|extra|onderhandelbaar|indicatie)|<B>(?:goed|beter|uitstekend|aantrekkelijk|marktconform|hoger|mooi|meer) (?:salaris|loon|betaald|verdienen)<E>|<B>(?:salarisindicatie|salariswens|opzegtermijn|wat verdien (?:je|jij)|(?:goede|uitstekende|prima) arbeidsvoorwaarden|tekenbonus)',
    ),
    frame(
      'cv',
      1,
      '<B>(?:(?:je|jouw|uw|een|het) (?:\\w+ )?(?:cv|curriculum vitae|sollicitatie))<E>(?! (?:parser|zeg|post|artikel|blog))|<B>(?:stuur|mail|deel|stuurt|upload|sturen|ontvangen) (?:\\w+ ){0,4}(?:cv|sollicitatie)|<B>(?:solliciteer|solliciteren|sollicitatiegesprek)(?= (?:hier|direct|nu|via|op|bij|meteen|dan)|[.!:,]|$)',
    ),
    frame(
      'advert',
      1,
      '<B>(?:vacaturetekst|functieomschrijving|functieprofiel|vacature|vacatures)<E><GAP>(?:hier|link|http|bijlage|bijgevoegd|stuur\\w*|:|voor (?:jou|je)|interess\\w*|hieronder|delen|doorsturen)|<B>(?:stuur|deel|hier is|bekijk|bijgaand|check|zie)<NEAR>(?:vacaturetekst|functieomschrijving|vacature\\w*|functieprofiel)|<B>(?:fulltime|parttime|voltijds|deeltijds|vast contract|vaste aanstelling|vast dienstverband|per direct beschikbaar|onbepaalde tijd)<E>',
    ),
    frame(
      'referral',
      1,
      '<B>(?:(?:ken|kent|weet) (?:je|jij|u|jullie|iemand)|wie (?:ken|kent|weet) (?:je|jij|u|nog)|iemand (?:in|uit|binnen) (?:je|jouw|uw|jullie) (?:netwerk|omgeving|team|kring|kennissenkring)|(?:kun|kan|kunt|zou|heb) (?:je|jij|u) (?:\\w+ )?(?:iemand|mensen|namen|een goede)|(?:iemand|wie) (?:aanbevelen|aanraden)|tips voor|in (?:je|jouw|uw) netwerk|deel (?:dit|deze|het) (?:gerust )?(?:met|in|verder)|zegt het voort|stuur (?:dit|het) gerust door)<GAP>(?:<R>|<V>|zoekt<E>|zoeken<E>|interess\\w*|wil (?:wisselen|overstappen|werken)|zou (?:willen|passen)|passen|past<E>|beschikbaar|openstaat|toe is aan|op zoek is)',
    ),
    frame(
      'referral',
      1,
      '(?:<R>|<V>)[^\\n]{0,80}<B>(?:ken je iemand|ken jij iemand|kent u iemand|weet je iemand|weet jij iemand|iemand in (?:je|jouw) (?:netwerk|omgeving)|wie ken je)<E>',
    ),
    frame('role', 0.35, '<R>'),
    frame(
      'chat',
      0.3,
      '<B>(?:kort (?:gesprek|belletje|praatje)|even (?:bellen|praten|sparren|kletsen)|vrijblijvend\\w*|kopje koffie|kop koffie|10 minuten|15 minuten|vertrouwelijk\\w*)<E>',
    ),
    frame(
      'open-to',
      0.5,
      '<B>(?:lijkt (?:je dat|dat je|het je)|iets voor (?:jou|je|u)|heb je interesse|interesse\\?|spreekt (?:je )?dat (?:je )?aan|zin om (?:meer|eens)|sta je (?:daar )?open voor)',
    ),
    frame(
      'vacancy',
      0.5,
      '<B>(?:mooie|leuke|unieke|interessante|nieuwe|geweldige|goede) (?:kans|mogelijkheid|uitdaging)<E>',
    ),
    frame(
      'open-to',
      1,
      '<B>(?:zoek|zoekt) (?:je|jij|u) (?:\\w+ )?(?:nog )?(?:werk|iets nieuws|wat nieuws|een (?:nieuwe )?baan)',
    ),
    frame(
      'happy-there',
      1,
      '<B>(?:huidige|jouw|je) (?:werkgever|baas|baan)<NEAR>(?:tevreden|gelukkig|naar je zin|goed behandel\\w*)',
    ),
    frame(
      'vacancy',
      1,
      '<B>(?:iets|een plek|plek) voor (?:jou|je|u) (?:in|bij) (?:ons|onze|mijn|een)|<B>(?:kom je|zou je)<NEAR>(?:bij ons|in ons team|voor ons)<NEAR>werken',
    ),
    frame('growing', 0.6, '<B>(?:personeelstekort|handen tekort|mensen tekort|onderbezet)<E>'),
    frame('pay', 1, '<B>(?:meer|beter) (?:gaan )?verdienen<E>'),
    frame('join-us', 1, '<B>(?:we hebben je nodig|we hebben jou nodig) (?:in|bij)<E>'),
  ],
}
