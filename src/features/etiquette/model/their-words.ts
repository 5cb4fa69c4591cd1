import { remember } from './remember.ts'
import { screensFor } from './screen.ts'
import { fold, MOST_OF_A_DRAFT } from './text.ts'
import { ASKS_OF_WORK } from './their-words/asks.ts'
import { TURNS_WORK_DOWN } from './their-words/declines.ts'
import { ASKS_FOR_ENTRY } from './their-words/entry.ts'
import { asksForVacancies } from './their-words/offers.ts'
import { OPEN_TO_WORK, withoutNoToAThing, withoutOurTrade } from './their-words/open.ts'

// Parts shared below: a place of work that may still be free, and what we may have for them.
const anyOf = (lists: Readonly<Record<string, readonly string[]>>) =>
  new RegExp(`(?<![a-z])(?:${Object.values(lists).flat().join('|')})(?![a-z])`)

const ASKS = anyOf({
  en: [
    '(?:is|was|are) (?:the|that|this|your|those) (?:[\\w-]+ ){0,3}(?:post|job|role|position|spot|place|vacancy|opening|contract|seat|shifts?)(?: [\\w-]+){0,3} (?:free|open|available|going|there|filled|taken|gone|unfilled|vacant)',
    "(?:i'?d|i would|i might|i could|i may) (?:\\w+ )?(?:be )?(?:up for|open to|interested in|tempted by|keen on|happy to|like|love|fancy|welcome|consider)(?: \\w+){0,2} (?:change|move|switch|new start|something new|something else|something different|hear more|offers?)",
    'what (?:else )?(?:have|do) you (?:got|have)(?: for me| going| open| near \\w+| in \\w+| at the moment| right now)?(?=\\s*[?.!]|$)',
    '(?:have you got|do you have|got|is there|anything) (?:anything|something)? ?(?:near|around|in|closer to|going in) [\\w ]{2,20}\\?',
    "(?:i'?m|i am|been) (?:\\w+ )?(?:looking (?:around|elsewhere|for a way out|for work)|ready for (?:a change|something new)|fed up (?:with|here|at)|thinking (?:of|about) (?:leaving|moving|quitting))",
    '(?:send|show|forward|give) (?:me|us) (?:the|a|some|more) (?:[\\w-]+ ){0,2}(?:job|role|details|description|spec|link to the job|offer)',
    "what(?:'s| is| are| would be) (?:the )?(?:pay|salary|wage|money|hours|rota|rate|conditions)",
    'how much (?:is|does|do|would|are) (?:it|they|that|the \\w+|you)(?: \\w+)? ?(?:pay|paying|offering|worth|earn)?(?=\\s*\\?)',
    'who are you (?:hiring|recruiting|looking) for',
    'could (?:you|i) (?:send|see|get|have)[^.!?]{0,20}(?:job|role|position) (?:description|spec|ad)',
  ],
  de: [
    'was fur (?:\\w+ ){0,2}(?:stellen?|jobs?|posten|positionen|arbeit)',
    '(?:ist|war|sind) (?:die|der|das|dieser?|diese) (?:\\w+ ){0,2}(?:stelle|posten|job|platz|position|stellen|jobs)(?: \\w+){0,3} (?:frei|offen|zu haben|besetzt|vergeben)',
    '(?:wurde|mochte|will|konnte) (?:\\w+ ){0,3}(?:wechseln|was neues|was anderes|mich verandern|weg (?:hier|von))',
    '(?:hast|haben) (?:du|sie) (?:da )?(?:etwas|was|irgendwas)(?: \\w+)? (?:in|bei|fur mich|nahe|im raum)',
    'was (?:zahlen|zahlt|zahlst|verdient|bezahlt|gibt es|gabe es)',
    'wie (?:viel|hoch)[^.!?]{0,20}(?:zahl|gehalt|lohn|verdien)\\w*',
    'fur wen (?:suchst|sucht|rekrutierst)',
    'schick (?:mir )?(?:mal )?(?:die|mehr|details|eine)[^.!?]{0,24}(?:stelle\\w*|ausschreibung|details|infos|beschreibung)',
    'denke (?:\\w+ )?(?:uber einen wechsel|ans wechseln|daran,? (?:zu )?(?:wechseln|aufzuhoren|weg))',
  ],
  fr: [
    '(?:le|ce|la|cette|votre|ton) (?:poste|place|offre|job|contrat|emploi)(?: [\\w-]+){0,3} (?:libre|ouverte?|dispo\\w*|pourvue?|a pourvoir|vacante?)',
    "(?:c'est|ca|il est|le poste est) (?:bien )?paye\\w* combien|combien (?:c'est|est-ce|ca|ils|vous|tu)[^.!?]{0,12}(?:pay\\w*|paie\\w*|offr\\w*)|ca paie (?:bien|combien)",
    "(?:j'aimerais|je voudrais|j'ai envie de|je pense a|je songe a|je compte|je veux) (?:\\w+ ){0,2}?(?:changer|bouger|partir|autre chose|quitter|evoluer)",
    "(?:tu as|vous avez|t'as|aurais-tu|auriez-vous|as-tu|avez-vous) (?:quelque chose|un truc|du boulot|autre chose)",
    'tu recrutes (?:pour )?(?:qui|quoi|quels?)|pour (?:qui|quels? postes?) (?:tu recrutes|recrutes-tu|vous recrutez)',
    'quelles? (?:sont les )?(?:conditions|horaires)[^.!?]{0,10}\\?',
    '(?:envoie|envoyez|montre)[- ]moi[^.!?]{0,20}(?:poste|offre|annonce|details|fiche)',
  ],
  es: [
    '(?:sigue|siguen|esta|estan|queda|quedan)(?: \\w+){0,2} (?:libres?|abiert\\w+|disponibles?|en pie)?(?: \\w+)? ?(?:la plaza|el puesto|la vacante|la oferta|las plazas)',
    '(?:la plaza|el puesto|la vacante|la oferta)(?: \\w+){0,3} (?:libre|abiert[oa]|disponible|en pie)',
    '(?:estoy|ando|llevo tiempo) (?:pensando|planteandome|dandole vueltas)[^.!?]{0,12}(?:cambiar|irme|dejarlo|moverme|un cambio)',
    '(?:me gustaria|quiero|quisiera|querria|me apetece) (?:\\w+ )?(?:cambiar|un cambio|algo nuevo|otra cosa|dejar)',
    '(?:tienes|tendrias|tiene|hay) algo (?:en|por|para mi|cerca)(?! (?:contra|la espalda))',
    '(?:cuanto|que) (?:pagan|ofrecen|se cobra|se gana|pagas)(?! (?:por|el|la|los|las) )',
    'para (?:quien|que puestos?) (?:buscas|seleccionas|reclutas)',
    '(?:pasame|mandame|enviame) (?:la|el|mas)[^.!?]{0,16}(?:oferta|puesto|vacante|detalles|info\\w*)',
  ],
  pt: [
    '(?:a|essa|esta|aquela) vaga(?: \\w+){0,3} (?:aberta|livre|disponivel|de pe)|(?:o|esse) (?:lugar|cargo|posto)(?: \\w+){0,3} (?:livre|aberto|disponivel)',
    '(?:estou|ando|tenho) (?:a pensar|pensando|a ponderar|vontade)[^.!?]{0,8}(?:mudar|sair|trocar|algo novo)',
    '(?:gostava|gostaria|quero|queria) (?:de )?(?:\\w+ )?(?:mudar|sair|algo novo|outra coisa|trocar)',
    '(?:tens|tem|terias|teria|ha) (?:alguma coisa|algo|qualquer coisa) (?:n[oa]|em|para mim|perto|por)',
    '(?:quanto|o que) (?:pagam|paga|oferecem|se ganha|pagas)(?! (?:por|pel[oa]s?|o|a|os|as) )',
    'para quem (?:recrutas|recruta|procuras)',
    '(?:manda|envia|passa)(?:-me)?[^.!?]{0,16}(?:vaga|detalhes|descricao|oferta)',
  ],
  nl: [
    '(?:is|zijn) (?:die|de|dat|het|deze|jullie) (?:\\w+ ){0,2}(?:plek|functie|baan|vacature|job|plekken)(?: \\w+){0,2} (?:vrij|open|beschikbaar|vervuld|weg)',
    '(?:wat voor|welke|wat voor soort) (?:\\w+ )?(?:vacatures?|banen|baan|werk|functies?|jobs?)',
    'ik (?:wil|zou|wou)(?: \\w+){0,3} (?:iets anders|wat anders|overstappen|weg hier|iets nieuws|veranderen|wisselen)',
    'heb je (?:ook )?(?:iets|wat)(?: \\w+)? (?:in|bij|voor mij|rond|dichtbij)',
    'wat (?:verdien\\w*|betalen|betaalt|schuift) (?:dat|het|ze|je|die)?',
    'voor wie (?:zoek|werf)|stuur (?:me )?(?:de|die|meer)[^.!?]{0,16}(?:vacature|functie\\w*|info\\w*|details)',
    'ik (?:denk|zit) (?:\\w+ )?(?:erover|eraan|te denken)[^.!?]{0,14}(?:weg|overstappen|stoppen|veranderen)',
  ],
})

