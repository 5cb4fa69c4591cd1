import type { ColumnMeaning } from '#importers/contract.ts'

/** Header names in the languages of the address books and tools that people export from; compared without case, accents and marks. */
const names: Readonly<Record<Exclude<ColumnMeaning, 'ignore'>, string>> = {
  'full-name':
    'name|full name|fullname|display name|contact|contact name|candidate|candidate name|person|people|lead name|nom complet|nom et prenom|vollstandiger name|anzeigename|nombre completo|nombre y apellidos|nome completo|nominativo|volledige naam|naam|navn|fullt navn|namn|pelny imie i nazwisko|imie i nazwisko|cele jmeno|jmeno a prijmeni|полное имя|ονοματεπωνυμο|фио|имя и фамилия|氏名|名前|姓名|이름|adi soyadi|ad soyad',
  'given-name':
    'first name|firstname|first|given name|givenname|forename|fname|vorname|prenom|nombre|nombres|nome|primeiro nome|voornaam|fornavn|fornamn|etunimi|imie|jmeno|keresztnev|имя|名|이름(first)|isim|ad|adi|prenume|ονομα|given',
  'family-name':
    'last name|lastname|last|surname|family name|familyname|lname|nachname|familienname|nom|nom de famille|apellido|apellidos|cognome|sobrenome|apelido|achternaam|etternavn|efternamn|efternavn|sukunimi|nazwisko|prijmeni|vezeteknev|фамилия|姓|soyad|soyadi|nume|επωνυμο|family',
  email:
    'email|e mail|email address|e mail address|mail|mail address|emails|primary email|work email|personal email|business email|contact email|courriel|adresse email|adresse e mail|adresse electronique|e mail adresse|mailadresse|correo|correo electronico|direccion de correo|indirizzo email|posta elettronica|endereco de email|e mailadres|epost|e post|sahkoposti|adres email|эл почта|электронная почта|почта|メール|メールアドレス|邮箱|电子邮件|이메일|eposta|e posta|e posta adresi|correo electrónico|адрес эл почты|adresse de courriel|e postadress|e postadresse|emailova adresa',
  phone:
    'phone|phone number|telephone|tel|mobile|mobile phone|mobile number|cell|cell phone|cellphone|work phone|home phone|business phone|primary phone|phones|whatsapp|telefon|telefonnummer|handy|handynummer|mobil|mobiltelefon|telefono|telefono movil|movil|celular|cellulare|telephone portable|portable|telemovel|telefone|telefoon|telefoonnummer|mobiel|puhelin|numer telefonu|телефон|мобильный|номер телефона|電話|電話番号|电话|手机|전화번호|telefon numarasi',
  company:
    'company|company name|current company|employer|current employer|organization|organisation|organization name|org|account|account name|firma|unternehmen|arbeitgeber|firmenname|organisation name|societe|entreprise|employeur|empresa|compania|organizacion|azienda|societa|bedrijf|werkgever|bedrijfsnaam|arbetsgivare|foretag|virksomhed|arbeidsgiver|yritys|pracodawca|zamestnavatel|компания|организация|место работы|会社|会社名|公司|회사|sirket|isveren',
  title:
    'title|job title|jobtitle|position|current title|current position|role|job|occupation|organization title|job role|designation|berufsbezeichnung|stelle|funktion|jobtitel|poste|fonction|intitule du poste|puesto|cargo|titolo|posizione|ruolo|funcao|functie|functietitel|stilling|tittel|befattning|yrke|tehtavanimike|stanowisko|pozice|должность|役職|職種|职位|직책|unvan|pozisyon',
  headline: 'headline|tagline|linkedin headline|professional headline|kurzprofil|titre du profil|titular',
  summary:
    'summary|about|bio|biography|profile summary|about me|uber mich|zusammenfassung|a propos|resume summary|resumen|acerca de|riepilogo|resumo|samenvatting|over mij|о себе|自己紹介|简介',
  place:
    'location|city|place|town|region|address|city state|country|geo location|current location|ort|stadt|wohnort|standort|ville|lieu|localisation|pays|adresse|ciudad|ubicacion|pais|lugar|direccion|citta|luogo|localita|paese|indirizzo|cidade|localizacao|plaats|woonplaats|stad|locatie|sted|by|kaupunki|miasto|lokalizacja|mesto|город|место|страна|адрес|場所|住所|所在地|城市|地点|지역|sehir|konum',
  'linkedin-url':
    'linkedin|linkedin url|linkedin profile|linkedin profile url|linkedinurl|linkedin link|linkedin public url|public profile url|li url|linkedin profil|profil linkedin|perfil de linkedin|profilo linkedin',
  twitter: 'twitter|twitter handle|twitter username|twitter url|x|x handle|x twitter|twitter x|x url',
  github: 'github|github url|github username|github handle|github profile|github login',
  website:
    'website|web site|url|homepage|home page|web|web page|blog|personal website|portfolio|site|link|social media|profile url|profile link|webseite|internetseite|site web|page web|sitio web|pagina web|sito|sito web|website url|webbplats|nettsted|hjemmeside|kotisivu|strona|strona www|сайт|веб сайт|ウェブサイト|网站|웹사이트|web sitesi',
  xmpp: 'xmpp|jabber|jid|jabber id|xmpp address',
  'birth-date':
    'birthday|birth date|birthdate|date of birth|dob|born|geburtstag|geburtsdatum|date de naissance|anniversaire|fecha de nacimiento|cumpleanos|data di nascita|compleanno|data de nascimento|geboortedatum|verjaardag|fodselsdato|fodelsedatum|syntymaaika|data urodzenia|datum narozeni|дата рождения|день рождения|生年月日|誕生日|生日|생일|dogum tarihi',
  skills:
    'skills|skill|expertise|technologies|tech stack|competencies|kenntnisse|fahigkeiten|competences|habilidades|aptitudes|competenze|competencias|vaardigheden|ferdigheter|kompetenser|taidot|umiejetnosci|dovednosti|навыки|スキル|技能|기술|beceriler',
  tags: 'tags|tag|labels|label|groups|group|group membership|list|lists|categories|category|source|sources|stage|status|schlagworte|kategorie|gruppe|etiquettes|etiquetas|categoria|categorias|etichette|gruppen|groupe|grupo|grupos|groep|теги|метки|группы|タグ|标签|태그|etiketler',
  note: 'note|notes|comment|comments|remarks|description|memo|notiz|notizen|bemerkung|bemerkungen|kommentar|kommentare|remarque|remarques|commentaire|commentaires|notas|nota|comentario|comentarios|observaciones|osservazioni|opmerking|opmerkingen|notities|notat|anteckningar|muistiinpanot|notatki|uwagi|poznamka|poznamky|заметки|примечание|комментарий|メモ|備考|备注|메모|notlar',
  'time-zone':
    'time zone|timezone|tz|zeitzone|fuseau horaire|zona horaria|fuso orario|fuso horario|tijdzone|часовой пояс|タイムゾーン|时区',
}

