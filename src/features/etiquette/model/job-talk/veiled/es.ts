import { type Frame, patterns } from '../frame.ts'

const { frame } = patterns({
  CLIENT:
    '(?:(?:mi|nuestro|nuestra|uno de mis|una de mis) (?:cliente|clienta|clientes|jefe|jefa|director|directora)|la empresa (?:que represento|para la que))',
})

export const es: readonly Frame[] = [
  frame(
    'came-to-mind',
    1,
    '<B><CLIENT><NEAR>(?:quiere|querria|quisiera|le gustaria|desea|tiene ganas de)<NEAR>(?:conocer|hablar con|ver|saber de|entrevistar)(?:te|le|la|lo| contigo| usted)?<E>',
  ),
  frame(
    'came-to-mind',
    1,
    '<B>(?:alguien|gente|una persona|personas|un perfil) como (?:tu|usted|vosotros)<GAP>(?:vendria\\w*|vendrian|hace falta|falta|necesit\\w+|busc\\w+|encaja\\w*|seria|bien)|<B>(?:necesit\\w+|busc\\w+|falta|sitio para|lugar para)<NEAR>(?:alguien|gente|una persona) como (?:tu|usted)',
  ),
  frame(
    'vacancy',
    1,
    '<B>(?:ha surgido|surgio|ha salido|me ha llegado|tengo|hay|aparecio|ha aparecido)<NEAR><B>(?:algo|una cosa|justo lo)<GAP>(?:proximo paso|siguiente paso|para (?:ti|usted)|que buscas|tu (?:proximo|siguiente)|encaj\\w+|interesar\\w*)',
  ),
  frame(
    'vacancy',
    1,
    '<B>(?:tengo|tenemos|hay) (?:justo |exactamente )?(?:lo que (?:buscas|necesitas|te hace falta)|algo para (?:ti|usted))',
  ),
  frame('move', 1, '<B>(?:donde|como) te ves<GAP>(?:anos?|meses)<E>'),
  frame(
    'happy-there',
    1,
    '<B>(?:sigues|estas|te sientes)<NEAR>(?:a gusto|content[oa]|bien|feliz|comod[oa])<GAP><B>(?:ahi|alli|donde estas|en (?:tu|esa|ese|el|la) \\w+)<E>(?=[^.!?\\n]{0,40}(?:\\?|mirando|buscando))|<B>(?:mirando|viendo|buscando) (?:otras cosas|otra cosa|algo mas|fuera)<E>',
  ),
  frame(
    'pay',
    1,
    '<B>(?:que|cuanto|cual)<NEAR>(?:sueldo|salario|cobrar|ganar|pretension\\w*|aspiracion\\w*)<GAP>(?:te|quer\\w+|quier\\w+|gustaria|esper\\w+|ten\\w+|buscas|pides|salarial\\w*)',
  ),
  frame(
    'pay',
    0.8,
    '<B>\\d[\\d.,]*(?: ?k)? ?(?:€ |euros? )?(?:netos?|brutos?|al mes|al ano|la hora|mensuales|anuales)<E>',
  ),
  frame(
    'pay',
    1,
    '<B>(?:te|le) (?:pagamos|pagariamos|pagan|pagarian|ofrecemos|daria\\w*|damos|dan)<GAP>(?:mas|el doble|mejor)<E>',
  ),
  frame(
    'advert',
    0.5,
    '<B>(?:fines de semana libres|sin fines de semana|findes libres|teletrabajo|jornada (?:completa|partida|intensiva|continua)|media jornada|con (?:furgoneta|coche de empresa)|contrato (?:fijo|indefinido)|alojamiento incluido|de lunes a viernes)<E>',
  ),
  frame(
    'open-to',
    0.5,
    '<B>(?:te (?:interesa|interesaria|animas|apuntas|apetece|tienta|cuadra|suena bien)|que (?:me dices|te parece|dices)|le interesa|interesad[oa])\\s?\\?',
  ),
  frame(
    'referral',
    1,
    '<B>(?:alguien|quien|amig[oa]s?|compañer[oa]s?|companer[oa]s?|conocid[oa]s?|herman[oa]|vecin[oa]|R+)<GAP>(?:que )?(?:busque|busca|buscando|quiera|quiere|necesite|interesaria|interese|le guste|este libre)<NEAR><B>(?:trabaj\\w+|empleo|curro|puesto|un contrato|cambiar|algo nuevo|plaza)<E>',
  ),
  frame(
    'referral',
    1,
    '<B>(?:a )?(?:tu|su) (?:companer[oa]|herman[oa]|amig[oa]|vecin[oa]|prim[oa]|marido|mujer|novi[oa]|hij[oa]|colega)<NEAR>(?:le interesaria|interesaria|estaria interesad[oa]|querria|le gustaria)<GAP><B>(?:contrato|puesto|trabajo|trabajar|empleo|plaza|vacante)<E>',
  ),
  frame(
    'referral',
    0.5,
    '<B>(?:preguntas|pregunta|preguntar|puedes preguntar|corre|haz correr|pasa) (?:por ahi|a tu gente|la voz|a los tuyos)<E>',
  ),
  frame(
    'vacancy',
    1,
    '<B>(?:puedo|podria|quiero|quisiera|dejame|queria|me dejas) ?(?:\\w+ )?(?:contar|hablar|comentar|explicar|presentar)(?:te|le|os)?<NEAR><B>(?:de|sobre|un|una)<NEAR><B>(?:vacante|puesto|plaza|oferta|empleo|posicion|trabajo)<E>(?! (?:mio|en el que estoy))',
  ),
  frame(
    'vacancy',
    1,
    '<B>(?:saca|sacan|convoca|convocan|publica|ofrece|ofrecen|abre|abren)<NEAR><B>(?:plazas?|puestos?|vacantes?|una oposicion)<E>',
  ),
  frame(
    'move',
    1,
    '<B>(?:has pensado|pensaste|te has planteado|piensas|te planteas)<NEAR><B>(?:en |a )?(?:irte|marcharte|dejarlo|dejar|cambiar|moverte|salir)<E>|<B>si (?:algun dia|alguna vez|un dia)?<NEAR>(?:quieres|te apetece|te planteas)<NEAR>(?:cambiar|cambiar de aires|moverte|irte|algo nuevo|otra cosa)',
  ),
  frame(
    'cv',
    1,
    '<B>(?:preaviso|entrevista (?:con (?:nosotros|mi cliente)|el (?:lunes|martes|miercoles|jueves|viernes))|dia de prueba|echar el curriculum)<E>',
  ),
]