const TURNS_DOWN = anyOf({
  en: [
    '(?:no|not another|not a fan of|not keen on|fed up with|sick of|tired of) (?:more )?(?:recruiters?|head-?hunters?|job (?:offers?|ads?|spam|talk)|offers|pitches)(?: (?:please|here|thanks|thank you))?',
    "(?:don't|do not|never|stop|quit) (?:\\w+ )?(?:send|sending|pitch|pitching|offer|offering|message|messaging)(?: \\w+){0,2} (?:jobs?|offers?|roles?|vacancies|positions?)",
    "(?:i'm|i am) (?:not going anywhere|staying|settled|sorted)|(?:not|isn't) for me,? (?:thanks|sorry)|no,? i'?m good|count me out|not leaving|thanks but no",
  ],
  de: [
    'bitte keine (?:\\w+ )?(?:job\\w*|stellen\\w*|angebote|anfragen|headhunter|werbung|recruiter)',
    '(?:ich )?suche (?:\\w+ ){0,2}(?:nichts|nicht|keinen? (?:neuen? )?(?:job|stelle|arbeit))',
    '(?:bin|bleibe) (?:\\w+ ){0,2}(?:zufrieden|glucklich|gut aufgehoben|wo ich bin)(?:,? (?:wo ich bin|danke|hier))',
    'nicht interessiert|nichts fur mich|kein bedarf|lieber nicht|ich bleibe (?:hier|da|wo)|(?:will|mochte) nicht (?:wechseln|weg)|keine lust auf (?:\\w+ )?(?:wechsel|neuen? job|jobangebote)',
  ],
  fr: [
    "(?:ca|cela|ce) ne m'interesse (?:pas|plus)|ca m'interesse pas|pas pour moi|sans facon",
    "(?:pas|plus|aucune?) (?:d'|de )?(?:offres?|annonces?|recruteurs?|propositions?|demarchage)",
    "(?:je )?(?:ne )?(?:cherche|recherche|veux) (?:pas|rien|plus)(?: (?:de travail|changer|bouger|en ce moment|pour l'instant|actuellement))?|je (?:suis|reste) (?:tres )?(?:bien|heureu\\w+) (?:ou|la|ici|dans)",
    'je (?:ne )?(?:compte|souhaite|veux) pas (?:changer|bouger|partir|quitter)',
  ],
  es: [
    'no (?:me |nos )?(?:mandes|envies|ofrezcas|pases|escribas para)[^.!?]{0,12}(?:ofertas?|trabajos?|vacantes?|propuestas?)',
    '(?:no|ya no|ahora mismo no|de momento no) (?:estoy )?(?:busco|buscando|quiero cambiar|me interesa|me interesan)|sin ofertas|nada de ofertas|no,? gracias|paso,? gracias|no es para mi',
    'estoy (?:muy )?(?:bien|contento|contenta|a gusto|feliz) (?:donde|aqui|en mi)',
  ],
  pt: [
    'nao (?:me )?(?:mande|mandes|envie|envies|ofereca|oferecas)[^.!?]{0,12}(?:vagas?|ofertas?|propostas?|empregos?)',
    '(?:nao|ja nao|de momento nao|neste momento nao|agora nao) (?:estou )?(?:procuro|procurando|a procura|quero mudar|tenho interesse|me interessa)|nao e para mim|dispenso|sem interesse',
    'estou (?:muito )?(?:bem|feliz|content[ea]|satisfeit[oa]) (?:onde|aqui|no meu|na minha)',
  ],
  nl: [
    '(?:geen|niet meer|liever geen) (?:\\w+ )?(?:vacatures?|recruiters?|banen|aanbiedingen|jobs?|berichten over)',
    '(?:ik )?(?:ben|zoek) (?:\\w+ ){0,2}(?:niet (?:op zoek|aan het zoeken)|niks|niets|geen (?:ander werk|nieuwe baan|baan))',
    '(?:ik )?(?:zit|ben|blijf) (?:hier |er |daar )?(?:prima|goed|tevreden|op mijn plek|waar ik (?:zit|ben))(?: hier| waar ik zit)?(?=,? (?:dank|bedankt|hoor|hier|waar)|[.!]|$)',
    'niets voor mij|niet voor mij|hoeft niet|nee,? bedankt|geen behoefte',
  ],
})

