import { type Frame, patterns } from '../frame.ts'

const { frame } = patterns({
  YOU: '(?:you|u|ya)',
  CLIENT:
    '(?:(?:my|our|one of my|a) (?:[\\w-]+ )?(?:client|customer|employer|boss|director|partner)s?|the (?:company|firm|people|team|hospital|school|client|place|outfit) (?:that |who )?i (?:represent|recruit for|work for|work with|hire for|am helping))',
  SOMETHING: '(?:something|a thing|things?|one thing|this|it|what i have|a little something)',
  LOOKS:
    "(?:might|could|may|would|should|can|'d|looks like it could|sounds like it could) (?:well |also |really |just )?(?:be|make|suit|interest|appeal to|tempt|fit)",
})

export const en: readonly Frame[] = [
  frame(
    'came-to-mind',
    1,
    "<B><CLIENT>(?: would|'d)? (?:wants?|love|likes?|loves|keen|hopes?|asked|is keen|are keen|is curious|is dying)(?: very much| really)? ?(?:to )?(?:meet|talk to|speak to|speak with|hear from|get to know|see) <YOU><E>",
  ),
  frame(
    'came-to-mind',
    1,
    '<B>(?:(?:use|need|want|welcome|love|miss|do with|have room for|value|snap up|grab|take)s?|looking for|room for|place for|waiting for)(?: (?:to have|to get|to see|to hire|up|nicely))?(?: \\w+)? (?:someone|somebody|people|a person|a pair of hands|hands|a \\w+) (?:just |exactly |a bit )?(?:like <YOU>|with your|of your)(?<!talk to .{0,30})',
  ),
  frame(
    'came-to-mind',
    1,
    "<B>(?:would|'d|could|will|'ll) (?:really |just |happily |gladly |immediately )*(?:snap|hire|scoop|grab|take|employ|have|poach|welcome) <YOU>(?: up| on| away| in| tomorrow| any day| in a heartbeat| straight away| with open arms)(?! (?:for (?:dinner|lunch|tea)|a walk))<E>",
  ),
  frame(
    'vacancy',
    1,
    "<B><SOMETHING>(?: (?:has |that |which |just |here |new )*(?:came|come|comes|popped|turned|showed|crossed|landed|i have|i've got|i heard)[\\w ]{0,30})?(?: that| which)? <LOOKS>[^.!?\\n]{0,30}<B>(?:next (?:step|move|chapter|role|adventure)|step (?:up|for <YOU>)|(?:right )?up your (?:street|alley)|career)<E>",
  ),
  frame(
    'vacancy',
    0.6,
    '<B>(?:great|good|perfect|natural|nice|logical|your|real|big|interesting|exciting) (?:next|career) (?:step|move|chapter)<E>',
  ),
  frame(
    'move',
    1,
    '<B>(?:where|how) (?:do|would) <YOU> see yourself<NEAR>(?:years?|months?|from now|down the line|going next)<E>',
  ),
  frame(
    'move',
    1,
    '<B>(?:see|picture|imagine) (?:yourself|<YOU>rself) (?:still |being |staying |working )*(?:at|in|on|with) (?:the|that|this) (?:same )?[\\w-]+[^.!?\\n]{0,12} in (?:\\w+ )?(?:years?|months?)',
  ),
  frame(
    'move',
    1,
    '<B>(?:(?:would|could|might|have) <YOU>(?: ever| even)?|ever|fancy|thought of|thought about|tempted by|tempted to) (?:consider(?:ed)? |think(?:ing)? (?:of|about) |thought (?:of|about) |be up for |be tempted (?:by|to) )?(?:mov(?:e|ing)|switch(?:ing)?|swap(?:ping)?|chang(?:e|ing)|trad(?:e|ing)|leav(?:e|ing)|jump(?:ing)?) (?:to |over to |for |across to |the |your |from )(?:an? |the |your |our |another )?(?:[\\w-]+ ){0,4}(?:hospital|clinic|ward|school|firm|company|team|employer|kitchen|hotel|farm|theatre|lab|carrier|shop|store|hours|shifts?|nights|office|agency|practice|unit|place|with us|nine to five|permanent)<E>',
  ),
  frame(
    'open-to',
    1,
    '<B>(?:listen to|hear|consider|entertain|open to|look at|take) (?:an?|any|the right|good|our|my) (?:\\w+ )?(?:offer|proposal|proposition)s?(?=\\W|$)(?! (?:of help|for the (?:house|van|car|boat)))',
  ),
  frame(
    'happy-there',
    1,
    '<B>(?:(?:are|do) (?:they|your (?:bosses|employers?|company|hospital|people)) (?:\\w+ )?(?:treat(?:ing)?|pay(?:ing)?|look(?:ing)? after|valu(?:e|ing)|appreciat(?:e|ing))) <YOU>|<B>(?:treating|paying|looking after) <YOU> (?:well|right|enough|properly|fairly)',
  ),
  frame(
    'happy-there',
    1,
    '<B>(?:enjoying|liking|like|happy|settled|content|loving|satisfied|good) (?:it |things |life )?(?:there|where <YOU> are|at (?:\\w+ ){1,2})[^.!?\\n]{0,12}<B>or<E>[^.!?\\n]{0,40}<B>(?:look(?:ing)?|thinking|itching|ready|open|curious|restless|moving)<E>',
  ),
  frame(
    'pay',
    1,
    '<B>(?:what|which|how much)[^.!?\\n]{0,14}<B>(?:salary|wage|pay|day rate|hourly rate|package|money|figure|number|earnings?)<E>[^.!?\\n]{0,14}<B>(?:would|do|did|are|will|could) <YOU> (?:be )?(?:after|want|looking for|looking at|expect|expecting|need|hoping for|hope for|like|ask|have in mind|thinking of)',
  ),
  frame(
    'pay',
    1,
    "<B>(?:we|they|he|she|client|i)(?:'d| would| could| can|'ll| will)? (?:happily |easily |gladly |probably )*(?:double|match|beat|top|top up|pay more than|outbid|raise) (?:what |whatever )?(?:[\\w' -]{0,20})<B>(?:pays? <YOU>|you (?:get|make|earn|have)|your (?:pay|salary|wage|rate|money|current))",
  ),
  frame(
    'pay',
    0.8,
    '<B>(?:they |we |it |he |she |client )?(?:pays?|paying|offers?|offering) (?:about |around |up to |over )?[£$€]?\\d[\\d.,]*(?: ?k)? ?(?:an hour|a day|a week|a month|a year|a night|a shift|per \\w+|p/?h|hourly|net|gross|before tax|after tax|plus)',
  ),
  frame(
    'pay',
    0.7,
    '<B>[£$€]?\\d[\\d.,]*(?: ?k)? ?(?:gross|net|before tax|after tax|basic|a year|pa|plus (?:car|bonus|tips|overtime|board))<E>|<B>\\d{2,3} ?k<E>(?! (?:followers|steps|runs?|race|words|lines|views|stars|users|downloads|rows|requests|miles|km|people))',
  ),
  frame(
    'advert',
    0.5,
    '<B>(?:remote|hybrid|on[- ]site|no weekends?|no nights?|home every (?:night|weekend|friday)|four days?(?: a week)?|days only|mon(?:day)?[- ]fri(?:day)?|weekends off|free weekends|van provided|house included|cottage included|accommodation included|board and lodging|company (?:car|van)|sign-on)<E>',
  ),
  frame(
    'open-to',
    0.5,
    '<B>(?:any interest|interested|tempted|keen|curious|up for it|want in|fancy it|sound good|sounds good|what do <YOU> (?:say|think|reckon)|would (?:that|this|it) be (?:something|of interest|anything)(?: for <YOU>)?|something for <YOU>|any takers|does that (?:tempt|interest|appeal)|game)\\s?\\?',
  ),
  frame(
    'vacancy',
    1,
    '<B>(?:put|pass|throw|give|get)(?: \\w+)? your (?:name|details|number|cv) (?:forward|on|in|into|over|to (?:them|her|him|the|my)|in the hat)',
  ),
  frame(
    'vacancy',
    1,
    "<B>(?:position|role|job|post|vacancy|opening|spot|slot|seat)s? (?:that )?(?:i'm|i am|we're|we are|i'm currently|we)(?: \\w+)? (?:trying to fill|filling|need to fill|have to fill|working on|staffing|recruiting for|hiring for|handling)",
  ),
  frame(
    'hiring',
    1,
    '<B>(?:short-?list|long-?list|candidate list|list of candidates)(?: of \\w+)? for (?:an?|the|our|my)<E>(?! (?:prize|award|booker|oscar|competition|medal|grant))',
  ),
  frame(
    'cv',
    1,
    '<B>(?:how about|fancy|what about|could we|can we|shall we|ready for|up for|come (?:in |over |by )?for|invite <YOU> (?:to|for)|set up|arrange|book|schedule|line up) (?:an? |the |your )?(?:(?:first|quick|short|phone|informal|trial|video|proper) )*(?:interview|trial shift|trial day|assessment (?:day|centre))<E>(?! (?:for (?:my|the|our) (?:podcast|blog|paper|radio|show|magazine)|on (?:the )?(?:radio|air|podcast)|about your|with (?:the )?(?:radio|paper)))',
  ),
  frame(
    'advert',
    1,
    '<B>(?:attached|enclosed|here|sending|find|see|forwarding|below)<NEAR><B>(?:job|role|position|person) (?:description|spec|specification|profile|ad|advert|posting)s?<E>',
  ),
  frame(
    'referral',
    1,
    '<B>(?:any ?one|any ?body|some ?one|some ?body|friends?|mates?|colleagues?|sister|brother|cousin|daughter|son|wife|husband|partner|people|neighbours?|pupils?|students?)<GAP>(?:looking for|after|in need of|wanting|wants?|needs?|out of|short of|up for|interested in|ready for|keen on|available for|fancy|seeking|hunting for) (?:an? |some |any |more |new |steady |paid |good |regular |extra |decent |fresh |permanent )*(?:work|jobs?|employment|shifts|position|post|role|new start|change|something new)(?=\\W|$)(?<!looking for work (?:clothes|boots))',
  ),
  frame(
    'referral',
    1,
    "<B>who do <YOU> know (?:that|who)(?:'s|'d| is| are| might| could| would)? (?!(?:sells?|repairs?|fix\\w*|makes? (?:a |the )?(?:good |best )?(?:beer|coffee|bread)|teaches me|rents?)<E>)(?:drives?|cooks?|nurses?|welds?|teaches|builds?|runs?|works?|codes?|programs?|manages?|leads?|bakes?|farms?|sews?|rigs?|paints?|plasters?|is good|can|has|does)[^.!?\\n]{0,60}<B>(?:fed up|tired|bored|sick of|wants?|looking|open|ready|might|restless|would|unhappy|available|between)<E>",
  ),
  frame(
    'referral',
    0.5,
    '<B>(?:ask around|spread the word|pass (?:it|this|the word) (?:on|along|round)|put the word out|let them know i|send them (?:my way|to me|over))<E>',
  ),
  frame(
    'seeking',
    1,
    "<B>(?:i|we)(?:'m|'re| am| are)? (?:\\w+ )?(?:filling|staffing|crewing|manning) (?:an?|the|two|three|several|our)<E>(?! (?:form|tank|bottle|glass|bucket|hole|gap in|kettle|barn))<GAP><B>(?:role|post|position|job|lead|head|manager|director|spot|chair|team|crew|desk|shift|<R>)",
  ),
  frame(
    'seeking',
    1,
    '<B>(?:short-?handed|short-?staffed|under-?staffed|a (?:nurse|driver|cook|pair of hands) short)<E>[^.!?\\n]{0,40}<B>(?:would|could|can|will|want|fancy|like|help|interested|join|free)<E>',
  ),
  frame(
    'vacancy',
    1,
    '<B>(?:tenure[- ]track|permanent|full[- ]time|part[- ]time|fixed[- ]term|funded|paid|salaried|vacant|open|new|junior|senior|phd|postdoc|teaching|assistant)(?: [\\w-]+)? (?:position|post|role|job|chair|vacancy|opening|contract|slot)s?<E><GAP><B>(?:deadline|closes|apply|starts?|from|until|open|available|advertis\\w+|free|in (?:our|the) (?:department|faculty|institute))<E>',
  ),
  frame(
    'vacancy',
    0.8,
    "<B>(?:has|have|got|offers?|there(?:'s| is)) (?:an? )?(?:funded |tenure[- ]track |permanent |paid )+(?:position|post|role|job|place|contract)",
  ),
  frame(
    'vacancy',
    1,
    '<B>(?:seat|spot|place|desk|chair|home|future|room|slot) (?:waiting )?for <YOU> (?:in|on|at|with|among) (?:our|my|the|us)<E>(?! (?:table|van|bus|train|car|audience|front row|house|market|panel))',
  ),
  frame(
    'join-us',
    1,
    '<B>(?:want|need|like|love|see|have|get) <YOU> (?:on|in|at|with|to join) (?:our|my|the|us)<E> ?(?:[\\w-]+ )?(?:team|crew|staff|kitchen|ward|company|board|fleet|department|lab|side)?(?=\\W|$)(?! (?:call|channel|room|photo|picture|audience|group|chat|podcast|show|panel|party|thread|stream))',
  ),
]
