import { screenFor } from '../screen.ts'

export const PIECE =
  'entrevistas?|entretiens?|these|thesis|tesis|tese|dissertation|doktorarbeit|proefschrift|reports?|bericht|rapports?|informe|relatorio|verslag|guides?|leitfaden|handbuch|tribunes?|chroniques?|columnas?|cronicas?|colunas?|kolumnen?|reportages?|poems?|gedichte?|poemes?|poemas?|chapters?|kapitel|chapitres?|capitulos?|hoofdstuk|book chapters?|books?|buch|livre|libro|livro|boek|posts?|articles?|pieces?|talks?|threads?|blogs?|blog posts?|blogposts?|essays?|write-?ups?|series|serie|memoirs?|memoiren|follow-?ups?|sequels?|fortsetzung|folge|secuela|vervolg|aflevering|newsletters?|papers?|podcasts?|episodes?|videos?|slides|tutorials?|columns?|tweets?|toots?|case study|whitepaper|interviews?|beitrag|beitrage|artikel|vortrag|blogbeitrag|blogartikel|text|billet|conference|publication|articulo|entrada|charla|hilo|publicacion|artigo|palestra|texto|publicacao|stuk|stukje|praatje|lezing|verhaal|blogpost'

// “your (…) post (on …)”: group 1 stands before the noun, which is group 2; group 3 is what it is said to be about.
const YOUR_PIECE = new RegExp(
  `(?<![a-z])(?:your|ur|dein\\w*|ihr\\w*|euer\\w*|ton|votre|tu|su|vuestro|teu|seu|sua|tua|o teu|o seu|je|jouw|uw) ((?:(?!(?:of|in|on|at|for|with|from|and|but|sur|dans|chez|avec|pour|auf|im|von|aus|mit|sobre|no|na|con|por|para|em|op|met|uit|voor|your|votre|ton|ta|su|tu|seu|sua|teu|tua|je|jouw|uw|dein\\w*|ihr\\w*) )[\\w'-]+ ){0,4}?)(${PIECE})(?![a-z])(?: (?:in|im|at|from|aus|vom|a|au|en|em|te|uit) [a-z][\\w-]+)?(?:[ ,:"]*(?:on|about|of|with|featuring|mit|avec|con|com|met|called|titled|regarding|around|where|in which|that|uber|zu|zum|zur|sur|a propos de|sobre|acerca de|de|over|waarin|getiteld)(?: (?:how|why|wie|warum|comment|como|hoe|the|den|die|das|der|le|la|les|el|los|las|o|a|os|as|het|de))*[ "]+([^.!?;\\n]{2,90}))?`,
  'g',
)

// “What you wrote about the strike”: a piece by what it is about.
const WROTE_ABOUT =
  /(?<![a-z])(?:what|was|wie|ce que|lo que|o que|wat) (?:(?:you|du|sie|tu|vous|usted|voce|je|jij|u) )?()((?:have |had |hast |haben |avez |as |has |ha )?(?:wrote|written|geschrieben|schriebst|schrieben|ecrit|ecrivez|ecris|escribiste|escribio|escrito|escreveste|escreveu|schreef|geschreven))(?: (?:hast|haben|hebt))? (?:about|on|uber|zu|zum|zur|sur|sobre|acerca de|over)(?: (?:the|den|die|das|der|le|la|les|el|los|las|o|a|os|as|het|de))? ([^,.!?;\n]{2,90})/g

// “I haven't read your article yet” claims nothing.
export const NOT_READ =
  /(?<![a-z])(?:haven't|have not|i've not|not|never)(?: yet)? (?:found|opened|reached|started|managed|come across)(?: yet)? (?:your|the|to)(?![a-z])|(?<![a-z])(?:haven't|have not|hadn't|not|never) (?:yet )?(?:got|gotten|come|been able to get) (?:round|around) to(?![a-z])|(?<![a-z])(?:haven't|have not|didn't|did not|not yet|yet to|must (?:still )?read|(?:noch )?nicht|pas(?: encore)?|(?:todavia|aun) no|no he|ainda nao|nao li|nog niet|niet) (?:\w+ ){0,3}?(?:read|seen|gelesen|lu|leido|li|lido|gelezen)(?![a-z])/

const YOU_SAY =
  /(?<![a-z])(?:you|du|sie|tu|vous|usted|voce|je|jij|u) (?:\w+ )?(?:wrote|write|say|said|mention|mentioned|note|recall|remark|observe|conclude|argue|argued|explain|explained|describe|described|show|showed|claim|claimed|point out|pointed out|noted|schreibst|schreiben|schriebst|hast geschrieben|sagst|erwahnst|ecris|ecrivez|expliques|dites|dis|escribes|dices|mencionas|escribio|escreveu|escreveste|diz|disse|mencionou|schreef|schrijft|zei|noemde|beschrijft)(?: (?:that|how|why|about|dass|wie|que|comment|como|dat|hoe|over|:))*[,:]? ((?:[^.!?;\n]|\.(?=\d)){6,140})/

