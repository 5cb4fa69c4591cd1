import { type Frame, patterns } from '../frame.ts'

const { frame } = patterns({
  YOU: "(?:tu|te|t'|toi|vous)",
  CLIENT:
    "(?:mon|ma|un de mes|une de mes|notre|l'un de mes) (?:client|cliente|clients|clientes|donneur d'ordre|patron|patronne|directeur|directrice|employeur)|la (?:boite|societe|maison) (?:que je represente|pour qui)",
})

export const fr: readonly Frame[] = [
  frame(
    'came-to-mind',
    1,
    "<B>(?:<CLIENT>)<NEAR>(?:aimerait|voudrait|souhaite|souhaiterait|veut|serait (?:ravi|curieu\\w+|heureu\\w+)|rêve|demande)<NEAR>(?:te |vous |t')?(?:rencontrer|parler|connaitre|voir|echanger)",
  ),
  frame(
    'came-to-mind',
    1,
    "<B>(?:quelqu'un|des gens|une personne|un profil|des personnes) comme (?:toi|vous)<GAP>(?:utile|besoin|manque|cherch\\w+|falloir|faudrait|precieu\\w+|bienvenue?|ferait|renfort)|<B>(?:besoin de|cherch\\w+|manque|faudrait|recherch\\w+|place pour|bien) ?(?:de )?(?:quelqu'un|gens|personnes?|une personne) comme (?:toi|vous)",
  ),
  frame(
    'vacancy',
    1,
    "<B>(?:quelque chose|un truc|ca|j'ai)<GAP>(?:pourrait|peut|serait|ferait)<GAP>(?:suite (?:logique|naturelle)|prochaine? (?:etape|pas|poste|defi)|pour (?:toi|vous)<E>|evolution|tremplin)",
  ),
  frame(
    'vacancy',
    1,
    "<B>(?:j'ai|on a|nous avons|il y a)<NEAR>(?:exactement |justement |pile )?(?:ce qu'il (?:te|vous) faut|ce que (?:tu|vous) cherche\\w*|quelque chose pour (?:toi|vous))",
  ),
  frame(
    'move',
    1,
    '<B>(?:ou (?:te vois-tu|vous voyez-vous|tu te vois|vous vous voyez|est-ce que (?:tu te vois|vous vous voyez))|comment (?:te vois-tu|tu te vois))<GAP>(?:ans?|mois|annees?)<E>',
  ),
  frame(
    'happy-there',
    1,
    '<B>(?:tu te plais|vous vous plaisez|tu es (?:toujours )?(?:bien|heureu\\w+)|ca te plait)(?: \\w+){0,2} (?:la|la-bas|dans (?:ta|ton|votre)|chez|au|a la|ou tu)[^.!?\\n]{0,30}<B>ou<E>|<B>(?:tu regardes|vous regardez|regarder) (?:ailleurs|un peu ailleurs)<E>',
  ),
  frame(
    'pay',
    1,
    '<B>(?:quel(?:le)?s?|combien)<NEAR>(?:salaire|remuneration|paie|voudrais-tu gagner|tu voudrais|tu veux gagner|vous souhaitez gagner|pretentions?)<GAP>(?:<YOU>|vise\\w*|souhait\\w*|attend\\w*|voud\\w*|\\?)|<B>pretentions? salariales?<E>',
  ),
  frame('pay', 0.8, "<B>\\d[\\d. ,]*(?: ?k)? ?(?:€ |euros? )?(?:nets?|bruts?|par mois|par an|de l'heure)<E>"),
  frame(
    'pay',
    1,
    "<B>(?:on|nous|ils|mon client) (?:te |vous |t')?(?:paie\\w*|paye\\w*|paierait|payerait|offre\\w*|donne\\w*)<GAP>(?:de plus|davantage|mieux|le double) ?(?:que|qu')?",
  ),
  frame(
    'advert',
    0.5,
    '<B>(?:pas de week-?ends?|week-?ends? libres?|temps plein|mi-temps|cdi|cdd|teletravail|vehicule de fonction|voiture de fonction|loge|logement fourni|semaine de quatre jours)<E>',
  ),
  frame(
    'open-to',
    0.5,
    "<B>(?:interesse\\w*|ca (?:te|vous) (?:tente|dit|dirait|interesse|interesserait|parle)|tente\\w*|partante?|qu'en (?:dis-tu|dites-vous|penses-tu)|tu en es|curieu\\w+)\\s?\\?",
  ),
  frame(
    'referral',
    1,
    "<B>(?:qui|quelqu'un|un ami|une amie|un collegue|une collegue|ta soeur|ton frere|ta collegue|ton collegue|des gens|du monde|R+)(?<!quelqu'un comme)<GAP>(?:cherche\\w*|voudrait|voudraient|aimerait|aimeraient|veut|serait|interesse\\w*)<NEAR>(?:du )?<B>(?:travail\\w*|boulot|bosser|emploi|poste|job|un cdi|un cdd|place|changer)<E>",
  ),
  frame(
    'referral',
    1,
    '<B>(?:qui|tu) (?:connais(?:-tu)?|connaitrais)<GAP>(?:travailler|bosser|rejoindre|venir|postuler|changer|cherche)<GAP>(?:chez|avec|pour|nous|comme|\\?)',
  ),
  frame('referral', 0.5, "<B>(?:tu fais|faites|fais|tu peux faire) (?:passer|tourner|circuler)(?: le mot| l'info)?<E>"),
  frame(
    'referral',
    1,
    '<B>(?:ta|ton|votre) (?:collegue|soeur|frere|amie?|copine|copain|voisine?|fille|fils|mari|femme)<GAP>(?:interesse\\w*|tente\\w*|partante?)<GAP><B>(?:cdi|cdd|poste|emploi|travail|job|mission|contrat|place)<E>',
  ),
  frame(
    'vacancy',
    1,
    "<B>(?:je peux|puis-je|je pourrais|laisse-moi|laissez-moi)<NEAR>(?:te |vous )?(?:parler|dire (?:un mot|deux mots)|presenter)<NEAR><B>(?:d'un|d'une|du|le|un|une|de la)<NEAR><B>(?:poste|emploi|offre|job|mission|place)<E>",
  ),
  frame(
    'vacancy',
    1,
    "<B>(?:je|nous|on) (?:pourvois|pourvoyons|pourvoit|dois pourvoir)<E>|<B>(?:ouvre|ouvrent|met au concours|publie)<NEAR>(?:un |une |des )?<B>(?:postes?|chaire|concours)<E> (?:de|d'|en)",
  ),
  frame(
    'move',
    1,
    '<B>(?:as-tu|avez-vous|tu as|vous avez)<NEAR>(?:pense|songe|envisage)<NEAR>(?:a |de )?(?:partir|changer|bouger|quitter|demissionner|aller voir ailleurs)<E>|<B>si (?:un jour |jamais )*(?:tu|vous) (?:veux|voulez|as envie de|avez envie de|souhaites)<NEAR>(?:bouger|changer|partir|evoluer|autre chose|quitter)',
  ),
  frame(
    'cv',
    1,
    "<B>(?:preavis|entretien (?:d'embauche|chez nous|avec mon client|jeudi|lundi|mardi|mercredi|vendredi)|journee d'essai|un essai chez nous)<E>",
  ),
  frame(
    'join-us',
    1,
    '<B>(?:viens|venez|viendrais-tu|ca te dirait de venir|envie de (?:venir|nous rejoindre)) ?(?:bosser|travailler|cuisiner|nous rejoindre|rejoindre)?<NEAR>(?:avec|chez|pour) nous<E>(?! (?:au cafe|boire|diner|dejeuner|samedi|voir))',
  ),
]
