/** Sentences that were never looked at while tuning: the thresholds of the test stand on these. One per line. */
export const jobTalk = {
  en: `We're on the hunt for a paramedic for our base in Truro.
A friend of mine runs a bakery and needs a second baker, would that be something for you?
I've got a role that has your name written all over it.
Would you consider relocating for the right position?
Have you ever thought of working closer to home, for better pay?
We are hiring, and you were the first person I thought of.
Any chance you'd be interested in hearing about a hospitality opportunity?
The team at the depot is looking for two more forklift operators.
Can you think of anyone who might want a tenure-track position?
Mind sending over your CV so I can share it with the manager?
They're offering a 5k sign-on bonus for OTR drivers.
Is your current employer treating you well?
Let me know if you'd like to apply, here's the link: https://clinic.example/careers/night-nurse
It's a full-time role with weekends off.
I know you're not looking, but I have an opening you may like.
Do you know a good electrician who wants steady work?
Our lab has a postdoc position starting in May.
We'd love to have you on our team.
Ready for your next challenge?
I'm filling three retail manager positions in Galway.
Just wondering whether you'd be open to exploring new roles.
One of my clients, a small hotel, is searching for a housekeeper.
What salary would make you consider a switch?
I came across your profile and I think you'd be perfect for a site manager job.`,
  de: `Wir sind gerade auf der Suche nach einer Stationsleitung.
Hast du Interesse an einer neuen Herausforderung?
Bei einem Kunden von mir ist eine Stelle als Bäcker offen.
Ich glaube, du wärst die perfekte Verstärkung für unser Team.
Kennen Sie jemanden, der sich als Lehrer verändern möchte?
Was müsste passieren, damit du wechselst?
Magst du mir deinen Lebenslauf zukommen lassen?
Das Gehalt liegt bei 4.200 € im Monat.
Wir wachsen und könnten jemanden wie dich gebrauchen.
Fühlst du dich bei deinem jetzigen Arbeitgeber noch wohl?
Hier ist der Link zur Stellenanzeige: https://klinik.example/karriere/12
Ich weiß, du suchst nicht, aber ich habe eine spannende Position für dich.`,
  fr: `Nous sommes à la recherche d'une infirmière de nuit.
Une place se libère dans notre cuisine, ça t'intéresse ?
Je pense que tu serais parfait pour un poste de chef d'équipe.
Avez-vous déjà songé à quitter votre employeur ?
Qui connais-tu qui cherche du travail comme soudeur ?
Le salaire est de 2 300 € par mois.
Peux-tu m'envoyer ton CV à jour ?
Notre équipe s'agrandit et ton profil nous intéresse.
Vous sentez-vous bien dans votre poste actuel ?
Voici l'offre d'emploi : https://clinique.example/emplois/7`,
  es: `Estamos buscando un electricista para una obra en Vigo.
¿Estarías dispuesta a escuchar una propuesta laboral?
Hay un puesto de recepcionista que te va como anillo al dedo.
Nos encantaría tenerte en el equipo.
¿Conoces a alguna enfermera que quiera cambiar de hospital?
El sueldo es de 1.900 € al mes.
Mándame el CV cuando puedas.
¿Qué tendría que pasar para que cambiaras de trabajo?
¿Estás a gusto en tu puesto actual?
Te dejo la vacante: https://clinica.example/empleo/3`,
  pt: `Estamos a contratar motoristas para Lisboa.
Você toparia ouvir uma proposta?
Abriu uma vaga de professor que combina com você.
Adoraríamos ter você no nosso time.
Conheces alguma enfermeira que queira mudar de hospital?
O salário é de 1.500 € por mês.
Me envie seu currículo, por favor.
O que faria você mudar de emprego?
Estás satisfeita no teu emprego atual?
Deixo aqui a vaga: https://clinica.example/vagas/3`,
  nl: `We zijn op zoek naar een elektricien voor Utrecht.
Zou je openstaan voor een gesprek over een nieuwe functie?
Er is een baan als receptionist die je op het lijf geschreven is.
We zouden je graag in ons team hebben.
Ken je een verpleegkundige die wil overstappen?
Het uurloon is 18 euro per uur.
Wil je me je cv mailen?
Wat zou jou doen overstappen?
Ben je nog gelukkig bij je huidige werkgever?
Hier is de vacature: https://kliniek.example/vacatures/3`,
} as const

