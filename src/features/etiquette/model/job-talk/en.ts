import { type LanguageFrames, patterns } from './frame.ts'

const { one, all, frame } = patterns({
  V: '(?:jobs?|roles?|positions?|openings?|vacanc(?:y|ies)|opportunit(?:y|ies)|gigs?|placements?|internships?|apprenticeships?|traineeships?|lectureships?|professorships?|fellowships?|tenure[- ]track|headcount|day rates?|assignments?|reqs?)',
  VC: '(?:<V>|contracts?|shifts?|spots?|seats?|posts?|places?|projects?)',
  WE: "(?:we|we've|we're|i|i've|i'm|im|my (?:client|company|team|boss|employer|hospital|clinic)s?|our (?:\\w+ ){0,2}\\w+|one of (?:my|our) clients?|a client(?: of (?:mine|ours))?|the (?:team|company|client|clinic|hospital|lab|department|restaurant|hotel|store|school|yard)|a (?:hospital|clinic|company|startup|start-up|firm|friend's company|restaurant|hotel|school|garage|carrier|lab)(?: i (?:know|work with))?|they)",
  BE: "(?:'re|'s|'m| are| is| am| was just|re|m)?",
  ADV: '(?: (?:also|just|currently|now|still|always|really|actively|urgently|desperately|actually|about to start|about to|starting to|both|all|always|going to be|gonna be|again|probably|looking at|thinking of|planning on))*',
  ADJ: "(?: (?!for|to|in|on|at|with)[\\w'/&+#-]+){0,5}",
  PEOPLE:
    '(?:<R>|people|folks|someone|somebody|staff|talent|hands|candidates?|colleagues?|team ?mates?|reinforcements?|applicants?|new hires?|help on (?:the|our) (?:team|ward|floor|site)|another \\w+ like you)',
  MOVE: '(?:move|change|switch|new challenge|fresh challenge|next (?:step|move|chapter|challenge|role|job)|something new|something different|something better|new start|fresh start|change of (?:scene|scenery|job|employer|career|air)|pastures new|greener pastures|jump(?:ing)? ship|new employer|new home|leaving|moving on|switching|changing (?:jobs?|employers?|companies|hospitals|teams))',
  MONEY:
    '(?:[£$€] ?\\d[\\d.,]*(?: ?[km])?|\\d[\\d.,]*(?: ?k)? ?(?:[£$€]|eur|euros?|usd|gbp|dollars|pounds|bucks|quid)|\\b\\d{2,3} ?k\\b)',
  PER: '(?: ?(?:/|per|an?|p\\.?) ?(?:h|hr|hour|day|d|week|wk|shift|month|mo|year|yr|annum|mile|night|a)\\b)',
})

