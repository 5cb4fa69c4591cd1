import type { KnownLanguage } from '../language.ts'
import { type Frame, patterns } from './frame.ts'

/** Job talk that names no vacancy: a client who wants to meet, a next step, a wage to wish for, a question whether they still like it there. */
const en = (): readonly Frame[] => {
  const { frame } = patterns({
    YOU: '(?:you|u|ya)',
    CLIENT:
      '(?:(?:my|our|one of my|a) (?:[\\w-]+ )?(?:client|customer|employer|boss|director|partner)s?|the (?:company|firm|people|team|hospital|school|client|place|outfit) (?:that |who )?i (?:represent|recruit for|work for|work with|hire for|am helping))',
    SOMETHING: '(?:something|a thing|things?|one thing|this|it|what i have|a little something)',
    LOOKS:
      "(?:might|could|may|would|should|can|'d|looks like it could|sounds like it could) (?:well |also |really |just )?(?:be|make|suit|interest|appeal to|tempt|fit)",
  })
  return [
    frame(
      'came-to-mind',
      1,
      "<B><CLIENT>(?: would|'d)? (?:wants?|love|likes?|loves|keen|hopes?|asked|is keen|are keen|is curious|is dying)(?: very much| really)? ?(?:to )?(?:meet|talk to|speak to|speak with|hear from|get to know|see) <YOU><E>",
    ),
    frame(
      'came-to-mind',
      1,
      '<B>(?:(?:use|need|want|welcome|love|miss|do with|have room for|value|snap up|grab|take)s?|looking for|room for|place for|waiting for)(?: (?:to have|to get|to see|to hire|up|nicely))?(?: \\w+)? (?:someone|somebody|people|a person|a pair of hands|hands|a \\w+) (?:just |exactly |a bit )?(?:like <YOU>|with your|of your)(?<!talk to .{0,30})',
    ),
    frame(
      'came-to-mind',
      1,
      "<B>(?:would|'d|could|will|'ll) (?:really |just |happily |gladly |immediately )*(?:snap|hire|scoop|grab|take|employ|have|poach|welcome) <YOU>(?: up| on| away| in| tomorrow| any day| in a heartbeat| straight away| with open arms)(?! (?:for (?:dinner|lunch|tea)|a walk))<E>",
    ),
    frame(
      'vacancy',
      1,
      "<B><SOMETHING>(?: (?:has |that |which |just |here |new )*(?:came|come|comes|popped|turned|showed|crossed|landed|i have|i've got|i heard)[\\w ]{0,30})?(?: that| which)? <LOOKS>[^.!?\\n]{0,30}<B>(?:next (?:step|move|chapter|role|adventure)|step (?:up|for <YOU>)|(?:right )?up your (?:street|alley)|career)<E>",
    ),
    frame(
      'vacancy',
      0.6,
      '<B>(?:great|good|perfect|natural|nice|logical|your|real|big|interesting|exciting) (?:next|career) (?:step|move|chapter)<E>',
    ),
    frame(
      'move',
      1,
      '<B>(?:where|how) (?:do|would) <YOU> see yourself<NEAR>(?:years?|months?|from now|down the line|going next)<E>',
    ),
    frame(
      'move',
      1,
      '<B>(?:see|picture|imagine) (?:yourself|<YOU>rself) (?:still |being |staying |working )*(?:at|in|on|with) (?:the|that|this) (?:same )?[\\w-]+[^.!?\\n]{0,12} in (?:\\w+ )?(?:years?|months?)',
    ),
    frame(
      'move',
      1,
      '<B>(?:(?:would|could|might|have) <YOU>(?: ever| even)?|ever|fancy|thought of|thought about|tempted by|tempted to) (?:consider(?:ed)? |think(?:ing)? (?:of|about) |thought (?:of|about) |be up for |be tempted (?:by|to) )?(?:mov(?:e|ing)|switch(?:ing)?|swap(?:ping)?|chang(?:e|ing)|trad(?:e|ing)|leav(?:e|ing)|jump(?:ing)?) (?:to |over to |for |across to |the |your |from )(?:an? |the |your |our |another )?(?:[\\w-]+ ){0,4}(?:hospital|clinic|ward|school|firm|company|team|employer|kitchen|hotel|farm|theatre|lab|carrier|shop|store|hours|shifts?|nights|office|agency|practice|unit|place|with us|nine to five|permanent)<E>',
    ),
    frame(
      'open-to',
      1,
      '<B>(?:listen to|hear|consider|entertain|open to|look at|take) (?:an?|any|the right|good|our|my) (?:\\w+ )?(?:offer|proposal|proposition)s?(?=\\W|$)(?! (?:of help|for the (?:house|van|car|boat)))',
    ),
    frame(
      'happy-there',
      1,
      '<B>(?:(?:are|do) (?:they|your (?:bosses|employers?|company|hospital|people)) (?:\\w+ )?(?:treat(?:ing)?|pay(?:ing)?|look(?:ing)? after|valu(?:e|ing)|appreciat(?:e|ing))) <YOU>|<B>(?:treating|paying|looking after) <YOU> (?:well|right|enough|properly|fairly)',
    ),
    frame(
      'happy-there',
      1,
      '<B>(?:enjoying|liking|like|happy|settled|content|loving|satisfied|good) (?:it |things |life )?(?:there|where <YOU> are|at (?:\\w+ ){1,2})[^.!?\\n]{0,12}<B>or<E>[^.!?\\n]{0,40}<B>(?:look(?:ing)?|thinking|itching|ready|open|curious|restless|moving)<E>',
    ),
    frame(
      'pay',
      1,
      '<B>(?:what|which|how much)[^.!?\\n]{0,14}<B>(?:salary|wage|pay|day rate|hourly rate|package|money|figure|number|earnings?)<E>[^.!?\\n]{0,14}<B>(?:would|do|did|are|will|could) <YOU> (?:be )?(?:after|want|looking for|looking at|expect|expecting|need|hoping for|hope for|like|ask|have in mind|thinking of)',
    ),
    frame(
      'pay',
      1,
      "<B>(?:we|they|he|she|client|i)(?:'d| would| could| can|'ll| will)? (?:happily |easily |gladly |probably )*(?:double|match|beat|top|top up|pay more than|outbid|raise) (?:what |whatever )?(?:[\\w' -]{0,20})<B>(?:pays? <YOU>|you (?:get|make|earn|have)|your (?:pay|salary|wage|rate|money|current))",
    ),
    frame(
      'pay',
      0.8,
      '<B>(?:they |we |it |he |she |client )?(?:pays?|paying|offers?|offering) (?:about |around |up to |over )?[£$€]?\\d[\\d.,]*(?: ?k)? ?(?:an hour|a day|a week|a month|a year|a night|a shift|per \\w+|p/?h|hourly|net|gross|before tax|after tax|plus)',
    ),
    frame(
      'pay',
      0.7,
      '<B>[£$€]?\\d[\\d.,]*(?: ?k)? ?(?:gross|net|before tax|after tax|basic|a year|pa|plus (?:car|bonus|tips|overtime|board))<E>|<B>\\d{2,3} ?k<E>(?! (?:followers|steps|runs?|race|words|lines|views|stars|users|downloads|rows|requests|miles|km|people))',
    ),
    frame(
      'advert',
      0.5,
      '<B>(?:remote|hybrid|on[- ]site|no weekends?|no nights?|home every (?:night|weekend|friday)|four days?(?: a week)?|days only|mon(?:day)?[- ]fri(?:day)?|weekends off|free weekends|van provided|house included|cottage included|accommodation included|board and lodging|company (?:car|van)|sign-on)<E>',
    ),
    frame(
      'open-to',
      0.5,
      '<B>(?:any interest|interested|tempted|keen|curious|up for it|want in|fancy it|sound good|sounds good|what do <YOU> (?:say|think|reckon)|would (?:that|this|it) be (?:something|of interest|anything)(?: for <YOU>)?|something for <YOU>|any takers|does that (?:tempt|interest|appeal)|game)\\s?\\?',
    ),
    frame(
      'vacancy',
      1,
      '<B>(?:put|pass|throw|give|get)(?: \\w+)? your (?:name|details|number|cv) (?:forward|on|in|into|over|to (?:them|her|him|the|my)|in the hat)',
    ),
    frame(
      'vacancy',
      1,
      "<B>(?:position|role|job|post|vacancy|opening|spot|slot|seat)s? (?:that )?(?:i'm|i am|we're|we are|i'm currently|we)(?: \\w+)? (?:trying to fill|filling|need to fill|have to fill|working on|staffing|recruiting for|hiring for|handling)",
    ),
    frame(
      'hiring',
      1,
      '<B>(?:short-?list|long-?list|candidate list|list of candidates)(?: of \\w+)? for (?:an?|the|our|my)<E>(?! (?:prize|award|booker|oscar|competition|medal|grant))',
    ),
    frame(
      'cv',
      1,
      '<B>(?:how about|fancy|what about|could we|can we|shall we|ready for|up for|come (?:in |over |by )?for|invite <YOU> (?:to|for)|set up|arrange|book|schedule|line up) (?:an? |the |your )?(?:(?:first|quick|short|phone|informal|trial|video|proper) )*(?:interview|trial shift|trial day|assessment (?:day|centre))<E>(?! (?:for (?:my|the|our) (?:podcast|blog|paper|radio|show|magazine)|on (?:the )?(?:radio|air|podcast)|about your|with (?:the )?(?:radio|paper)))',
    ),
    frame(
      'advert',
      1,
      '<B>(?:attached|enclosed|here|sending|find|see|forwarding|below)<NEAR><B>(?:job|role|position|person) (?:description|spec|specification|profile|ad|advert|posting)s?<E>',
    ),
    frame(
      'referral',
      1,
      '<B>(?:any ?one|any ?body|some ?one|some ?body|friends?|mates?|colleagues?|sister|brother|cousin|daughter|son|wife|husband|partner|people|neighbours?|pupils?|students?)<GAP>(?:looking for|after|in need of|wanting|wants?|needs?|out of|short of|up for|interested in|ready for|keen on|available for|fancy|seeking|hunting for) (?:an? |some |any |more |new |steady |paid |good |regular |extra |decent |fresh |permanent )*(?:work|jobs?|employment|shifts|position|post|role|new start|change|something new)(?=\\W|$)(?<!looking for work (?:clothes|boots))',
    ),
    frame(
      'referral',
      1,
      "<B>who do <YOU> know (?:that|who)(?:'s|'d| is| are| might| could| would)? (?!(?:sells?|repairs?|fix\\w*|makes? (?:a |the )?(?:good |best )?(?:beer|coffee|bread)|teaches me|rents?)<E>)(?:drives?|cooks?|nurses?|welds?|teaches|builds?|runs?|works?|codes?|programs?|manages?|leads?|bakes?|farms?|sews?|rigs?|paints?|plasters?|is good|can|has|does)[^.!?\\n]{0,60}<B>(?:fed up|tired|bored|sick of|wants?|looking|open|ready|might|restless|would|unhappy|available|between)<E>",
    ),
    frame(
      'referral',
      0.5,
      '<B>(?:ask around|spread the word|pass (?:it|this|the word) (?:on|along|round)|put the word out|let them know i|send them (?:my way|to me|over))<E>',
    ),
    frame(
      'seeking',
      1,
      "<B>(?:i|we)(?:'m|'re| am| are)? (?:\\w+ )?(?:filling|staffing|crewing|manning) (?:an?|the|two|three|several|our)<E>(?! (?:form|tank|bottle|glass|bucket|hole|gap in|kettle|barn))<GAP><B>(?:role|post|position|job|lead|head|manager|director|spot|chair|team|crew|desk|shift|<R>)",
    ),
    frame(
      'seeking',
      1,
      '<B>(?:short-?handed|short-?staffed|under-?staffed|a (?:nurse|driver|cook|pair of hands) short)<E>[^.!?\\n]{0,40}<B>(?:would|could|can|will|want|fancy|like|help|interested|join|free)<E>',
    ),
    frame(
      'vacancy',
      1,
      '<B>(?:tenure[- ]track|permanent|full[- ]time|part[- ]time|fixed[- ]term|funded|paid|salaried|vacant|open|new|junior|senior|phd|postdoc|teaching|assistant)(?: [\\w-]+)? (?:position|post|role|job|chair|vacancy|opening|contract|slot)s?<E><GAP><B>(?:deadline|closes|apply|starts?|from|until|open|available|advertis\\w+|free|in (?:our|the) (?:department|faculty|institute))<E>',
    ),
    frame(
      'vacancy',
      0.8,
      "<B>(?:has|have|got|offers?|there(?:'s| is)) (?:an? )?(?:funded |tenure[- ]track |permanent |paid )+(?:position|post|role|job|place|contract)",
    ),
    frame(
      'vacancy',
      1,
      '<B>(?:seat|spot|place|desk|chair|home|future|room|slot) (?:waiting )?for <YOU> (?:in|on|at|with|among) (?:our|my|the|us)<E>(?! (?:table|van|bus|train|car|audience|front row|house|market|panel))',
    ),
    frame(
      'join-us',
      1,
      '<B>(?:want|need|like|love|see|have|get) <YOU> (?:on|in|at|with|to join) (?:our|my|the|us)<E> ?(?:[\\w-]+ )?(?:team|crew|staff|kitchen|ward|company|board|fleet|department|lab|side)?(?=\\W|$)(?! (?:call|channel|room|photo|picture|audience|group|chat|podcast|show|panel|party|thread|stream))',
    ),
  ]
}

