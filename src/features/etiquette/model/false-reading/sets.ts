import type { Member } from '../spelling.ts'

const WHEN: readonly (readonly string[])[] = [
  [
    'monday montag lundi lunes segunda-feira maandag',
    'tuesday dienstag mardi martes terca-feira dinsdag',
    'wednesday mittwoch mercredi miercoles quarta-feira woensdag',
    'thursday donnerstag jeudi jueves quinta-feira donderdag',
    'friday freitag vendredi viernes sexta-feira vrijdag',
    'saturday samstag sonnabend samedi sabado zaterdag',
    'sunday sonntag dimanche domingo zondag',
  ],
  [
    'january januar janvier enero janeiro januari',
    'february februar fevrier febrero fevereiro februari',
    'april avril abril',
    'june juni juin junio junho',
    'july juli juillet julio julho',
    'august aout agosto augustus',
    'september septembre septiembre setembro',
    'october oktober octobre octubre outubro',
    'november novembre noviembre novembro',
    'december dezember decembre diciembre dezembro',
  ],
  [
    'spring fruhling fruhjahr printemps primavera voorjaar lente',
    'summer sommer verano verao zomer',
    'autumn herbst automne otono outono herfst najaar',
    'winter hiver invierno inverno',
  ],
  [
    'north norden nord norte noorden',
    'south suden sud sur sul zuiden',
    'east osten ouest-est este leste oosten',
    'west westen ouest oeste westen',
  ],
]

// Of each set one: a text that says the one says not the other.
const KINDS: readonly (readonly string[])[] = [
  [
    'red rot rote roten roter rouge rouges rojo roja rojos rojas vermelho vermelha vermelhos rood rode',
    'green grun grune grunen gruner vert verte verts vertes verde verdes groen groene',
    'blue blau blaue blauen blauer bleu bleue bleus azul azules azuis blauw blauwe',
    'yellow gelb gelbe gelben jaune jaunes amarillo amarilla amarelo amarela geel gele',
    'black schwarz schwarze schwarzen noir noire noirs negro negra preto preta zwart zwarte',
    'white weis weiss weise weisse weissen blanc blanche blancs blanco blanca branco branca wit witte',
    'brown braun braune brun brune marron castanho castanha bruin bruine',
    'grey gray grau graue gris grise cinzento cinzenta cinza grijs grijze',
  ],
  [
    'first erste ersten erster erstes premier premiere primero primera primer primeiro primeira eerste',
    'second zweite zweiten zweiter zweites deuxieme seconde segundo segunda tweede',
    'third dritte dritten dritter drittes troisieme tercero tercera tercer terceiro terceira derde',
    'fourth vierte vierten quatrieme cuarto cuarta quarto vierde',
    'last letzte letzten letzter letztes dernier derniere ultimo ultima laatste',
  ],
  [
    'left links linke linken gauche izquierda izquierdo esquerda esquerdo linker',
    'right-hand rechts rechte rechten droite derecha derecho direita direito rechter',
  ],
  [
    'mother mum mom mutter mama mere madre mae moeder',
    'father dad vater vaters papa pere padre pai vader',
    'sister schwester soeur hermana irma zus zuster',
    'brother bruder bruders frere hermano irmao broer',
    'grandmother gran grandma grosmutter oma grand-mere abuela avo oma',
    'grandfather grandpa grandad grosvater opa grand-pere abuelo opa',
    'wife husband spouse frau mann ehefrau ehemann femme mari esposa marido mujer mulher vrouw man echtgenoot',
    'aunt tante tia',
    'uncle onkel oncle tio oom',
    'daughter tochter fille hija filha dochter',
    'son sohn sohnes sohne fils hijo filho zoon',
    'neighbour neighbor nachbar nachbarin voisin voisine vecino vecina vizinho vizinha buurman buurvrouw',
  ],
  [
    'dog dogs hund hunde chien chiens perro perros cao caes cachorro hond honden',
    'cat cats katze katzen chat chats gato gatos gata kat poes katten',
    'horse horses pferd pferde cheval chevaux caballo caballos cavalo cavalos paard paarden',
    'cow cows kuh kuhe vache vaches vaca vacas koe koeien',
    'goat goats ziege ziegen chevre chevres cabra cabras geit geiten',
    'sheep schaf schafe mouton moutons oveja ovejas ovelha ovelhas schaap schapen',
    'fox foxes fuchs renard zorro raposa vos',
    'owl owls eule eulen hibou chouette buho lechuza coruja uil',
    'duck ducks ente enten canard canards pato patos eend eenden',
  ],
  [
    'coffee kaffee cafe koffie',
    'tea tee cha thee',
    'beer bier biere cerveza cerveja',
    'wine wein vin vino vinho wijn',
    'milk milch lait leche leite melk',
  ],
  [
    'piano klavier',
    'organ orgel orgue organo orgao',
    'harp harfe harpe arpa harpa harp',
    'violin geige violon violin violino viool',
    'cello violoncelle violonchelo violoncelo',
    'trumpet trompete trompette trompeta trompet',
  ],
]

const MEMBERS = new Map<string, Member>(
  [...WHEN, ...KINDS].flatMap((members, set) =>
    members.flatMap((words, member) =>
      words.split(' ').map(word => [word, [String(set), String(member)] as const] as const),
    ),
  ),
)

const CLOCK =
  /^(?:(\d{1,2})(am|pm|h|uhr)|(noon|midday|mittags|midi|mediodia|meio-dia)|(midnight|mitternacht|minuit|medianoche|meia-noite|middernacht))$/

/** “3am”, “noon”: an hour of the day. */
function clockOf(word: string): Member | undefined {
  const first = word.charCodeAt(0)
  // A digit, or the first letter of noon or midnight.
  if (first > 57 && first !== 109 && first !== 110) return undefined
  const found = CLOCK.exec(word)
  if (!found) return undefined
  const [, hour, half, noon, midnight] = found
  if (noon !== undefined || midnight !== undefined) return ['clock', noon === undefined ? '0' : '12']
  return ['clock', String((Number(hour) % 12) + (half === 'pm' ? 12 : half === 'am' ? 0 : Number(hour) >= 12 ? 12 : 0))]
}

/** Of which set a folded word is which member; an hour of the day is one, too. */
export const memberOf = (word: string): Member | undefined => MEMBERS.get(word) ?? clockOf(word)
