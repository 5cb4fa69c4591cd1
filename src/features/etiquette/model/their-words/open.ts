/** What people look for when they look for work, so that a lost key or a recipe is none of it. */
const WORK = {
  en: '(?:work|a (?:new |different |better )?(?:job|role|position|place|ward|employer|gig)|something (?:else|new|closer|nearer|better|different|with|steadier|quieter)|(?:a|the) (?:change|move|next step|way out)|another (?:job|place|employer)|elsewhere|part[- ]time|full[- ]time)',
  de: '(?:arbeit|was (?:neue[sm]|andere[sm]|besserem?|ruhigere[sm]|naherem?)|etwas (?:neue[sm]|andere[sm]|besserem?|ruhigere[sm])|(?:eine[rnm]? )?(?:neue[nrm]? |andere[nrm]? )?(?:stelle|job|arbeitgeber|herausforderung|arbeitsplatz)|einem wechsel|angebote[n]?)',
  fr: '(?:du (?:travail|boulot|taf)|un (?:nouveau |autre )?(?:poste|boulot|travail|job|employeur|emploi)|autre chose|ailleurs|quelque chose de (?:mieux|plus|nouveau|different|stable)|a (?:changer|bouger)|une (?:nouvelle )?place)',
  es: '(?:trabajo|curro|empleo|otra cosa|algo (?:nuevo|mejor|mas|distinto|estable|diferente)|otro (?:sitio|trabajo|puesto)|un (?:nuevo )?(?:puesto|trabajo|cambio)|cambiar)',
  pt: '(?:trabalho|emprego|outra coisa|algo (?:novo|melhor|mais|diferente|estavel)|outro (?:lugar|emprego|trabalho)|um (?:novo )?(?:emprego|trabalho|cargo)|uma (?:mudanca|vaga|recolocacao|oportunidade)|mudar)',
  nl: '(?:werk|iets (?:anders|nieuws|beters|rustigers|dichterbij|vasts)|wat anders|een (?:andere |nieuwe )?(?:baan|plek|functie|werkgever|uitdaging)|vast werk|overstappen)',
} as const

// After these the sentence is over, or only says when.
const END = {
  en: '(?=(?:,? (?:now|right now|at the moment|actually|tbh|again|as it happens|these days|for (?:real|once)|and|but|so|what))|\\s*[.!,;?)]|\\s*$)',
  de: '(?=(?:,? (?:gerade|grad|momentan|eigentlich|aktuell|und|aber|ja))|\\s*[.!,;?)]|\\s*$)',
  nl: '(?=(?:,? (?:nu|momenteel|eigenlijk|inderdaad|en|maar|ja))|\\s*[.!,;?)]|\\s*$)',
} as const