const ASKS_ABOUT_WORK =
  /(?<![a-z])(?:(?:are|r|is|do) (?:you|u|ya|they|your \w+|you guys)(?: guys| still| currently| all)? (?:hiring|recruiting|looking for (?:people|someone|staff|anyone|a|an|more)|taking on|have (?:any|a|some|night|day)[^.!?]{0,30}(?:jobs?|roles?|work|openings?|positions?|vacanc\w+|shifts?|contracts?))|(?:any|got any|got|have any|what|which|what kind of|what sort of|what other|other|more|the|some|those|your|about|that|a|this|any other|open) (?:[\w-]+ ){0,3}(?:jobs?|roles?|openings?|positions?|vacanc(?:y|ies)|opportunit(?:y|ies)|gigs?|work)(?: (?:do|are|is|going|available|open|have|would|you|for|like|at|in|there|around|on|pay|still|now|left)[^.!?]{0,50})?\?|(?:tell me|hear|know|interested in|curious about|ask(?:ing)? about|learn|talk about|details|more info\w*)[^.!?]{0,30}(?:the|that|this|a|any|your|what) (?:[\w-]+ ){0,3}(?:jobs?|roles?|openings?|positions?|vacanc(?:y|ies)|opportunit(?:y|ies)|work you have|you'?re working on|you are working on|you recruit for|offer)|what (?:are you|do you|'re you|are u|r u)[^.!?]{0,15}(?:working on|recruit(?:ing)?(?: for)?|hiring(?: for)?|looking for|have open|offering|got)|(?:i'?m|i am|im|we'?re|been) (?:\w+ ){0,2}(?:looking for (?:a |an |some )?(?:new |different |other |better |more |full-time |part-time |night )*(?:job|work|role|position|challenge|gig|something new|something else|employer|shifts?|placement)|looking to (?:change|move|switch|leave)|open to (?:offers|a move|new|work|hearing|opportunit\w+|roles?)|job.?hunting|thinking (?:of|about) (?:leaving|moving|changing|quitting|a change|a move|switching)|interested in (?:the|that|your|this|a|joining|working|hearing|applying))|how (?:do|can|would) i apply|where (?:do|can) i apply|can i (?:apply|send (?:you )?my cv|send you my resume)|(?:here'?s|attached|sending) my (?:cv|resume)|i(?:'d| would) (?:like|love) to (?:apply|work (?:for|with)|join|know more about (?:the|that|your) (?:job|role|position))|what does (?:it|the (?:job|role|position)) pay|(?:what'?s|what is) the (?:pay|salary|rate)|(?:how much|what) (?:does|do|would|is)[^.!?]{0,25}pay|is (?:it|the (?:job|role|position|vacancy|opening)|that (?:job|role|position)) (?:still )?(?:only nights|remote|full[- ]time|part[- ]time|open|available|nights|days)|do you (?:know of|have) (?:any|a|some) (?:\w+ ){0,2}(?:jobs?|openings?|roles?|work|positions?|vacanc\w+|night shifts?)|any night shifts|(?:do|would) (?:you|u) (?:have|recruit|hire|know of)[^.!?]{0,12} (?:anything|something|stuff|people) (?:for (?:me|us|someone)|in|near|around)|do you (?:also )?(?:recruit|hire) (?:for|in)|(?:might|may|could|would) be (?:open to|up for|interested in|tempted by) (?:something|a new|other|a change|a move|hearing|the right)|en que (?:estas|esta|andas) (?:trabajando|buscando)?|em que (?:voce )?(?:esta|estas) (?:trabalhando|a trabalhar)|i need (?:a |some )?(?:new )?(?:job|work)|sucht ihr|suchen sie (?:noch|leute|gerade|jemand\w*|pfleg\w*|mitarb\w*)|habt ihr (?:\w+ ){0,4}(?:stellen?|jobs?|frei|arbeit|offen\w*)|haben sie (?:\w+ ){0,4}(?:stellen?|jobs?|offene)|hast du (?:\w+ ){0,4}(?:stellen?|jobs?|offen\w*|arbeit fur mich)|welche (?:stellen?|jobs?|positionen)|gibt es (?:\w+ ){0,4}(?:stellen?|jobs?|offene|noch)|stellt ihr (?:\w+ ){0,2}ein|ich suche (?:\w+ ){0,4}(?:job|stelle|arbeit|herausforderung)|(?:mehr|was) (?:uber|zu) (?:der|die|den|dem) (?:stelle|job|position)|wie (?:kann|konnte) ich mich bewerben|was (?:zahlt|verdient|suchst du|sucht ihr)|woran arbeitest du|was wird (?:gezahlt|bezahlt)|vous recrutez|tu recrutes|(?:vous|tu) (?:avez|as|auriez|aurais)[^.!?]{0,30}(?:postes?|emploi|offres?|travail|missions?)|quels? (?:sont les )?(?:postes?|offres?|emplois?)|je (?:cherche|recherche)[^.!?]{0,30}(?:travail|emploi|poste|job|mission|boulot)|comment (?:postuler|candidater)|(?:en savoir plus|parler|infos?)[^.!?]{0,20}(?:poste|offre|emploi|mission)|quel (?:est le )?salaire|combien (?:ca )?paye|sur quoi (?:tu travailles|vous travaillez)|il y a (?:des|un) (?:postes?|offres?)|(?:teneis|tienen|tienes|tiene|hay|habra)[^.!?]{0,30}(?:vacantes?|puestos?|trabajo|plazas?|ofertas?|empleos?)|(?:estais|estan|estas) (?:contratando|buscando)|que (?:puestos?|vacantes?|ofertas?|trabajos?)|busco (?:\w+ ){0,3}(?:trabajo|empleo|puesto|curro|chamba)|(?:como|donde) (?:puedo )?(?:aplico|aplicar|postular\w*|me apunto|presento)|(?:me interesa|mas sobre|mas informacion|cuentame)[^.!?]{0,25}(?:puesto|vacante|oferta|trabajo)|cuanto (?:pagan(?! por)|se paga(?! por)|es el sueldo)|cual es el (?:sueldo|salario)|(?:tem|ha|voces tem|tens|existe\w*|teria)[^.!?]{0,30}(?:vagas?|emprego|trabalho|oportunidades?)|(?:estao|voces estao|esta) (?:contratando|a contratar|a recrutar)|que (?:vagas?|oportunidades?)|quais (?:sao )?(?:as )?vagas|(?:procuro|estou procurando|estou a procura|busco)[^.!?]{0,25}(?:emprego|trabalho|vaga|oportunidade)|como (?:me candidato|posso me candidatar|faco para me candidatar)|(?:mais sobre|saber mais|interesse)[^.!?]{0,25}(?:vaga|emprego|posicao|oportunidade)|quanto (?:paga(?!s? (?:por|pel))|e o salario)|qual (?:e )?o salario|hebben jullie[^.!?]{0,30}(?:vacatures?|werk|banen|plek\w*|nachtdienst\w*)|heb je[^.!?]{0,30}(?:vacatures?|werk voor|een baan|openstaande|functies?)|(?:zoeken jullie|zoekt u|zoek je) (?:nog )?(?:mensen|iemand|personeel|een|verple\w*|lasser\w*)|welke (?:vacatures?|functies?|banen)|(?:zijn|is) er[^.!?]{0,25}(?:vacatures?|werk|banen|plekken)|ik zoek (?:\w+ ){0,3}(?:baan|werk|functie|uitdaging)|(?:meer (?:over|weten)|interesse)[^.!?]{0,25}(?:vacature|functie|baan)|hoe (?:kan ik )?solliciteer\w*|wat (?:betaalt|verdient|is het salaris)|waar werk je (?:nu )?aan)/

const DECLINES =
  /(?<![a-z])(?:(?:not|isn't|ain't|no longer|not really|not at all) (?:really )?(?:interested|looking(?! (?:forward|good))|on the market|open to (?:offers|a move|new|changing|roles?|jobs?)|for me(?=[.!,]|$)|(?:thinking (?:of|about)|planning on|planning to) (?:moving|leaving|changing|move|leave|change))|i'?ll pass|no thanks?(?: you)?(?=[.!,]|$| i| not| we| but)|no,? thank you|please (?:stop|don't (?:contact|message|write|send)|do not (?:contact|message|write|send)|leave me|remove me|take me off|no more)|stop (?:messaging|writing|contacting|sending|spamming)|leave me alone|don't (?:contact|message|write to) me|unsubscribe me|don't want (?:a |any |another )?(?:new )?(?:jobs?|offers?|role)|i'?m (?:very |really |quite |perfectly )?(?:happy|fine|good|content) where i am|not (?:right )?now,? (?:thanks|thank you)|(?:have|need) to decline|i decline|thanks,? but no(?: thanks?)?(?=[.!,]|$)|(?:i'd |i would )?(?:rather|prefer to) (?:stay|keep|not)|staying (?:where i am|put)|kein interesse|nicht interessiert|nein,? danke|kein bedarf|lass(?:en sie)? mich in ruhe|(?:bitte )?(?:schreib\w*|kontaktier\w*)[^.!?]{0,20}nicht mehr|keine (?:angebote|jobangebote|nachrichten) mehr|suche (?:gerade |derzeit |aktuell )?nichts|nicht auf der suche|bin (?:sehr )?zufrieden (?:wo|mit meine|da wo)|(?:pas|plus) interess\w*|non merci|(?:ne )?(?:me )?contacte[zr]? plus|laisse[zr]?[- ]moi tranquille|arrete[zr]? de m|pas (?:a la recherche|en recherche|disponible pour ca)|je ne cherche (?:pas|rien)|je suis bien (?:ou|la ou) je suis|no me interesa|no estoy (?:interesad[oa]|buscando)|no,? gracias|no busco|deja de (?:escribir|mandar|contactar)\w*|no me (?:escribas|contactes|mandes) mas|estoy (?:bien|contento|contenta|feliz) donde estoy|nao (?:tenho interesse|estou (?:interessad[oa]|procurando|a procura))|nao,? obrigad[oa]|nao me (?:interessa|contate|mande)|pare de (?:me )?(?:escrever|mandar|contatar)|estou (?:bem|feliz) onde estou|(?:geen|niet) (?:interesse|geinteresseerd)|nee,? (?:dank je|bedankt|dank u)|(?:stop|hou op) met (?:berichten|schrijven|appen|mailen)|laat me met rust|niet meer (?:benaderen|contacteren|berichten|mailen)|ik zoek (?:nu |momenteel )?niets|niet op zoek)/

