import { screenFor } from './screen.ts'
import { stem } from './stem.ts'
import { movedBy, plainWordsOf, type Sentence, splitWords, type Word } from './text.ts'

// Words that say little in any text: they count for a third.
export const COMMON = new Set(
  'problem problems project projects company companies life world system systems data software code customer customers business management tool tools technology change changes idea ideas start started starting end person human engineer engineering developer nurse nurses team teams industry industries leadership leader culture community future success growth process development design service services home house city country lesson lessons learned learning experience experiences guide example important different big small old young high low probleme projekt unternehmen leben welt kunden entwicklung menschen probleme projet entreprise vie monde gens problema proyecto empresa vida mundo gente projeto pessoas probleem bedrijf leven wereld mensen'
    .split(' ')
    .map(word => stem(word)),
)

// A sentence about the profile shows the profile.
const PROFILE =
  /(?<![a-z])(?:years of experience|jahre\w* (?:berufs)?erfahrung|ans d'experience|anos de experiencia|jaar ervaring|you hold an? |your (?:\w+ )?(?:experience|background|profile|cv|resume|career|skills?|skill set|skillset|expertise|track record|work at|time at|role (?:as|at)|years (?:as|at|of|in)|position (?:as|at)|degree|linkedin)|you(?:'re| are| have been|'ve been| were| work| worked| currently work)(?: currently| now)? (?:an? |as an? |as |at |the |with )(?:senior |lead |head |junior |staff )?|you have (?:\w+ ){0,3}(?:experience|years|skills)|(?:drive|cook|nurse|teach|code|weld|farm|work|build) for a living|you (?:live|are based|work|were born) (?:in|near|around|at|out of)|(?:du|sie) (?:wohnst|wohnen|lebst|leben|sind|bist) (?:in|bei|aus|seit)|(?:tu|vous) (?:habit\w+|viv\w+|etes|es) (?:a|en|pres|depuis)|(?:vives|vive|trabajas|llevas) (?:en|cerca|desde|\w+ anos)|(?:vives|vive|mora|moras|trabalhas) (?:em|no|na|perto|ha)|je (?:woont|werkt|komt|rijdt|bent) (?:in|bij|uit|al|sinds)|i see (?:that )?you(?:'re| are| work)|dein(?:e)? (?:\w+ )?(?:erfahrung|profil|werdegang|lebenslauf|hintergrund|kenntnisse|laufbahn)|ihr(?:e)? (?:\w+ )?(?:erfahrung|profil|werdegang|lebenslauf|hintergrund|kenntnisse|laufbahn)|(?:du|sie) (?:arbeitest|arbeiten) (?:als|bei)|(?:ton|votre) (?:profil|parcours|experience|cv)|(?:tu|vous) (?:travailles|travaillez) (?:comme|chez|en tant)|(?:tu|su) (?:perfil|experiencia|trayectoria|curriculum)|trabajas (?:como|en)|(?:seu|sua|teu|tua) (?:perfil|experiencia|trajetoria|percurso|curriculo)|(?:voce )?trabalhas? (?:como|na|no)|(?:je|jouw|uw) (?:profiel|ervaring|achtergrond|cv|loopbaan)|je werkt (?:als|bij))(?![a-z])/

const profileScreen = screenFor([PROFILE])
/** Whether a sentence is about what stands in a profile or CV. */
export const aboutProfile = (folded: string) => profileScreen.look(folded).length > 0 && PROFILE.test(folded)

const TAKES_UP =
  /\?|(?<![a-z])(?:how (?:did|do|come)|why|the (?:best |funniest |saddest |very )?(?:bit|part|way|line|trick|idea|point|story|detail|image|picture) |what an? (?:image|picture|line|idea|sight|thing)|(?:i|we) (?:had to|have to|could|can) (?:stop|laugh|smile|see|hear|smell|swallow)|(?:still|keep) (?:laughing|thinking|smiling)|made me|reminded|brought back|took me (?:right )?back|we (?:had|saw|tried|do|did|have)|same here|wie (?:hast|habt|kam)|warum|der (?:beste )?(?:teil|trick|punkt|satz)|(?:musste|mussten) (?:ich |wir )?(?:\w+ )?(?:lachen|schmunzeln|schlucken|grinsen|denken)|ha(?:t|ben) mich (?:\w+ )?(?:fertig\w*|beruhrt|umgehauen|erinnert|zum)|geht mir nach|sehe (?:sie|ihn|es|das)? ?vor mir|comment|pourquoi|le (?:meilleur )?passage|(?:quelle?|la|une) (?:belle )?image|m'(?:a|ont) (?:fait|rappele|touche|bouleverse)|j'(?:imagine|entends|ai (?:ri|souri))|como|por que|la (?:mejor )?(?:parte|imagen|frase)|lo (?:mejor|que mas)|me (?:hizo|hicieron|recordo|recuerda|parti)|me lo imagino|o (?:melhor )?trecho|a (?:melhor )?(?:parte|imagem|frase)|(?:me|fez-me|fizeram-me) (?:fez|fizeram|lembrou|lembrar|rir|sorrir)|o que mais|hoe|waarom|het (?:mooiste |beste |leukste )?(?:stuk|deel|beeld)|(?:moest|moesten) (?:ik |we )?(?:\w+ )?(?:lachen|slikken|glimlachen|denken)|deed me|ik zie (?:het|hem|haar|ze))(?![a-z])/

/** Whether a sentence says what one thinks of something, asks about it or has it at home, too. */
export const answersIt = (folded: string): boolean => TAKES_UP.test(folded)