export const en: LanguageFrames = {
  innocent: [
    all(
      '<B>(?:congrat\\w*|well done|good luck|how(?:.s| is| was| did)?|heard (?:you|u)[^.!?]{0,12})(?: \\w+){0,3} (?:on|with|about|for)? ?(?:hiring|recruiting)[^.!?\\n]{0,40}',
    ),
    all(
      "<B>if (?:you|u)(?:'re| are| 'd| would)?(?: ever| at some point| one day)?[^.!?\\n]{0,70}(?:ask|on my (?:page|site|profile)|my page|happy to tell|i'll tell|tell you|say so|give me a shout|just say)[^.!?\\n]{0,40}",
    ),
    all('<B>(?:feel free to|you can(?: always)?|do) ask (?:me )?(?:about|what|any|if|which)[^.!?\\n]{0,60}'),
    all(
      "<B>(?:what i'?m working on|what i do|who i'?m hiring for|the jobs i have|my open jobs|the roles i work on)[^.!?\\n]{0,20}(?:is|are|'s)? ?on my (?:page|site|profile)",
    ),
    all(
      "<B>(?:your|ur|that|the|this|his|her|their|an?|my) (?:[\\w'-]+ ){0,3}(?:post|article|piece|talk|thread|blog|essay|write-up|writeup|note|notes|book|podcast|episode|video|slides|rant|comment|question|newsletter|story|paper|column|tweet|toot|reply|answer|guide|checklist|interview(?! (?:on|next|this) (?:\\w+day|week))|line|bit|part|point|take|series|section|chapter)s? (?:(?:you (?:wrote|posted|shared|made)|from|last \\w+|yesterday) )?(?:on|about|of|around|titled|called|regarding|where|that|why|how|in which)(?: \\S+?){1,9}?(?=[,;:.!?\\n]| (?:was|is|were|are|made|really|has|had|got|and (?:we|i)|we|i|hit|gave|spot|helped|still|resonated|but|by the way|-)(?![\\w'])|$)",
    ),
    all(
      "<B>(?:i'?m|i am|am|im|this is|it's|my name'?s|my name is|here'?s|name's) (?:[\\w.'-]+,? ){0,6}?(?:and )?(?:an? |the |your )?(?:[\\w'/-]+ ){0,3}(?:recruiter|headhunter|talent (?:partner|scout|lead|acquisition|sourcer)|sourcer|recruitment consultant|matchmaker)(?:s)?(?: (?:for|at|in|with|from|who|and)(?: (?!looking|hiring|searching|have|with a|got|we)[\\w'&-]+){0,9})?",
    ),
    all(
      "<B>(?:i|we) (?:mostly |mainly |usually |also |only |just )?(?:recruit|hire|place|source|headhunt|staff)(?! now)(?: (?!and (?:have|we)|we |now|looking|right)[\\w'&¤/,-]+){0,9}",
    ),
    all(
      "<B>i (?:work|do|am) (?:in |as |the )?(?:a )?(?:recruit\\w*|hiring|staffing|talent)(?: (?!and (?:have|we)|we |have )[\\w'&¤-]+){0,7}",
    ),
    all(
      "<B>(?:i|we) (?:mostly |mainly |usually )?(?:help|match|connect|find|look for|introduce) (?!you\\b)(?:[\\w'&-]+ ){0,4}?(?:find|hire|with|and|people|staff|jobs?|work|¤+)(?: (?!and (?:have|we)|we )[\\w'&¤-]+){0,7}",
    ),
    all("<B>(?:friend|person|human|recruiter) who recruits(?: [\\w'¤-]+){0,6}"),
    all(
      '<B>(?:good|great|nice|excellent|amazing|fantastic|solid|superb|stellar|top|fine|brilliant|hell of a|heck of a|helluva|bang-up|wonderful|lovely|tough|hard|cron|print|batch|background|ci|build|nightly|backup|scheduled|day|dream|odd|inside|paint|weld|welding|repair|hack|snow|two-person|half the|whole|entire|thankless) jobs?<E>(?! opening| ad| opportunit| for you| offer| at (?:our|a|my)| with (?:us|our))',
    ),
    all(
      "<B>(?:congrats|congratulations|well done|happy for you|all the best|good luck|break a leg|welcome|settl\\w+|how(?:'s| is| was|'d| did| are| were)?|enjoy\\w*|hope|glad)(?! (?:you'?d|to hear you|about you (?:might|may|could) be))[^.!?\\n]{0,40}?<B>(?:your|ur|the|this|that|their|her|his) (?:[\\w'-]+ ){0,3}<VC>",
    ),
    all(
      '<B>(?:role model|role[- ]?play\\w*|rbac roles?|iam roles?|user roles?|aria roles?|role[- ]based|the roles? of [\\w-]+|role in (?:the|a|this|your)|plays? (?:an?|the) [\\w ]{0,20}roles?|contract (?:test|law|theory)\\w*|smart contracts?|position (?:paper|on the|in the)|shift handover|chess openings?|opening (?:night|keynote|talk|line|paragraph|hours|ceremony|act|bid|sentence|chapter|of the)|grand opening|exhibition opening|gallery opening|pole position|opportunity cost|opportunity to (?:read|see|meet|hear|learn|thank|ask|visit|try|listen|watch|reply|look|say|chat about your)|photo opportunit\\w+|pay attention|pays? off|pay back|paying attention|pay it forward|pay respect|pay tribute|at my last job|at my old job|on the job|job (?:security|satisfaction|queue|market|scheduler|runner|interview|crafting)|steve jobs|took the (?:opportunity|job)|equal pay|minimum wage|gender pay gap)<E>',
    ),
    all('<B>(?:you|u) (?:said|wrote|mentioned|asked|told|posted|were saying|noted)[^.!?\\n]{0,80}'),
    all(
      "<B>(?:when|back when|while|after|before|since|because|last (?:year|month|week|spring|summer|autumn|winter)|in \\d{4},?) (?:we|i|you|they) (?:were|was|are|'re) (?:\\w+ )?(?:hiring|recruiting|looking)[^,.!?\\n]{0,40}",
    ),
    all(
      "<B>(?:my|his|her|their) (?:sister|brother|mum|mom|dad|wife|husband|partner|cousin|friend|son|daughter|colleague|neighbour|neighbor|flatmate|roommate)(?: \\w+){0,3} (?:is|'s|was|got|has|had|found|started|lost|left|took)[^.!?\\n]{0,60}",
    ),
    all(
      "<B>(?:i|we) (?:got|started|quit|left|lost|landed|took|found|had|loved|hated) (?:my|our|a|the|this)(?: [\\w'-]+){0,3} (?:job|role|position|gig)s?<E>",
    ),
    all(
      '<B>(?:are|is|r) (?:you|u|your (?:[\\w-]+ ){0,2}\\w+)(?: guys| all)?(?: \\w+)? (?:hiring|recruiting|short of|looking for|in need of|understaffed)[^.!?\\n]{0,40}',
    ),
  ],
  negation: one(
    "<B>(?:no(?! (?:pressure|rush|worries|obligation|experience|strings))|not|n't|nt|never|without|nothing|neither|isn't|aren't|won't|don't|zero|wouldn't|haven't|hardly)<E>|n't<E>",
  ),
  but: /(?:,|;| -)? ?(?<![a-z])(?:but|however|though|although|yet|still,|except|that said|having said that|just that)(?![a-z])/,
  frames: [
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
      "<B>(?:the|this|our|my (?:client's|open|new|vacant)) (?:[\\w¤/'+#-]+ ){0,3}(?:role|position|job|vacancy|opening|contract) (?:is|pays|comes|starts|offers|would|involves|includes|reports|sits|has|'s)<E>(?! (?:done|failing|broken|stuck|hard|harder|tough|easier|finished|over|queued|running|not easy|never))",
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
      "<B>(?:(?:come|care|want|like|love(?: for you)?|fancy|ready|interested in|consider|think about|considered|consider|opportunity|chance|invite you|considering|excited for you|hope you'll|you should|you could|why not|please|and)(?: and| to|,)* )?(?:join(?:ing)?|come (?:and )?work (?:for|with|at)|be part of|become part of|becoming part of|come (?:aboard|on board)|working (?:for|with) (?=us|our)|work (?:for|with) (?=us<E>|our team)) ?(?:us|our|my|the|a)(?: (?!room|channel|call|meetup|talk|chat|webinar|stream|group|discussion|slack|discord|server|list|party|session|thread|muc|forum|community|conversation|reading|book|club|zoom|video|live|fediverse|mailing|qa|q&a|friday|next|tonight|tomorrow|on (?:friday|monday|tuesday|wednesday|thursday|saturday|sunday)|for (?:a |the )?(?:coffee|beer|drink|lunch|talk|q|ama|tea|dinner|breakfast|pizza)|in the (?:room|channel|chat)|at the (?:meetup|conference|booth|pub|fair))[\\w¤'-]+){0,4}? ?(?:team|company|crew|client|family|staff|department|ward|kitchen|lab|firm|startup|start-up|practice|clinic|hospital|squad|fleet|yard|workforce|group of|journey|mission|as(?= an?)|(?<=us)(?=[.!?,]|$))<E>",
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
      '<B>(?:apply|applying) (?:here|now|today|online|via|through|by|within|at https?|directly|for (?:the|this|our|a) (?:[\\w¤-]+ )?(?:role|job|position|post|vacancy)|before|until|if you)<E>',
    ),
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
      '<B>(?:open|vacant|unfilled|available) (?:[\\w¤-]+ )?(?:roles?|positions?|jobs?|posts?|vacanc(?:y|ies)|reqs?|headcount)<E>',
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
    frame('vacancy', 1, '<B>(?:the|a|this|our|my) (?:[\\w¤-]+ )?vacanc(?:y|ies)<E>'),
  ],
}
