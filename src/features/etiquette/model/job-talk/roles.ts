import type { KnownLanguage } from '../language.ts'
import { trades } from './trades.ts'

// Words for what people are at work, accents folded away. An ending is added where the language adds one.
const EN =
  'nurse|rn|midwife|midwives|carer|caregiver|physician|doctor|surgeon|paramedic|pharmacist|physio|physiotherapist|radiographer|dentist|hygienist|therapist|counsellor|counselor|social worker|support worker|care assistant|healthcare assistant|hca|phlebotomist|anaesthetist|vet|veterinarian|' +
  'driver|trucker|courier|dispatcher|forklift operator|loader|warehouse operative|picker|packer|pilot|cabin crew|mechanic|technician|fitter|welder|plumber|electrician|carpenter|joiner|bricklayer|roofer|plasterer|painter|tiler|scaffolder|machinist|toolmaker|millwright|fabricator|labourer|laborer|foreman|site manager|surveyor|architect|civil engineer|estimator|gas engineer|hvac tech|installer|operator|operative|' +
  'cook|chef|chef de partie|sous chef|line cook|baker|pastry chef|butcher|barista|bartender|waiter|waitress|server|sommelier|host|hostess|housekeeper|receptionist|concierge|porter|cleaner|janitor|dishwasher|kitchen porter|' +
  'cashier|sales assistant|shop assistant|store manager|retail manager|merchandiser|stocker|salesperson|sales rep|account executive|account manager|buyer|team lead|supervisor|shift lead|night lead|shift leader|manager|department head|' +
  'engineer|developer|dev|programmer|coder|devops|sre|sysadmin|administrator|architect|designer|tester|qa|analyst|data scientist|scientist|researcher|product manager|product owner|scrum master|backend|frontend|full-stack|fullstack|gopher|rustacean|consultant|' +
  'teacher|tutor|lecturer|professor|postdoc|phd student|phd candidate|research assistant|research fellow|instructor|nanny|childminder|teaching assistant|librarian|' +
  'accountant|bookkeeper|auditor|controller|paralegal|lawyer|solicitor|attorney|clerk|secretary|assistant|office manager|translator|editor|copywriter|journalist|photographer|marketer|actuary|underwriter|' +
  'gardener|farmhand|farm worker|picker|vintner|winemaker|arborist|forester|guard|security guard|firefighter|hairdresser|barber|stylist|beautician|seamstress|tailor|lifeguard|coach|trainer|intern|apprentice|trainee|freelancer|contractor|temp|specialist|worker|staff member|crew member|lead|cto|cfo|head of \\w+|vp of \\w+|' +
  "beekeeper|glassblower|glazier|dental nurse|orthodontist|optician|optometrist|audiologist|podiatrist|osteopath|dietitian|nutritionist|sonographer|undertaker|funeral director|chief mate|first mate|second mate|chief officer|deck officer|harbour pilot|deckhand|bosun|skipper|stevedore|docker|crane driver|crane operator|train driver|tram driver|signaller|rigger|stonemason|thatcher|blacksmith|farrier|goldsmith|jeweller|watchmaker|luthier|upholsterer|cabinetmaker|boatbuilder|shipwright|sailmaker|machine operator|quality inspector|chemist|lab technician|biologist|geologist|archivist|curator|conservator|restorer|interpreter|proofreader|reporter|sound engineer|lighting technician|stagehand|choreographer|organist|costume maker|dressmaker|florist|groundskeeper|greenkeeper|gamekeeper|shepherd|milker|agronomist|cheesemaker|brewer|distiller|fishmonger|confectioner|chocolatier|caterer|night porter|tour guide|travel agent|croupier|driving instructor|head teacher|headteacher|youth worker|care manager|ward manager|matron|notary|conveyancer|customs officer|town planner|quantity surveyor|land surveyor|broker|payroll clerk|kennel hand|groom|lift engineer|locksmith|sign maker|bookbinder|printer's assistant|pest controller|removal man|herdsman|herdswoman|dairyman|stockman|saddler|wheelwright|restorer|joiner's mate"

