/** What words mean for telling job talk: one line a meaning, first its name. With a star before it, a word stands for all that end so. */
export const en = `
I i im i'm i've ive i'd i'll me my mine myself
YOU you u ya you're ur youre you've you'd you'll yourself
YOUR your yours ur
WE we we're were we've we'd we'll us our ours
THEY they they're they've they'd he she he's she's them their his her
SOMEONE someone somebody anyone anybody anyone's person people folks friend friends colleague colleagues mate mates classmate* buddy somebody's
WHO who who's whom which
WHAT what what's whats what'd
HOW how how's hows
WHEN when when's soon
WHY why
IF if whether suppose should say whenever
WOULD would could might may wouldn't couldn't wud
CAN can shall let let's
NOT not no don't dont never isn't doesn't won't can't cannot nothing none without nope wasn't didn't
ONLY only just simply
PROMISE promise pitch sell selling hassle spam nag
HAVE have got has having gotten
THERE there there's
FOR for
AT at with near
MORE more better higher extra
NEW new another different other fresh else elsewhere next
EVER ever already once always
GREAT great perfect ideal brilliant excellent right decent good wonderful made spot
NICE nice lovely superb well solid neat fine beautiful clever
STAFF staff personnel hands hand crew workforce replacement starters workers worker labour talent talents
ORG hospital hospitals clinic ward practice surgery hospice care-home school schools university college nursery depot warehouse haulier hauliers haulage yard shipyard shipping restaurant hotel hotels bakery kitchen bistro cafe bar pub shop store supermarket salon chain garage workshop factory plant mill farm farms dairy vineyard winery estate firm firms company companies agency agencies bank startup start-up studio theatre orchestra museum gallery library council ministry office outfit employer employers organisation charity lab institute laboratory airline port harbour quarry brewery gym haulier's vineyards cellar bodega trawler fleet coaster dredger rig platform abattoir slaughterhouse foundry forge pottery smithy joinery sawmill tannery cannery creamery fishery hatchery greenhouse greenhouses orchard plantation ranch stables kennels zoo aquarium safari resort spa lodge inn guesthouse hostel campsite caravan canteen diner pizzeria takeaway caterer caterers delicatessen deli butcher's baker's grocer's florist's chemist's optician's dentist's vet's hairdresser's barber's boutique department-store outlet mall wholesaler distributor retailer courier cinema circus opera ballet choir radio broadcaster newspaper magazine publisher press printer's law-firm chambers court prison police army navy coastguard borough parish diocese church cathedral monastery embassy consulate faculty campus academy kindergarten playgroup creche observatory hospices nursing-home maternity surgeries infirmary trust nhs pharmacy pharmacies dispensary ambulance undertaker's funeral crematorium insurer brokerage accountancy consultancy contractor contractors builder builders developer developers railway railways tramway ferry ferries cruise shipping-line airlines heliport utility utilities waterworks power-station windfarm refinery mine pit charities ngo foundation union federation club leisure-centre start-ups scale-up employer's
CLIENT client clients client's customer's mandate
TEAM team teams crew squad department unit board kitchen ward fleet payroll roster line-up books lineup
BOSS boss bosses manager managers owner owners founder head director chief chef foreman supervisor principal partner partners matron
RIVAL competitor competitor's competitors rival rivals competition
NEED need needs needing needed lacking lacks lack missing desperate crying struggling can't urgently short-staffed understaffed short-handed shorthanded undermanned wanting wanted scrambling begging clamouring understrength
SEEK looking look looks seeking seek seeks searching search hunting hunt scouting sourcing headhunting trawling recruiting-for after scour scouring eyeing
HIRE hire hires hiring hired recruit recruits recruiting employ employs employing take-on taking staffing staff onboarding taking-on sign signing poach poaching appoint appointing appoints engage engaging contracted
RECRUITER recruiter recruiters recruitment headhunter headhunters hr sourcer placing
GROW growing grow grows expanding expand expands scaling doubling bigger larger building
VACANCY vacancy vacancies opening openings vacant unfilled open spot slot seat chair desk berth room space berths bunk headcount req reqs traineeship traineeships apprenticeship apprenticeships internship internships secondment locum
JOB job jobs position positions role roles post posts gig gigs posting employment appointment assignment stint
WORK work working works worked workin
OFFER offer offers offered offering proposal package deal
OPP opportunity opportunities chance option possibility opening possibilities prospect prospects break
OPENTO open prepared
INTEREST interested interest interests keen fancy tempted tempt tempting curious listen appealing appeal sound sounds attractive game intrigued lure persuade convince entertain tempts bite swayed receptive amenable chuffed
CHANGE change changing switch switching move moving swap jump leap transition changes moves transitioning relocation crossover reinvent pivot pivoting changeover
LEAVE leave leaving quit quitting resign resigned moving-on ditch depart lure poach left restless walk jumping bail ditching bolt poached exit
HAPPY happy satisfied content settled comfortable fulfilled loyal attached fed-up fed unhappy
NOWPLACE current currently present existing
PAY pay pays paid paying salary salaries wage wages earn earning earnings rate hourly income bonus bonuses compensation salaried making money beat payroll rise raise match matched overtime package cash earns pa p.a ote stipend stipends remuneration commission fortnightly salary's take-home paycheck paycheque top-up golden-hello
PERK weekends weekend holiday holidays pension insurance van fuel housing accommodation lodging board relocation remote remotely flexible flexi hours four-day bonus sign-on perks benefits training per-diem rota allowance moving visa sponsor overnight nights-out sickpay
CONTRACT contract contracts notice term tenure permanent temp
ENDS end ends expires expire finish finishes finished
START start starting starts begin beginning started monday
SHIFT shift shifts nights rota day-shift night-shift
FULLTIME full-time fulltime part-time parttime permanent seasonal temporary freelance
CV cv cvs resume resumes résumé papers references portfolio
APPLY apply applying applied application applications applicant
INTERVIEW interview interviews interviewing interviewed shortlist audition
TRIAL trial taster shadow trialling
KNOW know knows knew think
REFER recommend refer referral referred suggest name names forward introduce introduction recommends recommendation referrals tip introduces connect
THINKOF thought mind reminded popped mentioned remembered straightaway
FIT fit fits suit suits suited match addition asset slot shine thrive
JOIN join joining aboard board onboard joined part member
CALL call calls chat talk coffee phone ring speak discuss minute minutes meet meeting conversation word
TELL tell send show mail forward pass details link share spec
SOMETHING something anything somethin sth thing
CONSIDER consider considered considering imagine picture see thought think wondered dreamt contemplate
CAREER career careers challenge challenges step future promotion advancement chapter path dream professionally trajectory progression ladder
DESERVE deserve deserves wasted waste undervalued underpaid overqualified underrated appreciate appreciated value values overlooked stuck talents
RELOCATE relocate relocating commute commuting
EXPERIENCE experience background skills skill qualifications profile training expertise
CONGRATS congrats congratulations congratulation welldone bravo hats proud birthday anniversary christmas easter
LUCK luck fingers smash wishes
THANKS thanks thank thx cheers ta appreciated
GREET hi hey hello morning evening greetings
BYE bye tomorrow tonight sleep goodnight
PIECE post article piece thread blog talk comment story essay video podcast write-up text book interview newsletter reply
READ read liked enjoyed loved saw laughed laugh smile reading seen watched noticed helped
WROTE wrote write said mentioned says described told posted asked
FAMILY brother sister husband wife daughter son mum dad mother father cousin neighbour uncle aunt kids nephew niece partner girlfriend boyfriend flatmate
PAST was were did had last yesterday ago back went used
FIX fix repair mend repairs fixing tune sharpen restore broke broken
THING oven flat house recipe tractor boiler bike phone kettle garden cat dog bread dough cheese photo photos saw torch lathe piano clock weather rain frost goats bees roof deck railings
EVENT quiz meetup party fair market walk club festival conference game match concert exhibition show talk session
ASK ask asking question curious wonder wondering
PAGE page website site bio
NEWS radio news strike paper tv headlines freeze shortage market economy
HARD hardest worst tough difficult hard odd
SELF myself
DONE finished passed managed fixed
OUT out away off gone
UP up
WANT want wants wanted wish
PLACE place spot site seat room
GOODAT talent gifted skilled gold hands patience licence license ticket certificate degree qualified endorsement
URGE asap immediately urgently quickly soonest deadline closing date
RUMOUR heard rumour rumor bird told whisper whispered word gossip says hear
SHARE share spread tag repost forward pass
VISIT visit come see tour drop pop
LISTEN listen hear ear ears
MAYBE maybe perhaps might possibly
FOOD soup stew pie pies jam jams chutney marmalade honey apple apples plum plums pear quince berries strawberries tomato tomatoes potato potatoes onion onions garlic beans courgette courgettes pumpkin cabbage leek carrots salad rice pasta noodles curry sauce gravy sourdough loaf loaves rolls bun buns scone scones biscuit biscuits cookie cookies cake cakes pudding custard chocolate sweets liquorice marzipan ice-cream egg eggs butter milk cream yoghurt wine beer cider ale whisky gin tea teapot espresso juice breakfast lunch dinner supper picnic barbecue leftovers spice salt pepper sugar vanilla cinnamon mustard vinegar sausage sausages bacon ham steak fish herring mackerel prawns crab cheese cheeses pizza pizzas dumpling dumplings pancake pancakes waffles doughnut yeast crumble snack menu recipe recipes
ANIMAL dog dogs puppy puppies cat cats kitten kittens hen hens chicken chickens rooster duck ducks goose swan gull gulls seagull seagulls owl owls heron robin sparrow swallow swallows pigeon crow magpie bird birds fox foxes badger hedgehog squirrel mouse mice rat rabbit rabbits hare sheep lamb lambs ewe goat cow cows calf calves bull pig piglet piglets horse pony foal donkey bee wasp wasps swarm moth butterfly spider spiders frog toad newt snail snails slug slugs hamster parrot tortoise otter seal seals whale dolphin bear wolf deer flea ants worm worms
HOME sofa settee table lamp curtain curtains carpet rug wall walls ceiling floor stairs cellar attic loft shed porch balcony bath bathroom shower tap sink fridge freezer dishwasher washing laundry towel pillow duvet blanket candle candles mug mugs teapot saucepan pan knife knives spoon shelf shelves bookcase drawer wardrobe mirror window windows door doors lock key keys gate fence hedge chimney fireplace radiator heating gutter gutters tiles paint painting wallpaper plaster hammer screws nails ladder bucket broom vacuum rent landlord tenancy mortgage neighbours bin bins parcel parcels postbox wallet umbrella scarf gloves glove hat hats coat boots shoes socks jumper dress
PLAY film films movie cinema series telly netflix novel novels poem poems crossword puzzle chess cards dice guitar violin fiddle cello drum drums drummer trumpet flute accordion choir choirs alto tenor bass band song songs tune album lyrics playlist dance dancing ballroom knitting crochet sewing quilt pottery painting watercolour drawing football rugby cricket tennis badminton golf swim swimming rowing canoe kayak sailing surf surfing climbing hiking hike running run marathon jog yoga pilates cycling race goal goalie penalty striker referee medal trophy fans stadium derby match lego karaoke pub pint raffle carnival fireworks wedding weddings christening anniversary
NATURE rain rainy snow snowed snowing sleet hail storm storms thunder lightning wind windy fog mist sunshine sunny sun sunset sunrise moon stars cloud clouds frost icy heatwave drought flood floods puddle mud sea beach waves tide tides river stream lake pond hill hills mountain mountains valley forest woods tree trees oak birch willow leaf leaves flower flowers rose roses tulip tulips daffodils snowdrops lilac lavender herb herbs moss fern mushroom mushrooms seed seeds seedlings bulbs compost soil lawn grass weeds hay harvest meadow field fields autumn winter spring summer island cliff dune
BODY cold flu cough fever headache migraine toothache knee knees ankle wrist shoulder hip stitches scar sleep asleep slept tired exhausted knackered nap dream dreamt pregnant pregnancy baby babies twins toddler birth doctor's hospitalised recovering crutches glasses haircut beard tattoo allergy allergic vaccine diet hangover tears cried cry hug hugs sorry sad glad worried nervous scared proud lonely
TRIP train trains bus buses coach tram flight flights plane airport platform ticket tickets timetable delay delayed traffic motorway road roads bridge tunnel puncture tyre tyres petrol parking car cars bike bikes campsite tent camping luggage suitcase passport map maps trip journey abroad tour seaside lift hitchhike
GADGET app apps laptop computer screen keyboard printer charger battery wifi router password update updates upgrade version release releases bug bugs patch commit commits repo branch merge docs readme tests compiler parser cache server servers script plugin theme font cursor terminal database query index log logs file files folder camera lens headphones speaker microphone tv
TIME tuesday wednesday thursday friday saturday sunday sundays saturdays january february march april june july august september october november december today afternoon week weeks month months year years day days hour while now then later early late since until till during whitsun moment time
COUNT two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty hundred thousand half twice double couple few several dozen second third
GO go goes going comes came coming arrive arrived walked drive drove rode ran turn turned round return returned stay stayed reach fell climb across along
MAKE do does doing make makes take takes took put puts get gets getting give gives gave bring brings brought keep keeps kept use turn set add added cut fill
FEEL love loves hate hates hated enjoy laughing miss missed hope hoping worry worries feel felt mad funny lucky joke jokes favourite
COST cost costs price prices tax taxes charge charged bought buy buys sold sells bill bills receipt fare fares fee cheap expensive refund discount deposit
SCHOOL exam exams class classes course courses lesson lessons student students pupils teacher's homework lecture lectures thesis graduation viva grades marking
EVERY everyone everybody everything nobody whole every each both neither most half everyone's
LIKE like about from than into over down behind between under again still even around
`