// “I read that you…”, and the languages that leave the pronoun out.
const SAID_TO_SAY =
  /(?<![a-z])(?:(?:i (?:read|saw|noticed) (?:that|how)|(?:great|good|nice|lovely|sad|sorry|glad|happy|pleased|funny|interesting|strange|surprised|shame|pity) to read (?:in \w+ (?:[\w-]+ ){0,3})?(?:that|how)|(?:interesting|funny|odd|great|good|nice|sad|strange|a (?:pity|shame)) (?:that|how) you|(?:zu|te) lesen,? (?:dass|wie)|(?:lese ich (?:gern|ungern|mit [a-z]+)|gern gelesen),? (?:dass|wie)|(?:om te|te) lezen (?:dat|hoe)|de lire (?:que|comment)|(?:en|al|de|que) leer que|(?:em|ao|de|bom|giro|triste|bonito) ler que|ich (?:habe )?(?:gelesen|las),? (?:dass|wie)|(?:du schreibst|sie schreiben)(?: ja| auch| doch| dann| selbst| sogar| weiter| ausserdem| aber)?,? (?:dass|wie)|(?:schreibst du|schreiben sie)(?: ja| auch| doch| dann| selbst| sogar| weiter| ausserdem)?,? (?:dass|wie)|(?:you (?:go|went) on to|you end by|you close by|you finish by|you go on to) (?:write|writing|say|saying|admit|admitting)(?: that)?|(?:vous dites|tu dis|vous ecrivez|tu ecris|vous racontez|tu racontes|vous expliquez)(?: ensuite| aussi| meme| plus loin| a la fin)? (?:que|l'avoir|avoir|ne pas)|j'ai lu que|(?:he )?lei(?:do)? que|li que|ik las dat|dices que|escribes que|cuentas que|explicas que|dijiste que|escribiste que|(?:escribio|dijo|cuenta|conto|explica|dice|menciona|escreveu|escreve|disse|conta|contou|refere|referiu|narra|diz)(?: (?:a senhora|o senhor|usted|voce))? que|you (?:also )?(?:found|report|reported|measured|noticed|learned|learnt|saw|discovered|concluded|counted|admit|admitted|tell|told us|recommend|suggest|warn|complain) (?:that|how)|(?:du|sie) (?:berichtest|berichten|erzahlst|erzahlen|meinst|meinen|findest|finden|haben festgestellt),? (?:dass|wie)|(?:tu racontes|vous racontez|tu constates|vous constatez) (?:que|comment)|(?:je|u) (?:vertelt|vindt|merkte|zag) (?:dat|hoe)|dizes que|escreves que|contas que|disseste que|escreveste que|voce (?:diz|escreve|conta) que)) ((?:[^.!?;\n]|\.(?=\d)){6,140})/

// “Your neighbour blames the water, you wrote.”
const SAID_BEHIND =
  /^(.{12,200}?),? (?:(?:as |like |so )?you (?:wrote|write|say|said|put it|mentioned)|(?:wie )?(?:schreiben sie|sie schreiben|schreibst du|du schreibst|sagen sie|sagst du)|(?:comme )?(?:ecrivez-vous|vous ecrivez|tu ecris|dites-vous|dis-tu)|(?:como )?(?:escribe usted|escribes|dices|dice|escreveu|escreves|diz|dizes)|(?:zoals )?(?:schrijf je|je schrijft|schreef je|je schreef|zei je|zeg je))[.!?]*$/

// “A pity that, as you write, falls went up”: the whole sentence is told as theirs.
const SAID_BETWEEN =
  /(?:^|,? )(?:(?:as|like) you (?:write|wrote|say|said|tell|told|put) ?(?:us|it)?|(?:that |which )?you (?:say|write|tell us) you|(?:wie|laut) (?:sie|du) (?:schreib|sag|erzahl|bericht)\w+|(?:comme|ainsi que) (?:vous|tu) (?:l'|le )?(?:ecri|dit|dis|racont)\w*|(?:dites|ecrivez|racontez)-vous|(?:como|segun) (?:usted )?(?:cuentas?|dices?|escribes?|explicas?)|(?:como|segundo) (?:voce )?(?:contas?|dizes?|diz|escreves?|escreve)|zoals (?:je|u|jij) (?:schrijft|zegt|vertelt)|according to (?:your|ur) [\w-]+(?: post| article)?|laut (?:ihre|deine|eure)[mrn] [\w-]+|nach (?:ihre|deine|eure)[mrn] (?:text|beitrag|artikel|bericht|blog|post|eintrag)\w*|(?:selon|d'apres) (?:votre|ton|ta|tes|vos) [\w-]+|segun (?:su|sus|tu|tus|vuestr[oa]) [\w-]+|segundo (?:o |a )?(?:seu|sua|teu|tua) [\w-]+|volgens (?:je|jouw|uw) [\w-]+|(?:to read )?in (?:the|that) same (?:post|piece|article|text|entry|thread)(?: that)?|(?:im|in dem) (?:selben|gleichen) (?:text|beitrag|artikel)|dans le meme (?:texte|article|billet)|en el mismo (?:texto|articulo|post)|no mesmo (?:texto|artigo|post)|in hetzelfde (?:stuk|artikel|bericht))(?=[,.!? ]|$)/

// “A pity that…”, “Sorry you lost…”, “dommage que…”: what comes after is told as theirs.
const JUDGED =
  /(?<![a-z])(?:fortunately|luckily|thank goodness|terrible|awful|grim|cruel|gluck|schlimm|furchtbar|tragisch|heureusement|chance|malheureux|suerte|afortunadamente|felizmente|afortunado|gelukkig|erg|heel erg|glad|happy|pleased|delighted|relieved|sad|sorry|gutted|surprised|surprising|impressed|amazed|shame|pity|too bad|lovely|nice|good|great|wonderful|fantastic|brilliant|funny|strange|odd|interesting|encouraging|reassuring|heartening|touching|impressive|clever|brave|bold|kind|no wonder|love|like|admire|schade|schon|gut|toll|klasse|stark|respekt|traurig|mutig|klug|lustig|komisch|seltsam|interessant|spannend|beeindruckend|erstaunlich|erfreulich|bedauerlich|freut mich|wundert mich|dommage|honte|bravo|chapeau|triste|heureux|heureuse|courageux|drole|etrange|curieux|normal|chic|etonnant|lastima|menos mal|pena|encantado|alegrado|bien|bueno|genial|curioso|raro|encanta|alegra|sorprende|sorprendio|bom|boa|giro|otimo|optimo|estranho|adoro|sorte|jammer|mooi|knap|fijn|goed|leuk|geweldig|prachtig|grappig|vreemd|dapper|sneu|zonde)(?:,? (?:ook|wel|auch|nur|aussi|tambien|tambem|too|indeed|though|also))*,? (?:(?:that|how|dass|wie|que|qu'|dat|hoe)(?![a-z])|(?:to (?:read|hear|see|learn)|zu (?:lesen|horen)|de (?:lire|voir)|(?:de )?leer|(?:de )?ler|om te lezen|te lezen)(?: [\w-]+){0,5}?,? (?:that|how|dass|wie|que|dat|hoe)(?![a-z])|of (?:you|him|them|(?:the|your|her|his|their) \w+|her) to(?![a-z])|de la part d\w+|(?<=(?:glad|happy|pleased|relieved|sad|sorry|shame|pity|too bad|luckily|fortunately),? )(?=(?:you|the|your|his|her|their|its|he|she|it|they|so many|no one|nobody|none|all|most)(?![a-z]))) ?([^.!?;\n]{6,160})/

// “And that it was cheaper in the end, respect”, “que sorte não ter perdido nada”: what we think of it stands behind.
const JUDGED_BEHIND =
  /(?<![a-z])(?:sorte|pena|suerte|bom|bueno|menos mal|dommage|lastima) (?:de )?((?:nao |no )?(?:ter(?:em|es)?|haber(?:te|se|lo)?) [^.!?;\n]{6,160})|^(?:(?:and|but|und|aber|et|mais|y|pero|e|mas|en|maar) )?(?:that |dass |que |qu'|dat )([^.!?;\n]{12,160}), (?:what a |wie |que |wat |quel(?:le)? |echt |really |tres |muy |muito |heel |hut |so |petje )?(?:respect|respekt|ab|chapeau|bravo|schade|dommage|pity|shame|lovely|great|brilliant|wonderful|clever|brave|funny|sad|toll|schon|stark|klasse|klug|mutig|lustig|traurig|super|drole|triste|courageux|malin|genial|pena|lastima|valiente|listo|gracioso|bonito|corajoso|engracado|jammer|mooi|knap|grappig|dapper|slim|af|prachtig|geweldig)[.!]*$/

// Before what is said: without it, how they write may be praised.
const SAYS_THAT =
  /(?<![a-z])(?:that|how|why|dass|wie|que|comment|como|dat|hoe|(?:l')?avoir|ne pas|to \w+|by \w+)[ ,:]*$/

// “You never say that…”: nothing is said to be theirs.
const NEVER_SAID =
  /(?<![a-z])(?:you|du|tu|vous|voce) (?:never|don't|didn't|do not|did not|hardly|nunca|jamais|nie)(?![a-z])/

// “You don't write that…, you write that…”: it is a nuance that is named.
const NOT_SAID =
  /(?<![a-z])(?:vous n'ecrivez pas|tu n'ecris pas|vous ne dites pas|tu ne dis pas|no (?:dice|dices|escribe|escribes|cuenta|cuentas)|nao (?:diz|dizes|escreve|escreves)|you (?:don't|do not|didn't|did not|aren't) (?:say|write|claim|saying)|(?:sie|du) (?:schreib|sag)\w+ nicht|(?:schreiben sie|sagen sie|schreibst du|sagst du) nicht|(?:je|u) (?:schrijft|zegt) niet)(?![a-z])/

export const saysThat = (claim: RegExpExecArray): boolean => SAYS_THAT.test(claim[0].slice(0, -(claim[1] ?? '').length))

const screen = screenFor([
  YOUR_PIECE,
  SAID_TO_SAY,
  YOU_SAY,
  SAID_BEHIND,
  SAID_BETWEEN,
  WROTE_ABOUT,
  JUDGED,
  JUDGED_BEHIND,
])

/** What a sentence claims: the pieces of theirs that it names, and what it says that they wrote (group 1). */
export type Claims = {
  pieces: readonly RegExpExecArray[]
  said: RegExpExecArray | null
  /** The same where it follows “that”. */
  saidThat: string | undefined
  /** The sentence without the words that say it is theirs, where they stand within it. */
  told: string | undefined
  /** What is told as theirs behind what we think of it. */
  judged: string | undefined
  /** The same before what we think of it, or where the verb comes without a “that”. */
  judgedBehind: string | undefined
}

export function claimsIn(folded: string): Claims {
  // Of these only what is claimed is used, never where it stands.
  const spaced = folded.includes("qu'") ? folded.replaceAll("qu'", 'que ') : folded
  const worth = screen.look(spaced)
  const found =
    (worth.includes(1) ? SAID_TO_SAY.exec(spaced) : null) ??
    (worth.includes(2) ? YOU_SAY.exec(spaced) : null) ??
    (worth.includes(3) ? SAID_BEHIND.exec(spaced) : null)
  const claimed = found && NOT_SAID.test(spaced) ? null : found
  return {
    pieces: (worth.includes(0) || worth.includes(5)) && !NOT_READ.test(folded) ? piecesNamedIn(folded) : [],
    said: claimed && !NEVER_SAID.test(claimed[0]) ? claimed : null,
    saidThat: claimed && saysThat(claimed) ? claimed[1] : undefined,
    told: worth.includes(4) && SAID_BETWEEN.test(folded) ? folded.replace(SAID_BETWEEN, ' ').trim() : undefined,
    judged: worth.includes(6) ? JUDGED.exec(spaced)?.[1] : undefined,
    judgedBehind: worth.includes(7) ? behindIn(folded) : undefined,
  }
}

function behindIn(folded: string): string | undefined {
  const found = JUDGED_BEHIND.exec(folded)
  return found?.[1] ?? found?.[2]
}

/** Whether what we think of something stands before or behind it: “a pity that…”. */
export function judgesThat(folded: string): boolean {
  const worth = screen.look(folded)
  return (worth.includes(6) && JUDGED.test(folded)) || (worth.includes(7) && JUDGED_BEHIND.test(folded))
}

/** Each piece of theirs that a sentence names; what one is about may name the next. */
function piecesNamedIn(folded: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = []
  YOUR_PIECE.lastIndex = 0
  for (let piece = YOUR_PIECE.exec(folded); piece; piece = YOUR_PIECE.exec(folded)) {
    found.push(piece)
    YOUR_PIECE.lastIndex = piece.index + 4
  }
  return [...found, ...folded.matchAll(WROTE_ABOUT)]
}

export const ABOUT_THEM =
  /(?<![a-z])(?:you|your|u|ur|du|dein\w*|dich|dir|sie|ihr\w*|tu|ton|ta|tes|vous|votre|vos|te|su|sus|usted|voce|seu|sua|teu|tua|je|jij|jouw|uw)(?![a-z])/
export const ABOUT_US =
  /(?<![a-z])(?:we|we've|our|us|i've|my|i'm|mine|wir|unser\w*|mein\w*|nous|notre|nos|mon|ma|mes|nosotros|nuestr\w*|mi|mis|nos|noss\w*|meu|minha|wij|ons|onze|mijn|minutes?|min|minuten|minutos|o'clock|\d ?pm|\d ?am|uhr|chat|call)(?![a-z])/

// Not what was, but what might be.
export const SUPPOSED =
  /(?<![a-z])(?:would|could|next|imagine|suppose|what if|wurdest|wurden|konnte\w*|nachste\w*|prochain\w*|imagine\w*|proxim\w+|imagin\w+|zou|zouden|volgend\w*|stel je voor)(?![a-z])/
