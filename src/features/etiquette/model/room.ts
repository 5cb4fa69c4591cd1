import { rolePattern } from './job-talk/roles.ts'
import { knownLanguages } from './language.ts'
import { findUrls, fold, type Span, splitSentences, splitWords } from './text.ts'
import type { Room } from './types.ts'

export type Norms = { jobs: 'forbidden' | 'allowed' | 'silent'; promotion: 'forbidden' | 'allowed' | 'silent' }

const JOBS =
  /job|recruit|hiring|\bannonces?\b|\banuncios?\b|vacanc|\bopenings?\b|\bgigs?\b|talent (?:hunt|search)|headhunt|\bhr\b|talent scout|position(?:s|en)? (?:offer|open)|\broles?\b|stellen|personalvermittl|abwerb|anwerb|vermittler|emploi|recrut|embauche|offres?\b|chasseurs? de tete|empleo|trabajo|reclut|vacante|oferta|\bvagas?\b|emprego|vacature|werving|werv|recruter|lavoro|annunci di|offerte|assunzion|\bjobb|rekryter|stilling|rekrutter|tyopaikk|rekry|\bprac[ayeęą]|\bpracy\b|rekrut|ogloszeni\w+ o|nabid\w+ prac|\bpraci\b|is ilan|ise alim|eleman|работ|ваканс|найм|рекрут|вакансі|求人|採用|リクルート|転職|招聘|招人|求职|内推|猎头|채용|구인|구직|وظائف|وظيفة|توظيف|דרוש|משרות|גיוס|εργασ|θεσεις|allas|munka|toborz|locuri de munca|angaj|lowongan|kerja|việc làm|tuyển dụng/
const PROMOTION =
  /advert|\bads?\b|promo|spam|commercial|marketing|solicit|\bplugs?\b|plugging|own (?:stuff|work|projects?|things)|your (?:own )?(?:stuff|links)|\blinks to your\b|\b(?:links?|liens?|enlaces?|verwijzingen)\b[^.;\n]{0,20}\b(?:own|eigene\w*|eigen|deine\w*|eure\w*|je|jullie|uw|votre|vos|ton|tes|tus?|vuestr\w*|propi\w*|seus?|suas?|teus?|tuas?|propri\w*)\b|\b(?:own|eigene\w*|eigen|propre|propi[oa]|propri[oa]) (?:site|website|webseite|shop|blog|service|dienst|page|seite|boutique|tienda|loja|winkel|pagina)\b|eigene (?:sachen|projekte|links)|vos propres|propios? (?:enlaces?|proyectos?)|eigen (?:spullen|projecten|links)|own links?|self-?links?|pitch|sales|sell|werbung|\breklame|eigenwerb|geworben|werben|wirbt|kommerziell|\bpub\b|publicit|autopromo|publicid|propaganda|divulga|auto-?promo|reclame|zelfpromo|pubblicit|reklam|mainos|mainont|реклам|пиар|宣伝|広告|营销|广告|推广|광고|홍보|إعلان|دعاي|פרסום|διαφημ|hirdet|publicitat|iklan|quảng cáo/
const FORBID =
  /(?<![a-z])(?:no|not|never|don'?t|thrown out|get(?:s)? you (?:out|banned|muted)|out of|away from|at the door|outside|to yoursel(?:f|ves)|off this|off here|fuera|otr[oa] (?:sitio|lado|lugar|parte)|fora|noutr[oa]|outr[oa] (?:sitio|lado|lugar)|woanders|draussen|fur (?:euch|dich|sich) behalten|pour (?:vous|toi)|dehors|autre part|voor je(?:zelf)?|elders|buiten|do not|cannot|can'?t|forbidden|prohibited|banned|ban|bans|without|off-limits|off limits|unwelcome|refrain|avoid|zero|kick(?:ed)?|gekickt|gebannt|verbannt|rausgeworfen|fliegt|vire\w*|exclue?s?|excluid\w*|banni\w*|bloque\w*|geweerd|eruit|removed|deleted|frowned|elsewhere|spam|kein\w*|nix|nichts|nicht|nie|verboten|untersagt|unerwunscht|tabu|raus|pas|aucune?|interdi\w*|proscrit\w*|supprim\w*|ailleurs|jamais|sans|sin|prohibid\w*|prohibe|prohiben|borra\w*|elimina\w*|expulsa\w*|nada de|ni|nunca|evita\w*|nao|proibid\w*|sem|vedad\w*|apagad\w*|removid\w*|banid\w*|geloscht\w*|entfernt|fliegen|verwijderd\w*|ongewenst|nem|geen|niet|verboden|nooit|vietat\w*|niente|non|proibit\w*|inga|ingen|inte|ej|forbju\w*|forbudt|ikke|ei|kiellet\w*|nie|zakaz\w*|zabroni\w*|bez|zadn\w*|zakaz\w*|yasak\w*|nelze|nem|tilos|interzis\w*|fara|nu|dilarang|jangan|khong|cam|μη|οχι|απαγορευ\w*)(?![a-z])|запрещ|нельзя|нет |без |^не | не |заборон|не можна|禁止|禁|不可|ご遠慮|お断り|やめ|しないで|ダメ|不得|请勿|勿|不要|严禁|금지|하지 ?마|불가|ممنوع|يمنع|لا |אסור|אין |ללא|không|cấm/