/** That they look, are open, or want to hear: a wish, where the others are questions. */
export const OPEN_TO_WORK: readonly string[] = [
  // en
  `i'?(?:m| am|ve been)(?: \\w+){0,3} (?:looking|searching|on the lookout|hunting|in the market)(?: around)?(?: for ${WORK.en}|${END.en})`,
  `(?:wouldn't|would not|couldn't|won't|can't|hard to|not going to) say no to<S>${WORK.en}|(?:not|wouldn't be) (?:opposed|averse|against|closed)<S>(?:to )?${WORK.en}|(?:could|might) be (?:tempted|persuaded|convinced|talked into it|up for (?:it|that|${WORK.en}))|(?:i'm|i am|im|we're|always|quite|pretty|very|would be|i'd be|be) open to (?:it|that|offers|suggestions|ideas|hearing|${WORK.en})`,
  "(?:interested|curious|keen|happy|love|like)(?: to|) (?:to |in )?(?:hear|see|know|find out|hearing|knowing|learn)\\w*<S>(?:what you(?:'ve| have)(?: got)?|what(?:'s| is) (?:out there|going|about|on offer|available)|what (?:jobs?|roles?|work)|more about (?:the |that |this )?(?:job|role|post|opening|vacancy|offer))",
  "what(?:'s| is| do you have| have you got| would you have)<S>(?:out there|on offer|on your (?:books|list|desk)|going)(?= ?(?:for|in|near|around|at the moment|right now|then)| ?[?.!]|$)",
  '(?:is|was|are) there (?:still )?(?:anything|something|a (?:place|space|chance))<S>(?:you (?:mentioned|told|talked|wrote|spoke)|for (?:me|someone like me|people like me))|(?:anything|something) for (?:me|someone like me|a \\w+ like me)<S>[?]',
  "(?:i'?ve |i |just |have )?(?:handed in|given|gave|hand in|handing in|put in) (?:my )?notice<E>|(?:do|can|could|would) you (?:have|find|know of)<S>for me<E>|send (?:it|them|the (?:details|spec|link)|me (?:the )?details|more)(?: over| on| please| then| along| my way)<E>|(?:what|where|who)<S>(?:is the (?:job|role|post|employer|client|clinic|firm|company)|would i (?:be|start|report|work))<E>",
  // de
  `(?:ich )?(?:bin|ware)<S>auf der suche(?: nach<S>${WORK.de}|${END.de})|(?:ich )?such(?:e|en)?(?: (?:ich|gerade|grad|tatsachlich|eigentlich|wirklich|selber|selbst|aktuell|momentan|eh|schon|lange?|ja|auch|dringend)){0,3}<S>${WORK.de}<E>`,
  `(?:hast|hattest|habt|hattet|haben|hatten)(?: (?:du|ihr|sie))?(?: (?:gerade|grad|denn|vielleicht|zufallig|aktuell|noch|auch|eigentlich|da|momentan))*(?: (?:was|etwas|irgendwas))(?: (?:frei|offen|passendes|gutes))? (?:in|im|bei|fur|an|auf|aus|nahe|rund um) (?!der (?:sendung|zeitung|kiste|tasche)|den (?:zahn|rucken|husten)|gegen)`,
  `offen (?:fur|gegenuber) (?:ideen|vorschlage|angebote|gesprache|alles|${WORK.de})|(?:nicht abgeneigt|lass (?:mal )?horen|was hast du denn(?: so)?|was hattest du denn|neugierig ware ich schon|schick (?:mal )?ruber|ware was fur mich|interess(?:iert|ieren) (?:mich|wurde mich)(?: \\w+){0,2} (?:schon|was|die stelle|das angebot))`,
  '(?:ich )?(?:hab|habe)<S>(?:gekundigt|die kundigung (?:bekommen|geschrieben|abgegeben))<E>|mein vertrag (?:lauft|endet)<S>(?:aus|im|ende|bald)<S>(?:was|hast|interess|offen)',
  // fr
  `(?:je |j')?(?:cherche|recherche|suis (?:a la recherche|en recherche) d[eu']?)(?: (?:justement|en ce moment|deja|aussi|activement|actuellement|depuis \\w+|vraiment|un peu|de)){0,2} ?${WORK.fr}`,
  "(?:je (?:suis|serais|reste)|suis|serais) (?:\\w+ )?(?:ouverte?|a l'ecoute|preneur|preneuse|partant\\w*)(?: (?:a|d|aux|pour|de)<S>|(?=[.!,?]|$))|(?:je )?(?:ne )?dirais pas non (?:a|si)|pourquoi pas,? (?:c'est quoi|dis|raconte|tu as quoi)|tu (?:as|aurais) quoi(?: (?:a proposer|en ce moment|comme postes?|pour moi))|j'ai (?:pose|donne) ma demission",
  "(?:tu|vous|t')<S>(?:as|aurais|avez|auriez)(?: (?:peut-etre|justement|encore))? (?:quelque chose|un truc|un poste|une place)(?: (?:a|en|dans|pres|pour|vers|du cote))",
  // es
  `(?:estoy|ando|llevo \\w+|sigo)(?: (?:justo|ahora|justamente|precisamente|tambien)){0,2} (?:buscando|en busca de|mirando)<S>${WORK.es}|(?:yo |justo |pues |si,? )?busco<S>${WORK.es}|(?:estoy|estaria) abiert[oa] a<S>|no (?:diria|dire) que no (?:a|si)|(?:que|cuentame que) (?:tienes|tendrias|hay)(?: (?:para mi|por ahi|ahora|disponible))?\\s?\\?|me interesaria (?:saber|oir|ver|conocer)|he (?:dejado|presentado)<S>(?:la renuncia|mi renuncia|la baja voluntaria)`,
  '(?:tienes|tendrias|tiene|hay)(?: (?:quiza|ahora|justo))? (?:algo|alguna cosa|alguna plaza|un hueco) (?:por (?:mi|aqui|alli|ahi|la|el)|en (?!contra|comun|la (?:cabeza|mano|boca))|para (?:mi|alguien)|cerca)',
  // pt
  `(?:estou|ando|to|tou)(?: (?:mesmo|agora|justamente|tambem)){0,2} (?:a procura|procurando|a procurar|em busca|buscando|atras)(?: de)?<S>${WORK.pt}|(?:eu |ate )?procuro<S>${WORK.pt}|(?:estou|to|estaria) abert[oa] a<S>|nao (?:diria|digo) que nao a|o que (?:e que )?(?:tens|voce tem|tem|teria)(?: (?:para mim|ai|por ai|agora|disponivel|de bom))?\\s?\\?|(?:pensar|pensando|a pensar)<S>(?:mudar|sair)<E>|pedi (?:demissao|as contas|a demissao)`,
  '(?:tens|tem|terias|teria|ha|rola)(?: (?:talvez|agora|ja))? (?:algo|alguma coisa|alguma vaga|uma vaga|um lugar|lugar) (?:por (?:ai|aqui|la)|pra mim|para mim|n[oa]s? (?!cabeca|mao)|perto|em )',
  // nl
  `(?:ik )?(?:ben|zit|ga)(?: \\w+){0,3} op zoek(?: naar<S>${WORK.nl}|${END.nl})|(?:ik )?zoek(?: (?:ik|eigenlijk|juist|net|nu|inderdaad|al|ook|echt)){0,3}<S>${WORK.nl}<E>|(?:sta|ben)(?: \\w+){0,2} open voor<S>|(?:zou|zeg) (?:ik )?(?:geen|niet) nee (?:tegen|zeggen)|wat heb je (?:zoal|dan|nu|te bieden|liggen|voor mij)|(?:ik )?heb (?:mijn |net )?(?:ontslag genomen|opgezegd)<E>`,
  '(?:heb|hebt|hebben|had)(?: (?:je|jij|u|jullie))?(?: (?:toevallig|misschien|ook|nog|nu|soms))* (?:iets|wat|een plek)(?: (?:vrij|open|leuks))? (?:in|bij|voor mij|rond|dichtbij|op) (?!de (?:krant|tas)|tegen)',
]

