import type { Frame } from '../frame.ts'
import { frame } from './words.ts'

/** Who is sought, what is open, whether they would move. */
export const needs: readonly Frame[] = [
  frame(
    'hiring',
    1,
    '<B><WE><BE><ADV> (?:hiring|recruiting|staffing up|interviewing|onboarding|taking on|bringing on|expanding (?:the|our) team|growing (?:the|our) team|building (?:out )?(?:a|the|our) (?:[\\w-]+ ){0,2}team)(?! (?:freeze|process|manager|practices|wrong|is|was))<E>',
  ),
  frame(
    'hiring',
    1,
    "(?:^|<B>(?:now|always|psa:?|fyi:?|urgently|currently) |[>:*#] ?)(?:we(?:'| a)?re )?#?(?:now |urgently )?(?:hiring|recruiting)(?! (?:is|was|freeze|process|manager|practices|for [\\w ]+ is|in \\w+ is|can|looks|sucks|well))<E>",
  ),
  frame(
    'hiring',
    1,
    '<B>(?:hiring|recruiting) (?:for )?(?:an?|two|three|four|five|several|multiple|more|new|\\d+|now|immediately|asap)<E>',
  ),
  frame(
    'hiring',
    1,
    "<B>(?:we|we'd|i'd|they|they'd|i|our (?:\\w+ ){0,2}\\w+|my client)(?: would)?(?: really)? (?:love|like|want|need|hope|plan|be keen|have) to (?:hire|recruit|employ|take on|bring|have|get|see)(?: you| someone| more| another| two| an?|<NEAR><R>)(?! (?:\\w+ ){0,3}(?:podcast|show|panel|meetup|webinar|dinner|guest|talk)| about| on a call| in the room| your)",
  ),
  frame('hiring', 0.7, '<B>(?:hire|employ) (?:you|u|someone like you|people like you)<E>'),
  frame(
    'seeking',
    1,
    "<B><WE><BE><ADV>(?: have been| been)? ?(?:looking for|in search of|searching for|seeking|on the (?:lookout|hunt) for|after|hunting for|in need of|short of|short on|down|crying out for|desperate for|missing|lacking|short|keen to find|trying to (?:find|fill|hire)|needs?|could (?:really )?use|wants?|looking to (?:hire|add|fill|bring|find|grow|recruit)|look(?:s|ing)? to (?:hire|add|fill))<ADJ> ?<PEOPLE>(?! (?:'s|blog|post|article|conference|book|podcast|opinion|view|perspective|on this|to (?:explain|test|read|review|talk|chat|ask|answer|compare|swap|speak)|who can (?:explain|help)|with the same (?:bug|problem|issue)))",
  ),
  frame(
    'seeking',
    0.9,
    '(?:^|[.!?:;] ?|<B>(?:anyone|currently|urgently) )(?:looking for|seeking|wanted:?|needed:?|in need of|searching for|urgent(?:ly)?(?: needed| required)?:?)<ADJ> ?<R>',
  ),
  frame('seeking', 1, '<R>(?: (?:urgently|badly))? (?:needed|wanted|required)<E>'),
  frame(
    'vacancy',
    1,
    "<B>(?:<WE>(?: (?:currently|just|still|now|also|actually|do|will|may|might|both|really))*(?: have| has|'ve| got| have got|'ve got| had| opened| are opening|'re opening| am filling|'m filling| are filling|'re filling|'m working on| am working on| handle|'m handling| represent|'m trying to fill| need to fill| must fill|'m recruiting for|'m staffing| offer|'re offering| are offering)|there(?:'s| is| are|'re)|(?:a|an|this|the|new|another|some|two|three|several) (?:[\\w-]+ ){0,3}(?=(?:<V>)(?: [\\w'-]+){0,3} (?:has |have |just )?(?:opened|opening|came|come|comes|is open|are open|became|available|going|free|coming)))<ADJ> ?(?:<VC>(?= (?:on (?:our|the|my) (?:\\w+ ){0,2}(?:team|ward|crew|squad|rota|floor)|in (?:our|the) (?:\\w+ ){0,2}(?:team|department|kitchen|lab|store|group)|with (?:us|our|my)|at (?:our|my|a|the)|open|available|coming up|opening|going|for (?:you|an?\\b)))|<V>)(?! to (?:do|play|finish|make|read|see|learn|ask|meet|thank)| of the (?:day|cache)| in (?:the (?:cache|queue|cluster|config|db|system|game|endgame|centre|center)|ci|cron|queue|position)| queue| board game| on (?:this|the (?:topic|issue|matter|queue|server))| model| that (?:runs|fails|failed|runs every)| (?:failing|stuck|running|queued))",
  ),
  frame(
    'vacancy',
    1,
    "<B>(?:<V>|contracts?|shifts?)(?: [\\w'-]+){0,6}? (?:(?:that|which) )?(?:i think |we think |i believe |i feel )?(?:would|could|might|may|'d|is|looks|seems|sounds|be)?(?: be| really| just| well)*(?: an?)? ?(?:perfect|ideal|great|good|right|made|tailor-made|suits?|fits?|interests?|interesting|right up your|up your|match(?:es)?|appeals?|excellent|written|spot on)(?: [\\w'-]+){0,4}? (?:for you|you|your|u)<E>",
  ),
  frame(
    'vacancy',
    1,
    "<B>(?:got|have|there's|i've|heard of|come across|found|saw|spotted|know of|working on|filling|discuss|tell you about|talk (?:to you )?about|share|show you|run (?:something|it|one) by|offer you|offering|present|regarding|reaching out about|writing about|contacting you about|about|re:|interested in|consider|considering|explore|exploring|hear about|hearing about|more about|details on|know about|open to) (?:an?|the|this|some|any|our|my|two|three|other|new|these|several|exciting|another|one|potential|possible)(?: (?!of the|post|talk|blog|article)[\\w/'&+#-]+){0,5}? ?(?:roles?|positions?|openings?|vacanc(?:y|ies)|job(?:s| opportunit(?:y|ies)| offers?| openings?)?|career (?:opportunit(?:y|ies)|move|option)s?|(?:work |great |exciting |amazing |new |interesting |cool |unique |fantastic |potential |fresh )opportunit(?:y|ies)|employment|opportunit(?:y|ies)(?! to| for (?:the|us to)))(?! (?:of|to (?:do|play|finish|read|learn|meet|see|thank)|model|queue|that (?:failed|fails)|in the (?:cache|film|play|queue)|failing))<E>",
  ),
  frame(
    'vacancy',
    0.9,
    '<B>(?:opportunit(?:y|ies)|openings?|vacanc(?:y|ies)|positions?|roles?|jobs?) (?:at|with|in|for|on|near|around) (?:our|us|my (?:client|company|team)|a (?:\\w+ ){0,3}(?:company|startup|start-up|firm|client|hospital|clinic|team|lab|school|hotel|carrier)|the (?:team|company|clinic|hospital))',
  ),
  frame(
    'vacancy',
    1,
    "<B>(?:the|this|our|my (?:client's|open|new|vacant)) (?:[\\wR/'+#-]+ ){0,3}(?:role|position|job|vacancy|opening|contract) (?:is|pays|comes|starts|offers|would|involves|includes|reports|sits|has|'s)<E>(?! (?:done|failing|broken|stuck|hard|harder|tough|easier|finished|over|queued|running|not easy|never))",
  ),
  frame(
    'open-to',
    1,
    "<B>(?:(?:would|are|might|could|r|is it possible|any chance|wonder(?:ing)? if|curious if|curious whether|know if|ask if|whether|if|were) ?(?:you|u|you're|you'd)(?:'d| are|'re| would| might| be| at all| currently| possibly| perhaps| maybe| ever| still| now| also| by any chance| happen to)*|(?:you|u) ?|^)(?: be)? ?(?:open|interested|tempted|keen|up for|receptive|available|curious|in the market|actively looking|looking|on the market|on the lookout|considering|consider|thinking|think|fancy|entertain|explore|entertaining)(?: (?:to|in|for|about|of|by|a|an|any|some|having|hearing|exploring|discussing|considering|new|other|making|chatting|talking|quick|short|conversation|chat|call|discussion|learning|the idea|possibility|joining))*<NEAR>(?:(?<!the )opportunit(?:y|ies)(?! to (?:read|see|learn|meet|hear))|<B>(?:new |other |different |better |job |another )?(?:roles?|positions?|jobs?|offers?|career|<MOVE>|employment|full-time|part-time work|contract work|locum|freelance|permanent|agency work|relocat\\w+|gigs?|work(?:ing)? (?:for|with|at) (?:us|our|my|a))<E>)(?! (?:of the|model|in the (?:film|play)|to the (?:api|config|code|schema|schedule)|log|request))",
  ),
  frame('open-to', 0.9, '<B>(?:actively|currently|still) (?:looking|on the market|job.?hunting|job.?searching)<E>'),
  frame(
    'open-to',
    1,
    '<B>(?:are|r) (?:you|u) (?:\\w+ )?(?:looking (?:for (?:work|a job|something|new)|around|to (?:move|leave|change))|job.?hunting|on the market|available (?:for work|immediately|from|to start)|ready to (?:leave|move on|switch))',
  ),
  frame(
    'happy-there',
    1,
    "<B>(?:are|r|still|how) ?(?:you|u)?(?: still| really| actually| truly| feeling)?(?: (?:happy|content|satisfied|comfortable|fulfilled|appreciated|valued|settled|stuck|bored|enjoying it|underpaid|challenged))(?: (?:with|in|at|where))?(?: (?:your|the|ur|it))?(?: (?:current|present|own))? ?(?:where you (?:are|work|'re)|where u are|job|role|position|employer|company|boss|pay|salary|at work|over there|there|in your (?:\\w+ )?(?:job|role|position|post|company|team)|with your (?:\\w+ )?(?:job|employer|boss|pay|salary|rota|shifts|contract)|at [a-z]\\w+|current (?:job|role|employer|company|position|setup))(?=[^a-z]|$)(?! (?:server|version|release))",
  ),
  frame('happy-there', 1, '<B>(?:how|what) (?:happy|satisfied|content|settled) are you<GAP>(?:where|at|in|with)<E>'),
  frame(
    'happy-there',
    1,
    '<B>(?:do|does) (?:you|u|they|your (?:\\w+ ){0,2}\\w+) (?:still )?(?:feel|pay|treat|value|see yourself)<NEAR>(?:valued|appreciated|undervalued|underpaid|challenged|stuck|paid enough|you enough|you (?:well|fairly)|there in|growing there)',
  ),
  frame(
    'move',
    1,
    '<B>(?:have you |you |ever |u )?(?:ever )?(?:thinking|thought|think|thoughts|considering|considered|consider|fancy|fancied|ready|time|tempted|up|dreaming|dream|imagine|looking|itching|due|contemplat\\w+|toyed|toying|open)(?: (?:of|about|for|by|to|with|on|up for))?(?: (?:your|the idea of|making|make|a|an|another|taking|have|trying))*(?: (?:career|job|professional))? ?(?:new challenge|fresh challenge|next (?:step|move|chapter|challenge|role|job)(?! in (?:the|your) (?:project|series|recipe|garden|build|migration|repo))|something (?:new|different|better)|new start|fresh start|change of (?:scene|scenery|job|employer|career|air)|career (?:move|change|step|switch)|pastures new|greener pastures|jump(?:ing)? ship|new employer|new job|leaving (?:your|the|for)|leaving|moving on|switch(?:ing)? (?:jobs?|employers?|companies|hospitals|teams|sides)|chang(?:e|ing) (?:jobs?|employers?|companies|hospitals)|(?:a )?(?:move|change|switch)(?=[?!.,]|$| at | soon| this | from | next | any| one day))<E>(?! to the)',
  ),
  frame(
    'move',
    1,
    '<B>(?:make|made|making|tempt you|lure you|poach you|steal you|win you over|pull you away|get you away|take you to leave|get you to leave|want to leave|convince you to (?:leave|switch|join|move))(?: (?:a|the|away|from|to))?<NEAR>(?:move(?! the)|away|leave|switch|join|change|from|over|you|job)<E>(?! (?:sense|sure|it))',
  ),
  frame(
    'move',
    1,
    "<B>what (?:would|'d|might|could) (?:it take|make you|tempt|get you|your (?:ideal|dream|next) (?:job|role|employer|position|move))<NEAR>(?:leave|move|switch|consider|join|tempt|change|look|jump|job|role|employer|position|you<E>)",
  ),
  frame(
    'move',
    1,
    '<B>where do you (?:want to|see yourself)(?: be| go)? (?:in (?:\\w+ ){1,3}years|next|professionally|career)',
  ),
  frame(
    'move',
    0.9,
    '<B>(?:advance|boost|further|grow|take) your career|career (?:growth|progression|opportunit\\w+|step|move|change|goals?|plans)(?: for you)?<E>',
  ),
  frame(
    'growing',
    0.6,
    '<B>(?:we|our (?:\\w+ ){0,2}\\w+|my (?:client|company|team)|the (?:team|company|clinic|ward|practice|lab|kitchen|business)|they)<BE>(?: (?:also|just|currently|really|all|now|rapidly|quickly|have been|been))*(?: (?:growing|expanding|scaling|building|opening (?:a|an|our|two|three|new)|launching|setting up|doubling|ramping up|putting together|assembling|adding))(?! (?:pains|tomatoes|vegetables|potatoes|roses|hops|barley|herbs))<E>',
  ),
  frame(
    'came-to-mind',
    0.5,
    '<B>(?:(?:immediately |instantly )?thought (?:of|about) you|thinking of you|you (?:came|come|popped|sprang|spring) (?:straight |right )?(?:to mind|into my head|up)|your (?:name|profile) (?:came|comes|popped|kept coming) up|reminded me of you|(?:people|someone|somebody|folks|a person|engineers|talent) (?:just |exactly )?(?:like you|with your (?:\\w+ )?(?:background|experience|skills?|profile|expertise|eye))|your (?:background|profile|experience|skills?|skill set|skillset|expertise)(?: and \\w+)? (?:caught|stood out|match\\w*|fits?|would|could|is (?:a|exactly|just)|look|makes?|aligns?|seems?)|exactly (?:what|who) we|you (?:just )?might be (?:who|the one|the person|just))',
  ),
  frame(
    'came-to-mind',
    0.8,
    "<B>(?:you'd|you would|you could|you'll|you might|you may|you|u'd|u would|you seem(?: like)?|you look(?: like)?)(?: really| just| probably| also| definitely| well| fit)*(?: (?:be|make|bring))?(?: an?| the| right)? (?:perfect|great|ideal|good|excellent|strong|amazing|fantastic|brilliant|super|terrific|natural|awesome|wonderful|right|fit in|fit right|fit our|fit the|fit with|fit us|addition|asset|match|suit|thrive|fit)(?: (?:fit|match|addition|asset|candidate|person|in|for|here|with|right|at|to|colleague|our|us|hire))+<E>(?! (?:the (?:panel|talk|podcast|room|meetup|conference)|a (?:talk|panel|podcast)))",
  ),
  frame(
    'came-to-mind',
    0.8,
    "<B>(?:would|could|can|'d) (?:love|see|like|picture|imagine|really)(?: to)?(?: have| see| get)? you (?:on|in|with|here|at|as|leading|running) (?:our|the|my|us|board|a|one)(?: (?!room|channel|call|meetup|podcast|show|panel|thread|garden|video)\\w+)?<E>",
  ),
  frame(
    'join-us',
    1,
    "<B>(?:(?:come|care|want|like|love(?: for you)?|fancy|ready|interested in|consider|think about|considered|consider|opportunity|chance|invite you|considering|excited for you|hope you'll|you should|you could|why not|please|and)(?: and| to|,)* )?(?:join(?:ing)?|come (?:and )?work (?:for|with|at)|be part of|become part of|becoming part of|come (?:aboard|on board)|working (?:for|with) (?=us|our)|work (?:for|with) (?=us<E>|our team)) ?(?:us|our|my|the|a)(?: (?!room|channel|call|meetup|talk|chat|webinar|stream|group|discussion|slack|discord|server|list|party|session|thread|muc|forum|community|conversation|reading|book|club|zoom|video|live|fediverse|mailing|qa|q&a|friday|next|tonight|tomorrow|on (?:friday|monday|tuesday|wednesday|thursday|saturday|sunday)|for (?:a |the )?(?:coffee|beer|drink|lunch|talk|q|ama|tea|dinner|breakfast|pizza)|in the (?:room|channel|chat)|at the (?:meetup|conference|booth|pub|fair))[\\wR'-]+){0,4}? ?(?:team|company|crew|client|family|staff|department|ward|kitchen|lab|firm|startup|start-up|practice|clinic|hospital|squad|fleet|yard|workforce|group of|journey|mission|as(?= an?)|(?<=us)(?=[.!?,]|$))<E>",
  ),
  frame(
    'pay',
    0.9,
    '<MONEY>(?: ?(?:-|to|or) ?<MONEY>|-\\d[\\d.,]* ?k?)?(?: ?(?:gross|net|base|basic|plus|\\+|and up|and more))?<PER>',
  ),
  frame(
    'pay',
    0.7,
    '<B>(?:up to|from|around|about|between|pays?|paying|earn(?:ing)?|make|salary(?: of| range| is|:)?|wage|rate|base|ote|package|comp\\w*|starting at|at) (?:an? )?<MONEY>',
  ),
  frame(
    'pay',
    1,
    '<B>(?:pays?|paying|offer(?:s|ing)?|earn|we pay|salary|wages?|compensation|package|bonus|sign[- ]?on|signing|relocation|benefits|pension|equity|stock options)<NEAR>(?:well|top|more than|competitive|package|bonus|salary|extra|generous|attractive|great|above|double|better|excellent|up to|negotiable|twice|% more|included|paid)<E>(?! attention| back| off)',
  ),
  frame(
    'pay',
    1,
    '<B>(?:competitive|attractive|generous|great|excellent|top|higher|better|bigger|good|double|increase|raise|full|market) (?:your )?(?:salary|salaries|pay|wages?|compensation|package|benefits|hourly rate|day rate|rate of pay)<E>(?! gap| slip| day)',
  ),
  frame(
    'pay',
    1,
    "<B>(?:what|how much)(?:'s| is| are| do| would)? ?(?:your|you)(?: \\w+)?(?: (?:current|expected|desired|present|target))*<NEAR>(?:salary|pay|wage|earn(?:ing|s)?|rate|package|compensation|make|notice period|paid)(?: expectations?)?(?=\\W|$)(?! (?:of that|sense|attention))",
  ),
  frame(
    'pay',
    0.9,
    "<B>(?:salary|pay|rate|compensation) expectations?|notice period|sign(?:ing|-on| on) bonus|referral (?:bonus|fee|reward)|finder'?s fee<E>",
  ),
  frame(
    'cv',
    1,
    '<B>(?:send|share|forward|drop|e?-?mail|shoot|pass|attach|upload|see|get|have|grab|receive|look at|request|submit|dm)(?: (?:me|us|over|along|on|at|it|you|your|ur|an?|the|updated|latest|current|recent|copy|of|through|in))*<B>(?:cv|resume|curriculum vitae|portfolio and cv|job application)s?<E>(?! (?:the|it|work|service|normal|from|download|after|on monday|template|parser|tool|parsing))',
  ),
  frame('cv', 1, '<B>(?:your|ur) (?:\\w+ )?(?:cv|resume)<E>(?! (?:post|article|parser|tool|template|tips))'),
  frame(
    'cv',
    1,
    '<B>(?:apply|applying) (?:here|now|today|online|via|through|by|within|at https?|directly|for (?:the|this|our|a) (?:[\\wR-]+ )?(?:role|job|position|post|vacancy)|before|until|if you)<E>',
  ),
]