const ALLOW =
  /(?<![a-z])(?:welcome|welcomed|allowed|allow|ok|okay|fine|permitted|permit|encouraged|freely|go ahead|anything goes|love|happily|any ?time|feel free|may|can be|you can|please (?:post|share)|yes|erlaubt|willkommen|gern\w*|erwunscht|durfen|darf|bienvenu\w*|autorise\w*|permis\w*|acceptee?s?|possible|bienvenid\w*|permit\w*|aceptan?|se pueden?|puedes|admit(?:e|en|em|id[oa]s?)|cabe[nm]?|tienen sitio|bem-vind\w*|liberad\w*|pode|podem|welkom|toegestaan|mag|mogen|prima|gerust|a vontade|a gusto|libremente|librement|volontiers|problemlos|jederzeit|benvenut\w*|consentit\w*|permess\w*|ammess\w*|valkom\w*|tillat\w*|tilladt|velkom\w*|sallittu\w*|tervetul\w*|dozwolon\w*|mile widzian\w*|mozna|povolen\w*|vitan\w*|serbest|izin\w*|megenged\w*|szabad|permise|boleh|diperbolehkan|επιτρεπ\w*|ευπροσδεκτ\w*)(?![a-z])|разреш|можно|приветств|дозволен|можна|歓迎|大歓迎|どうぞ|欢迎|允许|可以|가능|환영|허용|مسموح|مرحب|מותר|מוזמנ|được phép|hoan nghênh/
