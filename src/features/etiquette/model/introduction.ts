import { remember } from './remember.ts'
import { matcherFor } from './screen.ts'
import { fold, MOST_OF_A_DRAFT } from './text.ts'

const ROLE_WORDS =
  'recruit\\w*|headhunt\\w*|sourcer|talent (?:partner|scout|lead|acquisition|team)|hiring manager|staffing|personal(?:berater|vermittler|gewinnung|abteilung|buro|wesen|referat|marketing)\\w*|rekrutier\\w*|recrut\\w*|charge\\w* de recrutement|ressources humaines|reclut\\w*|seleccion\\w*|recursos humanos|recrutad\\w*|recruto|recrutamento|selec(?:ao|ionad\\w*)|werving\\w*|werf|intercedent\\w*|wervings\\w*|hr(?: team| manager)?'

const NOT_A_NAME =
  'a|an|the|so|not|very|just|really|sure|glad|happy|sorry|curious|here|at|in|on|off|out|back|also|still|always|now|new|going|trying|looking|working|writing|reading|thinking|wondering|hoping|hiring|recruiting|asking|all|more|too|fine|good|well|ok|okay|afraid|interested|impressed|excited|sending|getting|coming|doing|using|from|with|that|it|my|your|this|one|about|quite|pretty|amazed|fascinated|following|learning|no|up|down|over|free|late|early|keen|grateful|thankful|delighted|pleased|guessing|currently|only|available|online|in|reaching|contacting|getting|big|huge|open|done|ready|tired|busy|home|stuck|lost|surprised|thrilled|totally|completely|kind|sort|gerade|sehr|auch|nicht|so|froh|noch|hier|da|im|am|auf|bei|in|mir|ganz|begeistert|neugierig|der|die|das|ein|eine|beeindruckt|dabei|immer|mit|unterwegs|ravie?|tres|pas|content\\w*|desole\\w*|curieu\\w*|en|un|une|d|la|le|tombe\\w*|impressionn\\w*|toujours|dans|sur|ici|deja|bien|de|del|muy|un|una|el|la|yo|fan|nuevo|nueva|curioso|curiosa|feliz|uma?|o|a|muito|fa|curios[oa]|benieuwd|blij|heel|erg|niet|ook|nog|net|een|de|het|op|aan|zo|er|onder|fan|lector\\w*|leitor\\w*|leser\\w*|lezer|lecteur|lectrice'

// “I'm Mara”, “Mara here”, “this is Mara from…”, each also in lower case.
const NAME = `(?!(?:${NOT_A_NAME})(?![\\w]))(?!\\w+ing(?![\\w]))[a-z][\\w'-]{1,20}`
const STOP =
  '(?=$|[,.!?;:()\\n-]|\\s*(?:and|from|at|with|of|who|by the way|btw|ubrigens|au fait|por cierto|por acaso|a proposito|trouwens|und|von|aus|bei|et|de|du|chez|y|da|do|e|en|van|i|ich|je|ik|recruit\\w*|[\\u{1f300}-\\u{1faff}])(?![\\w]))'

