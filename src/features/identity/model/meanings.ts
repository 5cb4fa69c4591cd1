import { fold } from './text.ts'

export const meanings = [
  'given-name',
  'surname',
  'middle-name',
  'full-name',
  'birth-date',
  'e-mail',
  'phone',
  'street-number',
  'address',
  'postcode',
  'place',
  'region',
  'country',
  'employer',
  'title',
  'url',
  'handle',
  'national-id',
  'gender',
  'category',
  'text',
  'id',
  'ignore',
] as const

/** What a column or a fact says about a person. `id` and `ignore` are never evidence. */
export type Meaning = (typeof meanings)[number]

export function isMeaning(text: string): text is Meaning {
  return meanings.some(meaning => meaning === text)
}

/** Folded header names by meaning, in the languages of common exports. Compared without spaces. */
const headerNames: Partial<Record<Meaning, string>> = {
  'given-name':
    'given name|givenname|first name|firstname|first|fname|forename|forenames|given|given names|christian name|vorname|vornamen|rufname|prenom|prenoms|nombre|nombres|primer nombre|nome|primeiro nome|voornaam|voornamen|fornamn|fornavn|etunimi|imie|jmeno|krestni jmeno|keresztnev|prenume|ad|isim|imya|imja|имя|名',
  surname:
    'surname|last name|lastname|last|lname|family name|familyname|family|nachname|familienname|zuname|nom|nom de famille|apellido|apellidos|primer apellido|cognome|sobrenome|apelido|achternaam|familienaam|efternamn|etternavn|efternavn|sukunimi|nazwisko|prijmeni|vezeteknev|nume|nume de familie|soyad|soyadi|familiya|фамилия|姓',
  'middle-name':
    'middle name|middlename|middle|mname|second name|middle initial|m initial|initial|initials|zweiter vorname|deuxieme prenom|segundo nombre|maiden name|maiden|maidenname|nee|née|birth name|former name|former surname|previous name|previous surname|second surname|other name|other names|alias|aliases|aka|also known as|geburtsname|madchenname|nom de jeune fille|nom de naissance|segundo apellido|apellido materno|apellido de soltera|cognome da nubile|meisjesnaam|otchestvo|отчество|patronymic',
  'full-name':
    'full name|fullname|name|display name|displayname|person|person name|candidate|candidate name|contact|contact name|contact full name|employee name|first and surname|first and last name|name and surname|vollstandiger name|ganzer name|nom complet|nom et prenom|nombre completo|nombre y apellidos|nome completo|nome e cognome|volledige naam|naam|namn|navn|nimi|imie i nazwisko|ad soyad|фио|姓名|氏名',
  'birth-date':
    'date of birth|dob|birth date|birthdate|birthday|born|born on|b day|bday|geburtsdatum|geboren|geburtstag|geb datum|date de naissance|naissance|fecha de nacimiento|fecha nacimiento|data di nascita|data de nascimento|geboortedatum|fodelsedatum|fodselsdato|data urodzenia|datum narozeni|dogum tarihi|дата рождения|birth year|year of birth|yob|geburtsjahr',
  'e-mail':
    'email|e mail|mail|email address|e mail address|emailaddress|email 1|primary email|work email|personal email|e mail adresse|mailadresse|courriel|adresse mail|adresse email|correo|correo electronico|posta elettronica|e post|epost|sahkoposti|почта|邮箱',
  phone:
    'phone|telephone|phone number|telephone number|tel|mobile|mobile phone|cell|cell phone|cellphone|phone 1|home phone|work phone|mobile number|telefon|telefonnummer|rufnummer|handy|handynummer|mobil|mobiltelefon|festnetz|telephone portable|portable|numero de telephone|telefono|movil|celular|cellulare|telefone|telemovel|telefoon|telefoonnummer|mobiel|puhelin|телефон|电话|whatsapp',
  'street-number':
    'street number|house number|housenumber|street no|house no|number|hausnummer|hausnr|nr|numero|numero civico|huisnummer|husnummer',
  address:
    'address|address 1|address 2|address line 1|address line 2|address line 3|address1|address2|address3|street|street name|street address|addr|addr1|addr2|addr 1|addr 2|strasse|adresse|anschrift|rue|voie|direccion|calle|domicilio|indirizzo|via|endereco|rua|adres|straat|gata|adress|ulica|cim|адрес|地址|home address|postal address|mailing address',
  postcode:
    'postcode|post code|postal code|postalcode|zip|zip code|zipcode|zip postal code|postcode fake|plz|postleitzahl|code postal|cp|codigo postal|cap|codice postale|cep|postnummer|postinumero|kod pocztowy|psc|iranyitoszam|posta kodu|индекс|邮编|eircode|pin code|pincode',
  place:
    'place|where|abode|dwelling|residence|place of residence|lives in|living in|based in|parish|city|town|suburb|village|location|locality|municipality|birth place|birthplace|place of birth|born in|city of birth|hometown|current city|ort|stadt|wohnort|geburtsort|gemeinde|ville|commune|lieu|lieu de naissance|ciudad|localidad|poblacion|lugar de nacimiento|citta|comune|luogo di nascita|cidade|naturalidade|plaats|stad|woonplaats|geboorteplaats|stad|by|kaupunki|miasto|miejscowosc|mesto|varos|oras|sehir|город|城市',
  region:
    'state|region|province|county|territory|district|bundesland|land|kanton|departement|provincia|estado|regione|regiao|provincie|lan|fylke|wojewodztwo|kraj|область|省',
  country: 'country|country code|nation|staat|pays|pais|paese|nazione|maa|kraj pochodzenia|ulke|страна|国家',
  employer:
    'employer|company|company name|organization|organisation|organization name|org|current company|current employer|workplace|firm|business|arbeitgeber|firma|unternehmen|organisation 1 name|entreprise|employeur|societe|empresa|compania|azienda|societa|datore di lavoro|werkgever|bedrijf|arbetsgivare|foretag|pracodawca|zamestnavatel|is yeri|компания',
  title:
    'title|trade|calling|vocation|craft|job title|jobtitle|position|role|occupation|profession|headline|current title|current position|job|beruf|berufsbezeichnung|stelle|tatigkeit|metier|poste|fonction|intitule du poste|profesion|ocupacion|cargo|puesto|professione|occupazione|profissao|ocupacao|beroep|functie|yrke|titel|ammatti|zawod|stanowisko|povolani|meslek|должность|职位',
  url: 'url|website|web site|web|homepage|home page|site|link|links|profile|profile url|profile link|public profile url|linkedin|linkedin url|linkedin profile|github|github url|facebook|facebook url|twitter|twitter url|blog|webseite|webseite url|site web|sitio web|sito web|pagina web|webbplats|strona|сайт',
  handle:
    'handle|username|user name|login|nick|nickname|screen name|screenname|twitter handle|github username|github login|benutzername|pseudo|usuario|utente|gebruikersnaam|anvandarnamn',
  'national-id':
    'soc sec id|ssn|government id|gov id|state id|citizen id|identity number|id card|id card number|social security number|social security|social security no|national id|national identity number|nino|ni number|national insurance number|nhs number|passport|passport number|tax id|tax number|tin|driver licence|drivers license|driving licence number|licence number|medicare number|sozialversicherungsnummer|sv nummer|svnr|steuer id|steuernummer|personalausweisnummer|ausweisnummer|ahv|ahv nummer|numero de securite sociale|numero securite sociale|nir|dni|nif|nie|curp|rfc|codice fiscale|cpf|rg|bsn|burgerservicenummer|personnummer|fodselsnummer|henkilotunnus|hetu|pesel|rodne cislo|cnp|tc kimlik no|inn|snils|иннг|snn|aadhaar|pan',
  gender:
    'gender|sex|geschlecht|sexe|sexo|genero|sesso|genere|geslacht|kon|kjonn|sukupuoli|plec|pohlavi|cinsiyet|пол|性别',
}

