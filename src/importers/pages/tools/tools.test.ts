import { expect, test } from 'vitest'
import { bytesSource } from '../../byte-source.ts'
import { pageImporter } from '../page-importer.ts'
import { parsePage } from '../parse-page.ts'

const bytes = (html: string) => new TextEncoder().encode(html)
const read = (html: string, url: string) => parsePage(bytes(html), { url })

const twice = (text: string) => `<span aria-hidden="true">${text}</span><span class="visually-hidden">${text}</span>`
const linkedin = `<!doctype html><html><head><title>(3) Ana Ruiz | LinkedIn</title></head><body><main>
<section><h1>Ana Ruiz</h1><div class="text-body-medium break-words">Night Nurse at Clinic Norte</div>
<span class="text-body-small inline t-black--light break-words">Bilbao, Basque Country, Spain</span></section>
<section><div id="about"></div><h2>${twice('About')}</h2><div>${twice('I keep the ward calm at night.')}</div></section>
<section><div id="experience"></div><h2>${twice('Experience')}</h2><ul>
<li><div>${twice('Night Nurse')}</div><div>${twice('Clinic Norte · Full-time')}</div><div>${twice('Jan 2020 - Present · 6 yrs')}</div><div>${twice('Bilbao, Spain')}</div></li>
<li><div>${twice('Hospital Sur')}</div><div>${twice('5 yrs 2 mos')}</div><ul>
<li><div>${twice('Senior Nurse')}</div><div>${twice('Mar 2017 - Dec 2019 · 2 yrs 10 mos')}</div></li>
<li><div>${twice('Nurse')}</div><div>${twice('Nov 2014 - Mar 2017 · 2 yrs 5 mos')}</div></li></ul></li></ul></section>
<section><div id="education"></div><h2>${twice('Education')}</h2><ul><li><div>${twice('Universidad de Deusto')}</div><div>${twice('Grado, Enfermería')}</div><div>${twice('2010 - 2014')}</div></li></ul></section>
<section><div id="skills"></div><h2>${twice('Skills')}</h2><ul><li>${twice('Triage')}</li><li>${twice('Wound care')}</li></ul></section>
</main></body></html>`

test('a saved LinkedIn profile gives its positions, several with one employer too, schools and skills', () => {
  const [ana] = read(linkedin, 'https://www.linkedin.com/in/ana-ruiz/').persons
  expect(ana).toMatchObject({
    name: 'Ana Ruiz',
    title: 'Night Nurse',
    org: 'Clinic Norte',
    place: 'Bilbao, Basque Country, Spain',
    note: 'I keep the ward calm at night.',
    sources: ['layout'],
    profile: {
      headline: 'Night Nurse at Clinic Norte',
      positions: [
        {
          title: 'Night Nurse',
          organisation: 'Clinic Norte',
          startedOn: '2020-01',
          current: true,
          place: 'Bilbao, Spain',
        },
        { title: 'Senior Nurse', organisation: 'Hospital Sur', startedOn: '2017-03', finishedOn: '2019-12' },
        { title: 'Nurse', organisation: 'Hospital Sur', startedOn: '2014-11', finishedOn: '2017-03' },
      ],
      education: [
        {
          school: 'Universidad de Deusto',
          degree: 'Grado',
          field: 'Enfermería',
          startedOn: '2010',
          finishedOn: '2014',
        },
      ],
      skills: ['Triage', 'Wound care'],
    },
  })
})

test('the LinkedIn page that strangers see is read too', () => {
  const html = `<html><body><h1 class="top-card-layout__title">Ana Ruiz</h1><h2 class="top-card-layout__headline">Night Nurse</h2>
<span class="top-card__subline-item">Bilbao</span><section data-section="experience"><ul><li><h3>Night Nurse</h3><h4>Clinic Norte</h4><span class="date-range"><time>Jan 2020</time> - Present</span></li></ul></section></body></html>`
  expect(read(html, 'https://es.linkedin.com/in/ana-ruiz').persons[0]).toMatchObject({
    name: 'Ana Ruiz',
    place: 'Bilbao',
    profile: {
      positions: [{ title: 'Night Nurse', organisation: 'Clinic Norte', startedOn: '2020-01', current: true }],
    },
  })
})

