import { all } from './words.ts'

/** Blanked before anything is judged: other senses, their own words, who we are. */
export const innocent: readonly RegExp[] = [
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
    "<B>(?:i|we) (?:mostly |mainly |usually |also |only |just )?(?:recruit|hire|place|source|headhunt|staff)(?! now)(?: (?!and (?:have|we)|we |now|looking|right)[\\w'&R/,-]+){0,9}",
  ),
  all(
    "<B>i (?:work|do|am) (?:in |as |the )?(?:a )?(?:recruit\\w*|hiring|staffing|talent)(?: (?!and (?:have|we)|we |have )[\\w'&R-]+){0,7}",
  ),
  all(
    "<B>(?:i|we) (?:mostly |mainly |usually )?(?:help|match|connect|find|look for|introduce) (?!you\\b)(?:[\\w'&-]+ ){0,4}?(?:find|hire|with|and|people|staff|jobs?|work|R+)(?: (?!and (?:have|we)|we )[\\w'&R-]+){0,7}",
  ),
  all("<B>(?:friend|person|human|recruiter) who recruits(?: [\\w'R-]+){0,6}"),
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
]