const DE =
  '\\w*pfleger|\\w*pflegekraft|\\w*pflegekrafte|\\w*pflegefachkraft|\\w*pflegefachkrafte|\\w*pflegefachfrau|\\w*pflegefachmann|\\w*schwester|hebamme|\\w*arzt|\\w*arzte|\\w*arztin|apotheker|\\w*therapeut|sanitater|\\w*betreuer|erzieher|' +
  '\\w*fahrer|\\w*kraftfahrer|lkw-fahrer|kurier|disponent|\\w*lagerist|lagermitarbeiter|staplerfahrer|mechaniker|\\w*mechaniker|mechatroniker|\\w*mechatroniker|techniker|\\w*techniker|schlosser|\\w*schlosser|schwei(?:s|ss)er|installateur|elektriker|elektroniker|\\w*elektroniker|zimmerer|zimmermann|tischler|schreiner|maurer|dachdecker|maler|fliesenleger|monteur|\\w*monteur|bauleiter|polier|' +
  'koch|kochin|koche|\\w*koch|backer|metzger|barista|kellner|servicekraft|servicekrafte|rezeptionist|hotelfachfrau|hotelfachmann|reinigungskraft|reinigungskrafte|hausmeister|' +
  'kassierer|verkaufer|verkauferin|filialleiter|filialleitung|schichtleiter|schichtleitung|teamleiter|teamleitung|stationsleitung|vertriebler|' +
  'ingenieur|\\w*ingenieur|entwickler|\\w*entwickler|programmierer|admin|administrator|\\w*architekt|designer|tester|analyst|wissenschaftler|berater|\\w*berater|' +
  'lehrer|lehrkraft|lehrkrafte|dozent|professor|postdoc|doktorand|mitarbeiter|\\w*mitarbeiter|fachkraft|fachkrafte|\\w*fachkraft|\\w*fachkrafte|leute furs team|verstarkung|' +
  'buchhalter|controller|jurist|anwalt|sachbearbeiter|assistenz|assistent|sekretarin|ubersetzer|redakteur|gartner|winzer|friseur|azubi|auszubildende|praktikant|werkstudent|kollege|kollegen|aushilfe|aushilfen|handwerker|engineer|developer|pflegehelfer|altenpfleger|saisonkraft|saisonkrafte|' +
  'imker|glasblaser|optiker|\\w*optiker|horakustiker|zahntechniker|zahnarzthelfer|prophylaxeassistent|bestatter|schornsteinfeger|glaser|steinmetz|goldschmied|uhrmacher|schuhmacher|polsterer|sattler|schneider|bootsbauer|kranfuhrer|matrose|kapitan|steuermann|\\w*offizier|lotse|hafenarbeiter|lokfuhrer|triebfahrzeugfuhrer|zugbegleiter|fluglotse|flugbegleiter|vermesser|geologe|chemiker|laborant|biologe|florist|forster|forstwirt|landwirt|melker|schafer|kaser|brauer|konditor|barkeeper|reiseleiter|dolmetscher|lektor|kameramann|maskenbildner|organist|chorleiter|archivar|restaurator|bibliothekar|notar|zollner|notfallsanitater|logopade|schlusseldienst|buchbinder|drucker|geselle|gesellen|hufschmied|schmied|stallknecht|tierpfleger|wagner|orgelbauer|knecht'

const FR =
  'infirmiere?|aide-soignante?|aide soignante?|sage-femme|medecin|chirurgien|pharmacien(?:ne)?|kine|kinesitherapeute|ambulancier|auxiliaire de vie|educat(?:eur|rice)|' +
  'chauffeur|conduct(?:eur|rice)|routier|livreur|cariste|manutentionnaire|magasinier|mecanicien(?:ne)?|technicien(?:ne)?|soudeur|soudeuse|plombier|electricien(?:ne)?|menuisier|charpentier|macon|couvreur|peintre|carreleur|monteur|chef de chantier|conducteur de travaux|usineur|ouvrier|ouvriere|' +
  "cuisinier|cuisiniere|chef de partie|commis|commis de cuisine|boulanger|boulangere|patissier|patissiere|boucher|barista|barman|serveur|serveuse|receptionniste|femme de chambre|agent d'entretien|plongeur|" +
  "caissier|caissiere|vendeur|vendeuse|responsable de magasin|chef de rayon|commercial|commerciale|chef d'equipe|cheffe d'equipe|responsable|directeur|directrice|manager|" +
  'ingenieure?|developpeur|developpeuse|programmeur|administrateur|architecte|designer|testeur|analyste|data scientist|chercheur|chercheuse|consultante?|dev|' +
  'enseignante?|professeure?|prof|formateur|formatrice|doctorante?|post-?doc|postdoctorante?|maitre de conferences|' +
  'comptable|juriste|avocate?|assistante?|secretaire|traducteur|traductrice|redacteur|redactrice|jardinier|vigneron|coiffeur|coiffeuse|stagiaire|apprentie?|alternante?|interimaire|renfort|collaborateur|collaboratrice|saisonnier|' +
  'apiculteur|apicultrice|souffleur de verre|verrier|vitrier|opticien(?:ne)?|audioprothesiste|prothesiste|assistante? dentaire|hygieniste|dentiste|geometre|topographe|grutier|matelot|second capitaine|docker|machiniste|aiguilleur|tailleur de pierre|forgeron|bijoutier|horloger|cordonnier|tapissier|ebeniste|couturiere?|luthier|fleuriste|paysagiste|maraicher|berger|fromager|brasseur|poissonnier|chocolatier|traiteur|sommelier|interprete|correcteur|regisseur|ingenieur du son|costumiere?|organiste|archiviste|bibliothecaire|notaire|greffier|orthophoniste|ergotherapeute|psychologue|dieteticien(?:ne)?|animateur|animatrice|puericultrice|veterinaire|serrurier|relieur|imprimeur|vacher|vachere|porcher|trayeur|palefrenier|bourrelier|charron|marechal-ferrant'

