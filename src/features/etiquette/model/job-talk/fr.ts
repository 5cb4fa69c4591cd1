import { type LanguageFrames, patterns } from './frame.ts'

const { one, all, frame } = patterns({
  V: "(?:postes?|emplois?|offres? d'emploi|jobs?|cdi|cdd|missions?|opportunites?|stages?|alternance|vacations?|contrats?|opportunites? professionnelles?|recrutements?|places? (?:dans|sur|chez))",
  WE: "(?:nous|on|je|j'|mon (?:client|equipe|entreprise|chef|employeur)|notre (?:\\w+ ){0,2}\\w+|ma (?:boite|cliente|clinique|societe)|un client|un de mes clients|une clinique|l'equipe|ils|la boite)",
  MONEY: '(?:\\d[\\d. ,]*(?: ?k)? ?(?:€|eur|euros?|chf|francs)|€ ?\\d[\\d.,]*|\\d+ ?k)',
})

export const fr: LanguageFrames = {
  innocent: [
    all(
      '<B>si (?:jamais |un jour )?(?:tu|vous|ca)[^.!?\\n]{0,80}(?:demande(?:z)?(?:-moi| moi)?|sur ma page|sur mon profil|dis-le|dites-le|je te dirai|je vous dirai)[^.!?\\n]{0,30}',
    ),
    all(
      "<B>(?:ton|ta|tes|votre|vos|l'|le|cet|cette|la) ?(?:\\w+ ){0,2}(?:article|billet|post|texte|fil|conference|podcast|episode|video|commentaire|question|livre|note|blog|publication|phrase|passage|message)s? (?:sur|a propos de|au sujet de|intitule)(?: \\S+?){1,9}?(?=[,;:.!?\\n]| (?:m'a|etait|est|a |et |tombe)|$)",
    ),
    all(
      "<B>(?:je suis|moi c'est|ici|je m'appelle|c'est)(?: [\\w.,'-]+){0,6}? (?:recruteuse|recruteur|chargee? de recrutement|chasseu(?:r|se) de tetes|consultante? en recrutement)(?: (?:pour|chez|a|dans|en|et|au)(?: (?!cherche|j'ai|on|nous)[\\wR'-]+){0,8})?",
    ),
    all(
      "<B>(?:je recrute|j'aide|j'accompagne|je place|je mets en relation)(?! (?:actuellement|en ce moment|un |une |deux|trois|des R+ (?:pour un poste)))(?: (?!et j'ai|on |nous )[\\wR'-]+){0,10}",
    ),
    all("<B>je (?:travaille|bosse) (?:dans|en) (?:le )?recrutement(?: [\\wR'-]+){0,6}"),
    all('<B>(?:bon|beau|super|sacre|excellent|joli) (?:boulot|travail|job)<E>'),
    all(
      "<B>(?:comment (?:s'est|se|va|ca|c'est|s'est passee?|etait|trouves)|felicitations|bravo|bonne chance|bon courage|contente? (?:pour|que)|j'espere que)[^.!?\\n]{0,50}?<B>(?:ton|ta|tes|votre|vos|le|la|ce|au|du|de) ?(?:[\\w'-]+ ){0,3}(?:postes?|emploi|job|boulot|mission|stage|poste de)",
    ),
    all(
      "<B>(?:poste (?:de soudure|source|a souder|de police|de travail|radio|frontiere)|bureau de poste|la poste|opportunite de (?:lire|voir|te|vous|rencontrer|decouvrir)|permission|mission (?:spatiale|impossible|apollo)|offre (?:de soins|gratuite|speciale)|contrat (?:d'interface|social))<E>",
    ),
    all(
      "<B>(?:tu|vous) (?:as|avez|disais|disiez|ecris|ecrivez|ecrivais|parlais|racontais|mentionn\\w+)(?! (?:pense|deja|envie|envisage|songe|un cv|votre|ton|quelqu'un|le profil|des contacts|le temps))[^.!?\\n]{0,90}",
    ),
    all(
      '<B>(?:ma|mon|sa|son) (?:soeur|frere|mere|pere|femme|mari|copine|copain|amie?|cousine?|fille|fils|collegue|voisine?)<E>[^.!?\\n]{0,70}',
    ),
    all(
      '<B>(?:vous recrutez|tu recrutes|vous embauchez|est-ce que (?:vous recrutez|ton equipe recrute))[^.!?\\n]{0,30}\\?',
    ),
    all("<B>(?:quand|lorsque) (?:nous|on|j'|je|vous|tu)[^.!?,\\n]{0,50}"),
  ],
  negation: one(
    "<B>(?:pas|aucune?|jamais|sans|ni|rien|ne|n')(?=\\W|[a-z])(?<=(?:pas|aucun|aucune|jamais|sans|ni|rien))<E>",
  ),
  but: /(?:,|;| -)? ?(?<![a-z])(?:mais|cependant|toutefois|par contre|en revanche|juste que)(?![a-z])/,
  frames: [
    frame(
      'hiring',
      1,
      "<B>(?:<WE> ?(?:\\w+ ){0,3}?(?:recrutons|recrute|recrutent|embauchons|embauche|embauchent|agrandissons (?:l'|notre )\\w*|renforce(?:ons)? (?:l'|notre |nos )|etoffe\\w* (?:l'|notre )))<E>|<B>(?:recrutons|on recrute|nous recrutons|en (?:plein )?recrutement|recrute(?:nt)? (?:un|une|des|deux|trois|actuellement|en ce moment|\\d))",
    ),
    frame(
      'seeking',
      1,
      "<B><WE> ?(?:\\w+ ){0,3}?(?:cherchons|cherche|cherchent|recherchons|recherche|recherchent|avons besoin|a besoin|ai besoin|ont besoin|manque(?:ons|nt)?|voudrions|aimerait|souhait\\w+)<GAP>(?:<R>|quelqu'un (?:comme|pour (?:renforcer|rejoindre|le poste|l'equipe|diriger|encadrer)|qui (?:a|connait|sait|puisse|pourrait)|de (?:ton|votre))|du monde|des gens (?:pour|comme)|personnel|candidats?|talents|du renfort|bras<E>|main d'oeuvre|des bras)(?! (?:pour (?:m'|nous |t')?expliquer|sur le sujet))",
    ),
    frame(
      'seeking',
      1,
      '<B>(?:recherche|cherche|recherchons|urgent ?:?) (?:\\w+ ){0,3}<R>|<R>(?: \\w+){0,2} (?:recherchee?s?|demandee?s?)<E>',
    ),
    frame(
      'vacancy',
      1,
      "<B>(?:<WE> ?(?:\\w+ ){0,3}?(?:ai|a|avons|ont|ouvre|ouvrons|propose|proposons|pourvoir|pourvoyons|offre|offrons)|il y a|il y aurait|(?:un|une|deux|trois|plusieurs|le|des) (?:nouveaux? |nouvelles? |bel(?:le)?s? )?(?=(?:<V>)<GAP>(?:ouvert|disponible|se libere|vacant|a pourvoir|s'ouvre|vient de)))<GAP><B>(?:<V>)<E>(?! (?:sur|de soudure|de police|radio))",
    ),
    frame(
      'vacancy',
      1,
      "<B>(?:postes?|emplois?|offres?|cdi|cdd|missions?|opportunites?|jobs?)<E><GAP>(?:a pourvoir|disponible\\w*|ouverte?s?|vacante?s?|pour (?:toi|vous)|te (?:plaire|convenir|correspond\\w*|interess\\w*|plait)|vous (?:plaire|convenir|correspond\\w*|interess\\w*)|(?:t'|vous |t )?interess\\w*|correspond\\w* a (?:ton|votre)|chez nous|au sein de|immediatement|des que possible|fait pour)",
    ),
    frame(
      'vacancy',
      0.9,
      "<B>(?:d'un|un|une|d'une|des|le|ce|cette|de|nouvelles?|nouveaux?|autre|plusieurs) (?:\\w+ ){0,2}(?:offres? d'emploi|opportunites? professionnelles?|opportunites? (?:de carriere|chez|dans|a)|poste (?:de|d'|a|en|chez|dans|qui)|nouveau poste|opportunite)(?! (?:de (?:lire|voir|rencontrer)|soudure|police))",
    ),
    frame(
      'open-to',
      1,
      "<B>(?:(?:serais|seriez|es|etes|est-ce que (?:tu|vous)|tu serais|vous seriez|tu es|vous etes|seriez-vous|serais-tu|es-tu|etes-vous|aimerais-tu|aimeriez-vous|accepterais-tu|accepteriez-vous|ca (?:te|vous) (?:dirait|tente\\w*|interesse\\w*)|(?:t|vous )'?interesse\\w*|envie|curieu(?:x|se)|interesse\\w*|ouvert\\w*|a l'ecoute|disponible|partante?))<GAP>(?:opportunit\\w+|postes?<E>|offres?<E>|nouveau(?:x)? (?:defi|challenge|projet|poste|job)\\w*|nouvelle\\w* (?:aventure|mission|opportunite|etape|experience)\\w*|changement|changer (?:de|d')|changer d'air|evolution|<B>bouger|emploi<E>|job<E>|mission|marche|propositions?|nous rejoindre|rejoindre|travailler (?:avec|chez|pour) nous|carriere|ecoute (?:du marche|d'opportun\\w*))(?! (?:de (?:lire|voir))|<B>la conversation)",
    ),
    frame(
      'happy-there',
      1,
      '<B>(?:(?:es|etes)[- ](?:tu|vous)|tu es|vous etes|toujours|tu te (?:sens|plais)|vous vous (?:sentez|plaisez)|te plais-tu|vous plaisez-vous|(?:ca (?:te|vous) plait))<GAP>(?:heureu\\w+|satisfaite?s?|contente?s?|bien|epanouie?s?|plais|plaisez|toujours|plait)?<GAP>(?:la ou (?:tu|vous)|ou (?:tu es|vous etes)|dans (?:ton|votre) (?:\\w+ )?(?:poste|boite|entreprise|travail|job|emploi|service|equipe|clinique|hopital)|de (?:ton|votre) (?:\\w+ )?(?:poste|employeur|salaire|situation|travail|job|boite)|avec (?:ton|votre) (?:employeur|salaire)|chez (?!toi|vous)\\w+|au travail|poste actuel|la-bas)',
    ),
    frame(
      'move',
      1,
      "<B>(?:pense\\w*|penser?|songe\\w*|envisage\\w*|envie|pret\\w*|temps|tente\\w*|reve\\w*|dirait|motive\\w*|reflechi\\w*|idee|possibilite)<GAP>(?:changer (?:de (?:boite|poste|travail|job|employeur|vie|metier|cap|hopital|clinique|service)|d'air|d'employeur|d'entreprise|d'horizon)|un changement|<B>partir<E>|<B>bouger|quitter|evoluer|nouveau (?:defi|challenge|depart|poste|job)|nouvelle (?:aventure|etape|mission|opportunite)|prochaine etape|reconversion|changement de)",
    ),
    frame(
      'move',
      1,
      "<B>qu'est-ce qui (?:te|vous|pourrait)<GAP>(?:partir|changer|bouger|convaincre|quitter|rejoindre)|<B>que faudrait-il<GAP>(?:partir|changer|bouger|quitter|rejoi\\w+|convaincre)",
    ),
    frame(
      'growing',
      0.6,
      "<B>(?:nous|on|notre \\w+|l'equipe|mon client|la boite|ma boite)(?: \\w+){0,3} ?(?:grandissons|grandit|developpons|developpe|agrandit|agrandissons|croissance|grossit|s'agrandit|montons|monte (?:une|un)|construisons|construit une|ouvrons|ouvre (?:un|une|deux))",
    ),
    frame(
      'came-to-mind',
      0.6,
      "<B>(?:(?:j'ai|nous avons|on a) (?:tout de suite |immediatement |aussitot |directement )?pense a (?:toi|vous)|pense a (?:toi|vous)|(?:toi|vous) (?:m'es|m'etes) venu|(?:quelqu'un|des gens|une personne|profils?) comme (?:toi|vous|le tien|le votre)|(?:ton|votre) (?:profil|parcours|experience|nom|expertise)<NEAR>(?:m'a|a retenu|correspond\\w*|colle\\w*|interesse\\w*|attire|serait|est ideal|est parfait|a attire|ressort\\w*|revient|tape))",
    ),
    frame(
      'came-to-mind',
      1,
      '<B>(?:tu serais|vous seriez|tu ferais|vous feriez|tu pourrais|vous pourriez|je te vois(?: bien)?|je vous vois(?: bien)?|on te verrait)<GAP>(?:parfaite?|ideale?|bien (?:dans|chez|avec)|un atout|super (?:dans|pour)|la bonne personne|bon candidat|correspondre|chez nous|dans notre|parmi nous)',
    ),
    frame(
      'join-us',
      1,
      "<B>(?:rejoin(?:s|dre|driez|drais|ignez)(?:-nous| nous| notre| l'equipe| mon| nos| une equipe| une)|nous rejoindre|integre(?:r|z)? (?:notre|l'equipe|nos|une equipe)|viens (?:travailler|bosser) (?:avec|chez|pour)|venez travailler|travailler (?:avec|chez|pour) nous|faire partie de (?:notre|l'equipe|nos))(?! (?:sur le (?:salon|canal)|dans le salon|au (?:meetup|salon)|pour (?:un|le) (?:cafe|verre|meetup)|salon|canal|discord))",
    ),
    frame(
      'pay',
      1,
      "<MONEY>(?: ?(?:-|a|et) ?<MONEY>)?(?: ?(?:brut|net)\\w*)? ?(?:/|par|de l'|l'|la|le) ?(?:h|heure|mois|an|annee|jour|nuit|semaine)<E>",
    ),
    frame(
      'pay',
      1,
      "<B>(?:salaire|remuneration|paye|paie|paye\\w*|prime|package|tjm|indemnite|avantages)<NEAR>(?:attracti\\w+|competiti\\w+|interessante?|<MONEY>|meilleur\\w*|plus eleve|motivante?|jusqu'a|d'embauche|de bienvenue|superieur\\w*|selon|negociable|bien|actuel)|<B>(?:bien|mieux) paye\\w*<E>|<B>(?:meilleur|bon|excellent|beau|double) salaire|<B>(?:pretentions? salariales?|combien (?:tu )?gagn\\w+|preavis|quel est (?:ton|votre) salaire|de votre salaire|(?:ton|votre) tjm)",
    ),
    frame(
      'cv',
      1,
      "<B>(?:(?:ton|votre|un|le|vos) (?:\\w+ )?(?:cv|curriculum(?: vitae)?|candidature)(?: a jour| actualise)?)<E>(?! (?:parser|anonyme))|<B>(?:envoie|envoyer?|envoyez|transmet\\w*|partage\\w*|depose\\w*|recevoir|passe)(?:-moi| moi| nous|-nous)? (?:\\w+ ){0,2}(?:cv|candidature)|<B>(?:postule[rz]?|candidate[rz]?)(?= |[.!?:,]|$)(?! contre)|<B>entretien d'embauche (?:avec|chez) nous",
    ),
    frame(
      'advert',
      1,
      "<B>(?:offre d'emploi|fiche de poste|annonce|descriptif du poste|descriptif de poste|l'offre)<E><GAP>(?:ici|lien|http|ci-joint\\w*|envoi\\w*|:|pour (?:toi|vous)|interess\\w*|ci-dessous|correspond\\w*|partag\\w*)|<B>(?:envoie\\w*|envoyer|voici|voila|ci-joint|partage\\w*|transmettre)<NEAR>(?:offre d'emploi|fiche de poste|descriptif de poste|l'offre)|<B>(?:temps plein|temps partiel|(?:en|un) (?:cdi|cdd)|cdi a temps)<E>",
    ),
    frame(
      'referral',
      1,
      "<B>(?:(?:connais|connaissez|connaitrais|connaitriez)[- ]?(?:tu|vous)?|(?:tu|vous|qui|quelqu'un) connais\\w*|aurais-tu|auriez-vous|quelqu'un (?:dans|de|parmi) (?:ton|votre|tes|vos)|(?:tu|vous) (?:aurais|auriez|peux|pouvez) (?:\\w+ )?(?:quelqu'un|recommander|conseiller|me recommander|un contact|des contacts)|(?:peux-tu|pouvez-vous|pourrais-tu|pourriez-vous) (?:me )?(?:recommander|conseiller|presenter|mettre en contact)|qui (?:dans|parmi) (?:ton|votre)|qui connais\\w*|des noms|fais tourner|faites tourner|n'hesite\\w* pas a partager|dans (?:ton|votre) (?:reseau|entourage))<GAP>(?:<R>|<V>|cherch\\w+|interess\\w*|bouger|changer|disponible|recherche|a l'ecoute|qui voudrait|nous rejoindre)",
    ),
    frame(
      'referral',
      1,
      "(?:<R>|<V>)[^\\n]{0,80}<B>(?:tu connais quelqu'un|vous connaissez quelqu'un|connais-tu quelqu'un|connaissez-vous quelqu'un|quelqu'un dans (?:ton|votre) (?:reseau|entourage)|qui connais-tu|une idee de qui)<E>",
    ),
    frame('role', 0.35, '<R>'),
    frame(
      'chat',
      0.3,
      '<B>(?:en discuter|echanger (?:quelques|rapidement|5|10|15)|un appel|bref echange|rapide echange|court echange|confidenti\\w+|prendre un cafe|10 minutes|15 minutes)<E>',
    ),
    frame(
      'open-to',
      0.5,
      "<B>(?:ca (?:te|vous) (?:dit|dirait|parle|interesse\\w*|tente\\w*)|(?:t'|vous )interesse\\w*|serais-tu (?:partante?|ouverte?)|interesse\\w*\\s?\\?|envie d'en (?:parler|discuter))",
    ),
    frame(
      'vacancy',
      0.5,
      '<B>(?:belle|super|nouvelle|interessante|une|des|cette) opportunites?<E>(?! de (?:lire|voir|te|vous|rencontrer|decouvrir|parler))',
    ),
    frame('seeking', 1, "<B>a la recherche (?:de |d'|du |des )<GAP>(?:<R>|quelqu'un|personnel|talents|candidats?)"),
    frame(
      'vacancy',
      1,
      "<B>(?:places?|postes?) (?:se libere\\w*|s'ouvre\\w*|vient de se liberer|est libre|disponible)<E>",
    ),
    frame(
      'came-to-mind',
      1,
      "<B>(?:ton|votre) (?:profil|parcours|experience)<GAP>(?:nous (?:interesse|plait|correspond)|ce que nous cherchons|ce qu'on cherche|notre (?:poste|recherche|besoin|equipe)|nos besoins)",
    ),
    frame('move', 1, '<B>(?:quitter|laisser) (?:ton|votre) (?:employeur|poste|boite|entreprise|travail|hopital|job)'),
    frame(
      'happy-there',
      1,
      '<B>(?:heureu\\w+|epanoui\\w*|satisfait\\w*|bien) (?:dans|chez|a) (?:ton|votre) (?:\\w+ )?(?:poste|boite|entreprise|travail|job|service|employeur)(?: actuel\\w*)?',
    ),
    frame('pay', 1, '<B>(?:salaire|remuneration|taux horaire)<E><GAP>\\d[\\d., ]*'),
    frame(
      'open-to',
      1,
      '<B>(?:tu cherches|vous cherchez|cherches-tu|cherchez-vous)<NEAR>(?:du (?:boulot|travail|taf)|un (?:poste|emploi|job|travail|nouveau)|a changer|quelque chose de nouveau)',
    ),
    frame(
      'join-us',
      1,
      "<B>(?:besoin de|envie de (?:te|vous) voir|aimerait) ?(?:toi|vous|t'avoir|vous avoir)? (?:dans|chez|parmi) (?:l'equipe|notre|nous|nos)",
    ),
    frame('pay', 1, '<B>(?:gagner|gagnerais|gagneriez) (?:plus|davantage|mieux)<E>'),
  ],
}