const de = (): readonly Frame[] => {
  const { frame } = patterns({
    YOU: '(?:du|dich|dir|sie|ihnen)',
    CLIENT:
      '(?:mein(?:e|em)? (?:kunde|kundin|mandant|mandantin|auftraggeber|auftraggeberin|chef|chefin)|ein(?:e)? (?:kunde|kundin) von (?:mir|uns)|die firma,? (?:fur die ich|die ich))',
  })
  return [
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
      '<B>(?:wer|jemand|jemanden|wen|freund\\w*|kolleg\\w+|bekannt\\w+|nachbar\\w*|schwester|bruder|kumpel|tochter|sohn|mann|frau|elektriker|¤+)<GAP>(?:sucht|suchen|braucht|will|mochte|ware|hatte|interessiert|interesse|lust|was neues|etwas neues)<NEAR><B>(?:arbeit|job|stelle|posten|was neues|etwas neues|neues|anstellung|platz in|schicht\\w*)<E>(?! (?:uber|im text))',
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
}

const fr = (): readonly Frame[] => {
  const { frame } = patterns({
    YOU: "(?:tu|te|t'|toi|vous)",
    CLIENT:
      "(?:mon|ma|un de mes|une de mes|notre|l'un de mes) (?:client|cliente|clients|clientes|donneur d'ordre|patron|patronne|directeur|directrice|employeur)|la (?:boite|societe|maison) (?:que je represente|pour qui)",
  })
  return [
    frame(
      'came-to-mind',
      1,
      "<B>(?:<CLIENT>)<NEAR>(?:aimerait|voudrait|souhaite|souhaiterait|veut|serait (?:ravi|curieu\\w+|heureu\\w+)|rêve|demande)<NEAR>(?:te |vous |t')?(?:rencontrer|parler|connaitre|voir|echanger)",
    ),
    frame(
      'came-to-mind',
      1,
      "<B>(?:quelqu'un|des gens|une personne|un profil|des personnes) comme (?:toi|vous)<GAP>(?:utile|besoin|manque|cherch\\w+|falloir|faudrait|precieu\\w+|bienvenue?|ferait|renfort)|<B>(?:besoin de|cherch\\w+|manque|faudrait|recherch\\w+|place pour|bien) ?(?:de )?(?:quelqu'un|gens|personnes?|une personne) comme (?:toi|vous)",
    ),
    frame(
      'vacancy',
      1,
      "<B>(?:quelque chose|un truc|ca|j'ai)<GAP>(?:pourrait|peut|serait|ferait)<GAP>(?:suite (?:logique|naturelle)|prochaine? (?:etape|pas|poste|defi)|pour (?:toi|vous)<E>|evolution|tremplin)",
    ),
    frame(
      'vacancy',
      1,
      "<B>(?:j'ai|on a|nous avons|il y a)<NEAR>(?:exactement |justement |pile )?(?:ce qu'il (?:te|vous) faut|ce que (?:tu|vous) cherche\\w*|quelque chose pour (?:toi|vous))",
    ),
    frame(
      'move',
      1,
      '<B>(?:ou (?:te vois-tu|vous voyez-vous|tu te vois|vous vous voyez|est-ce que (?:tu te vois|vous vous voyez))|comment (?:te vois-tu|tu te vois))<GAP>(?:ans?|mois|annees?)<E>',
    ),
    frame(
      'happy-there',
      1,
      '<B>(?:tu te plais|vous vous plaisez|tu es (?:toujours )?(?:bien|heureu\\w+)|ca te plait)(?: \\w+){0,2} (?:la|la-bas|dans (?:ta|ton|votre)|chez|au|a la|ou tu)[^.!?\\n]{0,30}<B>ou<E>|<B>(?:tu regardes|vous regardez|regarder) (?:ailleurs|un peu ailleurs)<E>',
    ),
    frame(
      'pay',
      1,
      '<B>(?:quel(?:le)?s?|combien)<NEAR>(?:salaire|remuneration|paie|voudrais-tu gagner|tu voudrais|tu veux gagner|vous souhaitez gagner|pretentions?)<GAP>(?:<YOU>|vise\\w*|souhait\\w*|attend\\w*|voud\\w*|\\?)|<B>pretentions? salariales?<E>',
    ),
    frame('pay', 0.8, "<B>\\d[\\d. ,]*(?: ?k)? ?(?:€ |euros? )?(?:nets?|bruts?|par mois|par an|de l'heure)<E>"),
    frame(
      'pay',
      1,
      "<B>(?:on|nous|ils|mon client) (?:te |vous |t')?(?:paie\\w*|paye\\w*|paierait|payerait|offre\\w*|donne\\w*)<GAP>(?:de plus|davantage|mieux|le double) ?(?:que|qu')?",
    ),
    frame(
      'advert',
      0.5,
      '<B>(?:pas de week-?ends?|week-?ends? libres?|temps plein|mi-temps|cdi|cdd|teletravail|vehicule de fonction|voiture de fonction|loge|logement fourni|semaine de quatre jours)<E>',
    ),
    frame(
      'open-to',
      0.5,
      "<B>(?:interesse\\w*|ca (?:te|vous) (?:tente|dit|dirait|interesse|interesserait|parle)|tente\\w*|partante?|qu'en (?:dis-tu|dites-vous|penses-tu)|tu en es|curieu\\w+)\\s?\\?",
    ),
    frame(
      'referral',
      1,
      "<B>(?:qui|quelqu'un|un ami|une amie|un collegue|une collegue|ta soeur|ton frere|ta collegue|ton collegue|des gens|du monde|¤+)(?<!quelqu'un comme)<GAP>(?:cherche\\w*|voudrait|voudraient|aimerait|aimeraient|veut|serait|interesse\\w*)<NEAR>(?:du )?<B>(?:travail\\w*|boulot|bosser|emploi|poste|job|un cdi|un cdd|place|changer)<E>",
    ),
    frame(
      'referral',
      1,
      '<B>(?:qui|tu) (?:connais(?:-tu)?|connaitrais)<GAP>(?:travailler|bosser|rejoindre|venir|postuler|changer|cherche)<GAP>(?:chez|avec|pour|nous|comme|\\?)',
    ),
    frame(
      'referral',
      0.5,
      "<B>(?:tu fais|faites|fais|tu peux faire) (?:passer|tourner|circuler)(?: le mot| l'info)?<E>",
    ),
    frame(
      'referral',
      1,
      '<B>(?:ta|ton|votre) (?:collegue|soeur|frere|amie?|copine|copain|voisine?|fille|fils|mari|femme)<GAP>(?:interesse\\w*|tente\\w*|partante?)<GAP><B>(?:cdi|cdd|poste|emploi|travail|job|mission|contrat|place)<E>',
    ),
    frame(
      'vacancy',
      1,
      "<B>(?:je peux|puis-je|je pourrais|laisse-moi|laissez-moi)<NEAR>(?:te |vous )?(?:parler|dire (?:un mot|deux mots)|presenter)<NEAR><B>(?:d'un|d'une|du|le|un|une|de la)<NEAR><B>(?:poste|emploi|offre|job|mission|place)<E>",
    ),
    frame(
      'vacancy',
      1,
      "<B>(?:je|nous|on) (?:pourvois|pourvoyons|pourvoit|dois pourvoir)<E>|<B>(?:ouvre|ouvrent|met au concours|publie)<NEAR>(?:un |une |des )?<B>(?:postes?|chaire|concours)<E> (?:de|d'|en)",
    ),
    frame(
      'move',
      1,
      '<B>(?:as-tu|avez-vous|tu as|vous avez)<NEAR>(?:pense|songe|envisage)<NEAR>(?:a |de )?(?:partir|changer|bouger|quitter|demissionner|aller voir ailleurs)<E>|<B>si (?:un jour |jamais )*(?:tu|vous) (?:veux|voulez|as envie de|avez envie de|souhaites)<NEAR>(?:bouger|changer|partir|evoluer|autre chose|quitter)',
    ),
    frame(
      'cv',
      1,
      "<B>(?:preavis|entretien (?:d'embauche|chez nous|avec mon client|jeudi|lundi|mardi|mercredi|vendredi)|journee d'essai|un essai chez nous)<E>",
    ),
    frame(
      'join-us',
      1,
      '<B>(?:viens|venez|viendrais-tu|ca te dirait de venir|envie de (?:venir|nous rejoindre)) ?(?:bosser|travailler|cuisiner|nous rejoindre|rejoindre)?<NEAR>(?:avec|chez|pour) nous<E>(?! (?:au cafe|boire|diner|dejeuner|samedi|voir))',
    ),
  ]
}

const es = (): readonly Frame[] => {
  const { frame } = patterns({
    CLIENT:
      '(?:(?:mi|nuestro|nuestra|uno de mis|una de mis) (?:cliente|clienta|clientes|jefe|jefa|director|directora)|la empresa (?:que represento|para la que))',
  })
  return [
    frame(
      'came-to-mind',
      1,
      '<B><CLIENT><NEAR>(?:quiere|querria|quisiera|le gustaria|desea|tiene ganas de)<NEAR>(?:conocer|hablar con|ver|saber de|entrevistar)(?:te|le|la|lo| contigo| usted)?<E>',
    ),
    frame(
      'came-to-mind',
      1,
      '<B>(?:alguien|gente|una persona|personas|un perfil) como (?:tu|usted|vosotros)<GAP>(?:vendria\\w*|vendrian|hace falta|falta|necesit\\w+|busc\\w+|encaja\\w*|seria|bien)|<B>(?:necesit\\w+|busc\\w+|falta|sitio para|lugar para)<NEAR>(?:alguien|gente|una persona) como (?:tu|usted)',
    ),
    frame(
      'vacancy',
      1,
      '<B>(?:ha surgido|surgio|ha salido|me ha llegado|tengo|hay|aparecio|ha aparecido)<NEAR><B>(?:algo|una cosa|justo lo)<GAP>(?:proximo paso|siguiente paso|para (?:ti|usted)|que buscas|tu (?:proximo|siguiente)|encaj\\w+|interesar\\w*)',
    ),
    frame(
      'vacancy',
      1,
      '<B>(?:tengo|tenemos|hay) (?:justo |exactamente )?(?:lo que (?:buscas|necesitas|te hace falta)|algo para (?:ti|usted))',
    ),
    frame('move', 1, '<B>(?:donde|como) te ves<GAP>(?:anos?|meses)<E>'),
    frame(
      'happy-there',
      1,
      '<B>(?:sigues|estas|te sientes)<NEAR>(?:a gusto|content[oa]|bien|feliz|comod[oa])<GAP><B>(?:ahi|alli|donde estas|en (?:tu|esa|ese|el|la) \\w+)<E>(?=[^.!?\\n]{0,40}(?:\\?|mirando|buscando))|<B>(?:mirando|viendo|buscando) (?:otras cosas|otra cosa|algo mas|fuera)<E>',
    ),
    frame(
      'pay',
      1,
      '<B>(?:que|cuanto|cual)<NEAR>(?:sueldo|salario|cobrar|ganar|pretension\\w*|aspiracion\\w*)<GAP>(?:te|quer\\w+|quier\\w+|gustaria|esper\\w+|ten\\w+|buscas|pides|salarial\\w*)',
    ),
    frame(
      'pay',
      0.8,
      '<B>\\d[\\d.,]*(?: ?k)? ?(?:€ |euros? )?(?:netos?|brutos?|al mes|al ano|la hora|mensuales|anuales)<E>',
    ),
    frame(
      'pay',
      1,
      '<B>(?:te|le) (?:pagamos|pagariamos|pagan|pagarian|ofrecemos|daria\\w*|damos|dan)<GAP>(?:mas|el doble|mejor)<E>',
    ),
    frame(
      'advert',
      0.5,
      '<B>(?:fines de semana libres|sin fines de semana|findes libres|teletrabajo|jornada (?:completa|partida|intensiva|continua)|media jornada|con (?:furgoneta|coche de empresa)|contrato (?:fijo|indefinido)|alojamiento incluido|de lunes a viernes)<E>',
    ),
    frame(
      'open-to',
      0.5,
      '<B>(?:te (?:interesa|interesaria|animas|apuntas|apetece|tienta|cuadra|suena bien)|que (?:me dices|te parece|dices)|le interesa|interesad[oa])\\s?\\?',
    ),
    frame(
      'referral',
      1,
      '<B>(?:alguien|quien|amig[oa]s?|compañer[oa]s?|companer[oa]s?|conocid[oa]s?|herman[oa]|vecin[oa]|¤+)<GAP>(?:que )?(?:busque|busca|buscando|quiera|quiere|necesite|interesaria|interese|le guste|este libre)<NEAR><B>(?:trabaj\\w+|empleo|curro|puesto|un contrato|cambiar|algo nuevo|plaza)<E>',
    ),
    frame(
      'referral',
      1,
      '<B>(?:a )?(?:tu|su) (?:companer[oa]|herman[oa]|amig[oa]|vecin[oa]|prim[oa]|marido|mujer|novi[oa]|hij[oa]|colega)<NEAR>(?:le interesaria|interesaria|estaria interesad[oa]|querria|le gustaria)<GAP><B>(?:contrato|puesto|trabajo|trabajar|empleo|plaza|vacante)<E>',
    ),
    frame(
      'referral',
      0.5,
      '<B>(?:preguntas|pregunta|preguntar|puedes preguntar|corre|haz correr|pasa) (?:por ahi|a tu gente|la voz|a los tuyos)<E>',
    ),
    frame(
      'vacancy',
      1,
      '<B>(?:puedo|podria|quiero|quisiera|dejame|queria|me dejas) ?(?:\\w+ )?(?:contar|hablar|comentar|explicar|presentar)(?:te|le|os)?<NEAR><B>(?:de|sobre|un|una)<NEAR><B>(?:vacante|puesto|plaza|oferta|empleo|posicion|trabajo)<E>(?! (?:mio|en el que estoy))',
    ),
    frame(
      'vacancy',
      1,
      '<B>(?:saca|sacan|convoca|convocan|publica|ofrece|ofrecen|abre|abren)<NEAR><B>(?:plazas?|puestos?|vacantes?|una oposicion)<E>',
    ),
    frame(
      'move',
      1,
      '<B>(?:has pensado|pensaste|te has planteado|piensas|te planteas)<NEAR><B>(?:en |a )?(?:irte|marcharte|dejarlo|dejar|cambiar|moverte|salir)<E>|<B>si (?:algun dia|alguna vez|un dia)?<NEAR>(?:quieres|te apetece|te planteas)<NEAR>(?:cambiar|cambiar de aires|moverte|irte|algo nuevo|otra cosa)',
    ),
    frame(
      'cv',
      1,
      '<B>(?:preaviso|entrevista (?:con (?:nosotros|mi cliente)|el (?:lunes|martes|miercoles|jueves|viernes))|dia de prueba|echar el curriculum)<E>',
    ),
  ]
}

const pt = (): readonly Frame[] => {
  const { frame } = patterns({
    CLIENT:
      '(?:(?:o )?(?:meu|minha|nosso|nossa|um dos meus) (?:cliente|clientes|chefe|diretor|diretora)|a empresa (?:que represento|para quem))',
  })
  return [
    frame(
      'came-to-mind',
      1,
      '<B><CLIENT><NEAR>(?:gostava|gostaria|quer|queria|adorava|adoraria|deseja|tem vontade)<NEAR>(?:de )?(?:te |o |a )?(?:conhecer|falar com|ver|entrevistar|encontrar)',
    ),
    frame(
      'came-to-mind',
      1,
      '<B>(?:alguem|gente|uma pessoa|pessoas|um perfil) como (?:tu|voce|o senhor|a senhora)<GAP>(?:faria|fazia|faz falta|falta|precis\\w+|procur\\w+|encaix\\w+|seria|jeito|bem-vind\\w+)|<B>(?:precis\\w+|procur\\w+|falta|lugar para|faz-nos falta)<NEAR>(?:alguem|gente|uma pessoa) como (?:tu|voce)',
    ),
    frame(
      'vacancy',
      1,
      '<B>(?:surgiu|apareceu|chegou-me|tenho|ha|saiu|pintou)<NEAR><B>(?:algo|uma coisa|justamente|o lugar|o sitio)<GAP>(?:proximo passo|passo seguinte|para (?:ti|voce|si)|(?:seu|teu) proximo|certo|ideal|interessar\\w*)',
    ),
    frame(
      'vacancy',
      1,
      '<B>(?:tenho|temos|ha) (?:exatamente |justamente )?(?:o (?:lugar|sitio|cargo) certo|o que (?:procuras|procura|precisas)|algo para (?:ti|voce))',
    ),
    frame('move', 1, '<B>(?:onde|como) (?:te ves|(?:voce )?se ve)<GAP>(?:anos?|meses)<E>'),
    frame(
      'happy-there',
      1,
      '<B>(?:ainda|continuas|continua|estas|esta|gostas|gosta)<NEAR>(?:gostas|gosta|feliz|bem|satisfeit[oa]|de estar|contente)<GAP><B>(?:ai|onde (?:estas|esta)|na (?:tua|sua) \\w+|no (?:teu|seu) \\w+)<E>(?=[^.!?\\n]{0,40}(?:\\?|outras|procur))|<B>(?:a ver|vendo|a olhar para|procurando) (?:outras coisas|outra coisa|la fora)<E>',
    ),
    frame(
      'pay',
      1,
      '<B>(?:que|quanto|qual)<NEAR>(?:salario|ordenado|ganhar|receber|pretensao|vencimento|remuneracao)<GAP>(?:quer\\w*|gostar\\w*|gostava\\w*|esper\\w+|pretend\\w+|tua|sua|pedes|salarial)',
    ),
    frame(
      'pay',
      0.8,
      '<B>\\d[\\d.,]*(?: ?k| mil)? ?(?:€ |euros? |reais )?(?:limpos?|liquidos?|brutos?|por mes|por ano|a hora|mensais|anuais)<E>',
    ),
    frame(
      'pay',
      1,
      '<B>(?:pagamos|pagam|pagariamos|pagavamos|oferecemos|damos)(?:-te|-lhe)?<NEAR>(?:mais|o dobro|melhor)<E>',
    ),
    frame(
      'advert',
      0.5,
      '<B>(?:fins de semana livres|sem fins de semana|fim de semana livre|teletrabalho|home ?office|tempo inteiro|meio periodo|com carrinha|carro da empresa|contrato sem termo|carteira assinada|alojamento incluido|de segunda a sexta|folga aos domingos)<E>',
    ),
    frame(
      'open-to',
      0.5,
      '<B>(?:topa|topas|toparia|te interessa|interessa-te|interessad[oa]|tens interesse|tem interesse|alinhas|bora|que (?:me )?dizes|o que (?:acha|achas)|anima|animas-te)\\s?\\?',
    ),
    frame(
      'referral',
      1,
      '<B>(?:alguem|quem|amig[oa]s?|colegas?|conhecid[oa]s?|irm[ao]|vizinh[oa]|¤+)<GAP>(?:que )?(?:esteja|procure|procura|procurando|queira|quer|gostasse|gostaria|precise|tenha interesse|a procura)<NEAR><B>(?:de )?(?:trabalh\\w+|emprego|vaga|um contrato|mudar|algo novo|trampo)<E>',
    ),
    frame(
      'referral',
      1,
      '<B>(?:a |o )?(?:tua|teu|sua|seu) (?:colega|irma|irmao|amig[oa]|vizinh[oa]|prim[oa]|marido|mulher|namorad[oa]|filh[oa])<NEAR>(?:teria interesse|tem interesse|interessad[oa]|gostaria|gostava|quereria)<GAP><B>(?:contrato|vaga|trabalho|trabalhar|emprego|lugar|cargo)<E>',
    ),
    frame(
      'referral',
      0.5,
      '<B>(?:perguntas|pergunta|podes perguntar|pode perguntar|passas|passa|espalha) (?:por ai|ai|a palavra|aos teus|a tua malta)<E>',
    ),
    frame(
      'vacancy',
      1,
      '<B>(?:posso|podia|poderia|queria|gostava de|deixa-me)<NEAR>(?:falar|contar|apresentar)(?:-te|-lhe)?<NEAR><B>(?:de|sobre|uma|um|duma|dum)<NEAR><B>(?:vaga|posicao|cargo|oferta|emprego|oportunidade|lugar)<E>',
    ),
    frame(
      'vacancy',
      1,
      '<B>(?:estou a |a |vou )?(?:preencher|preenchendo)<NEAR><B>(?:a |o |uma |um )?(?:direcao|chefia|vaga|cargo|lugar|lideranca|posicao|coordenacao|gerencia)<E>|<B>(?:abriu|abre|abriram|lancou)<NEAR><B>(?:concurso|vagas?|candidaturas)<E> (?:para|de)',
    ),
    frame(
      'move',
      1,
      '<B>(?:ja )?(?:pensaste|pensou|ponderaste|pensas|pensa)<NEAR><B>(?:em )?(?:sair|mudar|largar|deixar|trocar|ir embora)<E>|<B>se (?:um dia|algum dia|alguma vez)?<NEAR>(?:quiser\\w*|tiver\\w* vontade|apetecer)<NEAR>(?:mudar|sair|algo novo|outra coisa|novos ares)',
    ),
    frame(
      'cv',
      1,
      '<B>(?:aviso previo|entrevista (?:connosco|conosco|com o meu cliente|na (?:segunda|terca|quarta|quinta|sexta))|dia de teste|candidata-te|concorre)<E>',
    ),
    frame(
      'join-us',
      1,
      '<B>(?:que tal|queres|quer|gostavas de|gostaria de|apetece-te|bora|anda|venha|vem)<NEAR>(?:vir |ir )?(?:trabalhar|cozinhar|conduzir|fazer parte)<NEAR>(?:com a gente|connosco|conosco|para nos|na nossa|no nosso|da nossa|do nosso)<E>',
    ),
  ]
}

const nl = (): readonly Frame[] => {
  const { frame } = patterns({
    CLIENT:
      '(?:(?:mijn|onze|een van mijn) (?:klant|klanten|opdrachtgever|baas|bazin|directeur)|het bedrijf (?:dat ik vertegenwoordig|waarvoor ik))',
  })
  return [
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
      '<B>(?:wie|iemand|vriend\\w*|collega\\w*|kennis\\w*|zus|broer|buurman|buurvrouw|¤+)<GAP>(?:die )?(?:zoekt|wil|zou willen|graag|kan|op zoek naar)<NEAR><B>(?:werk(?:en)?|baan|job|klus|iets anders|iets nieuws|beginnen|overstappen)<E>',
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
      '<B>ik zoek (?:een |twee |drie |nog )(?:\\w+ ){0,2}(?:directeur|manager|leider|hoofd|¤+|teamleider)<GAP><B>(?:voor|naam|in)<E>',
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
}

export const veiledFrames: Readonly<Record<KnownLanguage, readonly Frame[]>> = {
  en: en(),
  de: de(),
  fr: fr(),
  es: es(),
  pt: pt(),
  nl: nl(),
}
