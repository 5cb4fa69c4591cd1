import type { KnownLanguage } from '../language.ts'
import { type Frame, patterns, type Tag } from './frame.ts'

/** Turns of phrase by which people sound out a change of employer, the same in every language: what keeps you, what would you earn, we'd see you as. */
const WEIGHTS = {
  keeps: ['happy-there', 1],
  howLong: ['happy-there', 1],
  deserves: ['happy-there', 0.9],
  fedUp: ['happy-there', 0.6],
  dreamJob: ['move', 1],
  future: ['move', 1],
  earnMore: ['pay', 1],
  seeYouAs: ['came-to-mind', 1],
  lucky: ['came-to-mind', 1],
  relative: ['referral', 1],
  introduceYou: ['join-us', 0.9],
  footIn: ['cv', 1],
  hours: ['advert', 0.5],
  listen: ['open-to', 0.5],
  successor: ['seeking', 0.7],
  gap: ['vacancy', 0.9],
  yoursIf: ['vacancy', 1],
  fillsShifts: ['hiring', 1],
} as const satisfies Record<string, readonly [Tag, number]>

type Turn = keyof typeof WEIGHTS

const TURNS: Readonly<Record<KnownLanguage, Readonly<Record<Turn, string>>>> = {
  en: {
    keeps:
      "what(?:'s| is| still| else)* (?:keep(?:s|ing)|hold(?:s|ing)|tie?s|tying) (?:you|u)<NEAR>(?:there|at|in|with|from (?:leaving|moving))|(?:how )?(?:attached|tied|loyal|married|committed|bound) (?:are you )?to (?:your|that|the) (?:\\w+ )?(?:practice|hospital|ward|firm|company|employer|job|place|team|kitchen|hotel|school|clinic|shop|farm|theatre|lab|depot|agency|workplace)",
    howLong:
      'how (?:long|much longer) (?:are you|do you|will you|would you)<NEAR>(?:stay|staying|remain|keep working|work there|last)<NEAR>(?:there|at|in|with)|(?:is|when (?:is|does)) your contract<NEAR>(?:up|end|ending|run out|renewal|expire|running out)',
    deserves:
      "(?:you're|you are|u r) (?:being )?(?:wasted|underpaid|undervalued|overqualified|too good for)|you deserve (?:better|more)(?: pay| than)|they don't (?:deserve|value|appreciate) (?:you|u)",
    fedUp:
      '(?:tired of|fed up with|sick of|had enough of|bored (?:of|with)) (?:the |your |all )?(?:\\w+ )?(?:nights|night shifts|commute|boss|agency work|overtime|weekends|rota|drive|hours|travelling|tramping|on-call)[^.!?\\n]{0,20}\\?',
    dreamJob:
      '(?:dream|ideal|perfect|next) (?:job|role|employer|workplace|position|post)<NEAR>(?:look|be|have|like|\\?)|what would (?:your|an?) (?:dream|ideal|perfect) (?:job|role|employer|workplace)',
    future:
      "(?:talk|chat|think|speak|conversation|plans?|ideas) (?:about|for|on) your (?:professional |working )?(?:future|career|next (?:step|move|role|job|chapter)|professional plans)|(?:what would|what'd|what might) (?:make|get|tempt|persuade|convince|bring|lure) (?:you|u) (?:to )?(?:change|leave|move|switch|away|over|jump|join|come)",
    earnMore:
      "(?:you'd|you would|you could|you'll|you can|would you like to)(?: \\w+)? (?:earn|make|get|take home|be on|be paid) (?:a lot |much |quite a bit |at least )?(?:more|double|twice|half as much again|a third|a quarter|\\d+ ?%|[£$€]?\\d[\\d.,]*k?)<NEAR>(?:more|than|extra|better|again|here|with|a (?:year|month|week|day|shift|night)|an hour|(?=[.!?]|$))",
    seeYouAs:
      "(?:see|picture|imagine|want|need|like|have|get) (?:you|u) (?:as|running|leading|heading|in charge of|in the role of) (?:a|an|the|our|my|head|chief|lead|<R>)|you(?:'d| would| could) (?:fit|slot|go|do) (?:right |straight |very |really |nicely |well |perfectly )*in(?:to|to our| with)? (?:the|our|my|this) (?:crew|team|kitchen|ward|gang|workshop|band|company|place|lot)",
    lucky:
      '(?:lucky|glad|delighted|over the moon|thrilled|happy|proud) to (?:have|get|hire|employ|welcome) (?:you|u) (?:on|at|in|with|as|aboard|here)',
    relative:
      'your (?:sister|brother|cousin|wife|husband|partner|daughter|son|mate|friend|colleague|neighbour)s? (?:\\w+ )?(?:see (?:himself|herself|themselves)|imagine|consider|fancy|be up for|like)<NEAR>(?:working|work|driving|running|cooking|nursing|a (?:job|post|role|shift)|with us|at our)',
    introduceYou:
      '(?:introduce|connect|put) (?:you|u) (?:to|with|in touch with) (?:the|a|my|our|their) (?:owner|manager|head|director|boss|client|hiring|hr|chef|principal|founder|foreman|matron|team lead|employer|captain)',
    footIn:
      '(?:get|find|land|secure|arrange|set) (?:you|u) (?:up with )?(?:an? |the )?(?:interview|foot in|trial|start|place (?:at|in|with)|job|seat|spot)',
    hours:
      '\\d{2} (?:hours|hrs)(?: a week)?|(?:your own|own) (?:team|kitchen|ward|crew|truck|van|classroom|section)|no (?:on-call|overtime|split shifts|early starts|tramping|unpaid)|permanent contract|paid (?:overtime|holiday|training)|(?:pension|childcare|relocation|bonus) (?:included|on top|paid)|fixed rota|(?:sign|start)(?:ing)? bonus',
    listen:
      'would (?:you|u) (?:listen|hear me out|think about it|think it over|consider it|look at it|be curious|take it)|if i (?:said|told you|offered|could offer|found)',
    successor:
      '(?:successor|replacement|stand-in|maternity cover|parental cover|someone to take over|second (?:vet|cook|pair of hands|<R>))<E>',
    gap: '(?:gaps?|holes?|room|space|vacant spot) (?:on|in|for) (?:the|our|my|another|one more|an?) (?:next )?(?:rota|team|crew|line-up|roster|squad|ward|kitchen|more \\w+|<R>)',
    yoursIf:
      "(?:job|role|position|post|place|spot|seat)(?:'s| is| would be| could be) (?:yours|waiting for you)|yours if you want",
    fillsShifts:
      '(?:filling|fills?|staffing|covering|crewing) (?:\\w+ ){0,3}(?:shifts|posts|positions|slots|roles|vacancies)',
  },
  de: {
    keeps:
      'was (?:halt|bindet|hindert) (?:dich|sie)|(?:hangst|hangen) (?:du|sie)<NEAR>an (?:deinem|deiner|ihrem|ihrer|dem|der)<NEAR>(?:betrieb|laden|haus|stelle|firma|klinik|job|praxis)',
    howLong:
      'wie lange<NEAR>(?:bleibst|bleiben|willst|wollen|machst|arbeitest)<NEAR>(?:du|sie)<GAP>(?:da|dort|bei|noch)|(?:lauft|endet) (?:dein|ihr) vertrag',
    deserves:
      '(?:du|sie) (?:bist|sind|verdienst|wirst|werden)<NEAR>(?:unterbezahlt|unterfordert|uberqualifiziert|verheizt|besseres|mehr verdient|zu gut fur)',
    fedUp:
      '(?:genug von|mude von|satt,?|keine lust mehr auf)<NEAR>(?:nachtdienst\\w*|nachtschicht\\w*|pendeln|wochenend\\w*|uberstunden|schicht\\w*|chef|fahrerei)[^.!?\\n]{0,20}\\?',
    dreamJob: '(?:traumjob|traumstelle|wunschjob|wunscharbeitgeber|idealer (?:job|arbeitgeber)|wunschstelle)<E>',
    future:
      '(?:reden|sprechen|gesprach|nachgedacht|unterhalten|plane)<NEAR>uber (?:deine|ihre) (?:berufliche )?(?:zukunft|karriere|nachsten schritte?)|was (?:musste|wurde|konnte)<GAP>(?:dich|sie)<NEAR>(?:locken|bewegen|uberzeugen|abwerben|umstimmen)',
    earnMore:
      '(?:verdienst|verdientest|verdienen|bekommst|bekamst|bekommen|kriegst|hattest)<NEAR>(?:du|sie)<NEAR>(?:mehr|drittel|viertel|halfte|doppelt\\w*|\\d[\\d.]*|prozent)|(?:du|sie) (?:wurdest|wurden|konntest|konnten)<GAP>mehr verdienen',
    seeYouAs:
      '(?:wir|ich|mein kunde)<NEAR>(?:hatten|hatte|sehen|sehe|wollen|wunschen|brauchen)<NEAR>(?:dich|sie)<NEAR>als <GAP>(?:<R>|meister|leit\\w+|chef\\w*|partner\\w*|bei uns|in )|(?:du|sie) (?:wurdest|wurden|passt|passen)<NEAR>in (?:die|unsere?|das) (?:mannschaft|truppe|crew|team|kuche|werkstatt)',
    lucky:
      '(?:froh|glucklich|stolz|freuen uns),? (?:wenn|falls) (?:du|sie)<NEAR>(?:kamst|kommst|dabei|mitmach\\w+|kamen)|(?:dich|sie) (?:bei uns|im team) (?:zu haben|begrusen|willkommen)',
    relative:
      '(?:deine?|ihre?) (?:schwester|bruder|freundin|freund|frau|mann|kollegin|kollege|tochter|sohn|nachbarin|cousine|cousin)<GAP>(?:vorstellen|interesse|lust|wechseln|anfangen|mitmachen|arbeiten wollen)(?=[^.!?\\n]*\\?)',
    introduceYou:
      '(?:dich|sie) (?:dem|der|meinem|meiner|mit dem|mit der|einem|unserem)<NEAR>(?:chef\\w*|inhaber\\w*|leiter\\w*|leitung|kunden?|kundin|geschaftsfuhr\\w+|personal\\w+|bauleit\\w+|kuchenchef\\w*)<NEAR>(?:vorstellen|zusammenbring\\w*|bekannt|empfehlen)',
    footIn:
      '(?:besorge|verschaffe|organisiere|bringe)<NEAR>(?:dir|ihnen|dich|sie)<NEAR>(?:gesprach|termin|platz|stelle|unter)',
    hours:
      '\\d{2} (?:stunden|std)|eigene?[ns]? (?:team|kuche|werkstatt|bereich|lkw|station|bezirk)|(?:keine|ohne) (?:bereitschaft|uberstunden|nachtdienste|schichten|rufdienste)|ubertarif\\w*|umzugshilfe|urlaubsgeld|weihnachtsgeld',
    listen:
      '(?:wurdest du|wurden sie|willst du|kannst du|konntest du) (?:dir das |mal |es dir )?(?:zuhoren|anhoren|uberlegen|anschauen|vorstellen)|lust auf|lasst du mit dir reden|wenn ich (?:dir|ihnen)<NEAR>(?:biete|anbiete|sage|sagte)',
    successor:
      '(?:nachfolger|nachfolgerin|nachfolge|ersatz|elternzeitvertretung|vertretung|betriebsleiter|betriebsleiterin)<E>',
    gap: '(?:lucke|luft|platz)<NEAR>(?:im|in (?:der|unserem|unserer)) (?:dienstplan|team|schichtplan|mannschaft|kuche|truppe)|gesuch<GAP>(?:liegt|vor|einer|eines)|liegt ein gesuch',
    yoursIf: '(?:stelle|job|posten|platz) (?:gehort|ware|ist) (?:dir|deiner?|deins|ihnen)<E>',
    fillsShifts:
      '(?:werden|wird)<GAP><R><NEAR>(?:gesucht|eingestellt|gebraucht)|gesucht<E>(?=[^.!?\\n]{0,60}(?:jemand|weist|kennst|bescheid))',
  },
  fr: {
    keeps:
      "qu'est-ce qui (?:te|vous) (?:retient|attache|garde)|(?:attachee?|lie|liee|fidele) a (?:ton|ta|votre|cet|cette)<NEAR>(?:boite|entreprise|employeur|cabinet|hopital|hotel|poste|service|ecole|ferme)",
    howLong:
      "(?:combien de temps|jusqu'a quand)<NEAR>(?:tu|vous)<NEAR>(?:rest\\w+|compt\\w+|pens\\w+|travaill\\w+)|(?:ton|votre) contrat<NEAR>(?:finit|se termine|termine|expire|prend fin)",
    deserves:
      "(?:tu es|vous etes|t'es)<NEAR>(?:sous-?payee?|sous-?estimee?|surqualifiee?|trop bonn?e? pour|gachee?)|(?:tu merites|vous meritez) (?:mieux|plus)",
    fedUp:
      '(?:marre|ras-le-bol|fatiguee?|lasse?|assez) d(?:e|es|u)<NEAR>(?:nuits?|trajets?|week-?ends?|heures sup\\w*|horaires|patron|coupures?|gardes?)[^.!?\\n]{0,20}\\?',
    dreamJob: '(?:poste|job|boulot|metier|emploi|employeur) (?:de (?:tes|vos) reves|ideal|reve)',
    future:
      "(?:parler|discuter|echanger|reflechi\\w*|envie|idees?|projets?)<NEAR>(?:de|sur|a|pour) (?:ton|votre) (?:avenir|futur|carriere|evolution|prochaine? (?:poste|etape))|qu'est-ce qui (?:te|vous) (?:ferait|donnerait envie|convaincrait|deciderait)<NEAR>(?:changer|partir|bouger|quitter|venir|rejoindre|a )",
    earnMore:
      '(?:tu|vous) (?:gagner\\w+|toucher\\w+|aurai\\w+|seri\\w+ payee?)<NEAR>(?:plus|tiers|quart|double|moitie|\\d[\\d ]*|mieux|davantage)',
    seeYouAs:
      '(?:on|nous|je|mon client) (?:te|vous)<NEAR>(?:verr\\w+|voi\\w+|imagin\\w+|veut|voudr\\w+)<NEAR>(?:bien |comme |en |diriger|chef|a la tete|chez nous|<R>)|(?:tu|vous) (?:trouver\\w+|aurai\\w+) (?:ta|votre) place (?:chez|dans|parmi)',
    lucky:
      "(?:ravis?|heureu\\w+|chance|content\\w*) (?:de|que) (?:t'|te |vous )(?:avoir|accueillir|compter|embaucher)<NEAR>(?:chez|dans|parmi|avec|equipe)",
    relative:
      '(?:ton|ta|votre) (?:soeur|sour|frere|amie?|copain|copine|mari|femme|fille|fils|collegue|cousine?|voisine?)<NEAR>(?:se verrait|aimerait|voudrait|serait|pourrait)<NEAR>(?:bien )?(?:conduire|travailler|bosser|venir|diriger|cuisiner|tentee?|partante?|interessee?|postuler|prendre|nous rejoindre)',
    introduceYou:
      '(?:te|vous) (?:presenter|mettre en (?:contact|relation|lien))<NEAR>(?:a|au|aux|avec)<NEAR>(?:patron\\w*|chef\\w*|direct\\w+|gerant\\w*|client\\w*|responsable|proprietaire|drh|equipe)',
    footIn:
      '(?:te|vous) (?:decrocher|obtenir|trouver|avoir|arranger) (?:un |une )?(?:entretien|rendez-vous|place|poste|essai)',
    hours:
      "\\d{2} (?:heures|h)(?: par semaine)?|(?:ta|ton|votre) propre (?:equipe|cuisine|atelier|camion|service|classe)|(?:pas|sans) (?:d'astreintes?|astreintes?|heures sup\\w*|gardes?|coupures?|de coupure)|treizieme mois|13e mois|tickets? restau\\w*|mutuelle|prime d'\\w+",
    listen:
      "tu (?:ecouterais|m'ecouterais|y penserais|y reflechirais|regarderais)|(?:si je te (?:dis|disais|propos\\w+))|ca (?:te|vous) (?:parle|parlerait|irait)",
    successor: '(?:successeur|successeuse|remplacante?|releve|responsable)<E>',
    gap: "(?:trou|place|creneau)<NEAR>(?:dans (?:le planning|l'equipe|notre|la brigade)|au planning)",
    yoursIf: '(?:le poste|la place|le job|elle|il) est (?:a toi|a vous|pour toi si)',
    fillsShifts:
      '(?:on cherche|recherche|demande)<NEAR><R><E>|(?:cherche|recherche)<NEAR>(?:son|sa|un|une) (?:\\w+ )?(?:responsable|chef\\w*|<R>)',
  },
  es: {
    keeps:
      'que te (?:retiene|ata|mantiene|frena)|(?:atad[oa]|ligad[oa]|fiel|apegad[oa]) a (?:tu|ese|esa|la|el)<NEAR>(?:empresa|hotel|hospital|clinica|puesto|trabajo|taller|colegio|jefe)',
    howLong:
      '(?:cuanto tiempo|hasta cuando)<NEAR>(?:vas a|piensas|quieres|te ves|seguiras)<GAP>(?:ahi|alli|en|quedar\\w*)|(?:cuando )?(?:acaba|termina|vence|se te acaba) (?:tu|el) contrato',
    deserves:
      '(?:te )?(?:mereces|merece usted) (?:algo )?(?:mejor|mas)|(?:te pagan|estas) (?:\\w+ )?(?:poco|mal pagad[oa]|infravalorad[oa]|desaprovechad[oa]|sobrecualificad[oa])',
    fedUp:
      '(?:cansad[oa]|hart[oa]|quemad[oa]) de<NEAR>(?:noches|turnos?|fines de semana|horas extra|desplazamientos|guardias|jefe)[^.!?\\n]{0,20}\\?',
    dreamJob: '(?:trabajo|puesto|empleo|curro) (?:de tus suenos|ideal|sonado)',
    future:
      '(?:hablar|charlar|pensado|conversar|planes)<NEAR>(?:de|sobre|en|para) tu (?:futuro|carrera|siguiente|proximo)(?: profesional| paso)?|que te (?:haria|convenceria|animaria|tentaria)<NEAR>(?:a )?(?:cambiar|venir|dejar|moverte|irte|salir)',
    earnMore:
      '(?:ganarias|cobrarias|ganaria|cobraria|ganas|cobras|te llevarias|ganarias)<NEAR>(?:mas|tercio|cuarto|doble|mitad|\\d[\\d.]*)',
    seeYouAs:
      '(?:te|le) (?:veriamos|vemos|veo|veria|queremos|quiero|imagino|necesitamos)<NEAR>(?:bien )?(?:de|como|en|al frente|llevando|dirigiendo)<NEAR>(?:jef[ea]|encargad[oa]|responsable|<R>|nuestr\\w+|aqui|equipo)|tendrias (?:tu )?(?:sitio|hueco|lugar) (?:en|con|aqui)',
    lucky:
      '(?:suerte|encantados|encantada|contentos|felices|orgullosos) de (?:tenerte|contar contigo|contratarte|que vinieras)',
    relative:
      'tu (?:herman[oa]|amig[oa]|mujer|marido|novi[oa]|prim[oa]|hij[oa]|companer[oa]|vecin[oa])<NEAR>(?:se veria|querria|le gustaria|se animaria|se apuntaria|estaria)<NEAR>(?:llev\\w+|trabaj\\w+|conduc\\w+|cocin\\w+|venir|dirig\\w+|interesad[oa]|a |con nosotros|de )',
    introduceYou:
      '(?:presentarte|ponerte en contacto|conectarte)<NEAR>(?:a|al|con)<NEAR>(?:duen[oa]|jef[ea]|direct\\w+|gerente|client\\w+|encargad[oa]|responsable|rrhh)',
    footIn:
      '(?:conseguirte|buscarte|sacarte|te consigo|te busco|te saco) (?:una? )?(?:entrevista|prueba|plaza|sitio|hueco|puesto)',
    hours:
      '\\d{2} horas(?: semanales| a la semana)?|(?:equipo|cocina|taller|camion|seccion) propi[oa]|tu propi[oa] (?:equipo|cocina|taller|camion)|sin (?:guardias|horas extra|noches|turno partido|turnos)|catorce pagas|14 pagas|seguro medico',
    listen:
      '(?:me )?(?:escucharias|lo pensarias|te lo pensarias|lo mirarias)|si te (?:dijera|digo|ofreciera|ofrezco)|te (?:tienta|tentaria|llama)\\s?\\?',
    successor: '(?:sucesor|sucesora|sustitut[oa]|relevo|encargad[oa])<E>',
    gap: '(?:hueco|sitio)<NEAR>(?:en (?:el (?:cuadrante|equipo|turno)|la plantilla|nuestr\\w+))',
    yoursIf: '(?:el puesto|la plaza|el trabajo) es (?:tuy[oa]|suyo|para ti)',
    fillsShifts:
      '(?:busca|buscan|buscando|necesita|necesitan)<NEAR>(?:encargad[oa]|responsable|jef[ea]|director\\w*|<R>)<E>',
  },
  pt: {
    keeps:
      'o que (?:ainda )?(?:te|o|a|lhe) (?:prende|segura|mantem|retem)|(?:pres[oa]|ligad[oa]|fiel|apegad[oa]) (?:a|ao) (?:tua|teu|sua|seu|esse|essa)<NEAR>(?:empresa|hotel|hospital|clinica|cargo|trabalho|oficina|escola|chefe)',
    howLong:
      '(?:quanto tempo|ate quando)<NEAR>(?:vais|vai|pensas|pensa|pretend\\w+|queres|quer)<GAP>(?:ficar|ai|n[oa] )|(?:quando )?(?:acaba|termina) o (?:teu|seu) contrato',
    deserves:
      '(?:mereces|merece|merecias) (?:melhor|mais|coisa melhor)|(?:estas|es|voce e|voce esta) (?:\\w+ )?(?:mal pag[oa]|desvalorizad[oa]|desaproveitad[oa]|subaproveitad[oa])',
    fedUp:
      '(?:cansad[oa]|fart[oa]) d(?:e|os|as|o|a)<NEAR>(?:noites|turnos?|fins de semana|horas extra|plantoes|deslocacoes|chefe|transito)[^.!?\\n]{0,20}\\?',
    dreamJob: '(?:trabalho|emprego|cargo|vaga) (?:dos (?:teus|seus) sonhos|ideal|de sonho)',
    future:
      '(?:falar|conversar|pensad[oa]|pensaste|planos)<NEAR>(?:d[oa]|sobre|n[oa]|para) (?:o |a )?(?:teu|tua|seu|sua) (?:futuro|carreira|proximo)(?: profissional| passo)?|o que (?:te|o|a|lhe) (?:faria|convenceria|levaria)<NEAR>(?:a )?(?:mudar|vir|deixar|sair|trocar)',
    earnMore:
      '(?:ganhavas|ganharias|ganharia|ganhas|ganhava|recebias|receberias|receberia|tiravas)<NEAR>(?:mais|terco|quarto|dobro|metade|\\d[\\d.]*)',
    seeYouAs:
      '(?:viamos-te|vemos-te|vejo-te|via-te|te vejo|te vemos|vejo voce|vemos voce|queremos-te|queremos voce|imagino-te|te imagino)<NEAR>(?:bem )?(?:como|a |de |n[oa])<NEAR>(?:chefe|encarregad[oa]|responsavel|gerente|<R>|noss\\w+|aqui|equip[ae])|terias (?:o teu )?lugar (?:n[oa]|connosco|aqui)',
    lucky:
      '(?:sorte|contentes|felizes|orgulho)<NEAR>(?:em|de|por) (?:ter-te|te ter|ter voce|contar contigo|contar com voce)',
    relative:
      '(?:o |a )?(?:teu|tua|seu|sua) (?:irmao|irma|amig[oa]|mulher|marido|namorad[oa]|prim[oa]|filh[oa]|colega|vizinh[oa])<NEAR>(?:via-se|se via|ver-se-ia|gostaria|gostava|queria|toparia|aceitava)<NEAR>(?:a |de |em )?(?:conduz\\w+|dirig\\w+|trabalh\\w+|cozinh\\w+|vir|vaga|emprego|connosco|conosco)',
    introduceYou:
      '(?:apresentar-te|te apresentar|apresentar voce|por-te em contacto|te colocar em contato)<NEAR>(?:a|ao|com)<NEAR>(?:don[oa]|chefe|diret\\w+|gerente|cliente|encarregad[oa]|responsavel|rh)',
    footIn:
      '(?:arranjo-te|arranjar-te|consigo-te|te consigo|te arranjo|conseguir-te) (?:uma? )?(?:entrevista|prova|vaga|lugar|teste|trabalho)',
    hours:
      '\\d{2} horas(?: semanais| por semana)?|(?:equipa|equipe|cozinha|oficina|camiao) propri[oa]|(?:tua|sua) propria (?:equipa|equipe|cozinha|oficina)|sem (?:plantoes|horas extra|noites|turnos)|subsidio de \\w+|plano de saude|vale[- ]refeicao|carteira assinada',
    listen:
      '(?:ouvias|ouvirias|ouviria|pensavas nisso|pensarias|pensaria nisso|escutavas)|se (?:eu )?te (?:dissesse|disser|oferecesse)|(?:alinhas|alinhavas|embarcas)\\s?\\?',
    successor: '(?:sucessor|sucessora|substitut[oa]|responsavel|encarregad[oa])<E>',
    gap: '(?:buraco|vaga|lugar)<NEAR>(?:na (?:escala|equipa|equipe)|no (?:turno|time|quadro))',
    yoursIf: '(?:a vaga|o lugar|o cargo) e (?:tua|teu|sua|seu|para ti)(?=[.!?,]| se )',
    fillsShifts:
      '(?:a procura|procura|procuram|precisa|precisam)<NEAR>(?:de )?(?:um |uma )(?:\\w+ )?(?:responsavel|encarregad[oa]|chefe|gerente|<R>)<E>',
  },
  nl: {
    keeps:
      'wat houdt (?:je|jou|u)<NEAR>(?:daar|nog|in|bij|tegen)|(?:gehecht|verknocht|gebonden|trouw) aan (?:je|uw|dat|die|jouw)<NEAR>(?:bedrijf|hotel|ziekenhuis|kliniek|baan|zaak|school|baas|plek)',
    howLong:
      'hoe lang<NEAR>(?:blijf|blijft|wil|denk|werk|zit)<NEAR>(?:je|u)<GAP>(?:daar|nog|bij|in)|loopt (?:je|uw) contract<NEAR>(?:af|ten einde)',
    deserves:
      '(?:je|jij|u) (?:bent|wordt|verdient)<NEAR>(?:onderbetaald|ondergewaardeerd|overgekwalificeerd|te goed voor|beter|meer)(?=[.!?,]|$| dan| daar)',
    fedUp:
      '(?:moe van|genoeg van|zat|beu|klaar met)<NEAR>(?:nachtdienst\\w*|nachten|weekend\\w*|overuren|reistijd|files|diensten|baas)[^.!?\\n]{0,20}\\?',
    dreamJob: '(?:droombaan|droomjob|ideale (?:baan|werkgever|functie))<E>',
    future:
      '(?:praten|hebben|gesprek|nagedacht|plannen)<NEAR>(?:over|voor) (?:je|uw|jouw) (?:toekomst|loopbaan|carriere|volgende (?:stap|baan))|wat zou (?:je|jou|u)<NEAR>(?:overhalen|overtuigen|verleiden|doen (?:overstappen|wisselen|vertrekken))',
    earnMore:
      '(?:verdien|verdient|krijg|krijgt|pak)<NEAR>(?:je|u|jij)<NEAR>(?:meer|derde|kwart|dubbel\\w*|helft|\\d[\\d.]*)|(?:je|u) zou<NEAR>(?:meer|dubbel\\w*)<NEAR>verdienen',
    seeYouAs:
      '(?:we|wij|ik|mijn klant) (?:zien|zie|willen|wil|zouden|zou)<NEAR>(?:je|jou|u)<NEAR>(?:als|aan het hoofd)<NEAR>(?:chef|leider|hoofd|baas|<R>|van|bij ons)|(?:je|jij|u) (?:zou|past|passen)<NEAR>(?:goed |perfect |prima )?(?:in|bij) (?:ons|onze|de) (?:team|ploeg|keuken|crew|werkplaats|club)',
    lucky: '(?:blij|gelukkig|trots|boffen)<NEAR>(?:met (?:je|jou)|je te hebben)<NEAR>(?:bij ons|in|als|aan boord)',
    relative:
      '(?:je|jouw|uw) (?:broer|zus|vriend|vriendin|man|vrouw|neef|nicht|zoon|dochter|collega|buurman|buurvrouw)<NEAR>(?:een |de |het |in |bij |op )<GAP>(?:willen|zien zitten|werken|beginnen|draaien|rijden|komen)(?=\\s?\\?| )',
    introduceYou:
      '(?:je|jou|u)<NEAR>(?:voorstellen aan|in contact brengen met|koppelen aan|introduceren bij)<NEAR>(?:eigenaar|baas|chef|directeur|klant|leidinggevende|manager|hr)',
    footIn: '(?:bezorg|regel|regelen|versier)<NEAR>(?:je|u|jou)<NEAR>(?:gesprek|plek|proefdag|baan|afspraak)',
    hours:
      '\\d{2} uur(?: per week)?|een eigen (?:team|keuken|werkplaats|wagen|afdeling|wijk)|(?:geen|zonder) (?:overuren|nachten|nachtdiensten|gebroken diensten|wachtdiensten)|dertiende maand|reiskosten|vakantiegeld',
    listen:
      '(?:zou je (?:luisteren|erover nadenken|het overwegen|er eens naar kijken))|als ik (?:je|zeg|zou)<NEAR>(?:zeg|bied|aanbied|zei)|lijkt (?:je dat|dat je|het je)<NEAR>(?:wat|iets)',
    successor: '(?:opvolger|opvolgster|vervanger|vervanging|bedrijfsleider|plaatsvervanger)<E>',
    gap: '(?:gat|plek|ruimte|plaats)<NEAR>(?:in (?:het|ons|de) (?:rooster|team|ploeg|schema))',
    yoursIf: '(?:de baan|de plek|de functie|hij) is (?:van jou|voor jou|de jouwe)',
    fillsShifts:
      '(?:die|dat|ze) (?:een |dringend een |nog een )(?:\\w+ )?(?:bedrijfsleider|chef|manager|<R>) (?:zoekt|zoeken|nodig)',
  },
}

function framesFrom(language: KnownLanguage): readonly Frame[] {
  const { frame } = patterns({})
  const own: Readonly<Record<string, string>> = TURNS[language]
  return Object.entries(WEIGHTS).map(([turn, [tag, weight]]) => frame(tag, weight, `<B>(?:${own[turn] ?? '(?!)'})`))
}

/** Put together for one language, when its first text comes. */
export const turnFrames = (language: KnownLanguage): readonly Frame[] => framesFrom(language)