// What was turned down is a coffee or a lift, not work.
const NO_TO_A_THING =
  /(?<![a-z])(?:no,? thanks?(?: you)?|nein,? danke|non,? merci|no,? gracias|nao,? obrigad[oa]|nee,? (?:dank je|bedankt|dank u))[,.!]? (?:(?:i|ich|je|yo|eu|ik) )?(?:[\w']+ ){0,3}(?:drink|eat|smoke|hungry|thirsty|coffee|tea|milk|sugar|trinke?|esse?|rauche?|kaffee|tee|hunger|bois|mange|fume|cafe|faim|bebo|como|fumo|hambre|fome|drink|eet|rook|koffie|thee|honger|allergic|allergisch|vegan|vegetarian\w*)[^.!?]*/g

// How we came to our own trade, or like it, is small talk.
const OF_OUR_TRADE =
  /(?<![a-z])(?:what (?:got|made|brought|drew) (?:you|u)|how (?:did|do|long) (?:you|u|have you)[^.!?]{0,20}(?:like|end up|get into|come to|been)|wie (?:bist|kamst|kommst|lange)[^.!?]{0,24}(?:gekommen|gelandet|dazu|schon)|comment (?:tu|vous|es-tu)[^.!?]{0,24}(?:arrive\w*|devenu\w*|venu\w*)|como (?:llegaste|acabaste|empezaste|chegou|chegaste|virou)|hoe (?:ben|kwam) je[^.!?]{0,24}(?:gekomen|beland|terechtgekomen|geworden)|(?:do|did|does|don't) (?:you|u) (?:\w+ )?(?:like|love|enjoy|hate|miss)[^.!?]{0,14} (?:your|the|that|ur) (?:\w+ )?(?:work|job)|(?:magst|liebst|gefallt dir|gefallt ihnen|mogen)(?: (?:du|sie))? (?:deine?n?|ihre?n?|die) (?:\w+ )?(?:arbeit|job|beruf)|macht (?:dir|ihnen) (?:deine|die|ihre) arbeit|(?:tu aimes|aimes-tu|vous aimez|aimez-vous|ca te plait,?) (?:ton|votre) (?:\w+ )?(?:travail|boulot|metier)|(?:te|le) gusta (?:tu|su) (?:\w+ )?(?:trabajo|oficio)|(?:gostas|gosta) do (?:teu|seu) (?:\w+ )?(?:trabalho|emprego)|(?:vind|hou|vindt) (?:je|u) (?:van )?(?:je|uw) (?:werk|baan))[^.!?]*/g

export const withoutOurTrade = (folded: string): string => folded.replace(OF_OUR_TRADE, ' ')

export const withoutNoToAThing = (folded: string): string => folded.replace(NO_TO_A_THING, ' ')
