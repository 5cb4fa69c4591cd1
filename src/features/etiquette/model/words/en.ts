import type { Catalogue } from './catalogue.ts'

export const en: Catalogue = {
  phrases: {
    'do-not-contact': {
      message: 'They asked not to be contacted.',
      instead: 'Leave them in peace. Nothing goes out to this person.',
    },
    'not-opted-in': {
      message: 'They have not confirmed that they want this list.',
      instead: 'Send the confirmation mail once, then wait for their yes.',
    },
    'not-opted-in.template': {
      message: 'Nothing says that they agreed to be written to on {tool}.',
      instead: 'Ask them elsewhere, and note their yes: its words and when they said it.',
    },
    'window.after-24-hours': {
      message: '{tool} closed 24 h after their last message.',
      instead: 'They can reopen it by writing, or send it by hand in the tool.',
    },
    'window.nothing-came': {
      message: '{tool} opens only when they write to you; nothing came yet.',
      instead: 'They can open it by writing, or send it by hand in the tool.',
    },
    'window.bot-writes-first': {
      message: 'A {tool} bot can’t write first, and they have not written.',
      instead: 'Give them the link that starts the chat, or write by hand.',
    },
    'window.inbox-closed': {
      message: 'Their inbox is closed to new chats.',
      instead: 'Reply to something they posted, in public.',
    },
    'window.inbox-following': {
      message: 'Their inbox is open only to people they follow.',
      instead: 'Reply to something they posted, in public.',
    },
    'terms.github': {
      message: 'This address comes from GitHub, whose terms forbid mail like this.',
      instead: 'Answer one of their issues, or find where they invite contact.',
    },
    'terms.discord': {
      message: 'You know them from Discord; its terms forbid recruiting with that.',
      instead: 'Talk with them there, or wait until they share another contact.',
    },
    'broadcast.many': {
      message: '{count} people get this text within {days} days.',
      instead: 'Write to each in words for them, or use a list they chose.',
    },
    'broadcast.advert-unwanted': {
      message: 'A job advert, in a room that wants none.',
      instead: 'Help someone here first; the job belongs on your page or feed.',
    },
    'broadcast.advert-unasked': {
      message: 'A job advert, in a room that never said it wants them.',
      instead: 'Help someone here first; the job belongs on your page or feed.',
    },
    'broadcast.advert-other-day': {
      message: 'A job advert, and this room takes them on {weekdays} only.',
      instead: 'Keep it for then; help someone here today.',
    },
    declined: {
      message: 'They turned work down and have not asked since.',
      instead: 'Leave the job out; write about what they do.',
    },
    'job-before-introduction': {
      message: 'A job, before they know who you are.',
      instead: 'Say who you are and ask about their work; keep the job for later.',
    },
    'job-before-interest': {
      message: 'They have not asked about work yet.',
      instead: 'Tell them they can ask what you are working on.',
    },
    'message-before-connected.engage': {
      message: 'They are at “{stage}”: not connected, and they have not written to you.',
      instead: 'Answer something they wrote in public first.',
    },
    'message-before-connected.invite': {
      message: 'They are at “{stage}”: not connected, and they have not written to you.',
      instead: 'Invite them, and write when they accept.',
    },
    'invite-before-acknowledged': {
      message: 'They are at “{stage}” and have not reacted to you yet.',
      instead: 'Answer something they wrote, and invite when they react.',
    },
    'no-introduction': {
      message: 'Your first message to them does not say who you are.',
      instead: 'Add one line: your name, and that you recruit.',
    },
    'nothing-read.none': {
      message: 'Nothing of theirs was read in the last {days} days.',
      instead: 'Read their latest, then mention what stayed with you.',
    },
    'nothing-read.old': {
      message: 'Your last reading of their work is over {days} days old.',
      instead: 'Read their latest, then mention what stayed with you.',
    },
    'reading-not-shown.title-and-detail': {
      message: 'Nothing here shows that you read {title}.',
      instead: 'Take up one thing from it in your words, for instance “{detail}”.',
    },
    'reading-not-shown.title': {
      message: 'Nothing here shows that you read {title}.',
      instead: 'Take up one thing from it in your own words.',
    },
    'reading-not-shown.detail': {
      message: 'Nothing here shows that you read what they wrote.',
      instead: 'Take up one thing from it in your words, for instance “{detail}”.',
    },
    'reading-not-shown': {
      message: 'Nothing here shows that you read what they wrote.',
      instead: 'Take up one thing from it in your own words.',
    },
    'reading-not-shown.nearly': {
      message: '“{word}” alone doesn’t show that you read {title}.',
      instead: 'Say in your words what of it struck you.',
    },
    'false-reading.unread': {
      message: 'You mention something of theirs that you have not opened here.',
      instead: 'Read it first, or mention one that you read.',
    },
    'false-reading.not-in-it.title-and-words': {
      message: '{title} does not say that.',
      instead: 'There it says “{words}”: put it right.',
    },
    'false-reading.not-in-it.title': {
      message: '{title} does not say that.',
      instead: 'Look at it again and put it right.',
    },
    'false-reading.not-in-it.words': {
      message: 'What you say of their text does not stand in it.',
      instead: 'There it says “{words}”: put it right.',
    },
    'false-reading.not-in-it': {
      message: 'What you say of their text does not stand in it.',
      instead: 'Look at it again and put it right.',
    },
    'promotes-in-room.jobs': {
      message: 'The rules of this room say no to job posts.',
      instead: 'Take it out; people here can find your page.',
    },
    'promotes-in-room.promotion': {
      message: 'The rules of this room say no to promotion.',
      instead: 'Take it out; people here can find your page.',
    },
    'promotes-in-room.other-day': {
      message: 'Job posts are for {weekdays} in this room.',
      instead: 'Keep it for then; answer somebody here today.',
    },
    'promotes-in-room.share': {
      message: '{share} % of our posts here were promotion; {limit} % is the limit.',
      instead: 'Answer a few questions here before the next one.',
    },
    'too-soon': {
      message: 'Your last message is less than {days} days old and unanswered.',
      instead: 'Give them a few days to answer.',
    },
    'too-soon.day': {
      message: 'Your last message is less than a day old and unanswered.',
      instead: 'Give them a day to answer.',
    },
    'too-often': {
      message: '{count} messages of yours have no answer yet.',
      instead: 'Wait for them. Reading and commenting is fine meanwhile.',
    },
    'quiet-hours': {
      message: 'It is {clock} where they are, and they are not online.',
      instead: 'Send it after {until} their time.',
    },
    'too-long.characters': {
      message: '{has} characters; on {tool} people write up to {allows}.',
      instead: 'Keep one thought, and send the rest when they answer.',
    },
    'too-long.sentences': {
      message: '{has} sentences; on {tool} people write up to {allows}.',
      instead: 'Keep one thought, and send the rest when they answer.',
    },
    'letter-style': {
      message: 'A greeting and a sign-off: a letter, on {tool}.',
      instead: 'Drop the sign-off; they see who writes.',
    },
    'register.too-formal': {
      message: 'Sounds like a letter; they write more plainly.',
      instead: 'Say it the way you would across a table.',
    },
    'register.too-casual': { message: 'More casual than they write.', instead: 'Spell it out, as they do.' },
    'register.too-formal-here': {
      message: 'Sounds like a letter; people write more plainly here.',
      instead: 'Say it the way you would across a table.',
    },
    'register.too-casual-here': { message: 'More casual than people write here.', instead: 'Spell it out.' },
    'register.polite-form': {
      message: 'They say the familiar “you”; this is the polite one.',
      instead: 'Use the familiar form, as they do.',
    },
    'register.familiar-form': {
      message: 'They say the polite “you”; this is the familiar one.',
      instead: 'Use the polite form, as they do.',
    },
    'register.shouting': { message: 'Capitals read as shouting.', instead: 'Write it in small letters.' },
    'register.emoji': { message: 'More emoji than people use here.', instead: 'Keep one or two.' },
    'wrong-language': {
      message: 'They write in {language}; this is another language.',
      instead: 'Answer in {language} if you can.',
    },
  },
  steps: {
    'leave-alone': 'Leave this person alone. Nothing more is sent.',
    'confirm-opt-in': 'Wait until they have confirmed that they want this list.',
    'wait-for-them': 'Wait for their message, or write by hand in the tool itself.',
    'use-other-address': 'Answer them where they publish, or follow their work.',
    read: 'Read something they published lately.',
    engage: 'Answer or comment on something they wrote.',
    'wait-for-acknowledgement': 'Wait until they answer or react.',
    invite: 'Invite them to connect.',
    introduce: 'Say who you are and what you do.',
    talk: 'Talk with them about their work.',
    ask: 'Ask whether they want to hear what you are working on.',
    offer: 'Tell them about the job they asked about.',
    'mention-reading': 'Take up one thing from what you read, in your own words.',
    wait: 'Wait for their answer.',
    'send-later': 'Send it after {until} their time.',
    'keep-warm': 'Stay in touch: read and answer what they write.',
    'ask-for-names': 'Ask whom they know.',
    'write-to-one': 'Write to one person, in words for that person.',
    'give-first': 'Help somebody in the room first.',
    send: 'Send it.',
  },
  sendAbout: 'Send it: “{word}” takes up {title}.',
  stages: {
    found: 'found',
    read: 'read',
    engaged: 'engaged',
    acknowledged: 'acknowledged',
    connected: 'connected',
    introduced: 'introduced',
    interested: 'interested',
    candidate: 'candidate',
    referrer: 'referrer',
    passive: 'passive',
    declined: 'declined',
    'do-not-contact': 'do-not-contact',
  },
}