const STARTS: readonly RegExp[] = [
  new RegExp(
    `^\\W*(?:hi|hey|hello|hallo|moin|bonjour|salut|hola|buenas|buenos dias|oi|ola|hoi|dag|(?:good )?morning|goede(?:morgen|middag|navond)|guten (?:morgen|tag)|bom dia|boa tarde)(?: \\w+)?[!,.]? ${NAME} (?:from|of|van|von|vom|aus|de|da|do|du|bei|at) [\\w' -]{2,30}[,.!;:]`,
    'u',
  ),
  new RegExp(
    `(?:^|[.!?,;\\n] ?)${NAME}(?: ${NAME})?,? (?:is my name|mein name|ist mein name|mon nom|es mi nombre|e o meu nome|is mijn naam|is de naam)(?:$|[^\\w])`,
    'u',
  ),
  new RegExp(`(?:^|[^\\w])(?:i'm|i am|im|am) ${NAME}(?: ${NAME})?\\s?${STOP}`, 'u'),
  /(?:^|[^\w])(?:my name is|my name's|the name's|name's|call me|ich heise|ich heisse|mein name ist|je m'appelle|moi c'est|mon nom est|me llamo|mi nombre es|(?:o )?meu nome e|(?:eu )?me chamo|chamo-me|mijn naam is|ik heet) [a-z]/u,
  new RegExp(
    `(?:^|[.!?,;\\n] ?|(?:hi|hey|hello|hallo|moin|bonjour|salut|hola|oi|ola|hoi|dag),? )${NAME}(?: ${NAME})? (?:here|hier|ici|aqui|(?:from|von|de|da|van|aus) [\\w' -]{2,30} here)(?:$|[^\\w])`,
    'u',
  ),
  new RegExp(`(?:^|[^\\w])(?:i|we|ich|wir|je|nous|yo|eu|ik|wij) (?:\\w+ ){0,2}?(?:${ROLE_WORDS})(?:$|[^\\w])`, 'u'),
  new RegExp(
    `(?:^|[^\\w])(?:i'm|i am|im|as|ich bin|als|je suis|en tant que|soy|como|sou|ik ben|from|von|de|van|team of|work in|work as|arbeite (?:als|im|in der)|travaille (?:dans|en)|trabajo (?:en|como)|trabalho (?:em|como|no|com)|werk (?:in|als|bij))(?: (?:an?|the|eine?|une?|una?|uma|een|la|le|el|o|de|your|friendly|also|auch|meinem|het|der))*(?: [\\w-]+){0,3} (?:${ROLE_WORDS})(?:$|[^\\w])`,
    'u',
  ),
  // “Heike Brandt vom Personalbüro”, “fala a Carla, do recrutamento do museu”, “le escribo desde selección”.
  new RegExp(
    `(?:^|[.!?,:;\\n] ?|(?:hier|here|ici|aqui|fala(?: a| o)?|habla|soy|sou(?: a| o)?) )${NAME}(?: ${NAME})?,? (?:from|vom|von der|von|aus der|aus dem|du|de la|de l'|de|del|da|do|van de|van het|van|der|at|im|in der) (?:[\\w'-]+ ){0,3}(?:${ROLE_WORDS})(?:$|[^\\w])`,
    'u',
  ),
  new RegExp(
    `(?:^|[^\\w])(?:writing(?: to you)?|schreibe(?: ihnen| dir)?|(?:vous |t')?ecris|(?:le |te )?escribo|escrevo(?:-lhe|-te)?|schrijf(?: u| je)?) (?:from|for|aus|von|fur|du|de|pour|desde|da|do|van|vanuit|namens) (?:[\\w'-]+ ){0,3}(?:${ROLE_WORDS})(?:$|[^\\w])`,
    'u',
  ),
  /(?:^|[^\w])(?:recluto|recruto|rekrutiere|me dedico a (?:buscar|encontrar|seleccionar))(?:$|[^\w])/u,
  /(?:^|[^\w])(?:i (?:help|find|match|place|connect)|ich (?:helfe|vermittle|bringe)|j'aide|je place|ayudo a|ajudo|ik (?:help|koppel|bemiddel)) [^.!?\n]{2,60}(?:find|work|jobs?|nurses?|drivers?|people|teams?|companies|hospitals|stellen|arbeit|menschen|leute|travail|emploi|equipes?|trabajo|empleo|gente|trabalho|emprego|pessoas|baan|werk|mensen)/u,
]

// “I find drivers for bus firms”: whom, and for whom.
const FINDS_PEOPLE =
  /(?:^|[^\w])(?:i (?:find|place|match|look after|look for|source)|ich (?:suche|finde|vermittle|betreue)|je (?:trouve|place|cherche)|(?:yo )?(?:busco|encuentro|coloco)|(?:eu )?(?:procuro|encontro|coloco)|ik (?:zoek|vind|bemiddel)) (?:des |les )?(?:people|staff|folk|leute|menschen|personal|gens|monde|personnel|gente|pessoal|pessoas|mensen|personeel|[a-z-]{3,}(?:s|n|er|kin|leute)) (?:for|into|with|fur|in|an|pour|dans|chez|para|em|voor|aan) (?!(?:my|our|the quiz|me|mein|unser|mon|ma|notre|mi|nuestr|meu|minha|noss|mijn|ons))[a-z]/u

// “Im ros, i run a one-woman agency”, “soy lola, busco tripulantes”: a name, even a small one, with what they do in the same breath.
const AGENCY =
  '(?:agenc\\w*|agentur\\w*|agence\\w*|bureau\\w*|buro\\w*|kantoor\\w*|staffing|vermittlung\\w*|uitzendbureau\\w*|consultora|desk|outfit)'
const TRADE = `(?:(?:i|we) (?:recruit|place|staff|find|source|crew|hire for|run )|(?:ich |wir )?(?:vermittle|vermitteln|besetzen?|suchen?|betreuen?|rekrutieren?)(?![a-z])|(?:je|on|nous) (?:place|placons|recrute|recrutons|trouve|cherche|cherchons|tiens|dirige)|(?:busco|buscamos|coloco|colocamos|selecciono|recluto|llevo)(?![a-z])|(?:arranjo|arranjamos|procuro|procuramos|coloco|recruto|seleciono|trato de)(?![a-z])|(?:ik|we|wij) (?:zoek|zoeken|werf|werven|plaats|plaatsen|bemiddel|bemiddelen|regel|run|runnen)(?![a-z])|(?:tenho|tengo|tiens|leite|fuhre|hab|habe|heb|have|run) (?:(?:met|avec|com|con|with|mit) (?:[\\w-]+ ){1,3})?(?:(?:an?|eine?|une?|uma?|una|een|my|mein\\w*|mi|minha|mijn|nossa|onze|our) )(?:[\\w-]+ ){0,3}?${AGENCY})`
const NAME_IN_A_BREATH = new RegExp(
  `(?:^|[^\\w])(?:i'm|im|i am|this is|it's|its|you've got|ich bin|bin|hier ist|hier|c'est|moi c'est|je suis|soy|sou|aqui e|aqui|ik ben|met|dit is)(?: (?:die|der|a|o|la|el|le))? ${NAME}(?: ${NAME})?(?: (?:from|at|of|von|vom|bei|de|da|do|du|chez|van|bij) [^.!?]{2,40}?)?(?:,| and| und| et| y| e| en)[^.!?]{0,60}?(?:^|[^\\w])${TRADE}`,
  'u',
)

// “Who I am:”, and a name with what they do behind it.
const ANNOUNCED =
  /(?:^|[^\w])(?:(?:quick word on )?who i am|about me|let me introduce myself|kurz zu mir|zu meiner person|stelle mich (?:kurz )?vor|je me presente|quelques mots sur moi|me presento|te cuento quien soy|quien soy yo|me apresent\w+|deixa-me apresentar|apresentando-me|even voorstellen|ik stel me(?:zelf)? (?:even |kort )?voor)\s?(?:[:,.!-]|$| )/u
const NAME_AND_TRADE = new RegExp(
  `(?:^|[.!?:\\n] ?|(?:hi|hey|hello|hallo|moin|bonjour|salut|hola|buenas|oi|ola|hoi|dag)(?: \\w+)?,? )(?:(?:aqui|hier|here|ici|c'est|moi c'est|this is|dit is) )?(?:e |es |is |ist )?(?:[oa] |la |el |die |der |de )?[a-z][\\w'-]{1,20}(?: (?:hier|here|aqui|ici))?, (?:[\\w'-]+ ){0,3}(?:${ROLE_WORDS})(?:$|[^\\w])`,
  'u',
)

// After these a name can only be told by its capital.
const CAPITAL_NAME = "\\p{Lu}[\\p{L}'-]{1,20}(?: \\p{Lu}[\\p{L}'-]{1,20})?"
const WITH_CAPITAL: readonly RegExp[] = [
  new RegExp(
    `(?:^|[^\\p{L}])(?:[Ss]oy|[Ss]ou|[Ee]u sou|[Ii]ch bin|[Bb]in|[Jj]e suis|[Ii]k ben)(?: (?:la|el|a|o|die|der|de))? ${CAPITAL_NAME}(?![\\p{L}'-])(?! [Ff]an)`,
    'u',
  ),
  new RegExp(
    `(?:^|[^\\p{L}])(?:[Tt]his is|[Ii]t[’']s|[Hh]ere is|[Hh]ier (?:ist|spricht|schreibt|is)|[Ii]ci|[Cc][’']est|[Aa]qu[ií](?: é)?|[Dd]it is|[Mm]et) ${CAPITAL_NAME}(?=[.!\\n]|$| (?:from|at|with|of|and|aus|von|bei|und|de|du|chez|et|van|en|da|do|y|e)(?![\\p{L}])|, (?:i|I|a|an|ich|je|yo|eu|ik)(?![\\p{L}])|, [Rr]e[ck]r)`,
    'u',
  ),
  new RegExp(
    `(?:^|[.!?\\n] ?)${CAPITAL_NAME}, (?:an? |your )?(?:[\\p{L}-]+ ){0,2}(?:[Rr]e[ck]r\\p{L}+|[Hh]eadhunter|[Ss]ourcer)`,
    'u',
  ),
]

const SIGNATURE = new RegExp(
  `\\n\\s*(?:-{1,2} ?)?[a-z][\\w.'-]+(?: [a-z][\\w.'-]+){0,2}\\s*(?:[,|·-]|\\n)\\s*[^\\n]{0,40}(?:${ROLE_WORDS})`,
  'u',
)

const inFolded = matcherFor([...STARTS, FINDS_PEOPLE, ANNOUNCED, NAME_AND_TRADE, NAME_IN_A_BREATH, SIGNATURE])
const asWritten = matcherFor(WITH_CAPITAL)

/** Whether the text says who writes: by name, or by what we do. */
export const isIntroduction: (whole: string) => boolean = remember(whole => {
  const text = whole.slice(0, MOST_OF_A_DRAFT).replace(/\s{3,}/g, '\n\n')
  return inFolded(fold(text)) || asWritten(text)
}, 100)
