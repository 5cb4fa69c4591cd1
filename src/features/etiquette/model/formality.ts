import { gateOf, isOpen } from './gates.ts'
import { wordNeeded } from './screen/needs.ts'
import { fold, placesOf, type Span, splitWords } from './text.ts'

/** The language of offices and of letters long ago: said in a chat each is out of place on its own. In folded text. */
const OFFICIAL = [
  // English
  'i am writing to|i would like to (?:inquire|enquire|take this opportunity|express|bring to)|to whom it may concern|dear (?:sir|madam)|please do not hesitate|at your earliest convenience|i hope this (?:message|email|e-mail|letter) finds you|should you (?:require|be interested|wish)|kindly (?:revert|advise|note|find)|herewith|hereby|hereunder|hereinafter|heretofore|hereto|thereof|therein|thereto|thereupon|thereunder|whereof|whereupon|forthwith|hitherto|henceforward|notwithstanding|inasmuch|pursuant|aforementioned|aforesaid|above-mentioned|abovementioned|the undersigned|apprised?|acknowledge (?:the )?receipt|i beg (?:to|leave)|beg to (?:inform|remain|acknowledge)|(?:much|greatly|most|deeply) obliged|your (?:good|esteemed) (?:self|offices?)|i remain,? (?:yours|sir|respectfully|sincerely|at your)|with reference to|it would be (?:my|a great) (?:pleasure|honou?r)|it is with (?:great|much) (?:pleasure|regret)|amenable|esteemed|your (?:valued|kind) (?:reply|response|communication|correspondence)',
  // German
  'sehr geehrte[rs]?|hochachtungsvoll|hiermit (?:mochte|teile|bestatige|darf)|wir wurden uns uber|fur ruckfragen stehe|bezugnehmend|in bezugnahme|unter bezugnahme|betreffs|obliegt|ersuche[n]?|verbleibe[n]?|(?:erlaube|gestatte) (?:ich )?mir|gestatten sie|in erfahrung (?:zu )?bringen|zur ehre gereich\\w*|vor(?:genannt|bezeichnet)e[nmrs]?|(?:auserst|uberaus|zutiefst) verbunden|ergebenst|wohlgeboren|ew\\. ',
  // French
  "je me permets de|veuillez (?:agreer|trouver|recevoir|croire)|dans l'attente de|je vous prie|salutations distinguees|par la presente|sus(?:mentionne|dit|vise|nomme)e?s?|(?:le|la|les)dite?s?|saurais gre|obligeance|daign\\w*|eu egard|haute consideration|sentiments (?:distingues|respectueux|les meilleurs)|(?:j'|nous )accus(?:e|ons) (?:bonne )?reception|accuser reception|nonobstant|enquerir|j'ai l'honneur|que de droit",
  // Spanish
  'me dirijo a usted|por la presente|quedo a (?:su|la) (?:entera )?disposicion|le saluda atentamente|sirvase|le ruego|tenga a bien|tuviera a bien|(?:su|ante)(?:so)?dich[oa]s?|me es grato|acus(?:o|amos) recibo|acaecid[oa]s?|en lo sucesivo|muy senor(?:a|es)? mi[oa]s?|de mi mayor consideracion',
  // Portuguese
  'venho por (?:meio|este)|por meio desta|atenciosamente|ao seu inteiro dispor|prezad[oa]s?|outrossim|(?:supra|acima )(?:citad|mencionad|referid)[oa]s?|subscrevo-me|elevada estima|estima e consideracao|doravante|destarte|porquanto|no tocante|tenho a honra|vossa (?:excelencia|senhoria)|acuso a recepcao|vimos por',
  // Dutch
  'geachte|hoogachtend|in afwachting van|ik richt mij tot|onderhavige|zulks|(?:voor|boven)noemde?|bovengenoemde?|voormelde?|aangaande|dienaangaande|teneinde|gaarne|(?:uwer|mijner|onzer)zijds|ingevolge|dientengevolge|verblijf ik|verblijven wij|u edele|bij dezen',
]
/** Two of them in one text of a chat are a letter’s. */
const STIFF = [
  'thus|furthermore|moreover|nevertheless|henceforth|accordingly|consequently|subsequently|ascertain|procure|perusal|peruse|endeavou?r|commence[ds]?|gratitude|correspondence|respectfully|cordially|humbly|inquire|enquire|vis-a-vis|at your disposal|in respect of|with regard to|duly|request your|shall be (?:glad|pleased|grateful)|repast|kindly|whereby|in accordance with|i should be (?:most )?(?:glad|grateful|pleased|obliged)',
  'zur kenntnis(?:nahme)?|hiermit|hierdurch|diesbezuglich|obige[nmrs]?|bezuglich|hinsichtlich|gemas|seitens|mittels|zwecks|baldmoglichst|unverzuglich|genehm|ihrerseits|meinerseits|ausfuhrungen|darlegung(?:en)?|nachstehend|des weiteren|mithin|etwaige[nmrs]?|wohlwollend|geschatzte[rs]?|werte[rs]? (?:herr|frau|kollege|kollegin)|mitzuteilen|dargelegt',
  'veuillez|ci-(?:joint|apres|dessous)|a cet (?:effet|egard)|bienveillan\\w*|dument|neanmoins|toutefois|prendre acte|convenance|a votre (?:entiere )?disposition|vous prie|sollicit\\w*|ulterieurement|faire part|votre aimable|par avance',
  'atentamente|asimismo|no obstante|le agradeceria|me complace|en aras de|conforme a lo|a su disposicion|mencionad[oa]s?|estimad[oa]s?|distinguid[oa]s?|cordial saludo|solicitarle|remitirle|comunicarle|informarle|ruego|gentileza|menester',
  'solicito|queiram?|encarecidamente|gentileza|ademais|mediante|referid[oa]s?|aludid[oa]s?|no aguardo|informar-lhe|comunicar-lhe|agradecer-lhe|agradeceria|cordialmente|tomar conhecimento|mencionad[oa]s?',
  'hierbij|derhalve|alsmede|tevens|heden|thans|reeds|middels|inzake|omtrent|betreffende|desbetreffende|bijgaande?|verneem|jegens|genegen|ten zeerste|erkentelijk|mede te delen|naar behoren|verzoek(?:en)? u|indien het u|wanneer (?:het|zulks) u',
]
const whole = (parts: readonly string[]) => new RegExp(`(?<![a-z])(?:${parts.join('|')})(?![a-z])`, 'g')
const official = whole(OFFICIAL)
const stiff = whole(STIFF)
const mayBeOfficial = gateOf(wordNeeded(official) ?? /^/)
const mayBeStiff = gateOf(wordNeeded(stiff) ?? /^/)

/** Stiff words further apart, in UTF-16 units, are two chances of a long text. */
const TOGETHER = 200

/**
 * Where `[from, to]` of a text speaks as offices do: at the first phrase that is enough on its own, or from one stiff word to the next near it.
 */
export function officialese(text: string, [from, to]: Span = [0, text.length]): Span | undefined {
  const words = splitWords(text)
  const places = (pattern: RegExp) => placesOf(pattern, fold(text)).filter(([begin, end]) => begin >= from && end <= to)
  const first = isOpen(mayBeOfficial, words) ? places(official)[0] : undefined
  if (first || !isOpen(mayBeStiff, words)) return first
  const found = places(stiff)
  const at = found.findIndex(([, end], i) => (found[i + 1]?.[1] ?? Number.POSITIVE_INFINITY) - end < TOGETHER)
  const [one, next] = [found[at], found[at + 1]]
  return one && next && [one[0], next[1]]
}