const ES =
  'enfermer[oa]|matrona|medic[oa]|cirujan[oa]|farmaceutic[oa]|fisio|fisioterapeuta|auxiliar(?: de enfermeria)?|cuidador|cuidadora|celador|tcae|gerocultora?|' +
  'conductora?|camioner[oa]|chofer|repartidora?|moz[oa] de almacen|carretiller[oa]|mecanic[oa]|tecnic[oa]|soldadora?|fontaner[oa]|plomero|electricista|carpinter[oa]|albanil|pintora?|montadora?|jefe de obra|operari[oa]|tornero|' +
  'cociner[oa]|chef|jefe de cocina|ayudante de cocina|panader[oa]|pasteler[oa]|carnicer[oa]|barista|camarer[oa]|meser[oa]|recepcionista|camarera de pisos|limpiadora?|' +
  'cajer[oa]|dependient[ea]|vendedora?|encargad[oa]|comercial|jef[ea] de equipo|jef[ea] de turno|responsable|gerente|supervisora?|' +
  'ingenier[oa]|desarrolladora?|programadora?|administradora?|arquitect[oa]|disenadora?|tester|analista|cientific[oa]|investigadora?|consultora?|dev|' +
  'profesora?|maestr[oa]|docente|doctorand[oa]|postdoc|becari[oa]|aprendiz|practicante|contable|abogad[oa]|asistente|administrativ[oa]|secretari[oa]|traductora?|redactora?|jardiner[oa]|peluquer[oa]|trabajadora?|personal|refuerzo|temporer[oa]|' +
  'apicultora?|sopladora? de vidrio|cristaler[oa]|optic[oa]|higienista|dentista|topograf[oa]|gruista|marinero|primer oficial|estibador|maquinista|tranviari[oa]|canter[oa]|herrer[oa]|joyer[oa]|relojer[oa]|zapater[oa]|tapicer[oa]|ebanista|modista|costurera|florista|agricultora?|ganader[oa]|pastora?|queser[oa]|cervecer[oa]|pescader[oa]|sumiller|interprete|periodista|organista|archiver[oa]|bibliotecari[oa]|restauradora?|notari[oa]|bomber[oa]|logopeda|psicolog[oa]|dietista|nutricionista|educadora?|monitora?|veterinari[oa]|puericultora?|cerrajer[oa]|impresor|ordenadora|vaquer[oa]|herradora?|guarnicioner[oa]|ordenador de vacas'

