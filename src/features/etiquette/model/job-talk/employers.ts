import type { KnownLanguage } from '../language.ts'
import { type Frame, patterns } from './frame.ts'

/**
 * An employer's need for people, put together from parts: who (a workplace that isn't theirs), what it does (seeks, lacks, hires),
 * and whom (a role by its name, or by the ending that trades have in that language).
 */
type Parts = {
  /** Workplaces; compounds end in one of them in German and Dutch. */
  org: string
  /** Before a workplace: then it is theirs, and this is talk of their own work. */
  yours: string
  /** Words for a person at work, by ending. */
  worker: string
  /** A few, a new one, more… before the worker. */
  some: string
  needs: string
  hires: string
  /** After the worker, for verbs that come apart. */
  apart?: string
  we: string
  lack: string
  team: string
  strengthen: string
  /** With us, at our clinic. */
  at: string
  /** A place that is or comes free. */
  place: string
  free: string
}

const PARTS: Readonly<Record<KnownLanguage, Parts>> = {
  en: {
    org: "clinic|hospital|ward|practice|surgery|care home|nursing home|hospice|pharmacy|lab|laboratory|institute|university|college|school|nursery|kindergarten|academy|theatre|theater|opera|orchestra|choir|ensemble|museum|gallery|studio|festival|circus|farm|dairy|vineyard|winery|orchard|estate|stud|garden centre|forestry|sawmill|mill|bakery|butcher'?s?|brewery|restaurant|bistro|cafe|kitchen|pub|bar|hotel|hostel|resort|inn|catering firm|shop|store|supermarket|chain|boutique|retailer|garage|workshop|yard|shipyard|dock|port|depot|warehouse|haulier|hauler|carrier|courier|freight (?:firm|company)|airline|railway|ferry line|plant|factory|foundry|quarry|mine|site|builder|contractor|firm|company|business|start-?up|scale-?up|agency|employer|charity|ngo|council|bank|insurer|law firm|practice|publisher|paper|newsroom|software house|co-?op|cooperative|outfit|shop floor|crew|troupe|family|[a-z]{3,}(?:ery|ory|maker|makers|house|yard|works)",
    yours: 'your|ur|you|their own|his|her|they|this city|every|no|many|most|some|wait,? what',
    worker:
      '(?!(?:letter|paper|water|tractor|printer|computer|motor|server|monitor|generator|boiler|cooler|mixer|filter|freezer|trailer|carrier|router|number|order|offer|folder|poster|cover|shower|tower|power|dinner|scanner|register|elevator|lift|calculator|summer|winter|weather|other|another|further|better|bigger|smaller|longer|never|ever|over|under|after|matter|answer|member|supplier|customer|list|twist|buyer for|corner|career|layer|later|sister|brother|mother|father|partner for a|oven|river|harbour|harbor|floor|door|error|color|colour|mirror|doctor appointment|engineer report)s?(?![a-z]))[a-z-]{2,}(?:er|or|ist|man|men|woman|women|hand|hands|keeper|ician|wright|smith|monger|ant|ee)s?',
    some: 'an?|another|one|two|three|four|five|six|ten|\\d+|some|more|a few|a couple of|several|good|new|experienced|qualified|the right|extra|any|decent|for an?|someone|somebody',
    needs:
      "(?:is |are |'s |'re |has been |have been )?(?:still |now |currently |always |desperately |urgently |badly |really |constantly |in )*(?:needs?|need of|seeks?|seeking|looking for|looks for|searching for|searches for|wants?|want to (?:hire|find|get)|hunting for|after|crying out for|desperate for|short of|short on|down|lacks?|lacking|missing|can'?t (?:seem to )?find|cannot find|without|doesn'?t find|struggling to find|struggles to find|could (?:really )?(?:do with|use)|would love|needs to fill|trying to find|begging for)",
    hires:
      "(?:is |are |'s |'re )?(?:still |now |currently |always |just |also )*(?:hiring|hires|recruiting|recruits|taking on|takes on|taking people on|staffing up|interviewing|advertising for|employing)",
    we: "we're|we are|we|we've been|i'm|they're|they are|us",
    lack: 'still |now |currently |down |badly |really |be |short |of |need |needing |missing |lacking |light |without |after |',
    team: 'team|crew|staff|department|ward|kitchen|brigade|fleet|workforce|practice|company|line-?up|squad',
    strengthen:
      'strengthen|reinforce|expand|grow|enlarge|extend|double|beef up|build up|build out|add to|bolster|staff',
    at: "(?:at|in|on|with) (?:our|my client'?s?|us)|we've|we have|i've got|i have|there's|there is",
    place: 'place|spot|seat|chair|slot|post|position|desk|berth|bunk|bench|stool|job|role|room',
    free: "(?:is |are |will be |'s |has |have |just |about to |going to |might |may |could )*(?:free|open|opening up|opening|going|available|vacant|come up|coming up|came up|opened up|opened|come free|becoming free|waiting)",
  },
  de: {
    org: '(?:\\w*-)?\\w*(?:klinik|klinikum|krankenhaus|spital|praxis|pflegeheim|heim|hospiz|apotheke|labor|institut|uni|universitat|hochschule|fachhochschule|schule|kita|kindergarten|akademie|theater|oper|orchester|museum|galerie|studio|zirkus|festival|hof|bauernhof|molkerei|weingut|gut|gartnerei|forstamt|sagewerk|muhle|backerei|metzgerei|brauerei|restaurant|gasthof|wirtschaft|bistro|cafe|kuche|kneipe|hotel|pension|laden|geschaft|supermarkt|kette|filiale|werkstatt|autohaus|werft|hafen|depot|lager|spedition|fuhrunternehmen|reederei|airline|bahn|werk|fabrik|giesserei|steinbruch|baustelle|betrieb|firma|unternehmen|konzern|startup|start-up|agentur|arbeitgeber|verein|stiftung|behorde|amt|gemeinde|bank|versicherung|kanzlei|verlag|redaktion|software-?haus|haus|genossenschaft|dienst|pflegedienst|trupp|kapelle|familie|mittelstandler|handwerksbetrieb|\\w+erei|bekannter|freund|kollege|kunde|kundin|mandant|mandantin)',
    yours: 'dein|deine|deiner|deinem|ihr|ihre|euer|eure|eurer|eurem|jede|jeder|jedes|viele|welche',
    worker:
      '(?!(?:immer|wieder|weiter|hier|unter|uber|oder|aber|sommer|winter|zimmer|wasser|drucker|computer|kalender|ordner|fehler|anhanger|traktor|motor|server|monitor|rechner|kuhler|bagger|stapler|schlepper|ofen|keller|speicher|partner|moglichkeit|auftrag|nummer|ander|anderer|mehrer|besser|guter|neuer|grosser|grose|groser|kleiner|letzter|erster|eimer|leiter aus|kleber|drescher)(?:n|s|e)?(?![a-z]))[a-z-]{3,}(?:er|ern|erin|erinnen|kraft|krafte|frau|frauen|mann|manner|leute|hilfe|hilfen|helfer|ist|isten|istin|eur|eure|eurin|ent|enten|entin|orin|iker|ikerin|leitung|meister|schwester|kundige|hande)',
    some: 'einen?|eine|einer|noch|zwei|drei|vier|funf|zehn|\\d+|mehrere|einige|ein paar|neue[nr]?|gute[nr]?|erfahrene[nr]?|weitere|dringend|gelernte[nr]?|nach einem|nach einer|nach',
    needs:
      '(?:sucht|suchen|braucht|brauchen|benotigt|benotigen|fehlen|fehlt|fahndet nach|hatte gern|wunscht sich|(?:findet|finden) (?:\\w+ ){0,3}keine[nr]?|will|mochte|mochten|wollen|hat zu wenig|haben zu wenig|ist auf der suche nach|sind auf der suche nach|ringt um)',
    hires: '(?:stellt|stellen|nimmt|nehmen|heuert|rekrutiert|rekrutieren|engagiert|beschaftigt|holt sich)',
    apart: '(?:ein|an|auf)',
    we: 'uns|mir|ihm|ihnen|bei uns|im team|meinem kunden',
    lack: 'fehlen |fehlt |mangelt es an |gehen |geht |noch |gerade |dringend |derzeit |aktuell |leider |hier |',
    team: '\\w*-?(?:team|mannschaft|belegschaft|abteilung|kolonne|crew|truppe|brigade|station|kuche|praxis|ensemble)',
    strengthen:
      'verstarken|vergrosern|vergrossern|ausbauen|aufstocken|erweitern|verdoppeln|aufbauen|verstarkt|vergrosert|aufstockt|erweitert',
    at: 'bei (?:uns|meinem kunden|einem kunden|mir)|in unser\\w*|unser\\w*',
    place: '\\w*platz|\\w*stelle|\\w*posten|stuhl|sitz|job|position',
    free: 'frei|offen|zu haben|unbesetzt|neu besetzt|nachbesetzt|zu besetzen|zu vergeben',
  },
  fr: {
    org: 'clinique|hopital|chu|ehpad|maison de retraite|foyer|cabinet|pharmacie|labo|laboratoire|institut|universite|fac|ecole|lycee|college|creche|academie|theatre|opera|orchestre|compagnie|musee|galerie|studio|festival|cirque|ferme|exploitation|laiterie|domaine|vignoble|verger|pepiniere|scierie|moulin|boulangerie|patisserie|boucherie|brasserie|restaurant|resto|bistrot|cafe|cuisine|bar|hotel|auberge|camping|traiteur|boutique|magasin|supermarche|enseigne|chaine|garage|atelier|chantier|port|depot|entrepot|transporteur|transport|logisticien|compagnie aerienne|usine|fonderie|carriere|mine|entreprise|boite|societe|pme|start-?up|jeune pousse|agence|employeur|asso|association|ong|mairie|commune|banque|assureur|etude|editeur|journal|redaction|cooperative|editeur de logiciels|[a-z]+erie|equipe|groupe|famille|patron|artisan|client|cliente|ami|amie|copain|copine|maison',
    yours: 'ton|ta|tes|votre|vos|son|leur|chaque|quelle|quel|aucune?|beaucoup de',
    worker:
      "(?!(?:ordinateur|moteur|tracteur|serveur informatique|secteur|valeur|couleur|chaleur|heure|meilleure?|plusieurs|ailleurs|erreur|leur|fleur|papier|dossier|cahier|quartier|metier|dernier|derniere|premier|premiere|matiere|lumiere|maniere|biere|riviere|panier|calendrier|clavier|courrier|escalier|piste|liste|instant|restaurant|enfant|avant|pendant|maintenant|important|chien|bien|rien|moyen|ancienne?|solution|refrigerateur|congelateur|ascenseur|lave-vaisselle|odeur|douleur|peur)s?(?![a-z]))[a-z'-]{2,}(?:eur|euse|rice|ier|iere|iste|ien|ienne|ante|ant|ent|logue|naire|aire|eron|onne|on)s?",
    some: "une?|deux|trois|quatre|cinq|dix|\\d+|des|de|d'|du|plusieurs|quelques|son|sa|leur|un nouveau|une nouvelle|encore|un bon|une bonne|quelqu'un",
    needs:
      '(?:cherche|cherchent|recherche|recherchent|(?:ne )?trouve(?:nt)? (?:pas|plus)|a besoin|ont besoin|aurait besoin|manque|manquent|est en manque|veut|voudrait|aimerait|est a la recherche|desespere de trouver|galere a trouver|peine a trouver)',
    hires: '(?:recrute|recrutent|embauche|embauchent|engage|engagent|prend|emploie|est en train de recruter|ouvre)',
    we: "nous|on|il nous|il me|m'|me|leur|il leur",
    lack: 'manque |manquons |manquent |encore |de |d |toujours |cruellement |est a court |',
    team: 'equipe|effectif|effectifs|brigade|personnel|service|atelier|troupe',
    strengthen:
      'renforcer|renforce|etoffer|etoffe|agrandir|agrandit|completer|doubler|elargir|developper|monter|constituer',
    at: 'chez (?:nous|mon client|un client)|dans notre|notre',
    place: 'poste|place|siege|job|temps plein|mi-temps|contrat',
    free: "(?:se libere|se liberent|va se liberer|se liberera|est libre|libre|s'ouvre|vient de s'ouvrir|ouvert|a prendre|a pourvoir|disponible|vacante?)",
  },
  es: {
    org: 'clinica|hospital|residencia|ambulatorio|consulta|farmacia|laboratorio|instituto|universidad|colegio|escuela|academia|guarderia|teatro|opera|orquesta|compania|museo|galeria|estudio|festival|circo|granja|finca|lecheria|bodega|vinedo|huerta|vivero|aserradero|molino|panaderia|pasteleria|carniceria|cerveceria|restaurante|bistro|cafe|cafeteria|cocina|bar|hotel|hostal|posada|camping|catering|tienda|supermercado|cadena|taller|concesionario|astillero|puerto|deposito|almacen|transportista|naviera|aerolinea|ferrocarril|planta|fabrica|fundicion|cantera|mina|obra|constructora|empresa|firma|negocio|startup|start-up|agencia|patron|fundacion|ong|ayuntamiento|banco|aseguradora|bufete|despacho|editorial|[a-z]+eria|periodico|redaccion|cooperativa|equipo|grupo|familia|cliente|clienta|amigo|amiga|conocido|casa',
    yours: 'tu|tus|vuestro|vuestra|su|sus|cada|que|ninguna?|muchas|muchos',
    worker:
      '(?!(?:ordenador|motor|tractor|valor|color|calor|sabor|olor|amor|error|horror|mejor|peor|mayor|menor|favor|por|ascensor|congelador|refrigerador|servidor|monitor de|enero|febrero|dinero|numero|primero|primera|tercero|tercera|manera|carretera|escalera|bandera|espera|fuera|era|cartera|nevera|lista|pista|vista|revista|entrevista|ambiente|siguiente|corriente|cliente|fuente|puente|gente|mente|importante|restaurante|instante|adelante|bastante|durante|antes|historico|medico de cabecera|publica|musica|fabrica|clinica|tecnica de|basica|unica|logica|mecanica de)s?(?![a-z]))[a-z-]{2,}(?:or|ora|ores|oras|ista|istas|ero|era|eros|eras|ente|entes|ante|antes|ico|ica|icos|icas|ario|aria|arios|arias|ologo|ologa|on|ona|ez|il)',
    some: 'una?|dos|tres|cuatro|cinco|diez|\\d+|unos|unas|varios|varias|algun|alguna|mas|otro|otra|buenos|buenas|nuevos|nuevas|nuevo|nueva|ya|urgente|a',
    needs:
      '(?:busca|buscan|esta buscando|estan buscando|necesita|necesitan|precisa|precisan|le falta|le faltan|les faltan|no encuentra|no encuentran|anda buscando|quiere|quieren|anda loco por encontrar|anda corto de|anda escaso de|carece de)',
    hires:
      '(?:contrata|contratan|recluta|reclutan|incorpora|incorporan|ficha|fichan|emplea|saca|sacan|esta contratando|coge|cogen)',
    we: 'nos|me|le|les',
    lack: 'falta |faltan |hace falta |hacen falta |todavia |aun |ya |urgentemente |',
    team: 'equipo|plantilla|brigada|personal|cuadrilla|departamento|grupo|compania',
    strengthen: 'reforzar|refuerza|ampliar|amplia|aumentar|completar|doblar|agrandar|montar|hacer crecer|crecer',
    at: 'en (?:nuestr[oa]|mi)|nos|con nosotros|nuestr[oa]',
    place: 'puesto|plaza|hueco|sitio|vacante|silla|trabajo',
    free: '(?:libre|abierto|abierta|disponible|vacante|por cubrir|que cubrir|sin cubrir)',
  },
  pt: {
    org: 'clinica|hospital|lar|residencia|consultorio|farmacia|laboratorio|instituto|universidade|faculdade|escola|colegio|academia|creche|teatro|opera|orquestra|companhia|museu|galeria|estudio|festival|circo|quinta|fazenda|sitio|leitaria|laticinio|adega|vinha|pomar|viveiro|serraria|moinho|padaria|pastelaria|talho|acougue|cervejaria|restaurante|bistro|cafe|cafetaria|cozinha|bar|hotel|pousada|hostel|loja|supermercado|rede|cadeia|oficina|estaleiro|porto|deposito|armazem|transportadora|transportador|companhia aerea|ferrovia|fabrica|usina|fundicao|pedreira|mina|obra|construtora|empresa|firma|negocio|startup|start-up|agencia|patrao|fundacao|ong|camara|prefeitura|banco|seguradora|escritorio|editora|[a-z]+aria|jornal|redacao|cooperativa|equipa|equipe|time|grupo|familia|cliente|amigo|amiga|conhecido|casa',
    yours: 'tua|teu|tuas|teus|sua|seu|suas|seus|vossa|vosso|cada|que|nenhuma?|muitas|muitos',
    worker:
      '(?!(?:computador|motor|trator|valor|cor|calor|sabor|amor|erro|melhor|pior|maior|menor|favor|por|elevador|congelador|servidor|monitor de|janeiro|fevereiro|dinheiro|primeiro|primeira|terceiro|terceira|maneira|carteira|bandeira|feira|inteiro|inteira|cadeira|geladeira|lista|pista|vista|revista|entrevista|ambiente|seguinte|corrente|cliente|fonte|ponte|gente|mente|importante|restaurante|instante|adiante|bastante|durante|antes|historico|publica|musica|fabrica|clinica|basica|unica|logica)s?(?![a-z]))[a-z-]{2,}(?:or|ora|ores|oras|ista|istas|eiro|eira|eiros|eiras|ero|era|ente|entes|ante|antes|ico|ica|icos|icas|ario|aria|arios|arias|ologo|ologa|ao|oes|pessoas)',
    some: 'uma?|dois|duas|tres|quatro|cinco|dez|\\d+|uns|umas|varios|varias|algum|alguma|mais|outro|outra|bons|boas|novos|novas|novo|nova|ja|urgente|urgentemente|de|por',
    needs:
      '(?:procura|procuram|esta a procura|esta a procurar|esta procurando|precisa|precisam|necessita|busca|buscam|anda a procura|falta|faltam|tem falta|nao encontra|nao encontram|nao consegue encontrar|quer|querem|anda desesperad[oa] por|carece)',
    hires:
      '(?:contrata|contratam|recruta|recrutam|emprega|esta a contratar|esta contratando|esta a recrutar|abriu concurso para|abre concurso para|admite|admitem)',
    we: 'nos|me|lhe|lhes|aqui|ainda|eles',
    lack: 'falta |faltam |faltam-nos |falta-nos |ainda |nos |-nos |muito |',
    team: 'equipa|equipe|time|quadro|brigada|pessoal|departamento|grupo|companhia',
    strengthen: 'reforcar|reforca|ampliar|amplia|aumentar|completar|dobrar|alargar|montar|fazer crescer|expandir',
    at: 'n[oa] noss[oa]|connosco|conosco|aqui n[oa]|noss[oa]',
    place: 'vaga|lugar|posto|cadeira|posicao|trabalho',
    free: '(?:livre|aberta|aberto|disponivel|vaga|por preencher|para preencher|em aberto)',
  },
  nl: {
    org: '(?:\\w*-)?\\w*(?:kliniek|ziekenhuis|praktijk|verpleeghuis|verzorgingshuis|zorginstelling|hospice|apotheek|lab|laboratorium|instituut|universiteit|uni|hogeschool|school|creche|kinderopvang|academie|theater|opera|orkest|gezelschap|museum|galerie|studio|circus|festival|boerderij|hoeve|melkveebedrijf|zuivelfabriek|wijngaard|kwekerij|boomgaard|zagerij|molen|bakkerij|slagerij|brouwerij|restaurant|bistro|cafe|keuken|kroeg|hotel|pension|camping|cateraar|winkel|supermarkt|keten|garage|werkplaats|werf|haven|depot|magazijn|distributiecentrum|transporteur|transportbedrijf|vervoerder|rederij|luchtvaartmaatschappij|fabriek|gieterij|groeve|bouwplaats|aannemer|bedrijf|zaak|firma|onderneming|startup|start-up|scale-up|bureau|werkgever|vereniging|stichting|gemeente|bank|verzekeraar|kantoor|uitgeverij|krant|redactie|softwarehuis|cooperatie|thuiszorg|\\w+erij|ploeg|familie|klant|opdrachtgever|vriend|vriendin|kennis|huis)',
    yours: 'je|jouw|jullie|uw|elke|ieder|iedere|welke|welk|veel',
    worker:
      '(?!(?:weer|meer|over|onder|achter|voor|door|water|papier|kamer|winter|zomer|nummer|printer|computer|motor|server|monitor|tractor|kelder|oven|koeler|aanhanger|partner|ander|beter|groter|kleiner|langer|later|eerder|verder|zeker|lekker|dokter bellen|kist|lijst|feest|manier|plezier|kwartier|dier)(?:s|en)?(?![a-z]))[a-z-]{2,}(?:er|ers|ster|sters|aar|aars|ier|iers|ist|isten|eur|eurs|euse|ent|enten|ant|anten|kundige|kundigen|man|mannen|vrouw|vrouwen|mensen|kracht|krachten|monteur|monteurs|hulp|hulpen|technicus|technici|cien|ciens|leider|leiders|kok|koks|arts|artsen|dekker|dekkers|or|oren|ling|lingen)',
    some: 'een|twee|drie|vier|vijf|tien|\\d+|nog|meer|extra|enkele|een paar|nieuwe|goede|ervaren|dringend|om|naar een|naar',
    needs:
      '(?:zoekt|zoeken|is op zoek|zijn op zoek|heeft behoefte aan|heeft dringend|hebben dringend|mist|missen|zit te springen|zitten te springen|staat te springen|zit verlegen|zit te wachten op|kan geen|kunnen geen|(?:vindt|vinden) (?:\\w+ ){0,3}geen|komt|wil|willen|heeft een tekort aan|zit zonder)',
    hires: '(?:neemt|nemen|werft|werven|huurt|contracteert|trekt)',
    apart: '(?:aan|in)',
    we: 'we|wij|ik|ze|er|hier|bij ons|ons',
    lack: 'komen |komt |missen |mist |ontbreken |ontbreekt |zoeken |nog |hebben |dringend |',
    team: '\\w*-?(?:team|ploeg|personeelsbestand|afdeling|brigade|crew|groep|gezelschap)',
    strengthen: 'versterken|uitbreiden|vergroten|aanvullen|verdubbelen|opbouwen|versterkt|uitbreidt',
    at: 'bij (?:ons|mijn klant|een klant)|in (?:ons|onze)|ons|onze',
    place: '\\w*plek|plaats|stoel|positie|\\w*baan|zetel',
    free: '(?:vrij|open|beschikbaar|te vergeven|te vervullen)',
  },
}

