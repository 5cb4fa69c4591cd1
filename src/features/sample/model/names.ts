export type SampleLanguage = 'en' | 'de' | 'fr' | 'es' | 'nl' | 'pt'

/** Where people of the sample live: their names as they are common there, real towns, invented people. */
export type Culture = {
  language: SampleLanguage
  places: readonly (readonly [place: string, timeZone: string])[]
  given: readonly string[]
  family: readonly string[]
}

const words = (text: string): string[] => text.trim().split(/\s+/)
const at = (timeZone: string, places: string) => places.split(', ').map(place => [place, timeZone] as const)

export const cultures: readonly Culture[] = [
  {
    language: 'en',
    places: at('Europe/London', 'Leeds, Cardiff, Norwich, Dundee, Plymouth, Hull'),
    given: words(
      'Amelia Harry Grace Oliver Poppy Callum Isla Owen Freya Ewan Priya Imran Zoe Gareth Holly Rhys Nadia Tom',
    ),
    family: words(
      'Ashdown Pritchard Okoye Hussain Fairweather Lockwood Baptiste Renwick Cartwright Bhatt Tunstall Mbeki Penrose Hale',
    ),
  },
  {
    language: 'de',
    places: at('Europe/Berlin', 'Bremen, Leipzig, Freiburg, Kassel, Rostock, Augsburg'),
    given: words(
      'Lena Jonas Miriam Felix Heike Tobias Elif Murat Greta Lukas Anja Stefan Katrin Emre Johanna Paul Svenja Kilian',
    ),
    family: words(
      'Brandt Yilmaz Hoffmeister Kessler Demir Vogelsang Reimers Lindner Stein Kaya Baumgart Thiele Ostermann Wirth',
    ),
  },
  {
    language: 'es',
    places: at('Europe/Madrid', 'Málaga, Bilbao, Zaragoza, Murcia, Vigo, Granada'),
    given: words('Ana Mateo Lucía Javier Carmen Diego Elena Álvaro Noelia Iker Rocío Samuel Inés Pablo Marta Hugo'),
    family: words('Ruiz Ferrer Ibáñez Navarro Otero Cabrera Solís Herrero Aguirre Montoya Quintana Vidal Lozano Peña'),
  },
  {
    language: 'fr',
    places: at('Europe/Paris', 'Nantes, Lille, Grenoble, Dijon, Brest, Toulouse'),
    given: words(
      'Camille Hugo Aïcha Théo Manon Karim Élodie Baptiste Fatou Julien Inès Mathis Salomé Antoine Clémence Yanis',
    ),
    family: words(
      'Moreau Diallo Lefèvre Benali Garnier Rousselle Traoré Picard Chevalier Haddad Marchand Bonnet Lacroix Perrin',
    ),
  },
  {
    language: 'nl',
    places: at('Europe/Amsterdam', 'Utrecht, Groningen, Breda, Zwolle, Haarlem, Nijmegen'),
    given: words('Sanne Daan Fleur Bram Noor Thijs Yasmina Lars Anouk Ruben Femke Joris Meryem Sem Lotte Wout'),
    family: words(
      'Verhoeven Dijkstra Bakker Postma Amrani Hoekstra Vermeulen Schaap Jansma Roos Brouwer Kuipers Tuinstra Smit',
    ),
  },
  {
    language: 'pt',
    places: [
      ...at('America/Sao_Paulo', 'Curitiba, Recife, Belo Horizonte, Campinas'),
      ...at('Europe/Lisbon', 'Porto, Braga'),
    ],
    given: words(
      'Beatriz João Larissa Thiago Marina Rafael Camila Bruno Helena Caio Tainá Vinícius Luana Otávio Joana Duarte',
    ),
    family: words(
      'Almeida Ferreira Nascimento Teixeira Barros Moura Cardoso Figueiredo Pacheco Siqueira Antunes Rocha Meireles Prado',
    ),
  },
  {
    language: 'en',
    places: at('Europe/Warsaw', 'Gdańsk, Wrocław, Lublin, Poznań'),
    given: words('Agnieszka Piotr Zofia Marek Kinga Tomasz Oliwia Paweł Ewa Jakub Hanna Bartosz'),
    family: words('Kowalczyk Wójcik Zieliński Mazur Sikora Pawlak Gajda Rutkowska Kubiak Bielecki'),
  },
  {
    language: 'en',
    places: [
      ...at('Europe/Oslo', 'Bergen, Trondheim'),
      ...at('Europe/Stockholm', 'Malmö, Umeå'),
      ...at('Europe/Helsinki', 'Tampere'),
    ],
    given: words('Ingrid Lars Solveig Henrik Astrid Nils Linnea Oskar Aino Eero Sigrid Mikkel Ylva Anders'),
    family: words('Haugen Lindqvist Nyström Solberg Korhonen Bergström Eide Virtanen Dahl Sandvik Holm Ekman'),
  },
  {
    language: 'en',
    places: [
      ...at('Africa/Lagos', 'Ibadan, Enugu'),
      ...at('Africa/Accra', 'Kumasi'),
      ...at('Africa/Nairobi', 'Kisumu, Nakuru'),
    ],
    given: words('Ngozi Chidi Amara Tunde Akosua Kwame Wanjiru Otieno Zainab Emeka Efua Kamau Ifeoma Yaw'),
    family: words('Okafor Adeyemi Mensah Boateng Wanjala Odhiambo Eze Balogun Asante Njoroge Nwosu Owusu'),
  },
  {
    language: 'en',
    places: at('Asia/Kolkata', 'Pune, Kochi, Jaipur, Mysuru, Indore'),
    given: words('Ananya Rohan Meera Arjun Kavya Sanjay Lakshmi Vikram Fathima Nikhil Deepa Harpreet Ishaan Shreya'),
    family: words('Nair Deshpande Iyer Chatterjee Gill Reddy Kulkarni Menon Bose Sharma Pillai Joshi'),
  },
  {
    language: 'en',
    places: [
      ...at('Asia/Manila', 'Cebu, Davao'),
      ...at('Asia/Ho_Chi_Minh', 'Da Nang'),
      ...at('Asia/Jakarta', 'Bandung'),
    ],
    given: words('Maricel Jomar Liezel Paolo Linh Minh Thao Quang Dewi Bayu Siti Agus Althea Renz'),
    family: words('Santos Dela-Cruz Villanueva Nguyen Tran Pham Wijaya Pratama Lestari Mendoza Reyes Hoang'),
  },
  {
    language: 'en',
    places: [
      ...at('Asia/Taipei', 'Tainan'),
      ...at('Asia/Seoul', 'Daegu'),
      ...at('Asia/Tokyo', 'Sendai, Kanazawa'),
      ...at('Asia/Singapore', 'Singapore'),
    ],
    given: words('Wen Li Mei Haruka Kenji Yuna Minjun Sora Jia Xin Naoko Taro Hyejin Wei'),
    family: words('Chen Lin Sato Takahashi Kim Park Wong Tanaka Huang Lee Choi Nakamura'),
  },
  {
    language: 'en',
    places: [
      ...at('Europe/Istanbul', 'Izmir, Bursa'),
      ...at('Asia/Amman', 'Amman'),
      ...at('Africa/Cairo', 'Alexandria'),
    ],
    given: words('Leyla Cem Defne Kerem Rania Omar Yara Khaled Selin Tarek Dalia Baran'),
    family: words('Aydın Çelik Haddadin Mansour Özkan Farouk Khoury Şahin Nasser Salem'),
  },
  {
    language: 'en',
    places: [
      ...at('America/Chicago', 'Duluth, Omaha, Tulsa'),
      ...at('America/New_York', 'Buffalo, Savannah'),
      ...at('America/Halifax', 'Halifax'),
    ],
    given: words('Dakota Marcus Imani Wyatt Rosa Caleb Jasmine Hector Autumn Desmond Hazel Miguel Bethany Trevor'),
    family: words(
      'Whitaker Delgado Freeman Lindgren Castillo Boone Iversen Washington Macleod Tremblay Begay Sorensen',
    ),
  },
]
