import type { KnownLanguage } from '../language.ts'
import { type Frame, patterns, type Tag } from './frame.ts'

/** Careful first soundings, the same in every language: what if somebody offered you, what would they have to pay, I thought of you for something. */
const WEIGHTS = {
  ifOffered: ['open-to', 1],
  whatItTakes: ['pay', 1],
  thoughtOfYouFor: ['came-to-mind', 1],
  knowsAPlace: ['vacancy', 0.6],
  findsNobody: ['seeking', 0.7],
  ringsABell: ['open-to', 0.5],
  whoWantsAway: ['referral', 1],
  wanted: ['seeking', 1],
  hoursOff: ['advert', 0.5],
  deserves: ['happy-there', 0.6],
  notice: ['cv', 1],
  nameCameUp: ['came-to-mind', 0.7],
  moreOnIt: ['open-to', 0.4],
  withoutOne: ['seeking', 0.7],
  meetTheBoss: ['join-us', 1],
  matchesYourPay: ['pay', 1],
  elsewhereInAYear: ['move', 1],
  isGrowing: ['growing', 0.7],
  nicePeople: ['advert', 0.4],
  takesOn: ['hiring', 0.8],
  howSettled: ['happy-there', 1],
  whoIsWithout: ['referral', 1],
  wantedSome: ['hiring', 1],
  wantsYou: ['hiring', 1],
  closesSoon: ['vacancy', 1],
  appetiteFor: ['open-to', 1],
} as const satisfies Record<string, readonly [Tag, number]>

type Sounding = keyof typeof WEIGHTS