test('a GitHub page gives name, employer, pages elsewhere and the languages of what is pinned', () => {
  const html = `<html><body><div class="h-card" itemscope itemtype="http://schema.org/Person"><h1 class="vcard-names"><span class="p-name vcard-fullname">Li Wei</span><span class="p-nickname vcard-username">liwei</span></h1>
<div class="p-note user-profile-bio">Compilers by night</div><ul><li itemprop="worksFor"><span class="p-org">@looms</span></li><li itemprop="homeLocation"><span class="p-label">Graz</span></li><li itemprop="url"><a rel="nofollow me" href="https://liwei.example">liwei.example</a></li><li itemprop="social"><a href="https://chaos.example/@liwei">x</a></li></ul></div><ol><li><span itemprop="programmingLanguage">Rust</span></li><li><span itemprop="programmingLanguage">OCaml</span></li></ol></body></html>`
  expect(read(html, 'https://github.com/liwei').persons[0]).toMatchObject({
    name: 'Li Wei',
    place: 'Graz',
    urls: expect.arrayContaining(['https://liwei.example', 'https://chaos.example/@liwei']),
    profile: {
      headline: 'Compilers by night',
      positions: [{ organisation: 'looms', current: true }],
      skills: ['Rust', 'OCaml'],
    },
  })
})

test('a page of X gives who it is and their own posts in view, not those passed on', () => {
  const post = (who: string, id: number, text: string) =>
    `<article data-testid="tweet"><a href="/${who}/status/${id}"><time datetime="2026-05-0${id}T08:00:00.000Z">x</time></a><div data-testid="tweetText">${text}</div></article>`
  const html = `<html><body><div data-testid="UserName"><div>Tom Bek</div><div>@tombek</div></div><div data-testid="UserDescription">Welds by day</div><span data-testid="UserLocation">Gdańsk</span><a data-testid="UserUrl" href="https://t.co/x"><a title="https://tom.example" href="https://t.co/x">tom.example</a></a>${post('tombek', 1, 'First &amp; best')}${post('other', 2, 'Not mine')}</body></html>`
  const page = read(html, 'https://x.com/tombek')
  expect(page.persons[0]).toMatchObject({ name: 'Tom Bek', place: 'Gdańsk', note: 'Welds by day' })
  expect(page.entries).toMatchObject([
    { id: 'https://x.com/tombek/status/1', publishedAt: '2026-05-01T08:00:00.000Z', contentHtml: 'First &amp; best' },
  ])
})

test('a Facebook profile gives the lines of its introduction, in English and German', () => {
  const html = (lines: string[]) =>
    `<html><body><div role="main"><h1>Mia Bauer</h1><ul>${lines.map(line => `<li>${line}</li>`).join('')}</ul><p>Had lunch at Joe's place today.</p></div></body></html>`
  const english = [
    'Night Nurse at <a>Clinic Nord</a>',
    'Worked at Hospital Süd',
    'Studied Nursing at Uni Graz',
    'Lives in Graz, Austria',
  ]
  expect(read(html(english), 'https://www.facebook.com/mia.bauer').persons[0]).toMatchObject({
    name: 'Mia Bauer',
    place: 'Graz, Austria',
    profile: {
      positions: [
        { title: 'Night Nurse', organisation: 'Clinic Nord', current: true },
        { organisation: 'Hospital Süd', current: false },
      ],
      education: [{ school: 'Uni Graz', field: 'Nursing' }],
    },
  })
  expect(
    read(html(['Arbeitet bei Clinic Nord', 'Wohnt in Graz']), 'https://www.facebook.com/mia.bauer').persons[0],
  ).toMatchObject({ place: 'Graz', profile: { positions: [{ organisation: 'Clinic Nord', current: true }] } })
})

test('a MySpace page of its great years gives name, place and what they say of themselves', () => {
  const html = `<html><head><title>MySpace.com - Tom - 29 - Male - Gdansk, PL - www.myspace.com/tombek</title></head><body><span class="nametext">Tom Bek</span><table><tr><td class="text" width="193">"welding"<br>Male<br>29 years old<br>Gdansk<br>Poland<br>Last Login: 1/2/2008</td></tr></table><td class="blurbs">I weld and sing.</td></body></html>`
  expect(read(html, 'http://www.myspace.com/tombek').persons[0]).toMatchObject({
    name: 'Tom Bek',
    place: 'Gdansk, Poland',
  })
})

test('what the layout shows is imported with the profile', async () => {
  const saved = linkedin.replace('<html>', '<!-- saved from url=(0040)https://www.linkedin.com/in/ana-ruiz/ --><html>')
  const records = []
  for await (const record of pageImporter.read(bytesSource('Ana Ruiz.html', bytes(saved)), {})) records.push(record)
  expect(records).toMatchObject([
    {
      kind: 'person',
      key: expect.stringContaining('linkedin.com/in/ana-ruiz'),
      person: {
        fullName: 'Ana Ruiz',
        profiles: [{ tool: 'linkedin', headline: 'Night Nurse at Clinic Norte', skills: ['Triage', 'Wound care'] }],
      },
    },
  ])
})