// “I recruit nurses for hospital trusts”: whom we look for takes up nothing of theirs.
const WHOM_WE_SEEK =
  /(?<![a-z])(?:(?:i|we) (?:recruit|hire|place|find|staff|source|look after|look for)|(?:ich|wir|und) (?:vermittl\w+|such\w+|rekrutier\w+|betreu\w+|besetz\w+)|(?:je|et) (?:recrute|place|cherche)|nous (?:recrutons|cherchons)|(?:y )?(?:busco|selecciono|recluto|coloco)|(?:e )?(?:recruto|procuro|seleciono)|(?:ik|en) (?:werf|zoek|recruteer|bemiddel))(?: (?!and |und |et |y |e |en |because |weil )[\w'-]+){1,9}/g
// “Your post about cows”: a topic of a word or two is named, not taken up.
const TOPIC =
  /((?<![a-z])(?:(?:posts?|articles?|pieces?|blogs?|texts?|essays?|threads?|newsletters?|columns?|writing|wrote|written|write) (?:about|on|of)|(?:beitrag|artikel|text|blog|post|gedanken|worte) (?:uber|zu|zum|zur)|zum thema|was (?:du|sie) uber|(?:article|billet|texte|post|papier|ecrit|ecrivez|ecris) (?:sur|a propos de)|(?:articulo|texto|post|entrada|escribiste|escribes|escribio|escrito) sobre|(?:artigo|texto|post|escreveu|escreveste|escreves) sobre|(?:stuk|artikel|blog|verhaal|tekst|schreef|schrijft|geschreven) over) (?:the |den |die |das |der |dem |le |la |les |l'|el |los |las |o |a |os |as |de |het )?)([\w'-]+(?: (?!and |und |et |y |e |en |was |is |made |war |ist |hat |est |fue |m'|me )[\w'-]+)?)(?=[,.!?;]|$| (?:and|und|et|y|e|en|was|is|made|really|war|ist|hat|est|fue|me|schreib\w*|schrijft)(?![a-z]))/g
// “Dear Ms Marsh”, “I'm Rose”: names may be words.
const NAME = "[a-z][\\w'-]+(?: [a-z][\\w'-]+)?"
const GREETED = new RegExp(
  `^(\\W*(?:hi|hey|hello|dear|(?:good )?(?:morning|evening|afternoon)|hallo|liebe[rs]?|sehr geehrte[rn]?|guten (?:tag|morgen|abend)|moin|servus|bonjour|bonsoir|salut|coucou|chere?|hola|buenas(?: tardes| noches)?|buenos dias|querid[oa]|estimad[oa]|ola|oi|bom dia|boa (?:tarde|noite)|car[oa]|prezad[oa]|hoi|dag|beste|geachte|goede(?:morgen|middag|navond)),? )((?:(?:mr|mrs|ms|dr|prof|professor|frau|herrn?|madame|monsieur|mme|senora?|sra?|senhora?|dona?|mevrouw|meneer|de heer|heer)\\.? ){0,2}${NAME})(?=[,!.:;)\\n]|$)`,
)
const WE_ARE = new RegExp(
  `((?<![a-z])(?:my name is|my name's|i'm|i am|this is|it's|mein name ist|ich heisse|ich bin|hier (?:ist|schreibt|spricht|is)|je m'appelle|je suis|moi c'est|c'est|me llamo|mi nombre es|soy|chamo-me|(?:eu )?me chamo|o meu nome e|sou [ao]|sou|mijn naam is|ik heet|ik ben|met) )(${NAME})(?=[,.;:!]|$| (?:and|und|et|y|e|en|from|of|at|von|aus|bei|de|du|chez|van|i|ich|je|ik)(?![a-z]))`,
  'g',
)
// When we could talk.
const WHEN =
  /(?<![a-z])(?:(?:this|next|diese[nr]?|nachste[nr]?|kommende[nr]?|cette|esta|este|(?:na |la |el )?(?:proxim[ao])|deze|volgende) (?:week|month|woche|monat|semaine|semana|mes|maand)|la semaine prochaine|(?:la )?semana que (?:viene|vem))(?![a-z])/g
const notTakenUp = screenFor([WHOM_WE_SEEK, TOPIC, GREETED, WE_ARE, WHEN])

/** The words of a sentence that are not the title given back, nor whom we look for, nor a bare topic, nor a name of who writes or is greeted, nor when to talk. */
export function wordsBesideTitle(sentence: Sentence, title: string): readonly Word[] {
  const { folded, start, text } = sentence
  if (notTakenUp.look(folded).length > 0) {
    const blank = (found: string) => '_'.repeat(found.length)
    const withoutName = (found: string, before: string, name: string, at: number) =>
      /^\p{Lu}/u.test(text.slice(at + before.length)) ? before + blank(name) : found
    const left = folded
      .replace(WHOM_WE_SEEK, blank)
      .replace(TOPIC, (_, before: string, topic: string) => before + blank(topic))
      .replace(WHEN, blank)
      .replace(GREETED, withoutName)
      .replace(WE_ARE, withoutName)
    if (left !== folded)
      return movedBy(start, splitWords(title.includes(' ') ? left.replaceAll(title, blank(title)) : left))
  }
  if (!title.includes(' ') || !folded.includes(title)) return plainWordsOf(sentence)
  const left = folded.replaceAll(title, '_'.repeat(title.length))
  return movedBy(start, splitWords(left))
}

/** A capital where no sentence starts; `from`: where `whole` begins. */
export function isNamed(word: Word, whole: string, from = 0): boolean {
  const start = word.start - from
  const code = whole.charCodeAt(start)
  if (start === 0 || code < 65 || (code > 90 && code < 192)) return false
  if (code > 90 && !/^\p{Lu}/u.test(whole.slice(start, start + 2))) return false
  return !/[.!?:\n"]\s?$/.test(whole.slice(Math.max(0, start - 2), start))
}
