/**
 * How a chat goes. `<` is theirs, `>` is ours; `|` parts alternatives. Slots: {first} {me} {people} {place} {topic} {thing} {ask}
 * {answer} {ask2} {answer2} {mate} {friend}.
 */
export type Script = readonly string[]

export type Ending = 'connected' | 'introduced' | 'interested' | 'candidate' | 'declined' | 'referrer' | 'opted-out'

const opening: readonly Script[] = [
  [
    '<hi, you commented on “{topic}”|<hey, thanks for the comment under my post|<oh hello, you are the one with the question about the {thing}',
    '>hi {first} :) yes, that part about the {thing} stuck with me|>hello {first}, yes! I read it on the train and missed my stop',
  ],
  [
    '<hello! found you on here|<hi, {mate} said you are nice to talk to',
    '>hi {first}, glad you wrote. I had just read “{topic}”',
    '<oh no, that one is full of typos|<haha, the long one',
    '>it is the only one with numbers in it, I liked that|>did not see one. the ending got me',
  ],
  [
    '>hi {first}, good to see you here. your answer about the {thing} saved somebody’s evening|>hey {first}, thanks for adding me. how did the week with the {thing} end?',
    '<ha, mine too|<long. but good|<better than it began',
  ],
]

const smallTalk: readonly Script[] = [
  ['<are you in {place} too?', '>an hour north of it. but I come for the market|>close enough to smell the harbour'],
  [
    '>what would you do differently next time?',
    '<start with fewer people|<ask the night crew first|<write it down earlier',
  ],
  [
    '>how long did it take until the others joined in?',
    '<about a month. then {mate} did it by accident and it was settled',
  ],
  ['<sorry, shift|<brb, delivery', '>no rush', '<back. where were we'],
  ['>did the {thing} hold?', '<so far yes *knocks on wood*|<ask me in winter'],
  ['<btw the form I promised is on my page now', '>got it, thank you. printing it for a friend who does {thing}s'],
]

const introduction: readonly Script[] = [
  [
    '>btw, so that you know who you talk to: I’m {me}, I’m a recruiter for {people} around {place}',
    '<ah ok. you do not sound like one|<oh. you read more than the others then|<good to know, thanks for saying it',
  ],
  [
    '>I should say who I am: my name is {me} and I recruit {people}. not why I read your post though',
    '<haha fair|<appreciate that|<ok :) and why did you?',
  ],
  [
    '>small thing: I’m {me}, I work as a recruiter, mostly for {people}. you can always ask me how places really are',
    '<that is useful actually|<noted|<do people ask?',
  ],
]

const asking: readonly Script[] = [
  [
    '<so, do you have anything for someone like me?|<what jobs do you have right now?|<are you looking for anyone near {place}?',
    '>one, maybe. small place, they read too. want to hear about it?',
    '<yes|<go on|<sure',
    '<{ask}',
    '>{answer}',
  ],
  [
    '<I have been thinking. I am looking for a new job, from spring|<can you tell me about open positions around {place}?',
    '>happy to. what matters most to you?',
    '<{ask}',
    '>{answer}',
    '<{ask2}',
    '>{answer2}',
  ],
  [
    '<is that job you mentioned on your page still open?|<what does the job on your page pay?',
    '>it is. the pay band is on the page too, it is the real one',
    '<{ask}',
    '>{answer}',
    '<hm. nice',
  ],
]

const going: readonly Script[] = [
  ['<ok, I would like to meet them', '>I’ll ask for thursday. you get names first, not they', '<perfect'],
  ['<where do I send my papers?', '>nowhere yet :) first you have a coffee there. wednesday?', '<wednesday after four'],
]

const declining: readonly Script[] = [
  [
    '<I’m not looking for a new job, just so you know. happy where I am',
    '>thanks for telling me. I keep reading the blog :)',
    '<deal',
  ],
  [
    '<to be honest I am not interested in changing jobs',
    '>understood, no more of that from me. how is the {thing}?',
    '<better than ever',
  ],
]

const referring: readonly Script[] = [
  [
    '>question: who would you want next to you on a bad day?',
    '<{friend}. no doubt. we did two winters together',
    '>may I say that you said so?',
    '<yes, say hi from me',
  ],
  [
    '<you should talk to {friend}, not to me',
    '>I will, and I’ll tell them who sent me. thank you',
    '<do. they know {thing}s better than anyone',
  ],
]

const optingOut: readonly Script[] = [
  ['<please don’t contact me again', '>of course. you won’t hear from me. all the best'],
]

const ours: readonly Script[] = [
  ['>how was the week?'],
  ['>saw the new post, reading it tonight'],
  ['>no hurry, write when the season is over'],
]
const theirs: readonly Script[] = [
  ['<more tomorrow, my bus is here'],
  ['<what did {mate} say?'],
  ['<sent you the photo, did it arrive?'],
  ['<ok!'],
  ['<did you get to the end of it?'],
]

/** Which blocks a chat with this ending has, one of each. */
export function blocksOf(ending: Ending, waiting: 'them' | 'us' | 'nobody'): readonly (readonly Script[])[] {
  const last = waiting === 'them' ? [ours] : waiting === 'us' ? [theirs] : []
  switch (ending) {
    case 'connected':
      return [opening, smallTalk, ...last]
    case 'introduced':
      return [opening, smallTalk, introduction, ...last]
    case 'interested':
      return [opening, introduction, asking, ...last]
    case 'candidate':
      return [opening, introduction, asking, going]
    case 'declined':
      return [opening, introduction, declining]
    case 'referrer':
      return [opening, introduction, referring, ...last]
    default:
      return [opening, optingOut]
  }
}