export const simplifyHeader = (header: string): string =>
  header
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .normalize('NFC')
    .replaceAll('ł', 'l')
    .replaceAll('ı', 'i')
    .replaceAll('ø', 'o')
    .replaceAll('ß', 'ss')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/(?<![\p{L}\p{N}])e (?=(?:mail|posta?)(?![\p{L}\p{N}]))/gu, 'e')
    .trim()

const meanings: readonly ColumnMeaning[] = Object.keys(names).filter(
  (key): key is Exclude<ColumnMeaning, 'ignore'> => key in names,
)
const byName = new Map<string, ColumnMeaning>()
for (const meaning of meanings) {
  if (meaning === 'ignore') continue
  for (const name of names[meaning].split('|')) {
    const simple = simplifyHeader(name)
    if (!byName.has(simple)) byName.set(simple, meaning)
  }
}

/** What a header's name says; numbered columns (`Email 2`, `Phone 1 - Value`) mean what their first does. */
export function meaningOfName(header: string): ColumnMeaning | undefined {
  const simple = simplifyHeader(header)
  const numbered = /^(.+?) \d+(?: (value|type|label|name|title))?$/.exec(simple)
  if (numbered?.[2] === 'type' || numbered?.[2] === 'label') return 'ignore'
  return (
    byName.get(simple) ??
    byName.get(
      simple.replace(/^(?:contact|candidate|lead|person|applicant|primary|current|business|home|work) /, ''),
    ) ??
    (numbered?.[1] ? byName.get(numbered[1]) : undefined)
  )
}

const email = /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]{2,}$/
const url = /^(?:https?:\/\/|www\.)\S+$/i
const phone = /^\+?[\d\s().\-/]{7,20}(?:\s*(?:x|ext\.?)\s*\d{1,6})?$/i
const date = /^(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2}))$/
const share = 0.6

/** What the values of a column look like, when its name says nothing. */
export function meaningOfValues(values: readonly string[]): ColumnMeaning | undefined {
  const filled = values.map(value => value.trim()).filter(value => value !== '')
  if (filled.length === 0) return undefined
  const most = (test: (value: string) => boolean) => filled.filter(test).length >= filled.length * share
  if (most(value => email.test(value))) return 'email'
  if (most(value => /linkedin\.com\/(?:in|pub|sales|talent)\//i.test(value))) return 'linkedin-url'
  if (most(value => /^(?:https?:\/\/)?(?:www\.)?github\.com\/[\w-]+/i.test(value))) return 'github'
  if (most(value => /^(?:https?:\/\/)?(?:www\.|mobile\.)?(?:twitter|x)\.com\/\w+/i.test(value))) return 'twitter'
  if (most(value => url.test(value))) return 'website'
  if (
    most(
      value =>
        phone.test(value) && !date.test(value) && (value.match(/\d/g)?.length ?? 0) >= 7 && /[+()\s-]|^0/.test(value),
    )
  )
    return 'phone'
  if (
    most(value => /^(?:Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)\/[A-Z]\w+/.test(value))
  )
    return 'time-zone'
  return undefined
}

const name =
  /^\p{Lu}[\p{L}\p{M}'’.-]*(?:,? (?:(?:de|da|van|von|der|den|la|le|du|di|al|el|bin|y|e)(?: |-))*\p{Lu}[\p{L}\p{M}'’.-]*){1,3}$/u

/** Names of people more than anything else: several words with capitals in most rows, and hardly one of them twice. */
export function looksLikeNames(values: readonly string[]): boolean {
  const filled = values.map(value => value.trim()).filter(value => value !== '')
  return (
    filled.length > 0 &&
    new Set(filled).size > filled.length * 0.7 &&
    filled.filter(value => name.test(value)).length >= filled.length * 0.8
  )
}

export const looksLikeValue = (cell: string): boolean =>
  email.test(cell) || url.test(cell) || phone.test(cell) || date.test(cell)
