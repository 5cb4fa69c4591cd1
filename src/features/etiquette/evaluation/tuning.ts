/** Sentences the model was tuned on. One per line. */
export const jobTalk = {
  en: `We're recruiting ICU nurses for a new unit in Bristol, thought you'd want to know.
Quick one: are you at all tempted by a move this year?
My client is after a reefer driver who's home every Friday.
Got a spot on the night crew if you want it.
Would love to tell you about something we've got coming up in the kitchen team.
Your name came up when we talked about who could lead the new ward.
How's life at Acme, still happy there?
Could I send you a job spec?
We'd pay a good bit more than you're on now.
Ever thought about leaving agency work for something permanent?
Do you know any bricklayers looking for work?
Is there anyone in your network who would be interested in a teaching post?
We need someone with exactly your experience.
Shoot me your resume and I'll put you forward.
Salary is 62k plus car.
You'd be a great fit for a team I'm building.
If you ever think about changing jobs, I have something.
Not trying to sell you anything, however we do have an opening for a sommelier.
A lectureship is coming up in our department and I thought of you straight away.
There's an opportunity at a hotel nearby that I think would suit you.
What would it take to get you to leave Initech?
I've been asked to find a head chef for a new place in Leith.
Our store in Cork is short-staffed, fancy a few shifts?
Are you on the market at the moment?
Remote, full-time, senior Go developer, interested?
Check this out: https://boards.greenhouse.io/acme/jobs/4432
Let's hop on a quick call to discuss a career opportunity.
We could really use a welder like you.
We're expanding and looking for people like you.
Who in your team might be open to a change?`,
  de: `Bei uns wird bald eine Stelle als Schichtleitung frei.
Hättest du Lust, bei uns anzufangen?
Wir bauen gerade ein neues Team auf und du bist mir gleich eingefallen.
Suchst du zufällig was Neues?
Könntest du dir einen Wechsel vorstellen?
Ich hätte da einen Job, der zu dir passt.
Mein Kunde sucht zwei LKW-Fahrer für den Nahverkehr.
Wen kennst du, der gern als Koch arbeiten würde?
Darf ich dir eine Stellenausschreibung schicken?
Wir zahlen deutlich über Tarif.
Schick mir gern deinen CV, dann leite ich ihn weiter.
Kein Verkaufsgespräch, aber wir suchen gerade eine Hebamme.
Wie zufrieden bist du eigentlich mit deinem Arbeitgeber?
Wir stellen gerade Elektriker ein.
Du würdest super in unser Team passen.
Wären Sie grundsätzlich offen für ein Gespräch über eine neue Position?
Die Stelle ist unbefristet und startet im Mai.
Bewirb dich doch bei uns!`,
  fr: `On a un poste de chef de rang qui se libère.
Ça te dirait de travailler avec nous ?
Mon client recherche un conducteur de travaux à Nantes.
Tu n'as jamais pensé à changer de boîte ?
Je peux t'envoyer la fiche de poste ?
Votre profil correspond tout à fait à ce que nous cherchons.
Nous agrandissons l'équipe et nous avons pensé à vous.
Connaissez-vous quelqu'un qui serait intéressé par un poste de boulanger ?
Salaire attractif, CDI à temps plein.
Seriez-vous à l'écoute du marché ?
Rejoins notre équipe !
Pas de démarchage, mais nous cherchons une sage-femme.
Vous plaisez-vous encore dans votre entreprise ?
On embauche deux caristes en ce moment.
J'ai une opportunité qui pourrait t'intéresser.
Pourriez-vous me transmettre votre CV ?`,
  es: `Tenemos una plaza de enfermera de noche en Sevilla.
¿Te apetece un cambio de trabajo?
Mi cliente busca un soldador para obra en Bilbao.
¿Te gustaría trabajar con nosotros?
Creo que encajarías muy bien en nuestro equipo.
¿Has pensado en cambiar de empresa?
¿Te puedo pasar una oferta?
Ha surgido una vacante de jefe de cocina y pensé en ti.
¿A quién conoces que quiera trabajar de camarero?
Pagamos 2.400 € al mes.
Envíame tu currículum y lo muevo.
No es spam, pero tenemos una oferta para ti.
¿Sigues contento en tu empresa?
Estamos ampliando la plantilla y nos vendría bien alguien como tú.
Se buscan conductores con carnet C.
Tengo una oportunidad laboral que te puede interesar.`,
  pt: `Temos uma vaga de enfermeira para o turno da noite.
Já pensou em mudar de emprego?
O meu cliente procura um soldador em Braga.
Gostarias de trabalhar connosco?
Acho que você se encaixaria muito bem no nosso time.
Posso te mandar a descrição da vaga?
Surgiu uma oportunidade e lembrei logo de você.
Quem você conhece que toparia trabalhar como garçom?
Pagamos R$ 4.500 por mês.
Envia-me o teu CV e eu trato do resto.
Não é propaganda, mas temos uma vaga aberta.
Continua feliz na sua empresa?
Estamos à procura de pedreiros para uma obra no Porto.
Está aberto a novas propostas?
Precisa-se de cozinheiro com experiência.
Tenho uma proposta de trabalho para si.`,
  nl: `Er komt bij ons een plek vrij op de nachtdienst.
Heb je weleens aan een overstap gedacht?
Mijn klant zoekt twee lassers in Rotterdam.
Zou je bij ons willen werken?
Je zou perfect in ons team passen.
Mag ik je een vacature sturen?
We breiden uit en ik moest meteen aan jou denken.
Wie ken jij die als kok aan de slag wil?
Het salaris is 3.400 euro per maand.
Stuur je cv maar door, dan regel ik de rest.
Geen verkooppraatje, maar we zoeken een verpleegkundige.
Zit je nog op je plek bij je werkgever?
We nemen nieuwe chauffeurs aan.
Ik heb een leuke functie die bij je past.
Sta je open voor iets nieuws?
Gezocht: elektricien voor vast.`,
} as const