const SOUNDINGS: Readonly<Record<KnownLanguage, Readonly<Record<Sounding, string>>>> = {
  en: {
    ifOffered:
      '(?:if|suppose|imagine|say)<GAP>(?:offered|gave|handed|approached|wanted|asked|invited|could get|had room for) (?:you|u)<GAP>(?:would (?:you|that|it)|what would|interested|tempted|listen|think it over|consider)<E>',
    whatItTakes:
      '(?:what|how much) would (?:they|we|someone|somebody|anyone|it|another [\\w-]+|an? [\\w-]+|my client|the other (?:side|place))<NEAR>(?:have to |need to |take to |take for )?(?:pay|offer|give|put on the table|get|make|win|lure|tempt|prise)<NEAR>(?:you|u)<E>|how much (?:more )?would it take<NEAR>(?:you|u|leave|move|come|switch)',
    thoughtOfYouFor:
      '(?:thinking|think|thought|thinks|thought first|reminded) of (?:you|u)<NEAR>(?:for (?:an?|something|some|one|this|the)|when (?:a|my|our|the|they|he|she)<NEAR>(?:said|asked|told|mentioned|rang|called))<E>(?! (?:second|moment|minute|while|time|photo|song|joke))|had (?:you|u) in mind for<E>',
    knowsAPlace:
      "(?:i|we)(?:'d| might| may| could| do| happen to| think i| would| just)* know (?:of )?(?:just )?(?:a|one|the|somewhere|someplace)(?: (?:better|nice|good|right|decent|small|new))? ?(?:place|spot|outfit|crew|firm|house|shop|employer|boss|team)?(?: (?:for you|that (?:would|treats|pays|looks)|where (?:you|they|people)|with|you'd|you might|like that))?(?=[.!?,]|$| that| where| with| you)",
    findsNobody:
      "(?:i (?:know|work (?:with|for)|help|represent|look after)|of mine|next door|down the road|round here|in town|nearby|clients?|company|firm|<R>)<GAP>(?:can'?t|cannot|can not|couldn'?t|struggl\\w+ to|unable to|fail(?:s|ing)? to|is yet to|never manages to|still hasn'?t) (?:seem to |for love nor money )?(?:find|found|recruit|hire|attract|replace)<E>",
    ringsABell:
      '(?:ring|rings) (?:any|a) bells?\\s?\\?|any (?:ideas|takers|thoughts|interest)\\s?\\?|sound(?:s)? (?:like|up) (?:you|your)<NEAR>\\?|could (?:that|it|this) be you\\s?\\?|tempt(?:ed|ing)\\s?\\?|shall i (?:put|pass|give|mention) (?:you|your name)',
    whoWantsAway:
      "(?:know|met|come across|heard of|think of|thought of) (?:anyone|anybody|someone|somebody|an? [\\w-]+(?: [\\w-]+)?|any [\\w-]+(?: [\\w-]+)?|one of your [\\w-]+)<NEAR>(?:who(?:'s| is|'d| would| might)?|that(?:'s)?|and)<NEAR>(?:wants? (?:out|away|to (?:leave|move|change|switch|get out|go))|fancies a|ready to (?:move|leave|go|jump)|looking to (?:move|leave|change|switch)|itching to|fed up (?:at|with|where)|after a new)",
    wanted:
      "(?:there'?s|there is|there are|there'?ll be) (?:an?|one|two|three|another|some)? ?<NEAR><R><NEAR>(?:needed|wanted|missing|required|sought|short)<E>|(?:an? |one |two |three )?<R> (?:needed|wanted|required|sought) (?:at|in|for|on|by|from)<E>|(?:we|they|i)(?:'re| are|'m| am|'d)?(?: \\w+)? (?:in need of|crying out for|desperate for|short of|after|lacking|missing|out of) (?:an?|one|two|three|another|some|good)? ?(?:\\w+ )?<R><E>",
    hoursOff:
      'no (?:sundays?|saturdays?|weekends?|nights?|evenings?|late shifts?|holidays)|(?:sundays?|saturdays?|weekends?|evenings?) (?:off|free)|(?:start|starting|begin) (?:whenever|when you|any ?time|straight away|right away|asap|monday|next (?:week|month))<E>|(?:paid|full) (?:training|holidays?|board)|housing (?:included|provided|thrown in)',
    deserves: '(?:you|u) (?:really |honestly )?deserve (?:better|more|a better)<E>',
    notice:
      '(?:how (?:much|long)|what|when)<NEAR>(?:your )?notice(?: period)?<NEAR>(?:give|have|need|is|end)|how (?:much|long)(?: a)? notice<E>|(?:could|can|would) you (?:get away|be free|start)<NEAR>(?:month|week|monday|september|spring|summer|autumn|winter|straight away|immediately|soon)',
    nameCameUp:
      '(?:your|ur) name (?:came|comes|keeps coming|kept coming|cropped|popped|was) (?:up|mentioned|first)|(?:they|he|she|someone|my client) (?:mentioned|suggested|brought up|asked about|asked for) (?:you|your name)<E>(?! (?:post|talk|article))',
    moreOnIt:
      "(?:can|may|could|shall|should|let me|want me to|mind if i|happy to|i'd like to) (?:i )?(?:tell|say|send|explain|share|give) (?:you )?(?:a bit |a little |some |something )?(?:more|about it|about that|the details|details)<E>|(?:fancy it|want it|up for it|interested|curious)\\s?\\?",
    withoutOne:
      '(?:without|losing|loses|lost|lose|will lose|be missing|has no|have no|had no) (?:an?|its|their|her|his|the|any|our)? ?(?:\\w+ )?<R><E>|<R> (?:is|are) (?:retiring|leaving|moving on|off on)<E>',
    meetTheBoss:
      '(?:introduce (?:you|u) to|get (?:you|u) in front of|put (?:you|u) in touch with|have (?:you|u) meet|meet|set (?:you|u) up with|arrange for (?:you|u) to meet)<NEAR>(?:the|their|her|his|my|our) (?:\\w+ )?(?:owners?|boss|head chef|client|hiring manager|director|manager|foreman|people who run)<E>',
    matchesYourPay:
      "(?:match|beat|top|better|exceed|equal|improve on|go above) (?:whatever|what|your)<NEAR>(?:you(?:'re| are)? (?:on|earn\\w*|mak\\w+|get\\w*|paid)|salary|pay|wage|rate|current|earn)<E>",
    elsewhereInAYear:
      "(?:see|picture|imagine|fancy) yourself<NEAR>(?:elsewhere|somewhere else|anywhere else|still there|staying there|in (?:a|two|three|five|\\d) years?|running|leading|working)<E>|where would you (?:rather|really|most) (?:be|like to)<NEAR>(?:work|milk|cook|nurs|teach|driv|build|be)\\w*ing?<E>|(?:if|were) money<NEAR>(?:weren't|wasn't|were no|no) (?:the|an)? ?(?:question|issue|object)",
    isGrowing:
      "(?:shop|workshop|studio|farm|practice|firm|team|crew|kitchen|clinic|company|outfit|yard|garage|bakery|business) (?:i know |of mine |next door )?(?:is|are|will be|'s) (?:growing|expanding|getting bigger|adding|opening|taking off)<E>",
    nicePeople:
      '(?:nice|good|lovely|decent|friendly|great|kind|fun) (?:people|folks?|lot|bunch|crew|team|atmosphere|bosses)<E>|small (?:shop|team|crew|outfit)',
    takesOn:
      "(?:'re|'s|are|is|will be|going to be) (?:adding|taking on|bringing in|bringing on|getting) (?:an?|another|a second|two|three|one more|some) ?(?:[\\w-]+ ){0,2}<R><E>",
    howSettled:
      "how (?:settled|rooted|attached|committed|content|secure|wedded|glued) (?:do you feel|are you|r u|d'you feel)<NEAR>(?:at|in|with|there|to|where)<E>|(?:are you|feeling) (?:itchy|restless|on the move|stuck)<NEAR>(?:at|in|there|\\?)",
    whoIsWithout:
      '(?:who|anyone|anybody|someone|is anyone) (?:in|from|of|on|else in) your (?:old |former |whole )?(?:year|class|course|crew|team|school|college|circle|family|network|shift|village)<NEAR>(?:waiting for|without|looking for|after|free|between|in need of|still looking|might|who|that)<E>|put your (?:hat|name) (?:in|forward|down)<E>',
    wantedSome:
      '^\\W*(?:wanted|seeking|hiring|needed|looking for|we need|vacancy)\\s?:? (?:an?|two|three|four|five|\\d+|some|several|experienced)<E>(?! (?:help|advice|tip|idea|opinion|book|recipe|hand<E>))',
    wantsYou:
      "(?:we|they|i|my client|the owners?)(?:'d| would|'ll| will)?(?: really| dearly)? (?:like|love|want|hope|mean|try|be glad) to (?:headhunt|poach|hire|snap up|sign|recruit|employ) (?:you|u)<E>(?! up)",
    closesSoon:
      '(?:vacancy|applications|<R> (?:post|job|role|position|place))(?: there| itself)? (?:closes?|shuts?|runs? out)<E>',
    appetiteFor:
      '(?:appetite|taste|itch|stomach|hunger) for (?:an?|some|the|another)<NEAR>(?:posting|secondment|post abroad|position|role|job|change of (?:job|employer|scene at work)|promotion)<E>',
  },
  de: {
    ifOffered:
      '(?:wenn|falls|angenommen|gesetzt)<GAP>(?:dir|dich|ihnen|sie)<GAP>(?:anbot\\w*|anbiete\\w*|bote\\w*|gabe|fragte|holen wollte|haben wollte|ubergabe|uberliese|wollte)<GAP>(?:wurdest|hortest|wurden|konntest|kamst|ware|dachtest|was sagst)<E>',
    whatItTakes:
      'was (?:musste|mussten|musst|wurde|wurden) (?:man |wir |sie |die |er |denen |dir )?<NEAR>(?:dir|ihnen|jemand\\w*|ein\\w*|zahlen|bieten)<NEAR>(?:zahlen|bieten|geben|drauflegen|hinlegen|damit|wechsel\\w*|locken)<E>|wie viel mehr<NEAR>(?:musste|brauchtest|wolltest)',
    thoughtOfYouFor:
      '(?:denke|dachte|musste|gedacht|denk)<GAP>(?:an dich|an sie)<GAP>(?:fur (?:etwas|eine?n?|was)|als (?:man|mein|der|die|ein)|bei (?:einer sache|etwas))|bei (?:einer sache|etwas)<GAP>an (?:dich|sie)<E>|hatte (?:dich|sie) (?:da )?im (?:kopf|sinn|hinterkopf) fur',
    knowsAPlace:
      '(?:ich )?(?:wuste|wusste|kenne|kenn|hatte)(?: ich)? (?:da )?(?:vielleicht |zufallig )?(?:was|etwas|jemand\\w*|einen (?:laden|betrieb|ort|chef)|eine (?:firma|truppe|ecke|adresse|kuche|werkstatt))(?: (?:fur (?:dich|sie)|besseres|passendes|da|bessere\\w*))?(?=[.!?,]|$)',
    findsNobody:
      '(?:fur d(?:ie|en|as) ich|d(?:ie|en|as) ich kenne|nebenan|um die ecke|bei uns|von mir|mandant\\w*|kund\\w+|firma|betrieb|<R>)<GAP>(?:findet|finden|fand|bekommt|kriegt|kriegen)<NEAR>(?:kein\\w*|niemand\\w*)<E>|(?:findet|finden|bekommt|kriegt|kriegen) (?:seit \\w+ |einfach |partout )?(?:keinen|keine|niemanden)<NEAR>(?:<R>|nachfolge\\w*|leute|personal)',
    ringsABell:
      '(?:klingelt (?:da|es)(?: was| etwas)?|sagt dir das was|ware das (?:nicht )?(?:was|etwas)|war das was|kommt dir (?:da )?jemand in den sinn|eine idee|ideen|war das nix|wer fallt dir (?:da )?ein)\\s?\\?',
    whoWantsAway:
      '(?:wer|jemand|wen|kollege|kollegin|eine?r?|ein)<NEAR>(?:aus|von|bei|in) (?:dein\\w*|eur\\w*|ihr\\w*|der|dem)<GAP>(?:wechseln|weg will|weg mochte|raus will|raus mochte|gehen will|aufhoren|verandern|neu anfangen|was neues|was anderes)<E>|(?:ken+st|weist|weisst|wustest|wusstest|fallt dir) (?:du |dir )?(?:vielleicht |zufallig )?(?:jemand\\w*|ein\\w*|wen)<GAP>(?:weg will|weg mochte|raus will|wechseln (?:will|mochte|wurde)|die nase voll|genug hat|unglucklich ist|was neues sucht)<E>',
    wanted:
      '<R><NEAR>(?:gesucht|dringend gesucht|gebraucht)<E>|(?:es |uns |hier |da |ihnen )?(?:fehlt|fehlen|fehlte)(?: uns| ihnen| denen| noch| hier| gerade| dringend| seit \\w+)* (?:ein\\w* |noch |zwei |drei |an )?(?:\\w+ )?<R><E>|<R> (?:fehlt|fehlen)<E>',
    hoursOff:
      '(?:sonntags?|samstags?|wochenenden?|feiertags?|abends|nachts) frei|freie (?:wochenenden?|sonntage)|keine (?:nachte|nachtschicht\\w*|wochenenden?|sonntage|spatschicht\\w*|uberstunden)|(?:anfang|start|beginn|anfangen|starten)<NEAR>(?:wann (?:du|sie)|sofort|jederzeit|nachsten? (?:woche|monat))|bezahlte (?:fortbildung\\w*|einarbeitung)',
    deserves: '(?:du|sie) (?:hast|haben|hattest|hatten)<NEAR>(?:besseres|mehr|was besseres|etwas besseres) verdient',
    notice:
      'kundigungsfrist|(?:ab wann|wann|wie schnell|wie bald) (?:konntest|konnten|warst|waren|wurdest|kannst) (?:du|sie)<NEAR>(?:anfangen|starten|frei|loslegen|wechseln|verfugbar)',
    nameCameUp:
      '(?:dein|ihr) name (?:fiel|ist gefallen|kam auf|wurde genannt|taucht\\w*)|(?:fiel|kam) (?:da )?(?:dein|ihr) name|(?:hat|haben) nach (?:dir|ihnen) gefragt',
    moreOnIt:
      '(?:darf|soll|kann|konnte|mochtest du|willst du|magst du)<NEAR>(?:ich )?<NEAR>(?:mehr )?(?:erzahlen|verraten|erklaren|horen|wissen|dazu sagen|schicken)\\s?\\?|(?:interesse|lust|dabei|neugierig)\\s?\\?',
    withoutOne:
      '(?:ohne|verliert (?:bald )?(?:sein\\w*|ihr\\w*|d\\w+)|hat kein\\w*|haben kein\\w*)<NEAR><R><E>|<R> (?:geht|gehen)<NEAR>(?:rente|weg|in pension|in elternzeit)',
    meetTheBoss:
      '(?:dich|sie)<NEAR>(?:mit|bei) (?:de[mrn]|dem|seine\\w*|ihre\\w*|unsere\\w*|meine\\w*) (?:chef\\w*|inhaber\\w*|besitzer\\w*|leiter\\w*|meister\\w*|kunden|kundin|betriebsleit\\w*|bauern|bauerin)<NEAR>(?:zusammenbringen|bekannt machen|vorstellen|an einen tisch|reden lassen|sprechen)|(?:dich|sie) (?:de[mr]|ihrem|meinem|unserem) (?:chef\\w*|inhaber\\w*|besitzer\\w*|leiter\\w*)<NEAR>vorstellen',
    matchesYourPay:
      '(?:dein|ihr|deinen|ihren|was du|was sie)<NEAR>(?:gehalt|lohn|verdien\\w*|stundenlohn|bekommst|kriegst)<NEAR>(?:uberbieten|mitgehen|mithalten|zahlen (?:die|wir)|drauflegen|toppen|ausgleichen)|(?:uberbieten|toppen|ziehen mit bei)<NEAR>(?:gehalt|lohn|was du)',
    elsewhereInAYear:
      '(?:siehst|sahest|kannst|konntest) (?:du )?dich<NEAR>(?:woanders|anderswo|noch da|in (?:einem|zwei|drei|funf) jahr\\w*|als|vorstellen,? was (?:mit|anderes))<E>|(?:kannst|konntest) du dir vorstellen,? (?:was|etwas) (?:mit|anderes|neues|in)<GAP>zu (?:machen|arbeiten)',
    isGrowing:
      '(?:werkstatt|praxis|firma|betrieb|kuche|klinik|hof|laden|team|truppe|atelier)<NEAR>(?:wachst|vergrosert sich|baut aus|expandiert|stockt auf)<E>|(?:holt|holen|hole) sich<NEAR>(?:verstarkung|leute|jemand\\w*|personal|nachwuchs)<E>|verstarkung ins (?:haus|team|boot)',
    nicePeople:
      '(?:nette|gute|tolle|liebe|feine) (?:leute|truppe|kollegen|menschen|mannschaft)<E>|gutes klima|kleines team',
    takesOn:
      '(?:stellt|stellen|nimmt|nehmen|holt|holen)<NEAR>(?:noch |bald |demnachst )?(?:ein\\w*|zwei|drei|weitere\\w*) ?(?:\\w+ ){0,2}<R><NEAR>(?:ein|dazu|rein|ins team|auf)<E>',
    howSettled:
      'wie fest sitzt (?:du|ihr)|fest im sattel|auf dem (?:sprung|absprung)<E>|wie (?:gebunden|verwurzelt|verwachsen|zufrieden|glucklich) (?:bist|fuhlst) du<NEAR>(?:bei|mit|da|dort|in)?',
    whoIsWithout:
      '(?:wer|jemand|wen) (?:aus|von|in) (?:dein\\w*|eur\\w*) (?:\\w+ )?(?:klasse|jahrgang|kurs|team|umfeld|familie|schule|dorf|bekanntenkreis|lehrgang)<NEAR>(?:sucht|ohne|noch|frei|braucht|wartet|hat)<E>',
    wantedSome:
      '^\\W*(?:gesucht|suche|suchen|wir suchen|stelle frei|dringend)\\s?:? (?:ein\\w*|zwei|drei|vier|\\d+|mehrere) (?!tipp|rat|idee|mitfahr|buch|rezept|platz|saal|wohnung|zimmer)',
    wantsYou:
      '(?:wir|ich|sie|die|mein kunde) (?:wurde\\w*|mochte\\w*|will|wollen|wollten|versuche\\w*) (?:dich|sie) (?:gern\\w* |sofort |am liebsten )*(?:abwerben|einstellen|verpflichten|anwerben|anheuern)<E>',
    closesSoon:
      '(?:bewerbungsschluss|bewerbungsfrist) (?:ist|endet|lauft|fur (?:die|den|das) <R>)<E>|stelle als <R><NEAR>(?:schliest|lauft ab|nur noch bis)<E>',
    appetiteFor:
      '(?:appetit|lust|bock|hunger) auf (?:eine?n? )?(?:neue\\w* |andere\\w* )?(?:posten|stelle|position|auslandsposten|auslandseinsatz|stellenwechsel|leitungsposten)<E>',
  },
  fr: {
    ifOffered:
      "(?:si|imaginons|admettons|suppose)<GAP>(?:te|t'|vous) ?(?:proposai\\w+|offrai\\w+|donnai\\w+|confiai\\w+|voulai\\w+|demandai\\w+|appelai\\w+|debauchai\\w+)<GAP>(?:tu|vous|ca|qu'en|que)<NEAR>(?:ecout\\w+|dirai\\w+|pens\\w+|accept\\w+|viend\\w+|tent\\w+|interess\\w+|reflech\\w+|partir\\w+)",
    whatItTakes:
      "(?:combien|que|qu'est-ce qu'il)<NEAR>(?:faudrait|devrait|devraient|faut)<GAP>(?:te |vous |t')?(?:donner|payer|offrir|proposer|mettre|faire venir|partes?|quittes?|quittiez|partiez|bouges?|changes?)<E>",
    thoughtOfYouFor:
      "(?:pense|pensais|pensait|ai pense|a pense|pensons)<NEAR>(?:a toi|a vous|tout de suite a toi) (?:pour (?:quelque chose|une?|ce|le|la)|quand (?:un|une|mon|ma|on|il|elle))<E>|j'ai (?:tout de suite )?pense a (?:toi|vous)(?=[.!,]|$)",
    knowsAPlace:
      "(?:je connais|je sais|j'aurais|j'ai)<NEAR>(?:un endroit|une maison|une adresse|une equipe|un patron|une boite|une cuisine|un atelier|mieux|quelque chose|un truc)(?: (?:pour (?:toi|vous)|de mieux|ou|qui|a te|qui te))?(?=[.!?,]|$| ou| qui| pour)",
    findsNobody:
      "(?:que je connais|pour qui je|avec qui je|d'a cote|du coin|client\\w*|patron\\w*|boite|<R>)<GAP>(?:ne |n')?(?:trouve|trouvent|trouvait|arrive\\w* pas a (?:trouver|recruter)|peine a (?:trouver|recruter))<NEAR>(?:pas|plus|personne|aucun\\w*|trouver|recruter|son|sa|ses)<E>|(?:que je connais|pour qui je|avec qui je|client\\w*)<GAP>(?:cherche|recherche|aurait besoin|a besoin|manque)<E>",
    ringsABell:
      '(?:ca te (?:parle|dit(?: quelque chose)?|tente|dirait|branche|plairait)|ca vous (?:parle|dit|tente|dirait)|une idee|tu vois qui|partant\\w*)\\s?\\?',
    whoWantsAway:
      "(?:tu (?:vois|connais|aurais)|vous (?:voyez|connaissez)|connaitrais-tu|connais-tu|qui)<NEAR>(?:quelqu'un|une?|des|parmi|dans)<GAP>(?:voudrait|veut|souhaite|pense a|aimerait|cherche a|pret a|envie de)<NEAR>(?:changer|partir|bouger|quitter|evoluer|voir ailleurs|aller ailleurs)<E>",
    wanted:
      "(?:il (?:nous |leur |me |lui )?manque|manque|manquent|il faudrait|il faut|il (?:nous |leur )?faudrait|on manque d(?:e|')|besoin d(?:e|')|a la recherche d(?:e|')|en quete d(?:e|'))<NEAR><R><E>|<R> (?:recherchee?s?|demandee?s?|souhaitee?s?) (?:a|au|pour|en|chez|par)<E>",
    hoursOff:
      '(?:pas|plus) de (?:dimanches?|samedis?|nuits?|week-ends?|coupures?|soirees?)|(?:dimanches?|week-ends?|soirees?) (?:libres?|off|de repos|chome\\w*)|(?:debut|demarrage|commence\\w*|embauche)<NEAR>(?:quand (?:tu|vous)|tout de suite|immediat\\w*|lundi|la semaine prochaine)|loge(?:e)? sur place|formation payee',
    deserves: '(?:tu|vous) merit\\w+ (?:mieux|plus|autre chose)<E>',
    notice:
      '(?:quel|combien de)<NEAR>preavis|(?:ton|votre) preavis<NEAR>(?:est|dure|combien)|(?:tu|vous) pourr\\w+ (?:commencer|demarrer|etre libre|te liberer)<E>|quand (?:pourrais-tu|pourriez-vous|serais-tu) (?:commencer|demarrer|libre)',
    nameCameUp:
      "(?:ton|votre) nom (?:est|a ete|revient|est revenu|est sorti|est tombe)<NEAR>(?:cite|sorti|revenu|souvent|tombe|evoque)?|on m'a (?:parle de|donne|cite) (?:toi|vous|ton nom|votre nom)",
    moreOnIt:
      '(?:je peux|puis-je|je pourrais|tu veux que je|je te|je vous)<NEAR>(?:en dire plus|en parler|raconte\\w*|expliqu\\w*|dire deux mots|envoie\\w* les details)|(?:interesse|tentee?|partante?|curieu\\w+)\\s?\\?',
    withoutOne:
      "(?:n'aura plus|n'a plus|n'ont plus|n'auront plus|se retrouve sans|sera sans|perd son|perd sa|plus) (?:de |d')?<NEAR><R><E>|sans <R><E>|<R> (?:part|partent) (?:a la retraite|bientot|en conge)",
    meetTheBoss:
      "(?:te|vous|t')<NEAR>(?:presenter|presente|faire rencontrer|mettre en (?:contact|relation))<NEAR>(?:l[ea] |au? |avec )?(?:patron\\w*|chef\\w*|direct\\w+|gerante?|proprietaire|responsable|client\\w*|maitre)<E>",
    matchesYourPay:
      "(?:s'align\\w+|alignent|egal\\w+|depass\\w+|mieux que)<NEAR>(?:ton|votre|ce que (?:tu|vous)) (?:salaire|gagn\\w+|touch\\w+|paie|paye)",
    elsewhereInAYear:
      '(?:te|vous) (?:vois|verrais|voyez|verriez|imagines|imaginez|projettes|projetez)<NEAR>(?:ailleurs|encore la|dans (?:un|deux|cinq) ans?|toujours la|chez|autre part)<E>|(?:verrais|vois)-tu ailleurs',
    isGrowing:
      "(?:atelier|ferme|boite|equipe|cabinet|clinique|cuisine|maison|garage|entreprise)<GAP>(?:va )?(?:bientot )?(?:s'agrandi\\w*|grandi\\w*|se develop\\w*|s'etoffe\\w*|embauche\\w*|recrute\\w*)<E>",
    nicePeople:
      '(?:bonne|super|chouette) (?:ambiance|equipe)|ambiance (?:sympa|top|familiale)|(?:gens|equipe) sympas?|petite equipe',
    takesOn:
      '(?:on |ils |elle |il |nous )?(?:prend|prennent|prenons|embauche\\w*|ajoute\\w*|accueill\\w+) (?:bientot )?(?:une?|deux|trois|encore une?) (?:\\w+ ){0,2}<R><E>',
    howSettled:
      '(?:tu es|vous etes|es-tu|etes-vous|tu te sens)<NEAR>(?:attachee?|installee?|enracinee?|bien ancree?|casee?|stable)<NEAR>(?:a|la|chez|dans|ou)<E>[^.!?]{0,30}\\?|sur le depart\\s?\\?',
    whoIsWithout:
      '(?:tes|vos|ta|ton) (?:\\w+ )?(?:camarades|collegues|promo|copains|classe|entourage|amis)<NEAR>(?:cherchent|cherche|sans|attendent|attend|libres?)(?:-ils|-elles)?<NEAR>(?:une place|un poste|du travail|un stage|un emploi|boulot|place)',
    wantedSome:
      '^\\W*(?:on |nous )?(?:cherche|cherchons|recherche|recherchons|recrute|recrutons|embauche)\\s?:? (?:une?|deux|trois|\\d+|plusieurs|des)<E>(?! (?:salle|avis|conseil|idee|recette|livre|aide|covoitur|appart|logement))',
    wantsYou:
      '(?:on|nous|ils|je|mon client) (?:voudr\\w+|aimer\\w+|veut|veux|veulent|voulons|compte\\w*) (?:bien |vraiment )?(?:te|vous) (?:debaucher|embaucher|recruter|engager)<E>',
    closesSoon:
      "(?:les candidatures|l'offre d'emploi|le poste de <R>)<NEAR>(?:ferment?|se clo\\w+|expirent?|sont closes)<E>",
    appetiteFor:
      "(?:envie|gout|tente\\w*|attire\\w*) (?:d'|de |pour |par )(?:un |une )?(?:autre )?(?:poste a l'etranger|nouveau poste|poste|detachement|mutation)<E>(?! (?:de radio|a souder))",
  },
  es: {
    ifOffered:
      '(?:si|supon|imagina|pongamos)<GAP>(?:te|le)<NEAR>(?:ofreci\\w+|dier\\w+|llamar\\w+|propusier\\w+|quisier\\w+|encargar\\w+|pusier\\w+)<GAP>(?:escuch\\w+|diri\\w+|pensari\\w+|lo pens\\w+|aceptari\\w+|vendri\\w+|iri\\w+|que te pareceria|te interes\\w+)',
    whatItTakes:
      '(?:cuanto|que)<NEAR>(?:tendri\\w+|haria falta|deberi\\w+|habria)<GAP>(?:pagar\\w*|ofrecer\\w*|dar\\w*|poner\\w*)<NEAR>(?:te|le|dejar|para que|irte|cambiar\\w*|moverte|venir\\w*|sacarte)',
    thoughtOfYouFor:
      '(?:pienso|pense|pensando|pensamos|he pensado|penso|me acorde|me acorde de ti|acordado)<NEAR>(?:en ti|en usted|de ti)<NEAR>(?:para (?:algo|una?|el|la|este|esto)|cuando (?:un|una|mi|me|el|la))<E>|(?:he pensado|pense|pensamos) (?:enseguida |directamente )?en (?:ti|usted)(?=[.!,]|$)',
    knowsAPlace:
      '(?:se|conozco|tengo|tendria|sabria|igual se|quizas? (?:se|conozca))(?: yo)? (?:de |un |una )?(?:algo|un sitio|un lugar|una casa|un equipo|una empresa|un taller|sitio|algo mejor)(?: (?:mejor|para ti|donde|que te|asi|parecido))*(?=[.!?,]|$| donde| que| para)',
    findsNobody:
      '(?:que conozco|con la que|con el que|para la que|para el que|para quien|de al lado|de aqui|client\\w*|empresa|<R>)<GAP>no (?:encuentra\\w*|halla\\w*|da con|dan con|logra\\w* (?:encontrar|contratar)|consigue\\w* (?:encontrar|contratar)?|hay manera de encontrar)<E>',
    ringsABell:
      '(?:te suena|te dice algo|te tienta|te animas|te apuntas|te cuadra|te veria\\w*|se te ocurre (?:alguien|quien)|alguna idea|que te parece|te interesa|te interesaria)\\s?\\?',
    whoWantsAway:
      '(?:sabes de|conoces a?|sabras de|conoceras a?|se te ocurre|tienes)<NEAR>(?:alguien|algun\\w*|un[oa]?)<GAP>(?:con ganas de|que quiera\\w*|que busque|que este pensando en|dispuest[oa] a|hart[oa] de)<NEAR>(?:cambiar|irse|dejar|moverse|salir|otra cosa|su (?:empresa|hospital|jefe))',
    wanted:
      '(?:nos |les |le |me |aqui )?(?:falta|faltan|hace falta|hacen falta|se busca|se buscan|se necesita\\w*|se precisa\\w*|urge\\w*)<NEAR><R><E>|(?:buscamos|busco|necesitamos|contratamos|queremos|precisamos)<NEAR><R><E>|<R> (?:se busca|se necesita)<E>',
    hoursOff:
      '(?:domingos?|fines de semana|sabados?|festivos|noches|tardes) (?:libres?|de descanso)|sin (?:noches|domingos|fines de semana|turnos partidos|guardias)|(?:empiezas|empezar|comienzas|incorporacion|inicio)<NEAR>(?:cuando quieras|inmediat\\w+|ya|el lunes|la semana que viene)|alojamiento (?:incluido|pagado)|formacion pagada',
    deserves: '(?:te )?mereces (?:algo mejor|mas|mucho mas|otra cosa|mejor)|vales (?:mucho )?mas que (?:eso|ese|esa)',
    notice:
      '(?:cuant\\w+|que|dias de|meses de)<NEAR>preaviso|(?:cuando|en cuanto tiempo|desde cuando) (?:podrias|podria|estarias) (?:empezar|incorporarte|libre|comenzar)',
    nameCameUp:
      '(?:salio|surgio|aparecio|sono|sale)<NEAR>(?:tu|su) nombre|(?:tu|su) nombre (?:salio|surgio|aparecio|sono|salia)|(?:me|nos) (?:han |ha )?(?:preguntad\\w+|hablad\\w+|hablaron|preguntaron) (?:por|de) ti',
    moreOnIt:
      '(?:te (?:lo )?cuento|te explico|puedo contarte|quieres que te (?:cuente|explique)|quieres saber mas|te mando los detalles|te doy detalles)(?: mas)?\\s?\\?|(?:te interesa|te apetece|te tienta)\\s?\\?',
    withoutOne:
      '(?:se queda|se quedan|se ha quedado|se quedara|sigue|siguen|esta|estan) sin <NEAR><R><E>|pierde a su <R>|<R> se (?:jubila|va|marcha)<E>',
    meetTheBoss:
      '(?:te|le|os)<NEAR>(?:present\\w+|pong\\w+ en contacto|poner en contacto)<NEAR>(?:al?|con) (?:el |la |su |mi )?(?:duen[oa]|jef[ea]|propietari[oa]|encargad[oa]|director\\w*|gerente|client[ea]|responsable|patron\\w*)<E>|(?:presentarte|presentarle) (?:a la |al |a su )(?:duen[oa]|jef[ea]|propietari[oa]|director\\w*|gerente|patron\\w*)',
    matchesYourPay:
      '(?:igual\\w+|mejor\\w+|super\\w+) (?:lo que|tu|su) (?:cobras|ganas|sueldo|salario|te pagan|tienes)|(?:te )?(?:pagarian|dan|darian) mas de lo que',
    elsewhereInAYear:
      'te (?:ves|verias|imaginas)<NEAR>(?:en otr[oa]|fuera|aun ahi|todavia ahi|dentro de|de aqui a|llevando)<E>',
    isGrowing:
      '(?:taller|finca|empresa|equipo|clinica|cocina|granja|estudio|negocio)<GAP>(?:va a |esta |van a )?(?:crec\\w+|ampliar\\w*|expandir\\w*)<E>',
    nicePeople: '(?:buena|maja|linda|gran) gente|buen (?:ambiente|rollo|equipo)|equipo pequeno',
    takesOn:
      '(?:va a|van a|vamos a|quieren|quiere) (?:coger|contratar|meter|fichar|sumar|incorporar)<NEAR>(?:<R>|gente|alguien|un[oa] mas)<E>',
    howSettled:
      '(?:estas|te sientes|sigues)<NEAR>(?:atad[oa]|arraigad[oa]|asentad[oa]|comprometid[oa]|fij[oa])<NEAR>(?:a|en|con|ahi)[^.!?]{0,24}\\?',
    whoIsWithout:
      '(?:quien|alguien) de tu (?:\\w+ )?(?:promocion|clase|curso|equipo|familia|entorno|pueblo|grupo|quinta)<NEAR>(?:sigue|busca|sin|anda|quiere|esta)<E>',
    wantedSome:
      '^\\W*(?:se busca|se buscan|buscamos|se necesita\\w*|necesitamos|contratamos|urge\\w*)\\s?:? (?:un[oa]?|dos|tres|\\d+|vari[oa]s)<E>(?! (?:local|sala|consejo|idea|receta|libro|piso|casa|voluntari))',
    wantsYou:
      '(?:queremos|quiero|quieren|querriamos|nos gustaria|me gustaria) (?:ficharte|contratarte|reclutarte|ficharle|contratarle)<E>|(?:te|le) (?:queremos|quiero|quieren) (?:fichar|contratar|reclutar)<E>',
    closesSoon:
      '(?:la vacante|la convocatoria|la oferta de (?:empleo|trabajo)|las solicitudes|el puesto de <R>)<NEAR>(?:se cierra|cierra|vence|se cierran)<E>',
    appetiteFor:
      '(?:ganas|apetito|hambre) (?:de|por|para) (?:un |una )?(?:nuevo |nueva )?(?:puesto|destino en el extranjero|cargo|ascenso)<E>',
  },
  pt: {
    ifOffered:
      '(?:se|imagina|supoe|digamos)<GAP>(?:te|lhe|voce)<NEAR>(?:oferecess\\w+|dess\\w+|chamass\\w+|propusess\\w+|quisess\\w+|desafiass\\w+|entregass\\w+)<GAP>(?:ouvi\\w+|diri\\w+|pensav\\w+|pensari\\w+|aceitav\\w+|aceitari\\w+|vinh\\w+|iri\\w+|o que acha\\w*|topari\\w+|topava\\w*)',
    whatItTakes:
      '(?:quanto|o que|que)<NEAR>(?:teri\\w+|tinh\\w+|precisari\\w+|era preciso|seria preciso|deveri\\w+)<GAP>(?:pagar\\w*|oferecer\\w*|dar\\w*)<NEAR>(?:te|lhe|voce|para|largar\\w*|sair\\w*|mudar\\w*|vir\\w*)',
    thoughtOfYouFor:
      '(?:lembrei-me de ti|lembrei de (?:voce|ti)|pensei (?:logo |imediatamente )?em (?:ti|voce)|penso em (?:ti|voce)|pensamos em (?:ti|voce)|pensando em (?:ti|voce))<NEAR>(?:para (?:uma?|algo|o|a|este|esta)|quando (?:um|uma|o|a|me))<E>|(?:pensei|pensamos) (?:logo )?em (?:ti|voce)(?=[.!,]|$)',
    knowsAPlace:
      '(?:sei|conheco|tenho|tinha|teria|se calhar sei|talvez (?:saiba|conheca))(?: eu)? (?:de )?(?:uma? )?(?:sitio|lugar|casa|equipa|equipe|empresa|oficina|coisa|algo|algo melhor)(?: (?:melhor|para ti|pra voce|onde|que te|assim))*(?=[.!?,]|$| onde| que| para)',
    findsNobody:
      '(?:que (?:eu )?conheco|com quem|para quem|aqui do lado|do lado|client\\w*|empresa|<R>)<GAP>nao (?:encontra\\w*|acha\\w*|consegu\\w+ (?:encontrar|contratar|arranjar)?|arranja\\w*|da com|dao com)<E>',
    ringsABell:
      '(?:diz-te (?:alguma coisa|algo)|soa-te a alguma coisa|te diz algo|alinhas|topas?|topava\\w*|interessa-te|te interessa|lembras-te de alguem|alguma ideia|que tal|o que achas?|o que dizes)\\s?\\?',
    whoWantsAway:
      '(?:sabes de|conheces|conhece|sabe de|lembras-te de|tens)<NEAR>(?:alguem|algu[mn]\\w*|uma?)<GAP>(?:que queira|que quisesse|com vontade de|a pensar em|pensando em|dispost[oa] a|fart[oa] d[eo])<NEAR>(?:mudar|sair|trocar|largar|deixar|outra coisa)',
    wanted:
      '(?:falta-nos|faltam-nos|falta-lhes|nos falta|falta|faltam|precisa-se|procura-se|procuram-se|e preciso|sao precisos|faz falta)<NEAR><R><E>|(?:procuramos|procuro|precisamos de|contratamos|buscamos|preciso de)<NEAR><R><E>|<R> (?:procura-se|precisa-se)<E>',
    hoursOff:
      '(?:domingos?|fins de semana|sabados?|feriados|noites) (?:livres?|de folga)|(?:folga|folgas) (?:ao|aos|no|nos)<NEAR>(?:domingos?|sabados?|fins? de semana)|sem (?:noites|domingos|fins de semana|piquetes)|(?:comecas|comecar|comeca|inicio|entrada)<NEAR>(?:quando quiser\\w*|imediat\\w+|ja|segunda|na proxima semana)|alojamento (?:incluido|pago)|formacao paga',
    deserves: '(?:tu |voce )?mereces? (?:melhor|mais|muito mais|outra coisa|coisa melhor)',
    notice:
      'aviso previo|(?:quando|a partir de quando) (?:podias|poderias|podia|estarias|conseguias) (?:comecar|entrar|livre|iniciar)',
    nameCameUp:
      '(?:surgiu|apareceu|veio a baila|falou-se d[eo]|falaram d[eo])<NEAR>(?:teu|seu) nome|(?:teu|seu) nome (?:surgiu|apareceu|veio|foi (?:falado|dito))|(?:perguntaram|perguntou) por (?:ti|voce)',
    moreOnIt:
      '(?:posso (?:contar|explicar|dizer)|queres (?:saber mais|que (?:te )?(?:conte|explique))|quer saber mais|conto-te|te conto|mando-te os detalhes)(?: mais)?\\s?\\?|(?:interessa-te|te interessa|curios[oa]|interessad[oa])\\s?\\?',
    withoutOne:
      '(?:fica|ficam|ficou|esta|estao|continua) sem <NEAR><R><E>|perde [oa] (?:seu |sua )?<R>|<R> (?:reforma-se|vai-se embora|vai sair)<E>',
    meetTheBoss:
      '(?:apresentar-te|apresento-te|te apresent\\w+|apresentar voce|por-te em contacto|te colocar em contato)<NEAR>(?:a|ao|com)? ?(?:o |a )?(?:don[oa]|chefe|patro\\w+|diret\\w+|gerente|cliente|responsavel|encarregad[oa])<E>',
    matchesYourPay:
      '(?:igual\\w+|cobri\\w+|superav\\w+|superari\\w+|melhorav\\w+) (?:o que|o teu|o seu) (?:ganhas|ganha|recebes|recebe|salario|ordenado|vencimento)',
    elsewhereInAYear:
      '(?:ves-te|te ves|se ve|voce se ve|imaginas-te|te imaginas)<NEAR>(?:noutr[oa]|em outr[oa]|ainda ai|daqui a|fora|a liderar)<E>',
    isGrowing:
      '(?:oficina|quinta|empresa|equipa|equipe|clinica|cozinha|herdade|atelier|negocio)<GAP>(?:vai |esta a |esta )?(?:crescer|crescendo|expandir|aumentar|alargar)<E>',
    nicePeople: '(?:boa|otima|bela) (?:gente|equipa|equipe)|bom ambiente|equipa pequena',
    takesOn:
      '(?:vai|vao|vamos|quer|querem) (?:contratar|meter|admitir|acrescentar|buscar)<NEAR>(?:<R>|gente|alguem|mais um)<E>',
    howSettled:
      '(?:estas|sentes-te|voce esta|te sentes)<NEAR>(?:pres[oa]|agarrad[oa]|bem instalad[oa]|comprometid[oa]|ligad[oa])<NEAR>(?:a|ai|com)[^.!?]{0,24}\\?',
    whoIsWithout:
      '(?:quem|alguem) d[oa] (?:teu|tua|seu|sua) (?:\\w+ )?(?:curso|turma|equipa|equipe|familia|ano|grupo|aldeia)<NEAR>(?:anda|ainda|sem|procura|quer|esta)<E>',
    wantedSome:
      '^\\W*(?:procura-se|procuram-se|procuramos|precisa-se|precisam-se|contratamos|contrata-se|buscamos)\\s?:? (?:de )?(?:uma?|dois|duas|tres|\\d+|vari[oa]s)<E>(?! (?:sala|conselho|ideia|receita|livro|casa|quarto|voluntari))',
    wantsYou:
      '(?:queremos|quero|querem|queriamos|gostavamos de|gostaria de|gostava de) (?:contratar-te|te contratar|recrutar-te|contratar (?:voce|o senhor|a senhora))<E>',
    closesSoon:
      '(?:a vaga|as candidaturas|o concurso para <R>|o lugar de <R>)<NEAR>(?:fecha\\w*|encerra\\w*|expira\\w*)<E>',
    appetiteFor:
      '(?:vontade|apetite|fome) (?:de|por|para) (?:um |uma )?(?:nov[oa] )?(?:cargo|vaga|posto no estrangeiro|promocao)<E>',
  },
  nl: {
    ifOffered:
      '(?:als|stel|stel dat)<GAP>(?:je|jou|u)<GAP>(?:aanbood|aanbieden|bood|gaf|vroeg|wilde hebben|wou hebben|zou vragen|zou geven|zou aanbieden)<GAP>(?:zou (?:je|u|dat)|luister\\w*|dacht je|wat zeg je|interesse)<E>',
    whatItTakes:
      'wat (?:zou|zouden|moet|moeten)<GAP>(?:je|jou|u)<GAP>(?:betalen|bieten|bieden|geven|neerleggen)<E>|hoeveel (?:meer )?(?:zou|moet|moeten|zouden)<GAP>(?:je|jou|u)<NEAR>(?:betalen|bieden|geven|krijgen)<E>',
    thoughtOfYouFor:
      '(?:denk|dacht|moest|gedacht)<NEAR>(?:aan (?:jou|je|u)|aan jou denken)<NEAR>(?:voor (?:iets|een|die|dat|deze)|toen (?:een|mijn|ze|hij|de))<E>|(?:moest|dacht) (?:meteen |gelijk |direct )?aan (?:jou|je|u)(?: denken)?(?=[.!,]|$)',
    knowsAPlace:
      '(?:ik )?(?:weet|ken|heb|had|zou)(?: ik)? (?:misschien |wel |toevallig )*(?:iets|een (?:plek|zaak|bedrijf|keuken|team|werkplaats|baas|club)|wat)(?: (?:voor (?:je|jou|u)|beters?|waar|die|anders|weten))*(?=[.!?,]|$| waar| die| voor)',
    findsNobody:
      '(?:die ik ken|voor wie ik|waar ik voor|waarvoor ik|hiernaast|om de hoek|verderop|van mij|klant\\w*|bedrijf|<R>)<GAP>(?:vindt|vinden|krijgt|krijgen|kan|kunnen)<NEAR>(?:geen|niemand|maar niet|nauwelijks)<E>',
    ringsABell:
      '(?:gaat er (?:dan )?een belletje rinkelen|rinkelt er iets|zegt dat je (?:iets|wat)|iets voor (?:jou|je|u)|wat voor (?:jou|je)|idee|schiet je iemand te binnen|zie je dat zitten|lijkt je dat wat)\\s?\\?',
    whoWantsAway:
      '(?:weet|ken|kent|weten)<NEAR>(?:je|jij|u|jullie)?<NEAR>(?:iemand|een)<GAP>(?:die|dat)<GAP>(?:weg wil|wil (?:overstappen|wisselen|vertrekken|veranderen|stoppen)|toe is aan|zin heeft in (?:iets|wat) (?:nieuws|anders)|weg bij|er klaar mee is|iets anders wil)<E>',
    wanted:
      '(?:gezocht|gevraagd|nodig)<NEAR><R><E>|<R><NEAR>(?:gezocht|nodig|gevraagd)<E>|(?:we|wij|ze|zij|ons|er) (?:missen|mist|ontbreekt|komen|zitten)<NEAR><R><E>|(?:er )?ontbreekt<NEAR><R><E>|(?:zoeken|zoekt|zoek) (?:we |wij |ze )?(?:nog |dringend |met spoed )?(?:een |twee |drie |nieuwe )?(?:\\w+ )?<R><E>',
    hoursOff:
      "(?:zondag|zaterdag|weekend|weekeinde|'s avonds|feestdagen)(?:en|s)? vrij|geen (?:nachten|nachtdiensten|weekenden|zondagen|overuren|gebroken diensten)|(?:beginnen|starten|start|begin)<NEAR>(?:wanneer je|per direct|meteen|maandag|volgende (?:week|maand))|betaalde (?:opleiding|vakantie)|inclusief woonruimte",
    deserves: '(?:je|jij|u) verdient (?:beter|meer|iets beters|wat beters)',
    notice:
      'opzegtermijn|(?:wanneer|hoe snel|vanaf wanneer) (?:zou|kun|kan|kunt) (?:je|u)<NEAR>(?:beginnen|starten|weg|vrij|aan de slag)',
    nameCameUp:
      '(?:je|jouw|uw) naam (?:viel|kwam|werd genoemd|komt steeds)|(?:viel|kwam) (?:je|jouw|uw) naam|(?:vroeg|vroegen) naar (?:jou|je|u)<E>',
    moreOnIt:
      '(?:mag|kan|zal|zou) ik<NEAR>(?:meer |erover |wat )?(?:vertellen|uitleggen|sturen|zeggen)\\s?\\?|wil je<NEAR>(?:meer (?:weten|horen)|weten wat)\\s?\\?|(?:interesse|zin in|nieuwsgierig|geinteresseerd)\\s?\\?',
    withoutOne:
      '(?:zit|zitten|staat|staan|komt|valt) <NEAR>zonder <NEAR><R><E>|verliest (?:zijn|haar|hun|de) <R>|<R> (?:gaat|gaan) (?:met pensioen|weg)<E>',
    meetTheBoss:
      '(?:je|jou|u)<NEAR>(?:aan|met|bij) (?:de |hun |mijn |onze )?(?:eigena\\w+|baas|chef|directeur|leidinggevende|klant|manager|bedrijfsleider|boer)<NEAR>(?:voorstellen|in contact|koppelen|kennismaken|praten)<E>',
    matchesYourPay:
      '(?:evenaren|overbieden|overtreffen|meegaan met)<E>|(?:je|jouw|uw) (?:loon|salaris)<NEAR>(?:evenaren|overbieden|verhogen|overtreffen|erbovenop)',
    elsewhereInAYear:
      'zie (?:je|jij) (?:je|jezelf)<NEAR>(?:daar|ergens anders|elders|over (?:een|twee|vijf) jaar|leiding)<E>|ziet u zich',
    isGrowing:
      '(?:atelier|boerderij|bedrijf|zaak|ploeg|team|praktijk|keuken|werkplaats|kliniek|garage|hoeve)<GAP>(?:gaat (?:binnenkort )?)?(?:uitbreiden|uitbreidt|groeit|groeien|vergroten)<E>',
    nicePeople: "(?:fijne|leuke|goede|aardige|toffe) (?:mensen|ploeg|club|collega'?s|sfeer)|klein team",
    takesOn:
      '(?:neemt|nemen|haalt|halen|zoekt|zoeken)<NEAR>(?:er )?(?:nog )?(?:een|twee|drie|extra) (?:\\w+ ){0,2}<R><NEAR>(?:bij|aan|in dienst|erbij)<E>',
    howSettled:
      'hoe (?:vast|gehecht|gebonden|tevreden|stevig) (?:zit|ben|voel) (?:je|jij)<NEAR>(?:daar|bij|in|aan|er)?',
    whoIsWithout:
      '(?:wie|iemand) (?:van|uit|in) (?:je|jouw|jullie) (?:oude |hele )?(?:klas|jaar|opleiding|ploeg|team|kring|familie|dorp)<NEAR>(?:zit|zoekt|nog|zonder|wil|is)<E>',
    wantedSome:
      '^\\W*(?:gezocht|gevraagd|wij zoeken|we zoeken|nodig)\\s?:? (?:een|twee|drie|\\d+|enkele)<E>(?! (?:zaal|advies|idee|recept|boek|kamer|huis|vrijwillig))',
    wantsYou:
      '(?:we|wij|ik|ze|mijn klant) (?:willen|wil|zouden|zou) (?:je|jou|u) (?:graag |wel |zo )*(?:wegkapen|aannemen|inlijven|weglokken|headhunten|in dienst nemen)<E>',
    closesSoon: '(?:de vacature|de sollicitatietermijn|de functie van <R>)<NEAR>(?:sluit|loopt af|verloopt)<E>',
    appetiteFor:
      '(?:trek|zin) in (?:een )?(?:nieuwe |andere )?(?:functie|baan|buitenlandpost|post in het buitenland|promotie)<E>',
  },
}

function framesFrom(language: KnownLanguage): readonly Frame[] {
  const { frame } = patterns({})
  const own: Readonly<Record<string, string>> = SOUNDINGS[language]
  return Object.entries(WEIGHTS).map(([sounding, [tag, weight]]) =>
    frame(tag, weight, `<B>(?:${own[sounding] ?? '(?!)'})`),
  )
}

/** Put together for one language, when its first text comes. */
export const soundingFrames = (language: KnownLanguage): readonly Frame[] => framesFrom(language)
