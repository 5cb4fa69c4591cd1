import type { Playbook } from '../playbook.ts'

export const playbook: Playbook = {
  for: 'What people think when they have room for it. The best place to read someone, and to be the one who did.',
  who: 'Practitioners with something to say: nurses, vintners, engineers, teachers, lawyers. Few, and each worth the time.',
  norms: [
    'Read the whole post, and one older one.',
    'Comment on the argument. Add a case, a source or a question.',
    'No links to yourself in a comment, unless asked.',
    'Mail only to an address they publish for it, and mention the post.',
    'Subscribe to the feed, and come back. The third comment is where you become known.',
  ],
  speak: [
    'In paragraphs, in the writer’s own tone. Meet it.',
    'A comment of three good sentences is a gift.',
    'Disagreeing is fine, when it is about the matter.',
  ],
  introduce: [
    {
      when: 'outreach',
      read: 'Frost in the vineyard: we lit straw bales along the lower rows at four in the morning and lost one row in ten.',
      text: 'Dear Li Wen,\n\nlighting straw bales along the lower rows at four in the morning, and losing only one row in ten, is the best frost story I have read. I recruit for wineries and send people to your post.\n\nMara Lind',
      why: 'The detail shows the reading; your trade is named and nothing is asked.',
    },
    {
      when: 'comment',
      read: 'Frost in the vineyard: we lit straw bales along the lower rows at four in the morning and lost one row in ten.',
      text: 'One row in ten with straw only. Was it the lower rows that you lost, or where the smoke drifted off?',
      why: 'The first introduction on a blog is a good comment.',
    },
  ],
  examples: [
    {
      when: 'comment',
      read: 'Frost in the vineyard: we lit straw bales along the lower rows at four in the morning and lost one row in ten.',
      text: 'My grandfather used straw too, always damp, for the smoke. Did you wet the bales?',
      why: 'Brings something along.',
    },
    {
      when: 'outreach',
      read: 'Frost in the vineyard: we lit straw bales along the lower rows at four in the morning.',
      text: 'Hello, I love your blog and your great posts. I recruit for wineries, can we talk?',
      breaks: 'reading-not-shown',
      why: 'Praise without a word from the text.',
    },
    {
      when: 'stranger',
      text: 'Hello, I’m Mara, I recruit for wineries. May I ask you something?',
      breaks: 'nothing-read',
      why: 'They wrote three hundred posts and you opened none.',
    },
  ],
  forbids: [
    {
      text: 'A blog belongs to its writer: text and pictures are under copyright, a short quotation with a link is fine.',
      source: 'https://eur-lex.europa.eu/eli/dir/2001/29/oj',
      asOf: '2025-06',
    },
    {
      text: 'An address in an imprint is there by law, not as an invitation to advertise.',
      source: 'https://eur-lex.europa.eu/eli/dir/2000/31/oj',
      asOf: '2025-06',
    },
  ],
  profile: [
    'A blog or page of your own: comments link back to it.',
    'Three posts that a candidate would want to read.',
    'A picture that goes with your comments (Gravatar).',
    'A feed that works.',
  ],
  learn: 'No time for the tool; two months of reading for the circle.',
  checklist: [
    { id: 'feeds', text: 'You follow ten blogs in Kith' },
    { id: 'own', text: 'You have a page with three posts' },
    { id: 'gravatar', text: 'Your comments show a picture and a link' },
    { id: 'comments', text: 'You left five comments that add something' },
    { id: 'back', text: 'A writer answered you' },
    { id: 'quote', text: 'You keep the sentence that struck you with each reading' },
  ],
  lingo: [
    { term: 'RSS', also: ['atom', 'feed'], meaning: 'the list of new posts that programs read' },
    { term: 'blogroll', meaning: 'the blogs a writer recommends', note: 'the best way to find the next one' },
    { term: 'permalink', meaning: 'the lasting address of one post' },
    { term: 'webmention', also: ['pingback', 'trackback'], meaning: 'a notice that another page links to the post' },
    { term: 'guest post', meaning: 'a post by someone else', note: 'the word of link sellers; don’t open with it' },
    { term: 'imprint', also: ['impressum'], meaning: 'the page that says by law who runs a site' },
    { term: 'h-card', meaning: 'a name card inside a page that programs can read' },
    { term: 'slug', meaning: 'the readable end of an address' },
    { term: 'evergreen', meaning: 'a post that stays useful for years' },
    { term: 'IndieWeb', meaning: 'people who keep their own sites on purpose' },
  ],
}