const byHeader = new Map<string, Meaning>()
for (const meaning of meanings) {
  for (const name of headerNames[meaning]?.split('|') ?? []) {
    const key = fold(name).replaceAll(' ', '')
    if (!byHeader.has(key)) byHeader.set(key, meaning)
  }
}

/** Words whose presence in a longer header settles its meaning, the most telling first: `Home City (EN)` is a place. */
const tellingWords: readonly [RegExp, Meaning][] = [
  [/\b(e ?mail|courriel|mailbox)\b/, 'e-mail'],
  [/\b(phone|telephone|mobile|telefon|fax|cell)\b/, 'phone'],
  [/\b(birth ?date|date of birth|dob|birthday|geburtsdatum|naissance|nacimiento|nascita|nascimento)\b/, 'birth-date'],
  [/\b(given|first|fore) ?names?\b/, 'given-name'],
  [/\b(sur|last|family) ?names?\b/, 'surname'],
  [/\b(middle) ?names?\b/, 'middle-name'],
  [/\b(post ?code|zip ?code|postal code|zip)\b/, 'postcode'],
  [/\b(street|house) ?(number|no|nr)\b/, 'street-number'],
  [/\b(street|address|adresse|strasse|addr)\b/, 'address'],
  [/\b(city|town|suburb|birth ?place|place of birth|birth city|locality)\b/, 'place'],
  [/\b(born|birth|geb|geboren|naissance|nascita)\b/, 'birth-date'],
  [/\b(maiden|nee)\b/, 'middle-name'],
  [/\b(country|nation)\b/, 'country'],
  [/\b(state|province|county|region)\b/, 'region'],
  [/\b(company|employer|organi[sz]ation)\b/, 'employer'],
  [/\b(job|occupation|profession|position|headline)\b/, 'title'],
  [/\b(url|website|web ?site|homepage|linkedin|github)\b/, 'url'],
  [/\b(user ?name|handle|screen ?name)\b/, 'handle'],
  [/\b(ssn|social security|soc sec|passport|national (id|insurance|identity)|tax (id|number))\b/, 'national-id'],
  [/\b(gender|sex)\b/, 'gender'],
  [/\b(full|display|contact|person|whole|complete) ?names?\b/, 'full-name'],
]

