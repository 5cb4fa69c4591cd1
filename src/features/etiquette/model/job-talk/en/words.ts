import { patterns } from '../frame.ts'

/** English macros, for the frames and for what is no job talk. */
export const { one, all, frame } = patterns({
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
