import { foldName } from './fold.ts'
import { remembered } from './remembered.ts'

export type Skills = {
  /** One name for a skill however it is written: "JS" and "ECMAScript" are JavaScript. What is not known keeps its own. */
  name(written: string): string
  /** Whether it is a skill of the packaged list. */
  isKnown(written: string): boolean
}

/** What people write and no list has. */
const shortForms =
  'js=JavaScript|ecmascript=JavaScript|es6=JavaScript|ts=TypeScript|k8s=Kubernetes|kube=Kubernetes|psql=PostgreSQL|postgres=PostgreSQL|postgresql=PostgreSQL|golang=Go|go lang=Go|py=Python|python3=Python|node=Node.js|nodejs=Node.js|node js=Node.js|react js=React|reactjs=React|vue js=Vue.js|vuejs=Vue.js|angularjs=Angular|ms excel=Microsoft Excel|excel=Microsoft Excel|ms word=Microsoft Word|word=Microsoft Word|powerpoint=Microsoft PowerPoint|ms powerpoint=Microsoft PowerPoint|ms office=Microsoft Office|office 365=Microsoft Office|csharp=C#|c sharp=C#|cpp=C++|cplusplus=C++|dotnet=.NET|net=.NET|asp net=ASP.NET|ror=Ruby on Rails|rails=Ruby on Rails|aws=Amazon Web Services|amazon aws=Amazon Web Services|gcp=Google Cloud|google cloud platform=Google Cloud|ml=machine learning|ai=artificial intelligence|nlp=natural language processing|ci cd=CI/CD|tf=Terraform|photoshop=Adobe Photoshop|illustrator=Adobe Illustrator|indesign=Adobe InDesign|autocad=Autodesk AutoCAD|sap erp=SAP|mssql=SQL Server|ms sql=SQL Server|microsoft sql server=SQL Server|mongo=MongoDB|docker=Docker|git=Git|github=GitHub|graphql=GraphQL|rust=Rust|kotlin=Kotlin|swift=Swift|react=React|angular=Angular|terraform=Terraform|obj c=Objective-C|objc=Objective-C|als=advanced life support|bls=basic life support|icu=intensive care|iv=intravenous therapy|project mgmt=project management|pm=project management|hr=human resources|cad=computer aided design|seo=search engine optimisation|search engine optimization=search engine optimisation|crm=customer relationship management|qa=quality assurance|ux=user experience design|ui=user interface design'

/** `text`: a line for each skill: its name, then its other names folded. */
export function createSkills(text: string): Skills {
  const byName = new Map<string, string>()
  const lines = text.split('\n').map(line => line.split('\t'))
  for (const [label = ''] of lines) byName.set(foldName(label), label)
  for (const [label = '', others = ''] of lines)
    for (const name of others.split('|')) if (name && !byName.has(name)) byName.set(name, label)
  for (const each of shortForms.split('|')) {
    const [form = '', label = ''] = each.split('=')
    byName.set(foldName(form), label)
    byName.set(foldName(label), label)
  }
  const bare = (written: string) =>
    foldName(written)
      .replace(/\s(?:programming(?: language)?|software|skills?|development|framework|language)$/, '')
      .replace(/^(?:programming in|experience with|knowledge of)\s/, '')
  const find = remembered((written: string) => byName.get(foldName(written)) ?? byName.get(bare(written)))
  return {
    name: written => find(written) ?? written.replace(/\s+/g, ' ').trim(),
    isKnown: written => find(written) !== undefined,
  }
}

/** One word of plain letters and digits that stands for a skill or title in the index. */
export const slugOf = remembered((name: string): string =>
  foldName(name.replaceAll('++', 'plusplus').replaceAll('#', 'sharp').replace(/^\./, 'dot'))
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .slice(0, 60)
    .replace(/[^a-z0-9]/gu, letter => `u${letter.codePointAt(0)?.toString(16) ?? ''}`),
)