export const innocent = {
  en: `How did the first month at the bakery go?
I enjoyed your thread about interviewing chefs, the salt test made me laugh.
What made you pick welding?
Great work on the release notes.
I'm Tom, I find nurses for hospitals, nice to meet you.
Ask me anything about recruiting, I don't mind.
This isn't about a job, I just liked the photo.
Do you still drive the Hull to Leeds run?
How many people work on your ward?
Good luck with the interview tomorrow.
Our channel has a Friday quiz, you're welcome to join.
The new scheduler drops jobs when the queue is full.
You mentioned you were looking for a new apprentice, did you find one?
Is the opening night sold out?
Thanks, that answers my question about the rota.
I saw the strike news, hope you are all fine.
What would you do differently if you opened a cafe again?
Are you open on Sundays?
Do you know a good place to eat near the station?
My brother got a job at a garage last week.
Is it true that the hospital closed two wards?
Happy birthday, have a good one.
Your comment on pay transparency was fair.
Which course taught you the most?`,
  de: `Wie war dein erster Monat in der Backstube?
Dein Kommentar zur Bezahlung in der Pflege war fair.
Wie bist du zum Schweißen gekommen?
Ich bin Tom und vermittle Pflegekräfte, freut mich.
Es geht nicht um einen Job, mir gefiel nur das Foto.
Wie viele Leute arbeiten auf eurer Station?
Viel Glück beim Vorstellungsgespräch morgen.
Mein Bruder hat letzte Woche einen Job in der Werkstatt bekommen.
Habt ihr sonntags offen?
Welcher Kurs hat dir am meisten gebracht?
Danke, das beantwortet meine Frage zum Dienstplan.
Kennst du ein gutes Lokal am Bahnhof?`,
  fr: `Comment s'est passé ton premier mois à la boulangerie ?
Ton commentaire sur les salaires était juste.
Pourquoi as-tu choisi la soudure ?
Je m'appelle Tom, je recrute des infirmiers, enchanté.
Ce n'est pas pour un poste, j'aimais juste la photo.
Vous êtes combien dans le service ?
Bonne chance pour ton entretien demain.
Mon frère a trouvé un boulot au garage.
Vous êtes ouverts le dimanche ?
Tu connais un bon resto près de la gare ?`,
  es: `¿Cómo fue tu primer mes en la panadería?
Tu comentario sobre los sueldos fue justo.
¿Por qué elegiste la soldadura?
Me llamo Tom y selecciono enfermeras, encantado.
No es por un trabajo, solo me gustó la foto.
¿Cuántos sois en la planta?
Suerte en la entrevista de mañana.
Mi hermano consiguió trabajo en un taller.
¿Abrís los domingos?
¿Conoces un buen sitio para comer cerca de la estación?`,
  pt: `Como foi o seu primeiro mês na padaria?
Seu comentário sobre salários foi justo.
Por que escolheu a soldagem?
Me chamo Tom e recruto enfermeiros, prazer.
Não é sobre emprego, só gostei da foto.
Quantas pessoas trabalham no seu setor?
Boa sorte na entrevista amanhã.
Meu irmão conseguiu um emprego numa oficina.
Vocês abrem aos domingos?
Conhece um bom lugar para comer perto da estação?`,
  nl: `Hoe was je eerste maand in de bakkerij?
Je reactie over salarissen was eerlijk.
Waarom koos je voor lassen?
Ik heet Tom en ik werf verpleegkundigen, aangenaam.
Het gaat niet over een baan, ik vond de foto gewoon mooi.
Met hoeveel zijn jullie op de afdeling?
Succes met je sollicitatiegesprek morgen.
Mijn broer heeft een baan gevonden bij een garage.
Zijn jullie op zondag open?
Ken je een goed restaurant bij het station?`,
} as const
