// What we think of what they wrote: after it, something is told as theirs.
const OPINION = new Set(
  (
    'glad happy pleased delighted relieved thrilled sad sorry gutted surprised surprising impressed amazed touched shame pity lovely nice ' +
    'good great wonderful fantastic brilliant magnificent funny strange odd interesting intriguing encouraging reassuring heartening touching ' +
    'impressive clever brave bold kind wise smart bravo congratulations congrats lucky remarkable incredible refreshing courageous generous ' +
    'sensible honest amusing comforting inspiring sweet deserved proud admire applaud respect wonder splendid superb proper cruel ' +
    'schade schon gut toll klasse stark respekt hut super prima traurig mutig klug schlau lustig komisch seltsam interessant spannend ' +
    'beeindruckend erstaunlich erfreulich bedauerlich freut gefreut wunderbar grosartig herrlich gluckwunsch nett ruhrend gonne bewundere ' +
    'uberrascht uberraschend schlimm ' +
    'dommage chapeau triste heureux heureuse content contente ravi ravie courageux courageuse joli jolie magnifique formidable genial drole ' +
    'etrange curieux interessant touchant impressionnant chic normal felicitations beau belle genereux etonnant ' +
    'lastima pena bien genial estupendo increible curioso raro normal valiente enhorabuena encanta gusta alegra alegro admiro sorprende ' +
    'sorprendio interesante bonito precioso maravilloso suerte generoso triste ' +
    'bom boa giro otimo optimo excelente incrivel estranho corajoso parabens adoro adorei surpreende surpreendeu lindo maravilhoso sorte ' +
    'jammer mooi knap fijn goed leuk geweldig prachtig grappig vreemd raar bijzonder dapper slim gefeliciteerd zonde sneu verdrietig top ' +
    'indrukwekkend verrassend gul petje'
  ).split(' '),
)

export const isOpinion = (folded: string): boolean => OPINION.has(folded)
