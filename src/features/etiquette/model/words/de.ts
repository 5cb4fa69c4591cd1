import type { Catalogue } from './catalogue.ts'

export const de: Catalogue = {
  phrases: {
    'do-not-contact': {
      message: 'Diese Person will nicht angeschrieben werden.',
      instead: 'Lass sie in Ruhe. An diese Person geht nichts hinaus.',
    },
    'not-opted-in': {
      message: 'Sie hat nicht bestätigt, dass sie diese Liste will.',
      instead: 'Schick die Bestätigungsmail einmal und warte dann auf ihr Ja.',
    },
    'not-opted-in.template': {
      message: 'Nirgends steht, dass sie auf {tool} angeschrieben werden will.',
      instead: 'Frag sie anderswo und halte ihr Ja fest: den Wortlaut und wann.',
    },
    'window.after-24-hours': {
      message: '{tool} schließt 24 Stunden nach ihrer letzten Nachricht.',
      instead: 'Sie öffnet es, wenn sie schreibt; oder sende von Hand im Werkzeug.',
    },
    'window.nothing-came': {
      message: '{tool} öffnet erst, wenn sie dir schreibt; noch kam nichts.',
      instead: 'Sie öffnet es, wenn sie schreibt; oder sende von Hand im Werkzeug.',
    },
    'window.bot-writes-first': {
      message: 'Ein {tool}-Bot darf nicht zuerst schreiben, und sie hat nicht geschrieben.',
      instead: 'Gib ihr den Link, der den Chat beginnt, oder schreib von Hand.',
    },
    'window.inbox-closed': {
      message: 'Ihr Posteingang ist für neue Chats geschlossen.',
      instead: 'Antworte öffentlich auf etwas, das sie geschrieben hat.',
    },
    'window.inbox-following': {
      message: 'Ihr Posteingang ist nur für Leute offen, denen sie folgt.',
      instead: 'Antworte öffentlich auf etwas, das sie geschrieben hat.',
    },
    'terms.github': {
      message: 'Die Adresse stammt von GitHub; dessen Bedingungen verbieten solche Post.',
      instead: 'Antworte auf eins ihrer Issues oder such, wo sie Kontakt anbietet.',
    },
    'terms.discord': {
      message: 'Du kennst sie von Discord; dessen Bedingungen verbieten damit zu rekrutieren.',
      instead: 'Sprich dort mit ihr oder warte, bis sie einen anderen Weg nennt.',
    },
    'broadcast.many': {
      message: '{count} Leute bekommen diesen Text innerhalb von {days} Tagen.',
      instead: 'Schreib jedem in eigenen Worten oder nimm eine Liste, die sie wollten.',
    },
    'broadcast.advert-unwanted': {
      message: 'Eine Stellenanzeige in einem Raum, der keine will.',
      instead: 'Hilf hier zuerst jemandem; die Stelle gehört auf deine Seite oder in den Feed.',
    },
    'broadcast.advert-unasked': {
      message: 'Eine Stellenanzeige in einem Raum, der nie danach gefragt hat.',
      instead: 'Hilf hier zuerst jemandem; die Stelle gehört auf deine Seite oder in den Feed.',
    },
    'broadcast.advert-other-day': {
      message: 'Eine Stellenanzeige, und dieser Raum nimmt sie nur am {weekdays}.',
      instead: 'Heb sie dafür auf; hilf heute jemandem hier.',
    },
    declined: {
      message: 'Sie hat Arbeit abgelehnt und seither nicht danach gefragt.',
      instead: 'Lass die Stelle weg; schreib über das, was sie tut.',
    },
    'job-before-introduction': {
      message: 'Eine Stelle, bevor sie weiß, wer du bist.',
      instead: 'Sag, wer du bist, und frag nach ihrer Arbeit; die Stelle kommt später.',
    },
    'job-before-interest': {
      message: 'Sie hat noch nicht nach Arbeit gefragt.',
      instead: 'Sag ihr, dass sie fragen kann, woran du arbeitest.',
    },
    'message-before-connected.engage': {
      message: 'Stufe „{stage}“: nicht verbunden, und sie hat dir nicht geschrieben.',
      instead: 'Antworte erst öffentlich auf etwas, das sie geschrieben hat.',
    },
    'message-before-connected.invite': {
      message: 'Stufe „{stage}“: nicht verbunden, und sie hat dir nicht geschrieben.',
      instead: 'Lade sie ein und schreib, wenn sie annimmt.',
    },
    'invite-before-acknowledged': {
      message: 'Stufe „{stage}“: Sie hat noch nicht auf dich reagiert.',
      instead: 'Antworte auf etwas von ihr und lade ein, wenn sie reagiert.',
    },
    'no-introduction': {
      message: 'Deine erste Nachricht sagt nicht, wer du bist.',
      instead: 'Setz eine Zeile dazu: deinen Namen und dass du rekrutierst.',
    },
    'nothing-read.none': {
      message: 'In den letzten {days} Tagen wurde nichts von ihr gelesen.',
      instead: 'Lies ihr Neuestes und erwähne, was dir geblieben ist.',
    },
    'nothing-read.old': {
      message: 'Du hast ihre Sachen zuletzt vor über {days} Tagen gelesen.',
      instead: 'Lies ihr Neuestes und erwähne, was dir geblieben ist.',
    },
    'reading-not-shown.title-and-detail': {
      message: 'Nichts hier zeigt, dass du {title} gelesen hast.',
      instead: 'Greif eine Sache daraus in eigenen Worten auf, etwa „{detail}“.',
    },
    'reading-not-shown.title': {
      message: 'Nichts hier zeigt, dass du {title} gelesen hast.',
      instead: 'Greif eine Sache daraus in eigenen Worten auf.',
    },
    'reading-not-shown.detail': {
      message: 'Nichts hier zeigt, dass du gelesen hast, was sie schrieb.',
      instead: 'Greif eine Sache daraus in eigenen Worten auf, etwa „{detail}“.',
    },
    'reading-not-shown': {
      message: 'Nichts hier zeigt, dass du gelesen hast, was sie schrieb.',
      instead: 'Greif eine Sache daraus in eigenen Worten auf.',
    },
    'reading-not-shown.nearly': {
      message: '„{word}“ allein zeigt nicht, dass du {title} gelesen hast.',
      instead: 'Sag in eigenen Worten, was dich daran bewegt.',
    },
    'false-reading.unread': {
      message: 'Du erwähnst etwas von ihr, das du hier nicht geöffnet hast.',
      instead: 'Lies es zuerst oder erwähne etwas, das du gelesen hast.',
    },
    'false-reading.not-in-it.title-and-words': {
      message: 'In {title} steht das nicht.',
      instead: 'Dort steht „{words}“: Rück es zurecht.',
    },
    'false-reading.not-in-it.title': {
      message: 'In {title} steht das nicht.',
      instead: 'Sieh noch einmal hinein und rück es zurecht.',
    },
    'false-reading.not-in-it.words': {
      message: 'Was du über ihren Text sagst, steht nicht darin.',
      instead: 'Dort steht „{words}“: Rück es zurecht.',
    },
    'false-reading.not-in-it': {
      message: 'Was du über ihren Text sagst, steht nicht darin.',
      instead: 'Sieh noch einmal hinein und rück es zurecht.',
    },
    'promotes-in-room.jobs': {
      message: 'Die Regeln dieses Raums erlauben keine Stellenanzeigen.',
      instead: 'Nimm es heraus; deine Seite finden die Leute hier auch so.',
    },
    'promotes-in-room.promotion': {
      message: 'Die Regeln dieses Raums erlauben keine Werbung.',
      instead: 'Nimm es heraus; deine Seite finden die Leute hier auch so.',
    },
    'promotes-in-room.other-day': {
      message: 'Stellenanzeigen gehören in diesem Raum auf {weekdays}.',
      instead: 'Heb sie dafür auf; antworte heute jemandem hier.',
    },
    'promotes-in-room.share': {
      message: '{share} % unserer Beiträge hier waren Werbung; {limit} % sind die Grenze.',
      instead: 'Beantworte hier ein paar Fragen, bevor der nächste kommt.',
    },
    'too-soon': {
      message: 'Deine letzte Nachricht ist keine {days} Tage alt und unbeantwortet.',
      instead: 'Gib ihr ein paar Tage für die Antwort.',
    },
    'too-soon.day': {
      message: 'Deine letzte Nachricht ist keinen Tag alt und unbeantwortet.',
      instead: 'Lass ihr einen Tag zum Antworten.',
    },
    'too-often': {
      message: '{count} Nachrichten von dir sind noch ohne Antwort.',
      instead: 'Warte auf sie. Lesen und Kommentieren ist inzwischen in Ordnung.',
    },
    'quiet-hours': {
      message: 'Bei ihr ist es {clock}, und sie ist nicht online.',
      instead: 'Sende es nach {until} ihrer Zeit.',
    },
    'too-long.characters': {
      message: '{has} Zeichen; auf {tool} schreibt man bis zu {allows}.',
      instead: 'Behalte einen Gedanken und schick den Rest, wenn die Antwort kommt.',
    },
    'too-long.sentences': {
      message: '{has} Sätze; auf {tool} schreibt man bis zu {allows}.',
      instead: 'Behalte einen Gedanken und schick den Rest, wenn die Antwort kommt.',
    },
    'letter-style': {
      message: 'Anrede und Grußformel: ein Brief, auf {tool}.',
      instead: 'Lass die Grußformel weg; man sieht, wer schreibt.',
    },
    'register.too-formal': {
      message: 'Klingt wie ein Brief; dort schreibt man schlichter.',
      instead: 'Sag es so, wie du es am Tisch sagen würdest.',
    },
    'register.too-casual': {
      message: 'Lockerer, als sie selbst schreibt.',
      instead: 'Schreib es aus, wie sie es tut.',
    },
    'register.too-formal-here': {
      message: 'Klingt wie ein Brief; hier schreibt man schlichter.',
      instead: 'Sag es so, wie du es am Tisch sagen würdest.',
    },
    'register.too-casual-here': { message: 'Lockerer, als man hier schreibt.', instead: 'Schreib es aus.' },
    'register.polite-form': {
      message: 'Sie sagt Du; das hier ist die höfliche Form.',
      instead: 'Nimm die vertraute Form, wie sie.',
    },
    'register.familiar-form': {
      message: 'Sie schreibt höflich per Sie; das hier ist die vertraute Form.',
      instead: 'Nimm die höfliche Form, wie sie.',
    },
    'register.shouting': { message: 'Großbuchstaben lesen sich wie Rufen.', instead: 'Schreib es klein.' },
    'register.emoji': { message: 'Mehr Emoji, als man hier verwendet.', instead: 'Behalte eins oder zwei.' },
    'wrong-language': {
      message: 'Sie schreibt auf {language}; das hier ist eine andere Sprache.',
      instead: 'Antworte auf {language}, wenn du kannst.',
    },
  },
  steps: {
    'leave-alone': 'Lass diese Person in Ruhe. Es wird nichts mehr gesendet.',
    'confirm-opt-in': 'Warte, bis sie bestätigt hat, dass sie diese Liste will.',
    'wait-for-them': 'Warte auf ihre Nachricht oder schreib von Hand im Werkzeug selbst.',
    'use-other-address': 'Antworte, wo sie veröffentlicht, oder folge ihrer Arbeit.',
    read: 'Lies etwas, das sie zuletzt veröffentlicht hat.',
    engage: 'Antworte auf etwas, das sie geschrieben hat, oder kommentiere es.',
    'wait-for-acknowledgement': 'Warte, bis sie antwortet oder reagiert.',
    invite: 'Lade sie ein, sich zu verbinden.',
    introduce: 'Sag, wer du bist und was du tust.',
    talk: 'Sprich mit ihr über ihre Arbeit.',
    ask: 'Frag, ob sie hören will, woran du arbeitest.',
    offer: 'Erzähl ihr von der Stelle, nach der sie gefragt hat.',
    'mention-reading': 'Greif etwas Gelesenes in eigenen Worten auf.',
    wait: 'Warte auf ihre Antwort.',
    'send-later': 'Sende es nach {until} ihrer Zeit.',
    'keep-warm': 'Bleib in Verbindung: lies, was sie schreibt, und antworte.',
    'ask-for-names': 'Frag, wen sie kennt.',
    'write-to-one': 'Schreib an eine Person, in Worten für diese Person.',
    'give-first': 'Hilf erst jemandem im Raum.',
    send: 'Sende es.',
  },
  sendAbout: 'Sende es: „{word}“ greift {title} auf.',
  stages: {
    found: 'gefunden',
    read: 'gelesen',
    engaged: 'beteiligt',
    acknowledged: 'bemerkt',
    connected: 'verbunden',
    introduced: 'vorgestellt',
    interested: 'interessiert',
    candidate: 'im Verfahren',
    referrer: 'empfiehlt',
    passive: 'passiv',
    declined: 'abgesagt',
    'do-not-contact': 'nicht anschreiben',
  },
}