const PEOPLE: Readonly<Record<KnownLanguage, string>> = {
  en: 'people|folks|staff|hands|help|someone|somebody|talent|night cover|pairs? of hands',
  de: 'leute|personal|jemanden?|verstarkung|nachwuchs|hande|menschen',
  fr: "monde|gens|personnel|quelqu'un|bras|mains|renforts?|personnes?",
  es: 'gente|personal|alguien|manos|brazos|personas?|refuerzos?',
  pt: 'gente|pessoal|alguem|maos|bracos|pessoas?|reforcos?',
  nl: 'mensen|personeel|iemand|handen|versterking',
}

function framesFrom(language: KnownLanguage, parts: Parts): readonly Frame[] {
  const { frame } = patterns({
    ORG: parts.org,
    NOTYOURS: `(?<!(?<![a-z])(?:${parts.yours}) (?:[\\w-]+ )?)`,
    WORKER: `<R>|${parts.worker}`,
    SOME: `(?:${parts.some})`,
    PEOPLE: PEOPLE[language],
    WHOM: '(?:<SOME> ){1,3}(?:[\\w-]+ ){0,2}(?:<WORKER>|<PEOPLE>)|<R>|<PEOPLE>',
  })
  const apart = parts.apart ? `<GAP><B>${parts.apart}<E>` : ''
  const workplace = `<B><NOTYOURS>(?:${parts.org})<E><GAP>`
  const strengthen = `<B>(?:${parts.strengthen})<E>`
  const place = `<B>(?:${parts.place})<E>[^.!?;,\\n]{0,40}?<B>(?:${parts.free})<E>`
  return [
    frame('seeking', 1, `${workplace}<B>${parts.needs}<E>[^.!?;,\\n]{0,32}?<B>(?:<WHOM>)<E>`, `<B>${parts.needs}<E>`),
    frame(
      'hiring',
      1,
      `${workplace}<B>${parts.hires}<E><NEAR><B>(?:<WHOM>|<WORKER>)<E>${apart}`,
      `<B>${parts.hires}<E>`,
    ),
    frame('growing', 0.8, `${workplace}${strengthen}<NEAR><B>(?:${parts.team})<E>`, strengthen),
    frame('growing', 0.8, `${workplace}<B>(?:${parts.team})<E> (?:${parts.strengthen})<E>`, strengthen),
    frame(
      'seeking',
      0.8,
      `<B>(?:${parts.we}) ?(?:${parts.lack}){1,3}(?:<SOME> ){1,3}(?:[\\w-]+ ){0,1}(?:<R>|${parts.worker})<E>`,
    ),
    frame('vacancy', 0.6, place),
    frame('vacancy', 1, `<B>(?:${parts.at})<E>[^.!?;,\\n]{0,24}?${place}`),
  ]
}

/** Put together for one language, when its first text comes. */
export const employerFrames = (language: KnownLanguage): readonly Frame[] => framesFrom(language, PARTS[language])
