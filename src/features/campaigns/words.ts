import type { LandingLanguage } from './model.ts'

/** The words that a page has of its own, beside what its writers say. */
export type LandingWords = {
  why: string
  expect: string
  never: string
  chat: string
  /** Said of the one who answers: `{who}` is their name. */
  answers: string
  online: string
  away: string
  /** Outside the working hours, in place of `away`. */
  back: string
  usual: string
  noCookies: string
  servedBy: string
  contact: string
  noScript: string
  /** Beside the chat, where else one may write. */
  onTool: string
  chatClosed: string
  noPage: string
}

export const landingWords: Readonly<Record<LandingLanguage, LandingWords>> = {
  en: {
    why: 'Why chat',
    expect: 'What to expect',
    never: 'Never asked',
    chat: 'Chat now',
    answers: '{who} answers.',
    online: 'Online now.',
    away: 'Not here at the moment: leave a line, it is read.',
    back: 'Back {time}: leave a line, it is read.',
    usual: 'Usually within {time}.',
    noCookies: 'No cookies, no tracking.',
    servedBy: 'Made with Kith, free software.',
    contact: 'Without the chat: {contact}',
    noScript: 'The chat needs JavaScript, which is switched off in this browser.',
    onTool: 'Or on {tool}:',
    chatClosed: 'This chat is closed.',
    noPage: 'There is no page at this address.',
  },
  de: {
    why: 'Warum Chat',
    expect: 'Was Sie erwartet',
    never: 'Wonach nie gefragt wird',
    chat: 'Jetzt chatten',
    answers: '{who} antwortet.',
    online: 'Jetzt da.',
    away: 'Gerade nicht da: Schreiben Sie eine Zeile, sie wird gelesen.',
    back: 'Wieder da: {time}. Schreiben Sie eine Zeile, sie wird gelesen.',
    usual: 'Meist innerhalb von {time}.',
    noCookies: 'Keine Cookies, keine Nachverfolgung.',
    servedBy: 'Gemacht mit Kith, freier Software.',
    contact: 'Ohne den Chat: {contact}',
    noScript: 'Der Chat braucht JavaScript, das in diesem Browser ausgeschaltet ist.',
    onTool: 'Oder über {tool}:',
    chatClosed: 'Dieser Chat ist geschlossen.',
    noPage: 'Unter dieser Adresse gibt es keine Seite.',
  },
  fr: {
    why: 'Pourquoi discuter',
    expect: 'Comment cela se passe',
    never: 'Ce que l’on ne demande jamais',
    chat: 'Discuter maintenant',
    answers: '{who} répond.',
    online: 'Présent en ce moment.',
    away: 'Absent pour le moment : laissez un mot, il sera lu.',
    back: 'De retour : {time}. Laissez une ligne, elle sera lue.',
    usual: 'En général sous {time}.',
    noCookies: 'Ni cookies, ni pistage.',
    servedBy: 'Réalisé avec Kith, logiciel libre.',
    contact: 'Sans la discussion : {contact}',
    noScript: 'La discussion a besoin de JavaScript, désactivé dans ce navigateur.',
    onTool: 'Ou sur {tool} :',
    chatClosed: 'Cette discussion est fermée.',
    noPage: 'Il n’y a pas de page à cette adresse.',
  },
  es: {
    why: 'Por qué un chat',
    expect: 'Qué puedes esperar',
    never: 'Lo que nunca se pregunta',
    chat: 'Chatear ahora',
    answers: '{who} responde.',
    online: 'Aquí ahora.',
    away: 'Ahora no está: deja unas líneas, se leerán.',
    back: 'De vuelta: {time}. Deja una línea, se leerá.',
    usual: 'Suele ser en {time}.',
    noCookies: 'Sin cookies ni rastreo.',
    servedBy: 'Hecho con Kith, software libre.',
    contact: 'Sin el chat: {contact}',
    noScript: 'El chat necesita JavaScript, que está desactivado en este navegador.',
    onTool: 'O en {tool}:',
    chatClosed: 'Este chat está cerrado.',
    noPage: 'No hay ninguna página en esta dirección.',
  },
  pt: {
    why: 'Porquê conversar',
    expect: 'O que esperar',
    never: 'O que nunca se pergunta',
    chat: 'Conversar agora',
    answers: '{who} responde.',
    online: 'Aqui agora.',
    away: 'Não está neste momento: deixe uma linha, será lida.',
    back: 'De volta: {time}. Deixe uma linha, será lida.',
    usual: 'Costuma ser em {time}.',
    noCookies: 'Sem cookies, sem rastreio.',
    servedBy: 'Feito com Kith, software livre.',
    contact: 'Sem a conversa: {contact}',
    noScript: 'A conversa precisa de JavaScript, desligado neste navegador.',
    onTool: 'Ou por {tool}:',
    chatClosed: 'Esta conversa está fechada.',
    noPage: 'Não há nenhuma página neste endereço.',
  },
  nl: {
    why: 'Waarom chatten',
    expect: 'Wat je kunt verwachten',
    never: 'Wat nooit wordt gevraagd',
    chat: 'Nu chatten',
    answers: '{who} antwoordt.',
    online: 'Nu aanwezig.',
    away: 'Nu even niet aanwezig: laat een regel achter, die wordt gelezen.',
    back: 'Weer aanwezig: {time}. Laat een regel achter, die wordt gelezen.',
    usual: 'Meestal binnen {time}.',
    noCookies: 'Geen cookies, geen volgen.',
    servedBy: 'Gemaakt met Kith, vrije software.',
    contact: 'Zonder de chat: {contact}',
    noScript: 'De chat heeft JavaScript nodig, dat in deze browser uit staat.',
    onTool: 'Of via {tool}:',
    chatClosed: 'Deze chat is gesloten.',
    noPage: 'Er is geen pagina op dit adres.',
  },
  it: {
    why: 'Perché una chat',
    expect: 'Che cosa aspettarsi',
    never: 'Che cosa non si chiede mai',
    chat: 'Scrivi in chat',
    answers: '{who} risponde.',
    online: 'Qui adesso.',
    away: 'Non c’è in questo momento: lascia due righe, verranno lette.',
    back: 'Di ritorno: {time}. Lascia una riga, verrà letta.',
    usual: 'Di solito entro {time}.',
    noCookies: 'Niente cookie, nessun tracciamento.',
    servedBy: 'Fatto con Kith, software libero.',
    contact: 'Senza la chat: {contact}',
    noScript: 'La chat ha bisogno di JavaScript, disattivato in questo browser.',
    onTool: 'O su {tool}:',
    chatClosed: 'Questa chat è chiusa.',
    noPage: 'Non c’è nessuna pagina a questo indirizzo.',
  },
  pl: {
    why: 'Dlaczego czat',
    expect: 'Czego się spodziewać',
    never: 'O co nigdy nie pytamy',
    chat: 'Napisz na czacie',
    answers: 'Odpowiada {who}.',
    online: 'Teraz na miejscu.',
    away: 'Chwilowo poza czatem: zostaw kilka słów, zostaną przeczytane.',
    back: 'Wracamy: {time}. Zostaw wiadomość, przeczytamy ją.',
    usual: 'Zwykły czas odpowiedzi: {time}.',
    noCookies: 'Bez ciasteczek i śledzenia.',
    servedBy: 'Działa dzięki Kith, wolnemu oprogramowaniu.',
    contact: 'Bez czatu: {contact}',
    noScript: 'Czat potrzebuje JavaScriptu, który w tej przeglądarce jest wyłączony.',
    onTool: 'Albo przez {tool}:',
    chatClosed: 'Ten czat jest zamknięty.',
    noPage: 'Pod tym adresem nie ma strony.',
  },
  sv: {
    why: 'Varför chatta',
    expect: 'Vad som händer',
    never: 'Det frågar vi aldrig om',
    chat: 'Chatta nu',
    answers: '{who} svarar.',
    online: 'Här nu.',
    away: 'Inte här just nu: lämna en rad, den blir läst.',
    back: 'Tillbaka: {time}. Lämna en rad, den blir läst.',
    usual: 'Oftast inom {time}.',
    noCookies: 'Inga kakor, ingen spårning.',
    servedBy: 'Gjord med Kith, fri programvara.',
    contact: 'Utan chatten: {contact}',
    noScript: 'Chatten behöver JavaScript, som är avstängt i den här webbläsaren.',
    onTool: 'Eller på {tool}:',
    chatClosed: 'Den här chatten är stängd.',
    noPage: 'Det finns ingen sida på den här adressen.',
  },
  ar: {
    why: 'لماذا المحادثة',
    expect: 'ماذا تتوقع',
    never: 'ما لا نسأل عنه أبدًا',
    chat: 'ابدأ المحادثة',
    answers: '{who} يجيب هنا.',
    online: 'موجود الآن.',
    away: 'غير موجود حاليًا: اترك رسالة وستُقرأ.',
    back: 'العودة: {time}. اترك رسالة وستُقرأ.',
    usual: 'عادةً خلال {time}.',
    noCookies: 'بلا ملفات تعريف ارتباط ولا تتبع.',
    servedBy: 'صُنعت باستخدام Kith، وهو برنامج حر.',
    contact: 'من دون المحادثة: {contact}',
    noScript: 'تحتاج المحادثة إلى JavaScript، وهو متوقف في هذا المتصفح.',
    onTool: 'أو على {tool}:',
    chatClosed: 'هذه المحادثة مغلقة.',
    noPage: 'لا توجد صفحة في هذا العنوان.',
  },
}

/** `Monday 9:00 CET`: by the clock of those who answer, named, for a page does not know where it is read. */
export function formatReturn(at: Date, timezone: string, lang: LandingLanguage): string {
  return new Intl.DateTimeFormat(lang, {
    weekday: 'long',
    hour: 'numeric',
    minute: '2-digit',
    timeZone: timezone,
    timeZoneName: 'short',
  }).format(at)
}