/** Headers of row numbers, keys and labels of a known answer. None of these says anything about the person. */
const idHeader =
  /^(id|ids|uid|uuid|guid|oid|key|pk|row|row ?(id|no|number|num|index)?|index|idx|nr|no|rec|record|record ?(id|no|number|key)|rec ?id|unique ?id|internal ?id|source ?id|entity|entity ?id|person ?id|cluster|cluster ?id|group|group ?id|label|labels|truth|ground ?truth|true ?(id|cluster|label|entity)|match|match ?id|gold|gold ?id|class|duplicate ?of|dup ?of|is ?(dup|duplicate|match)|family ?id|unnamed.*|column 1)$/
const sourceHeader =
  /^(source|source ?(dataset|file|table|system)|dataset|data ?set|file|file ?name|created( at| on)?|updated( at| on)?|modified( at| on)?|imported( at| on)?|timestamp|connected on)$/
const labelWords = /\b(cluster|entity|ground truth|truth|gold|true (id|label|match)|duplicate|label)\b/

const short: Readonly<Record<string, string>> = {
  nm: 'name',
  fam: 'family',
  dt: 'date',
  ph: 'phone',
  addr: 'address',
  nbr: 'number',
  occ: 'occupation',
  emp: 'employer',
  frst: 'first',
  fst: 'first',
  lst: 'last',
  mid: 'middle',
  init: 'initial',
  brth: 'birth',
  cty: 'city',
  ln: 'line',
  cd: 'code',
  str: 'street',
  tel: 'telephone',
  govt: 'government',
}
const inFull = (folded: string) => folded.replace(/\b[a-z]{2,4}\b/g, word => short[word] ?? word)

/** What a header's name says; undefined when it says nothing. Takes the folded header. */
export function meaningOfHeader(given: string): Meaning | undefined {
  // Databases number their columns' letters: `D.O.B.` folds to `d o b`.
  const folded = inFull(/^(?:\p{L} )+\p{L}$/u.test(given) ? given.replaceAll(' ', '') : given)
  const exact = byHeader.get(folded.replaceAll(' ', ''))
  if (exact && folded !== 'nr') return exact
  const numberless = byHeader.get(folded.replace(/[ \d]+$/, '').replaceAll(' ', ''))
  if (numberless && folded !== 'nr') return numberless
  if (idHeader.test(folded) || labelWords.test(folded)) return 'id'
  if (sourceHeader.test(folded)) return 'ignore'
  for (const [pattern, meaning] of tellingWords) if (pattern.test(folded)) return meaning
  if (/(^| )(id|uuid|guid|key|identifier)$/.test(folded)) return 'id'
  return undefined
}