export const innocent = {
  en: `How's the new place treating you?
Your write-up on hiring night staff helped our ward manager a lot.
Nice job on the migration, that rollback plan saved you.
What's your team building these days?
I'm Mara, recruiter for hospitals in the north, and I like your blog.
If you're ever curious what I'm hiring for, it's on my page.
I promise I won't try to sell you a job.
Did the conference go well?
You said "we're hiring again", so I guess things are busy?
Which torch do you use for thin sheet?
The night shift must be rough in winter.
Thanks for joining the room, what brings you here?
Is your ward still short of people?
The role of the sensor in that setup is clever.
My sister just started as a nurse, she says hi.
How did you get into trucking?
I work as a recruiter, but today I only have a question about sourdough.
Do you know anyone who can fix a DAF heater?
What does a normal day look like for a line cook?
Are you happy with the new oven?
Congratulations on the promotion, well deserved.
We're hosting a Q&A in the room on Friday, join us if you like.
Are you open to a quick question about your post?
That position in the endgame was lost after move 30.
I read that the contract test failed again.
When you were hiring, what did you ask people?
You're right, the job market for chefs is odd.
How do you find the time to write?
Can you recommend a good book on soil?
We had the same problem with our cron jobs.`,
  de: `Wie läuft's im neuen Job?
Dein Artikel über Fachkräftemangel war sehr treffend.
Super Job beim Umbau!
Woran arbeitet dein Team gerade?
Ich bin Recruiterin für Kliniken und lese deinen Blog gern.
Falls du mal wissen willst, was ich so mache, frag einfach.
Keine Sorge, ich will dir keinen Job verkaufen.
Welche Schweißstelle war die schwierigste?
Du hast geschrieben, dass ihr jemanden sucht, hat das geklappt?
Meine Schwester arbeitet auch als Krankenschwester.
Kennst du jemanden, der einen Trafo reparieren kann?
Bist du mit der neuen Maschine zufrieden?
An der Stelle im Text musste ich lachen.
Welche Rolle spielt die Temperatur dabei?
Schönes Wochenende und danke für den Tipp.
Wie bist du zum Backen gekommen?`,
  fr: `Comment se passe ton nouveau boulot ?
Votre billet sur le recrutement m'a fait réfléchir.
Beau travail sur la charpente !
Sur quoi travaille ton équipe en ce moment ?
Je suis recruteuse pour des cliniques et j'aime bien ton blog.
Si un jour tu veux savoir sur quoi je bosse, demande-moi.
Promis, je ne vais pas te proposer de poste.
Ton poste à souder, c'est quel modèle ?
Ma sœur est infirmière aussi.
Tu connais quelqu'un qui répare les fours ?
Tu es contente de ton nouveau four ?
Merci pour le conseil, bonne soirée.
C'est quoi le plus dur dans le travail de nuit ?
Comment es-tu arrivé à la boulangerie ?`,
  es: `¿Cómo te va en el nuevo trabajo?
Tu artículo sobre contratar enfermeras me gustó mucho.
¡Buen trabajo con la reforma!
¿En qué trabaja tu equipo ahora?
Soy reclutadora de hospitales y me gusta tu blog.
Si algún día quieres saber en qué ando, pregúntame.
Tranquilo, no te voy a ofrecer un trabajo.
Mi hermana también es enfermera.
¿Conoces a alguien que arregle hornos?
¿Estás contento con el horno nuevo?
¿Qué es lo más duro del turno de noche?
Gracias por el consejo, buen fin de semana.
¿Cómo empezaste en la cocina?
La oferta y la demanda del aceite están raras este año.`,
  pt: `Como vai o novo emprego?
Seu artigo sobre contratar enfermeiros foi ótimo.
Bom trabalho na obra!
Em que o seu time está trabalhando agora?
Sou recrutadora de hospitais e gosto do seu blog.
Se um dia quiser saber no que eu trabalho, é só perguntar.
Prometo que não vou oferecer emprego.
Minha irmã também é enfermeira.
Conhece alguém que conserte fornos?
Está feliz com o forno novo?
O que é mais difícil no turno da noite?
Obrigada pela dica, bom fim de semana.
Como você começou na cozinha?
Não achei vaga de estacionamento perto do hospital.`,
  nl: `Hoe bevalt je nieuwe baan?
Je stuk over personeel zoeken was heel herkenbaar.
Goed werk met de verbouwing!
Waar werkt je team nu aan?
Ik ben recruiter voor ziekenhuizen en lees je blog graag.
Als je ooit wilt weten waar ik mee bezig ben, vraag het gerust.
Wees niet bang, ik ga je geen baan aanbieden.
Mijn zus is ook verpleegkundige.
Ken je iemand die ovens repareert?
Ben je tevreden met de nieuwe oven?
Wat is het zwaarst aan de nachtdienst?
Dank voor de tip, fijn weekend.
Hoe ben je in de keuken beland?
Welke functie in Python gebruik je daarvoor?`,
} as const
