import type { Frame } from '../frame.ts'
import { frame } from './words.ts'

/** What it pays, what to send, whom they know, and the rest. */
export const terms: readonly Frame[] = [
  frame(
    'cv',
    0.9,
    '<B>(?:submit|your) (?:an? |your )?application|(?:interview you|invite you (?:to|for) an? interview|come in for an interview|schedule an interview|job interview with (?:us|my|our))<E>',
  ),
  frame(
    'advert',
    1,
    "<B>(?:job (?:description|spec|ad|advert|post|posting|offer|opening|opportunity|listing)s?|jd|role description)<E>(?! (?:post|article|scam|scams|are|is broken|s are))<NEAR>(?:attached|here|below|link|send|for you|https?|www|in case|interest|:|is|looks|at|with)|<B>(?:send|share|show|forward|link|see|read|here's|here is|check out)(?: \\w+){0,3} (?:job (?:description|spec|ad|advert|posting|offer|opening|opportunity|listing)s?|jd)<E>|<B>job (?:opportunit(?:y|ies)|offers?|openings?)(?: (?:for|at|in|with))?<E>",
  ),
  frame(
    'advert',
    0.9,
    '<B>(?:full[- ]time|part[- ]time|permanent|temporary|remote|hybrid|on[- ]?site|contract|perm|temp|fixed[- ]term)(?:,? (?:and|or|&|/) ?\\w+)?[ ,/|-]+<ADJ> ?(?:<R>|<V>)|<R><NEAR>(?:full[- ]time|part[- ]time|permanent contract|fixed[- ]term|\\bw2\\b|\\bc2c\\b|immediate start|start(?:ing)? (?:asap|immediately))',
  ),
  frame(
    'referral',
    1,
    "<B>(?:who (?:do|else do|might|would) (?:you|u) know|(?:do |would |might |d')?(?:you|u|ya|y'all|anyone|anybody)(?: guys| happen to| perhaps| maybe| possibly| else)* know (?:of )?(?:any ?one|anybody|someone|somebody|a|an|any|some|people|other|folks|who)|know (?:anyone|any|someone|somebody|a good|of anyone|of a|people)|(?:any ?one|somebody|someone|anybody|people|friends?|colleagues?)(?: else)?(?: you know| in your (?:network|circle|team|contacts)| around you| from your| who(?:'d| might| would)| of yours| that you)|(?:can|could|would) you (?:recommend|refer|suggest|think of|introduce|point|connect|put)|(?:any|got) (?:\\w+ )?(?:recommendations?|referrals?|leads|names|tips|pointers)|recommend (?:anyone|someone|a|any)|pass (?:it|this|that|the word|my) (?:on|along)|spread the word|share (?:this|it) with|feel free to forward)<GAP>(?:<R>(?!'s blog| called| named| there| blog| post| podcast| book)|<V>(?! queue)|looking (?:for (?:work|a (?:job|role|change|move|new)|something)|around|to (?:move|change))|<B>(?:run|lead|manage|head|take over|take on) (?:a|an|the|our|my) (?:[\\w-]+ ){0,2}(?:ward|team|shift|kitchen|crew|site|floor|department|lab|store|shop|yard|fleet|unit|line|depot|warehouse|project|class)<E>|<B>(?:might|would|could|may|want|wants|wanting) (?:want |like |be )?(?:to )?(?:fit|suit|interested|join|work (?:with|for) (?:us|my)|a (?:change|move|job)|open|change|move|available|switch|apply)|hir(?:e|ing)|on the market|available for work|want(?:s|ing)? (?:more|extra) (?:shifts|hours)|ready for a (?:change|move))",
  ),
  frame(
    'referral',
    1,
    "(?:<R>|<V>)[^\\n]{0,80}<B>(?:who (?:do|else do) you know|do you know (?:any ?one|someone|somebody|anybody|who)|know (?:anyone|someone|anybody)|anyone (?:in your network|come to mind|you'd|you would|spring to mind)|who comes to mind|any names|could you (?:recommend|refer)|can you (?:recommend|refer|think of anyone))<E>",
  ),
  frame('role', 0.35, '<R>'),
  frame('role', 0.3, '<B>(?:night|day|weekend|late|early) shifts? (?:available|open|free|to fill)<E>'),
  frame(
    'vacancy',
    0.5,
    '<B>(?:opportunit(?:y|ies)|vacanc(?:y|ies)|opening|new role|new position|open role|open position|career)s?<E>(?! (?:to|of|cost|hours|night))',
  ),
  frame(
    'vacancy',
    1,
    '<B>(?:open|vacant|unfilled|available) (?:[\\wR-]+ )?(?:roles?|positions?|jobs?|posts?|vacanc(?:y|ies)|reqs?|headcount)<E>',
  ),
  frame(
    'chat',
    0.3,
    '<B>(?:quick|short|brief|confidential|informal|exploratory|no[- ]strings) (?:chat|call|coffee|conversation|talk|word)<E>|<B>(?:hop|jump|get) on a (?:quick |short )?call<E>|<B>(?:15|20|30)[- ]min\\w*<E>|<B>coffee chat<E>',
  ),
  frame(
    'open-to',
    0.5,
    '<B>(?:would you be (?:open|interested|up for|keen)|interested\\?|are you interested|sound interesting|could (?:this|it|that) (?:be|interest)|might (?:this|it|that) (?:be|interest)|worth a chat|(?:want|like|love) to (?:hear|know|learn) more|tell you more)',
  ),
  frame(
    'vacancy',
    1,
    '(?:^|[.!?:;] ?|<B>(?:also|and|but),? )(?:got|have|have got)<ADJ> (?:<V>|(?:spots?|seats?|places?|shifts?|slots?|contracts?) (?:on|in|at|for|going|free|open|available))',
  ),
  frame(
    'vacancy',
    0.7,
    "<B>(?:something|things|a thing) (?:we've got |we have |that's |we're |i've got |i have )?(?:coming up|opening up|going|brewing|in the works|in mind for you|open|available)(?: (?:in|at|on|for|with) (?:the|our|my|a))?",
  ),
  frame('open-to', 0.5, '<B>(?:tell|talk to|speak to|chat (?:to|with)) you about (?:something|it|this|what we|our)'),
  frame(
    'seeking',
    0.6,
    '<B>who (?:could|can|might|should|will|would) (?:lead|run|head|take over|take on|fill|join|manage|build)<E>',
  ),
  frame(
    'seeking',
    0.6,
    '<B>(?:short[- ]?staffed|understaffed|short on staff|short of (?:staff|people|hands)|(?:two|three|a few) people short)<E>',
  ),
  frame(
    'seeking',
    1,
    '<B>(?:asked|hired|retained|engaged|tasked|mandated|helping (?:\\w+ ){1,5}) ?(?:to|with)? (?:find|hire|recruit|fill|finding|hiring|source)<ADJ> ?(?:<R>|<V>|people|someone)',
  ),
  frame(
    'seeking',
    0.7,
    "<B>(?:needs?|is looking for|are looking for|is after|is searching for|wants|wanting|on the hunt for|in the hunt for|is hunting for|could do with|who needs)<ADJ> ?<R>(?!'s| (?:to tell|opinion|blog))",
  ),
  frame(
    'seeking',
    1,
    '<B>(?:a|my|an) (?:friend|mate|contact|client|former colleague|old colleague|buddy)(?: of mine)? (?:who )?(?:runs|owns|has|manages|opened|leads|is opening|is)<GAP>(?:needs?|looking for|after|searching for|short of|wants) <GAP>(?:<R>|people|staff|someone|help)',
  ),
  frame(
    'open-to',
    1,
    '<B>(?:fancy|want|interested in|up for|keen on|like|could you do|available for|pick up)<ADJ> (?:extra |few |more |some |night |weekend )*(?:shifts?|hours of work|steady work|paid work|agency work|bank shifts)<E>',
  ),
  frame(
    'open-to',
    0.6,
    '<B>(?:something for you|for someone like you|(?:has|have) your name (?:written )?all over|right up your (?:street|alley)|if you want it|yours if you)<E>',
  ),
  frame(
    'pay',
    1,
    "<B>(?:salary|wages?|base|ote|package|compensation|pay|hourly rate|day rate|rate)(?: (?:is|of|range|starts?|from|at|up to|around|about|between|goes|:))+ ?(?:an? )?<MONEY>|<B>(?:we|they|it|i|client)(?:'d| would| can| could|'ll)? (?:pays?|offers?)<NEAR><MONEY>",
  ),
  frame('pay', 1, '<B><MONEY> ?(?:sign[- ]?on|signing|joining|welcome|referral|retention|relocation)'),
  frame(
    'came-to-mind',
    1,
    "<B>(?:you'd|you would|you could|you'll|you might|you may|you|u'd)(?: really| just| probably| also| definitely)*(?: (?:be|make))? (?:an?|the) (?:\\w+ )?(?:\\w+ )?(?:fit|match|addition|asset|candidate|hire)(?: (?:for|to|in|at|on|with))(?: \\w+){0,3}? ?(?:us|our|my|team|role|job|position|company|it|this|ward|crew|what we|client|<R>|<V>)",
  ),
  frame(
    'move',
    1,
    '<B>(?:relocat(?:e|ing)|commute less|work(?:ing)? closer to home|be home (?:every|more))<NEAR>(?:for|position|role|job|pay|better|opportunit\\w+|\\?)',
  ),
  frame(
    'move',
    1,
    '<B>(?:would|could|will|might) (?:you|u) (?:ever |even |really |want to |consider )*(?:leave|leaving|quit|quitting) (?!the (?:group|room|channel|house|lights?)|me<E>|it<E>|a (?:comment|message))[a-z]\\w+(?: \\w+)?(?=\\?|$| for<E>)',
  ),
  frame('vacancy', 0.6, '<B>(?:just the thing|the right thing|the perfect thing|exactly the thing) for<E>'),
  frame(
    'pay',
    1,
    '<B>(?:fancy|like to|want to|interested in|love to|could|would) (?:be )?(?:earn|earning|make|making)(?: a (?:lot|bit))? more(?: money)?(?=[.?!,]|$| than| for)',
  ),
  frame('seeking', 1, '<B>asked (?:me|us) to (?:find|hire|recruit|look for)<ADJ> ?(?:<R>|<V>|people|someone)'),
  frame('vacancy', 1, '<B>(?:interest|tempt) you (?:in|with|by)<NEAR><V>'),
  frame(
    'open-to',
    1,
    '<B>(?:are|r) (?:you|u) (?:\\w+ )?open to (?:work|offers|moving|hearing from (?:us|employers))<E>',
  ),
  frame('cv', 1, '<B>(?:notice period|how much notice (?:do|would) you)<E>'),
  frame('vacancy', 1, '<B>if (?:i|we) (?:had|have|found|could offer)<ADJ> ?<V>'),
  frame(
    'join-us',
    1,
    "<B>(?:you'd|you would|you'll|you might|would you) (?:love|like|enjoy|fancy) (?:working|to work|it) (?:here|for us|with us|at our|on our|in our)<E>",
  ),
  frame(
    'referral',
    1,
    '<B>(?:any|some|one) of your (?:friends|colleagues|mates|team|contacts|former \\w+)<GAP>(?:need|want|looking|interested|fancy|free)<NEAR>(?:work|job|role|move|change|shifts?)',
  ),
  frame('vacancy', 1, '<B>(?:the|a|this|our|my) (?:[\\wR-]+ )?vacanc(?:y|ies)<E>'),
]