const PT =
  'enfermeir[oa]|tecnic[oa] de enfermagem|medic[oa]|cirurgi(?:ao|a)|farmaceutic[oa]|fisioterapeuta|cuidadora?|auxiliar|parteira|' +
  'motorista|caminhoneir[oa]|camionista|condutora?|entregadora?|estafeta|operadora?(?: de empilhadeira)?|mecanic[oa]|tecnic[oa]|soldadora?|canalizador|encanador|eletricista|carpinteir[oa]|pedreiro|pintora?|montadora?|mestre de obras|operari[oa]|torneiro|serralheir[oa]|' +
  'cozinheir[oa]|chef|ajudante de cozinha|padeir[oa]|pasteleir[oa]|confeiteir[oa]|acougueiro|talhante|barista|garcom|garconete|empregad[oa] de mesa|recepcionista|rececionista|camareira|' +
  'caixa|vendedora?|lojista|gerente|encarregad[oa]|chefe de turno|chefe de equipa|lider de equipe|supervisora?|comercial|responsavel|' +
  'engenheir[oa]|desenvolvedora?|programadora?|dev|administradora?|arquitet[oa]|designer|testadora?|analista|cientista|pesquisadora?|investigadora?|consultora?|' +
  'professora?|docente|doutorand[oa]|pos-doc|postdoc|bolseir[oa]|estagiari[oa]|aprendiz|contabilista|contadora?|advogad[oa]|assistente|secretari[oa]|tradutora?|redatora?|jardineir[oa]|cabeleireir[oa]|colaboradora?|funcionari[oa]|profissiona(?:l|is)|' +
  'apicultora?|sopradora? de vidro|vidraceir[oa]|higienista|dentista|topograf[oa]|gruista|marinheir[oa]|estivador|maquinista|guarda-freio|ferreir[oa]|joalheir[oa]|relojoeir[oa]|sapateir[oa]|estofadora?|marceneir[oa]|costureir[oa]|florista|agricultora?|pastora?|queijeir[oa]|cervejeir[oa]|peixeir[oa]|interprete|jornalista|organista|arquivista|bibliotecari[oa]|restauradora?|notari[oa]|bombeir[oa]|terapeuta da fala|psicolog[oa]|nutricionista|educadora?|monitora?|veterinari[oa]|serralheir[oa]|encadernadora?|ordenhadora?|vaqueir[oa]|ferradora?|tratadora?'

const NL =
  'verpleegkundige|verzorgende|verpleeghulp|verloskundige|arts|huisarts|apotheker|fysiotherapeut|begeleider|zorgmedewerker|thuiszorgmedewerker|' +
  'chauffeur|vrachtwagenchauffeur|bezorger|koerier|planner|magazijnmedewerker|heftruckchauffeur|orderpicker|monteur|\\w*monteur|technicus|\\w*technicus|lasser|loodgieter|elektricien|timmerman|timmerlieden|metselaar|dakdekker|schilder|stukadoor|uitvoerder|operator|' +
  'kok|\\w*kok|souschef|bakker|slager|barista|ober|serveerster|receptionist|schoonmaker|afwasser|horecamedewerker|' +
  'kassamedewerker|verkoper|verkoopster|winkelmedewerker|filiaalmanager|teamleider|ploegleider|manager|accountmanager|' +
  'ingenieur|ontwikkelaar|developer|programmeur|beheerder|architect|designer|tester|analist|onderzoeker|consultant|engineer|' +
  'leraar|lerares|leerkracht|docent|hoogleraar|promovendus|promovendi|postdoc|stagiair|stagiaire|leerling|boekhouder|jurist|advocaat|assistent|secretaresse|vertaler|redacteur|hovenier|kapper|medewerker|\\w*medewerker|vakman|vakmensen|vakkracht|vakkrachten|collega|uitzendkracht|oproepkracht|specialist|' +
  'imker|glasblazer|glazenmaker|opticien|audicien|tandarts|mondhygienist|tandartsassistente?|landmeter|kraanmachinist|kraandrijver|matroos|stuurman|eerste stuurman|havenarbeider|machinist|trambestuurder|conducteur|steenhouwer|smid|goudsmid|horlogemaker|schoenmaker|stoffeerder|meubelmaker|naaister|kleermaker|bloemist|tuinman|melker|herder|kaasmaker|brouwer|tolk|journalist|organist|archivaris|bibliothecaris|restaurator|notaris|logopedist|psycholoog|dietist|ergotherapeut|peuterleidster|dierenarts|slotenmaker|drukker|hoefsmid|stalknecht|boerenknecht|wagenmaker'