// “Thank you, but no.”
const THANKS_BUT_NO =
  /(?<![a-z])(?:thanks|thank you|cheers|danke|merci|gracias|obrigad[oa]|bedankt|dank (?:je|u|jullie))(?: [\w']+){0,4},? (?:but|aber|mais|pero|mas|maar) (?:no|nein|non|nao|nee)(?! (?:hurry|rush|need|idea|problem))(?=[.!,]|$| )/

const S = '[^.!?\\n]{0,28}?'
const B = '(?<![a-z0-9])'
const E = '(?![a-z0-9])'
/** `<S>` is a few words of the same sentence, `<E>` the end of a word. */
const compile = (sources: readonly string[]) =>
  sources.map(source => new RegExp(`${B}(?:${source.replaceAll('<S>', S).replaceAll('<E>', E)})`))

const TURNS_AWAY = [DECLINES, THANKS_BUT_NO, TURNS_DOWN, ...compile(TURNS_WORK_DOWN)]
const WANTS_TO_KNOW = [
  ASKS_ABOUT_WORK,
  ASKS,
  ...compile(ASKS_OF_WORK),
  ...compile(ASKS_FOR_ENTRY),
  ...compile(OPEN_TO_WORK),
]
const looked = screensFor([TURNS_AWAY, WANTS_TO_KNOW])

type Answer = 'declines' | 'asks' | 'neither'

/** What their message says to work with us. */
const answerIn: (text: string) => Answer = remember(text => {
  const folded = fold(text.slice(0, MOST_OF_A_DRAFT))
  const [turnsAway, wantsToKnow] = looked(folded)
  if (turnsAway.length > 0) {
    const left = withoutNoToAThing(folded)
    if (turnsAway.some(pattern => pattern.test(left))) return 'declines'
  }
  const left = withoutOurTrade(folded)
  return wantsToKnow.some(pattern => pattern.test(left)) || asksForVacancies(left) ? 'asks' : 'neither'
}, 400)

/** Whether their message turns work, or us, away. */
export const isDecline = (text: string): boolean => answerIn(text) === 'declines'

/** A question or wish of theirs about work that we may have for them. */
export const asksAboutWork = (text: string): boolean => answerIn(text) === 'asks'
