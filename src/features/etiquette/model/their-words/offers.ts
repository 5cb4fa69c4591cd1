import { splitSentences } from '../text.ts'

// A vacancy by any of its names. “Work” alone is none: “do you have much work?” asks how somebody is.
const VACANCY =
  "(?:jobs?|positions?|roles?|openings?|vacanc(?:y|ies)|gigs?|stellen?|posten|stellenangebote?|jobangebote?|postes?|emplois?|offres? d'emploi|puestos?|vacantes?|plazas?|empleos?|trabajos|ofertas? de (?:trabajo|empleo)|vagas?|empregos?|lugares|vacatures?|banen|baan|functies?)"

const NAMES_ONE = new RegExp(`(?<![a-z])${VACANCY}(?![a-z])`)

// Theirs, ours, or one that is over: not one that may be had.
const SOMEBODYS = new RegExp(
  `(?<![a-z])(?:my|your|his|her|their|new|old|last|first|mein\\w*|dein\\w*|ihr\\w*|sein\\w*|neue[nrms]?|mon|ma|mes|ton|ta|tes|votre|vos|son|sa|nouveau|nouvelle|mi|mis|tu|tus|su|sus|nuev[oa]s?|meu|minha|meus|minhas|teu|tua|seu|sua|nov[oa]s?|mijn|je|jouw|uw|zijn|haar|nieuwe) (?:[\\w-]+ ){0,1}${VACANCY}(?![a-z])|(?<![a-z])(?:how|wie|comment|como|hoe) (?:is|was|did|lauft|war|va|vai|va|foi|fue|gaat|was) `,
)

const ASKS_FOR =
  /(?<![a-z])(?:(?:are|is) there|there (?:are|is)|do (?:you|they|any)|does (?:any|your|he|she)|have (?:you|they)|you (?:have|got|know)|know of|any|what|which|got|still|hast du|haben sie|habt ihr|gibt es|gibt's|gab es|weist du|kennst du|welche|was fur|noch|irgend\w*|tu as|t'as|as-tu|aurais-tu|tu aurais|tu n'aurais|vous n'auriez|n'as-tu|tu n'as|n'avez-vous|vous avez|avez-vous|vous auriez|y a-t-il|y aurait-il|il y a|quels?|quelles?|tu connais|toujours|encore|tienes|tendrias|tiene|tienen|teneis|hay|habria|sabes de|conoces|que|cual(?:es)?|sigue|siguen|queda|quedan|tens|terias|tem|teria|ha|haveria|existem?|sabes de|sabe de|conheces|conhece|quais|qual|ainda|heb je|heb jij|hebt u|hebben jullie|had je|zijn er|is er|weet je|ken je|welke|wat voor|nog)(?![a-z])/

// They want to hear of it when there is something.
const KEEP_ME_POSTED =
  /(?<![a-z])(?:if (?:you|u)(?: ever)? (?:hear|know|see|come across|get|have|find)[^.!?]{0,30}(?:let me know|tell me|shout|ping me|think of me|call me|give me a)|(?:let me know|tell me|keep me posted|think of me) (?:if|when)[^.!?]{0,20}(?:hear|come|comes|know|get|have|turns|open)[^.!?]{0,30}|(?:sag|gib|melde?)(?: dich| mir)?(?: bitte)?(?: bescheid)?,? wenn (?:du|sie|ihr|was|etwas)[^.!?]{0,20}(?:hast|habt|haben|hor|kommt|frei|weist)|(?:fais|faites|dis|dites)[- ](?:moi|le moi)?(?: signe)?,? si[^.!?]{0,30}(?:as|avez|entends|vois|libere)|avis\w*,? si[^.!?]{0,24}(?:tienes|sale|sabes|hay)|avisa\w*(?:-me)?,? (?:se|quando)[^.!?]{0,24}(?:tiveres|tiver|houver|souber\w*|aparecer)|laat (?:het )?(?:me|mij)? ?(?:het )?(?:maar )?weten,? (?:als|wanneer)[^.!?]{0,24}(?:hebt|hoort|is|komt)|wenn (?:du|sie|ihr)[^.!?]{0,30}(?:was|etwas)[^.!?]{0,30}(?:sag|meld|denk|schreib|gib)|si (?:tu|vous)[^.!?]{0,16}(?:entends|entendez|vois|voyez|apprends|as|avez|sais)[^.!?]{0,30}(?:dis|dites|fais|faites|pense|pensez|previens)|si (?:te enteras|se entera|sabes|sabe|oyes|ves|sale|te sale)[^.!?]{0,26}(?:avis|dime|digame|cuenta|piensa|escrib)|se (?:souber\w*|ouvir\w*|vires|vir|aparecer|surgir)[^.!?]{0,26}(?:avis|diz|diga|lembra|lembre|fala)|als (?:je|u|jullie)[^.!?]{0,16}(?:iets|wat)[^.!?]{0,26}(?:laat|zeg|denk|geef|bel))/

// A change that they wish for.
const WISHES =
  /(?<![a-z])(?:(?:got|have you(?: got)?|do you have|hast du|haben sie|tu as|as-tu|vous avez|tienes|tiene|tens|tem|heb je|hebt u) (?:anything|something|(?:et)?was|quelque chose|algo|alguma coisa|iets|wat) (?:with|mit|avec|con|com|met) [^.!?]{0,40}(?:life|hours|days|weekends?|nights?|shifts?|pay|leben|zeiten|stunden|schicht\w*|wochenende\w*|lohn|vie|horaires?|nuits?|salaire|vida|horarios?|turnos?|noches?|sueldo|noites?|salario|leven|uren|diensten|loon)|(?:i'?ve|i have|i) (?:just )?(?:quit|resigned|handed in)|(?:hab|habe) (?:\w+ )?gekundigt|j'ai (?:demissionne|donne ma demission)|he dimitido|(?:demiti-me|pedi (?:a )?demissao)|(?:heb|ben) (?:\w+ )?(?:opgezegd|ontslag genomen)|(?:i'?d|i would|i could|i'?ll) (?:\w+ )?(?:take|do|accept|go for) (?:a |any )?(?:jobs?|work)|(?:in need of|ready for|time for|dying for) (?:a change|something (?:new|else|different))(?: of (?:job|scene))?|(?:zeit|reif|bereit) fur (?:was|etwas) (?:neues|anderes)|(?:bin|ware) (?:\w+ )?offen fur (?:neues|was neues|etwas neues|angebote)|(?:envie|besoin) de changer d'(?:air|emploi|horizon)|(?:il est temps|temps) de changer|necesito (?:un cambio|cambiar|otro trabajo)|me (?:vendria|iria) bien (?:un cambio|otro trabajo)|preciso de (?:mudar|uma mudanca|outro)|esta na hora de mudar|toe aan (?:iets|wat) (?:anders|nieuws)|sta (?:\w+ )?open voor (?:iets|wat))(?![a-z])/

/** They ask whether there is a vacancy, or want to hear of one. */
export function asksForVacancies(folded: string): boolean {
  if (KEEP_ME_POSTED.test(folded) || WISHES.test(folded)) return true
  if (!NAMES_ONE.test(folded)) return false
  return splitSentences(folded).some(
    ({ folded: sentence }) =>
      sentence.endsWith('?') && NAMES_ONE.test(sentence) && ASKS_FOR.test(sentence) && !SOMEBODYS.test(sentence),
  )
}