const ENDINGS: Readonly<Record<KnownLanguage, readonly [words: string, ending: string]>> = {
  en: [`${EN}|${trades.en}`, '(?:e?s)?'],
  de: [`${DE}|${trades.de}`, '(?:[:*_/]?-?innen|[:*_/]?-?in|en|n|e|s)?(?: ?\\(?[mwfd]/[mwfd](?:/[mwfdx])?\\)?)?'],
  fr: [`${FR}|${trades.fr}`, '(?:[.·(]e[.·)]?)?(?:[.·]?s)?(?: ?\\(?[hf]/[hf]\\)?)?'],
  es: [`${ES}|${trades.es}`, '(?:/[oa]s?|\\([oa]s?\\))?(?:e?s)?'],
  pt: [`${PT}|${trades.pt}`, '(?:/[oa]s?|\\([oa]s?\\))?(?:e?s)?'],
  nl: [`${NL}|${trades.nl}`, '(?:en|s|n)?(?: ?\\(?[mvx]/[mvx](?:/[mvx])?\\)?)?'],
}

const compiled = new Map<KnownLanguage, RegExp>()

/** Finds the role words of one language in folded text. */
export function rolePattern(language: KnownLanguage): RegExp {
  let pattern = compiled.get(language)
  if (!pattern) {
    const [words, ending] = ENDINGS[language]
    pattern = new RegExp(`(?<![\\w])(?:${words})${ending}(?![\\w])`, 'g')
    compiled.set(language, pattern)
  }
  return pattern
}

/** `lengths`: of the ends, each once, shortest first; `tails`: the last letters of each, as many as the shortest has. */
type Known = {
  words: ReadonlySet<string>
  ends: ReadonlySet<string>
  lengths: readonly number[]
  tails: ReadonlySet<string>
}

const endsIn = (word: string, { ends, lengths, tails }: Known): boolean =>
  lengths[0] !== undefined &&
  tails.has(word.slice(-lengths[0])) &&
  lengths.some(length => word.length >= length && ends.has(word.slice(-length)))

const known = new Map<KnownLanguage, Known>()

/** Whether a single folded word names a role, in the forms that the language adds endings for. */
export function isRole(word: string, language: KnownLanguage): boolean {
  let roles = known.get(language)
  if (!roles) {
    roles = expand(ENDINGS[language][0])
    known.set(language, roles)
  }
  const is = (form: string) => roles.words.has(form) || endsIn(form, roles)
  return is(word) || WORD_ENDINGS[language].some(end => word.endsWith(end) && is(word.slice(0, -end.length)))
}

const WORD_ENDINGS: Readonly<Record<KnownLanguage, readonly string[]>> = {
  en: ['es', 's'],
  de: ['innen', 'in', 'en', 'n', 'e', 's'],
  fr: ['s', 'es', 'e'],
  es: ['es', 's'],
  pt: ['es', 's'],
  nl: ['en', 's', 'n'],
}

/** The single words of a list of roles: what may follow, one letter or another, and `\\w*` before it for any beginning. */
function expand(list: string): Known {
  const words = new Set<string>()
  const ends = new Set<string>()
  for (const entry of splitChoice(list)) {
    if (entry.includes(' ')) continue
    for (const word of formsIn(entry.replace(/^\\w\*/, '')))
      if (entry.startsWith('\\w*')) ends.add(word)
      else words.add(word)
  }
  const lengths = [...new Set([...ends].map(end => end.length))].sort((a, b) => a - b)
  return { words, ends, lengths, tails: new Set([...ends].map(end => end.slice(-(lengths[0] ?? 0)))) }
}

/** At the bars that stand in no brackets. */
function splitChoice(text: string): string[] {
  const found: string[] = []
  let depth = 0
  let start = 0
  for (let i = 0; i <= text.length; i++) {
    const character = text.charAt(i)
    if (character === '(' || character === '[') depth++
    else if (character === ')' || character === ']') depth--
    else if ((character === '|' || i === text.length) && depth === 0) {
      found.push(text.slice(start, i))
      start = i + 1
    }
  }
  return found
}

function formsIn(pattern: string): string[] {
  const choice = /\(\?:([^()]*)\)(\??)|\[([^\]]*)\](\??)|(\w)\?/.exec(pattern)
  if (!choice) return [pattern]
  const [whole, group, maybeGroup, letters, maybeLetter, optional] = choice
  const inside = group !== undefined ? group.split('|') : letters !== undefined ? [...letters] : ['', optional ?? '']
  const all = maybeGroup === '?' || maybeLetter === '?' ? ['', ...inside] : inside
  const before = pattern.slice(0, choice.index)
  const after = pattern.slice(choice.index + whole.length)
  return all.flatMap(middle => formsIn(`${before}${middle}${after}`))
}

/** One capital per character, so offsets stay: folded text has none, and a role is still a word to `\\w`. */
export const roleMark = 'R'
