/** What strangers find on the public site of the sample: openings, posts, and a list about both. */
export const openings = [
  {
    slug: 'night-nurse-stroke-unit',
    title: 'Night nurse, stroke unit',
    organisation: 'Harbour General',
    place: 'Bergen, Norway',
    town: 'Bergen',
    country: 'NO',
    employment: 'part-time',
    pay: { min: 310, max: 360, currency: 'NOK', period: 'hour' },
    must: ['Licence as a nurse', 'Two years on a ward', 'Norwegian at B2'],
    nice: ['Stroke or heart unit', 'Night shifts before'],
    description:
      '## The nights\n\nTwelve beds, two nurses, one doctor on call who comes when you ring. Three nights on, four off, and the plan stands six weeks ahead.\n\n## What is good\n\nNobody is moved to another ward at four in the morning. The monitors were replaced last spring.\n\n## What is not\n\nThe lift is slow, and the canteen is shut at night. There is a kitchen, and somebody always bakes.',
    daysAgo: 24,
  },
  {
    slug: 'warehouse-shift-lead',
    title: 'Warehouse shift lead',
    organisation: 'Quay Logistics',
    place: 'Hamburg, Germany',
    town: 'Hamburg',
    country: 'DE',
    employment: 'full-time',
    pay: { min: 3_400, max: 3_900, currency: 'EUR', period: 'month' },
    must: ['Led a shift of ten or more', 'Forklift licence', 'German at B1'],
    nice: ['Cold store', 'Night shifts'],
    description:
      '## The shift\n\nFourteen people, two docks, everything that came in before ten leaves before six. You plan the evening and stand where it hurts.\n\n## What is good\n\nThe racks were measured by the people who use them. Overtime is written down and paid.\n\n## What is not\n\nIn November it is loud, cold and long.',
    daysAgo: 65,
  },
  {
    slug: 'bookkeeper-small-firms',
    title: 'Bookkeeper for small firms',
    organisation: 'Ledger & Lane',
    place: 'Lisbon, Portugal',
    town: 'Lisbon',
    country: 'PT',
    employment: 'full-time',
    pay: null,
    must: ['Month end on your own', 'VAT in one country of the EU'],
    nice: ['Payroll', 'Portuguese'],
    description:
      '## The desk\n\nNine firms, from a bakery to a boat yard. You know the owners by name and they ring you, not a hotline.\n\n## What is good\n\nMonth end takes four days because nobody waits for anything. You choose two days a week at home.\n\n## What is not\n\nIn spring everybody wants everything in the same week.',
    daysAgo: 3,
  },
] as const

export const posts = [
  {
    slug: 'what-a-night-shift-costs',
    title: 'What a night shift costs, and who should say so first',
    summary:
      'An advert says what a shift pays. We asked forty people what it takes, and wrote down what they told us before they said yes.',
    tags: ['night shifts', 'asking'],
    body: 'Nobody minds being told that a job is hard. They mind hearing it in the third week.\n\nWe asked forty people who work nights **what they wish they had known**. Three answers came again and again:\n\n- who else is on, and whether they stay\n- what happens when somebody is ill at two in the morning\n- whether the plan stands, or is only called one\n\nNone of it is secret. It is only never written into an advert. So now we ask it before we offer anything, and we say it first.\n\n> The pay was as promised. The plan was not.\n\nIf you want to know it of a place we work with, [ask us in the chat](/jobs). No name needed.',
    daysAgo: 5,
  },
  {
    slug: 'why-we-chat',
    title: 'Why we chat before anybody sends a CV',
    summary: 'A CV answers questions that nobody has asked yet. A short chat asks them.',
    tags: ['how we work'],
    body: 'A CV takes an evening to write and a minute to misread.\n\nA chat of ten lines tells both of us whether there is anything to talk about. You stay as anonymous as you like; we say what the place is like, also what is not good about it.\n\n## What we never ask\n\nWhat you earn now. Your age, family, health or faith. A CV, before there is a reason for one.\n\n## What happens then\n\nIf a place fits, you get its name first. It gets yours when you say so.',
    daysAgo: 19,
  },
] as const

export const list = {
  name: 'New places, once a week',
  interests: [
    { id: 'night-shifts', label: 'Night shifts' },
    { id: 'nursing', label: 'Nurse' },
    { id: 'warehouse', label: 'Warehouse' },
    { id: 'bookkeeping', label: 'Bookkeeper' },
  ],
  readers: 24,
  issue: {
    subject: 'Three places, and what is not good about them',
    preheader: 'Bergen, Hamburg, Lisbon',
    body: 'Hello {{name|you}},\n\nthree places are open, and for each we asked what is *not* good about it.\n\n**[Look at them](/jobs)**\n\nAsk us anything in the chat.',
  },
} as const
