/** What visitors of the landing page ask; `<` is theirs. */
export const visitorChats: readonly (readonly string[])[] = [
  [
    '<hello, is this a person?',
    '>yes :) {me}. ask me anything',
    '<is there anything without nights?',
    '>yes, two. both around {place}. days only, and it is in the contract',
    '<ok. I will think',
    '>no hurry, this chat stays open for you',
  ],
  [
    '<what does the job at the clinic pay?',
    '>hi, {me} here, I recruit for them. the band is on the page, 3,400 to 3,900, nights on top',
    '<and if I only want 60 %?',
    '>they have two people on 60 already',
    '<oh nice',
  ],
  [
    '<do I need a cv to talk to you',
    '>no. a name is optional too',
    '<good. I drive trucks, 12 years',
    '>I’m {me}, I’m a recruiter and yes I talk to drivers every day. what should the next place do better?',
    '<home on weekends. that is all',
  ],
  ['<hi', '>hi, {me} here. what brings you?', '<my friend said you answer fast', '>trying :)'],
  [
    '<can my employer see this?',
    '>no. only I read it, and I can erase it whenever you say',
    '<ok then. are you hiring welders?',
    '>not me, but a shop I know well. want to hear what the people there say?',
    '<yes please',
  ],
  [
    '<is the school job still open?',
    '>it is, until friday. I’m {me}, I look after it',
    '<how many lessons?',
    '>twenty-two',
    '<thank you, I’ll write tonight',
  ],
]

export const visitorPaths = [
  '/p/ask-about-nights',
  '/p/ask-about-nights?from=handover-post',
  '/p/ask-about-nights?from=irc-welding',
]

/** Somebody unknown writes first. */
export const requestChats: readonly (readonly string[])[] = [
  ['<hello, {mate} gave me this address. is it ok to write here?'],
  ['<hi, we met at the trade fair, at the coffee stand', '<the one with the blue helmet'],
  ['<are you the person who writes about quiet handovers?'],
  ['<hey, are you hiring? I saw your name under a post'],
  ['<hello! a question about the rota page, when you have a minute'],
]

export const rooms: readonly {
  tool: 'irc' | 'matrix' | 'xmpp' | 'discord' | 'slack' | 'telegram'
  id: string
  title: string
  lines: readonly string[]
}[] = [
  {
    tool: 'irc',
    id: '#welding',
    title: '#welding',
    lines: [
      '<show and tell: stainless elbow, first try',
      '<nice root',
      '<how long did you purge?',
      '<two minutes longer than I wanted to',
      '>that is the honest answer',
      '<anyone got settings for 1 mm alu?',
      '<go slower, then slower',
      '>sturdy jig first, the settings come after',
    ],
  },
  {
    tool: 'irc',
    id: '#trucks-north',
    title: '#trucks-north',
    lines: [
      '<tunnel closed till four',
      '<stop at the junction has soup',
      '>thank you, passing it on to two people on the road',
      '<ramp 9 at the depot: toilets open again',
      '<a miracle',
    ],
  },
  {
    tool: 'matrix',
    id: '!handover:wards.example',
    title: 'Handover, quietly',
    lines: [
      '<we cut ours to three sentences',
      '<and nobody missed the rest?',
      '<the consultant did, for a week',
      '>do you read it at the bed or in the office?',
      '<bed, if they are awake',
      '<stealing this',
    ],
  },
  {
    tool: 'matrix',
    id: '!kitchens:cooks.example',
    title: 'Kitchen talk',
    lines: [
      '<no split shifts, month four',
      '<and the takings?',
      '<same. the mood is not',
      '>what did the regulars say?',
      '<they moved to wednesday',
      '<haha',
    ],
  },
  {
    tool: 'xmpp',
    id: 'stagecraft@rooms.lantern.example',
    title: 'stagecraft',
    lines: [
      '<who has a good spreadsheet for cues',
      '<paper',
      '<paper',
      '>a friend prints it on yellow, says that you can read it in blue light',
      '<that is actually clever',
    ],
  },
  {
    tool: 'xmpp',
    id: 'teachers@rooms.hillcrest.example',
    title: 'teachers’ room',
    lines: [
      '<fractions with bread went well',
      '<how many loaves?',
      '<eleven. crumbs everywhere',
      '>did the rule come from them?',
      '<it did, on thursday',
    ],
  },
  {
    tool: 'discord',
    id: 'farm-kitchen',
    title: 'farm kitchen',
    lines: [
      '<frost tonight in the valley',
      '<candles are out',
      '>good luck all. tell us how the late pruning did',
      '<minus two at the bottom, plus one on top',
      '<told you',
    ],
  },
  {
    tool: 'discord',
    id: 'joinery-help',
    title: 'joinery help',
    lines: ['<my glue-up moved', '<dry run?', '<…', '>everyone has one of those', '<count aloud next time'],
  },
  {
    tool: 'slack',
    id: 'C-libraries',
    title: 'library-tools',
    lines: [
      '<the calendar is gone, three fields now',
      '<and?',
      '<12 key presses instead of 61',
      '>who did you test with?',
      '<a reader who comes on tuesdays',
    ],
  },
  {
    tool: 'slack',
    id: 'C-month-end',
    title: 'month-end',
    lines: [
      '<closed on day four',
      '<who are you',
      '<somebody who does accruals early',
      '>what did you stop doing?',
      '<waiting',
    ],
  },
  {
    tool: 'telegram',
    id: '-100200300',
    title: 'Carers of the east side',
    lines: ['<rota is up, six weeks', '<in ink?', '<four in ink', '>that is kind', '<it is selfish, people stay'],
  },
  {
    tool: 'telegram',
    id: '-100200301',
    title: 'Hotel folk',
    lines: [
      '<guest asked for quieter rain',
      '<did you?',
      '<moved them to the garden side',
      '>how long did the note take you to write?',
      '<longer than the move',
    ],
  },
]