const ELSEWHERE =
  /(?<![a-z])(?:only|go|goes|belong|belongs|use|post|keep|take|put|instead|please|gehoren|nur|bitte|uniquement|dans|seulement|solo|solamente|en el canal|so|apenas|somente|no canal|alleen|in het kanaal|horen|тільки|только)(?![a-z])[^.;\n]{0,40}(?:#[\w-]+|\b(?:channel|thread|sub-?forum|board|section|list)\b|kanal|salon|canal|hilo|kanaal|канал|@[\w-]+)|(?:#[\w-]+|(?<![a-z])(?:channel|thread|sub-?forum|board|section|list|kanal|salon|canal|hilo|kanaal))(?: [\w-]+)? (?:only|nur|uniquement|seulement|solamente|apenas|alleen)(?![a-z])/
const OTHER_PLACE =
  /(?<![a-z])(?:other|another|different|separate|ander\w+|eigen\w+|autre|otr[oa]|outr[oa]|aparte|apart\w*) (?:room|channel|group|list|forum|place|raum|kanal|gruppe|liste|ort|salon|groupe|fil|endroit|sala|canal|grupo|lista|foro|kanaal|groep|lijst|plek|kamer)(?![a-z])/
const ASK_FIRST =
  /(?<![a-z])(?:ask (?:a |the )?(?:mod|admin|op|moderator|owner)|ask (?:first|before|us)|only (?:with|after) (?:approval|permission)|with permission|mod approval|prior approval|(?:need|needs|require|requires|must have|subject to) (?:[\w'-]+ ){0,2}(?:approval|permission|clearance)|(?:must|should|to) be (?:approved|cleared)|(?:vorher|erst) (?:fragen|absprechen)|nur nach (?:absprache|rucksprache)|demander|avec l'accord|previa autorizacion|preguntad? antes|con permiso|com autorizacao|pergunte antes|vooraf (?:vragen|overleg)|eerst vragen)(?![a-z])/
const FOR_JOBS =
  /(?:channel|room|list|group|place|kanal|gruppe|salon|canal|grupo|sala|kanaal|groep|board|forum)[^.;\n]{0,20}(?:for|fur|pour|para|voor|about)[^.;\n]{0,30}(?:job|hiring|stellen|emploi|empleo|trabajo|vaga|emprego|vacature|recrut|recruit)|(?:jobs?|hiring|stellen|emplois?|empleos?|vagas|vacatures?) (?:channel|room|board|list|kanal)|(?:post|share) (?:your |open )?(?:jobs?|roles|vacancies|openings)/
const WEEKDAYS =
  /(?<![a-z])(?:(sun|sonntag|dimanche|domingo|zondag)|(mon|montag|lundi|lunes|segunda|maandag)|(tue|dienstag|mardi|martes|terca|dinsdag)|(wed|mittwoch|mercredi|miercoles|quarta|woensdag)|(thu|donnerstag|jeudi|jueves|quinta|donderdag)|(fri|freitag|vendredi|viernes|sexta|vrijdag)|(sat|samstag|samedi|sabado|zaterdag))(?:s|day|days|nesday|nesdays|sday|sdays|urday|urdays|rsday|rsdays|-feira)*(?![a-z])/g

type Mark = 'forbidden' | 'allowed' | undefined

function markOf(part: string, weekday: number): Mark {
  const days = [...part.matchAll(WEEKDAYS)].map(match => match.slice(1).findIndex(day => day !== undefined))
  const negatedBan =
    /(?<![a-z])(?:no|kein|pas de|aucun|sin|sem|geen) (?:problems?|problem|soucis?|probleme|problemas?|probleem|objections?|restrictions?)(?![a-z])|(?:not|nicht|no esta|nao e|isn't|pas|niet) (?:\w+ )?(?:forbidden|banned|prohibited|verboten|interdit|prohibid|proibid)/.test(
      part,
    )
  if (negatedBan) return 'allowed'
  if (ASK_FIRST.test(part)) return 'forbidden'
  if (ELSEWHERE.test(part) || OTHER_PLACE.test(part)) return 'forbidden'
  if (
    days.length > 0 &&
    (ALLOW.test(part) ||
      /(?<![a-z])(?:only|nur|seulement|uniquement|que le|solo|so|apenas|alleen|on|am|le|el|los|na|op|except|ausser|sauf|salvo|excepto|exceto|behalve)(?![a-z])/.test(
        part,
      ))
  )
    return days.includes(weekday) ? 'allowed' : 'forbidden'
  if (FORBID.test(part)) return 'forbidden'
  if (ALLOW.test(part)) return 'allowed'
  return undefined
}

/** What a room's own words say about job posts and about promotion, in whichever language. `weekday`: 0 = Sunday, where it matters. */
export function readNorms(norms: string | undefined, weekday: number): Norms {
  let jobs: Mark
  let promotion: Mark
  if (!norms) return { jobs: 'silent', promotion: 'silent' }
  for (const sentence of fold(norms).split(/[.;!。！؛\n|•]+/)) {
    const parts = sentence.split(/[,?？]|、|，|،| but | aber | mais | pero | mas | maar | - (?!\d)|(?<=\w) and (?=no )/)
    const marks = parts.map(part => markOf(part, weekday))
    for (const [i, part] of parts.entries()) {
      const aboutJobs = JOBS.test(part)
      const aboutPromotion = PROMOTION.test(part)
      if (!aboutJobs && !aboutPromotion) continue
      const near =
        marks[i] ??
        marks.slice(0, i).findLast(mark => mark !== undefined) ??
        marks.slice(i + 1).find(mark => mark !== undefined)
      const mark = near ?? (aboutJobs && FOR_JOBS.test(part) ? 'allowed' : undefined)
      if (mark === undefined) continue
      if (aboutJobs && jobs !== 'forbidden') jobs = mark
      if (aboutPromotion && promotion !== 'forbidden') promotion = mark
    }
  }
  return { jobs: jobs ?? promotion ?? 'silent', promotion: promotion ?? 'silent' }
}

const WEEK = [0, 1, 2, 3, 4, 5, 6] as const

/** What holds in the room on that weekday: what was settled, else what its own words say. */
export function normsOf(room: Room | undefined, weekday: number): Norms {
  const read = readNorms(room?.norms, weekday)
  const { jobs, promotion } = room?.settled ?? {}
  return {
    jobs:
      jobs === undefined
        ? read.jobs
        : typeof jobs === 'string'
          ? jobs
          : jobs.days.includes(weekday)
            ? 'allowed'
            : 'forbidden',
    promotion: promotion ?? read.promotion,
  }
}

/** The weekdays on which the room takes job posts. */
export const jobDaysOf = (room: Room | undefined): readonly number[] =>
  WEEK.filter(weekday => normsOf(room, weekday).jobs === 'allowed')

const OURS =
  /(?<![a-z])(?:we|we've|we're|i|i've|i'm|our|my|us|join|wir|ich|unser\w*|mein\w*|nous|notre|nos|mon|ma|mes|j'ai|nuestr\w*|mi|mis|hemos|noss\w*|meu|minha|escrevi|publiquei|we|wij|onze|ons|mijn|ik)(?![a-z])/
const SHOWS =
  /(?<![a-z])(?:blog|page|site|website|wrote|written|published|launched|released|newsletter|podcast|webinar|sign up|signup|register|check out|follow|subscribe|event|meetup|product|demo|course|company|career\w*|team|seite|geschrieben|veroffentlicht|anmeld\w*|abonnier\w*|firma|article|publie|ecrit|inscri\w*|abonne\w*|boite|pagina|escrito|publicado|inscrib\w*|suscrib\w*|empresa|escrevi|publiquei|inscrev\w*|geschreven|gepubliceerd|aanmeld\w*|bedrijf|post|video|new|guides?|book|shop|store|channel|app|tool|project|portfolio|gallery|leitfaden|laden|kanal|buch|projekt|boutique|chaine|livre|projet|guia|tienda|canal|libro|proyecto|livro|loja|projeto|gids|winkel|kanaal|boek)(?![a-z])/

/** A link to something of ours: shown with “our” or “my”, or asked to be followed. A link that helps someone is none. */
export function findOwnLink(draft: string): Span | undefined {
  const urls = findUrls(draft)
  if (urls.length === 0) return undefined
  for (const sentence of splitSentences(draft)) {
    const url = urls.find(({ start }) => start >= sentence.start && start < sentence.end)
    if (!url) continue
    const rest = sentence.folded.replace(url.url.toLowerCase(), ' ')
    if (
      OURS.test(rest) &&
      SHOWS.test(rest) &&
      !/(?<![a-z])(?:docs?|documentation|manual|rfc|helped|worked for|used|found|this one)(?![a-z])/.test(rest)
    )
      return [sentence.start, sentence.end]
    if (
      /(?<![a-z])(?:sign up|subscribe|follow us|check out our|register here|anmelden|inscrivez|suscribete|inscreva|meld je aan)(?![a-z])/.test(
        rest,
      )
    )
      return [sentence.start, sentence.end]
  }
  const whole = fold(draft)
  const first = urls[0]
  const bare = splitWords(draft.replace(first?.url ?? '', ' ')).length
  if (
    first &&
    bare > 0 &&
    /(?<![a-z])(?:our|my|unser\w*|mein\w*|notre|mon|ma|nuestr\w*|mi|noss\w*|meu|minha|onze|mijn)(?: [\w-]+){0,2} (?:blog|page|site|website|newsletter|podcast|company|product|event|post|article|seite|firma|boite|empresa|pagina|bedrijf|video|course|artikel|beitrag|articulo|artigo)(?![a-z])/.test(
      whole,
    )
  )
    return [first.start, first.end]
  return undefined
}

const EVERYBODY =
  "all|everyone|everybody|folks|team|channel|room|people|guys|there|y'all|friends|gang|alle|zusammen|leute|miteinander|tous|toutes|tout le monde|le monde|todos|todas|gente|pessoal|galera|allemaal|iedereen|mensen|again|hn|irc"

const TO_ONE = new RegExp(
  `^\\W*(?:@[\\w.-]+|[\\w.-]{2,24}[:,] |(?:hi|hey|hello|hallo|moin|bonjour|salut|hola|ola|oi|hoi|dag|dear|morning) @?(?!(?:${EVERYBODY})(?![\\w]))[\\w.-]{2,24}(?:[,!:. -]|$))`,
)
const STARTS_WITH_ALL = new RegExp(
  `^\\W*(?:(?:hi|hey|hello|hallo|dear|hola|bonjour|salut|ola|hoi)[ ,]+)?(?:${EVERYBODY}|fyi|psa|btw|ps|note|hiring|wanted|job|jobs|vacancy|vacancies|opening|openings|urgent|seeking|looking|remote|full-time|news|update|important|reminder|thanks|sorry|please|stelle|stellenangebot|gesucht|dringend|poste|offre|recherche|vacante|oferta|urgente|vaga|vagas|vacature|gezocht|also|so|well|yes|no|hm|hey|hi|hello|hallo|hola|salut|bonjour|we|wir|nous|hoi|ola|oi)(?![\\w])`,
)

/** Whether a text in a room, or a post, speaks to one person: a mention, “ana: …”, or a greeting with a name. */
export function speaksToOne(draft: string): boolean {
  const folded = fold(draft)
  if (/^\W*@(?:here|channel|everyone|all|room)(?![\w])/.test(folded)) return false
  if (/^\W*@[\w.-]/.test(folded)) return true
  if (!TO_ONE.test(folded) || STARTS_WITH_ALL.test(folded)) return false
  const first = /^\W*([\w.-]+)[:,]/.exec(folded)?.[1]
  return first === undefined || !knownLanguages.some(language => first.replace(rolePattern(language), '') === '')
}

/** Whether a public text says “you” to someone or mentions them. */
export function saysYou(draft: string): boolean {
  const folded = fold(draft)
  return (
    speaksToOne(draft) ||
    /(?:^|\s)@[\w]/.test(draft) ||
    /(?<![a-z])(?:you|your|you're|u|ur|du|dein\w*|dich|dir|tu|ton|ta|toi|vous|votre|te|ti|tus|usted|voce|seu|sua|teu|tua|je|jij|jouw|jou|uw)(?![a-z])/.test(
      folded,
    )
  )
}
