/**
 * The words the search for names leans on, all folded: lower case and without accents. They were gathered by reading
 * what nurses and carers write; a word that leads to a wrong mark belongs here.
 */
function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/).filter((word) => word.length > 0))
}

/** Titles that are written in full; a full stop behind them ends the sentence. */
export const fullTitles = setOf(`
  mevrouw mejuffrouw juffrouw meneer mijnheer heer heren dames familie echtpaar dokter professor dominee pastoor imam
  zuster broeder weduwe weduwnaar tante oom oma opa oudtante oudoom`)

/** Titles that are cut short; the full stop behind them belongs to them. */
export const shortTitles = setOf('mw mevr mvr mej dhr hr fam dr drs prof ir ing ds zr br wed dhrn mr')

/** A person by their place in someone's life or by their work; a name may follow, also between brackets. */
export const relations = setOf(`
  dochter zoon zus zuster broer man vrouw echtgenoot echtgenote partner vriend vriendin levensgezel moeder vader ouder
  kleindochter kleinzoon schoondochter schoonzoon schoonzus schoonmoeder schoonvader zwager nicht neef buurvrouw
  buurman buur buurmeisje buurjongen mantelzorger contactpersoon bewindvoerder mentor curator vrijwilliger huisgenoot
  client clienten patient patiente pt bewoner bewoonster
  huisarts arts waarnemer specialist verpleegkundige wijkverpleegkundige verzorgende casemanager fysiotherapeut
  ergotherapeut logopedist dietist apotheker cardioloog neuroloog internist chirurg geriater longarts uroloog oncoloog
  psychiater psycholoog praktijkondersteuner transferverpleegkundige thuisbegeleider fysio poh vpk wvpk collega
  contact beste hallo hoi lieve namens`)

/** After these comes a name by their meaning. */
export const namings = setOf(`
  heet heette genaamd geheten naam namen voornaam voornamen achternaam roepnaam meisjesnaam familienaam geslachtsnaam
  clientnaam patientnaam`)

/** What may stand between "naam" and the name itself. */
export const namingFillers = setOf('is van client patient mevrouw meneer mw dhr')

/** Under a letter: the name may stand on the next line. */
export const farewells = setOf('groet groeten groetjes mvg hoogachtend')

/** Stand before a family name, alone or together. */
export const particles = setOf(`
  van de den der het 't 'n 's ten ter te von vom zu zur la le les du des da das di do dos del della el al bin ben ibn
  abu d' l' o' mc mac st`)

/** Stand before a family name only together with "'t", "den" or "der"; else they are just prepositions. */
export const prepositions = setOf('in op aan uit onder over voor bij')
export const afterPreposition = setOf("'t den der 'n")

/** First names that are no other word, of the people who need care now and of their children and carers. */
export const firstNames = setOf(`
  aafke aaltje aart abdel abdullah achmed adriaan adriana ahmed aisha albert alberta alice alida alie anja anke anna
  annie anneke annemarie annemieke annet annette antje anton antonia antoinette arend arie arjan arnold arthur astrid
  barbara bart bernard bernadette berend bertus bettie betsy bianca bob boudewijn bram brenda brigitte carel carla carolien
  catharina cees cor cornelia cornelis corrie daan daniel danielle debbie dennis diederik dieuwertje diny dirk dorien
  dora dorothea driek ed edith edwin eelco eefje elisabeth elise elly els elsbeth emma engelina eric erica erik erwin
  esther eva evelien evert fatima fatma femke ferdinand fien fokke frank frans fransje frederik frits froukje geert geertje geertruida
  gerard gerda gerrit gerritje gert gijs gijsbert greet greetje greta grietje gonnie guus hannie hanneke harm harrie harry
  hassan heleen helena hendrik hendrika hendrikus hendrina henk hennie henriette henny herman hermina hetty hilda hilde
  hubert huub ibrahim ilse ineke inge ingrid irene jaap jacob jacoba jacqueline jan janna janneke jannie jannetje janny
  jantje janus jeanne jeannette jelle jeroen jeroen jettie jo joan jochem joep joh johan johanna johannes joke jolanda jopie joop
  jos josephina jozef judith jurgen karel karin kees klaas klaasje khadija kim koos laura leen leendert lenie leny leo
  liesbeth lieke lidia lies linda lisa loes louis louise lucas lucia luuk lydia maaike maarten maartje magda manon
  marcel margaretha margriet maria marian marianne marie marieke marijke marina marjan marjo marjolein marleen marloes
  martha martijn martin martina mathilde matthijs maureen maurits meike mia michel miep mieke mien mies mirjam mohamed
  mohammed monique mustafa nel nellie nelleke nelly nico nicolaas nienke nora olga otto patricia paul paula petra petronella piet
  pieter pieternella pim regina reinier rene ria riet rietje rob robert roel roelof ronald rudi ruud ruth sandra sara
  saskia sietske simone sjaak sjoerd sjoukje sofie sophia stefan stien suzanne sytske tamara teus theo theodora theresia
  thea thijs thomas tineke tiny tjitske toon toos trees trijntje trudy truus ursula valentijn wendy wilhelmina wilhelmus willeke
  willem willemien willemijn willie wilma wim wouter yvonne youssef yusuf zeynep`)

/** Family names that are no other word: enough by themselves. */
export const familyNames = setOf(`
  jansen janssen janssens hendriks hendriksen peters petersen pietersen willems willemsen jacobs hermans gerritsen
  evers martens driessen derksen verhoeven vermeulen hoekstra dijkstra postma hofstra bosma wiersma terpstra sikkema
  meijer meyer meijers maassen bouwman huisman timmermans schouten kuipers kuijpers schipper scholten veenstra
  vandenberg yilmaz ozturk demir kaya elidrissi nguyen`)

/** More of them, that can be a word too: a name after a title, also without a capital. */
export const commonFamilyNames = setOf(`
  vries jong berg dijk bakker visser smit smits meer boer mulder groot bos vos brink dam heuvel leeuwen linden wijk
  koning prins kok vliet beek bruin wit zwart graaf haan koster post blom bosch dekker kramer molenaar peeters hoek
  wal veen velden ven broek lange ruiter schaaf horst jonge jager bruijn kuiper ridder sanders hoeven`)

/** Diseases, scales and devices that carry the name of a person. */
const eponyms = `
  parkinson alzheimer lewy crohn korsakoff korsakov huntington guillain barre raynaud sjogren bechterew meniere down
  paget dupuytren kahler hodgkin graves addison cushing bell tourette asperger katz barthel norton braden waterlow foley
  tieman charriere doppler broca wernicke babinski colles baker lyme waldenstrom wilson marfan still behcet hashimoto
  barrett horner pick pfeiffer scheuermann perthes bartholin nelaton glasgow apgar wagner texas baxter braun coli aureus
  pylori difficile mellitus zoster covid corona griep norovirus quervain sudeck bouchard heberden frozen fournier kaposi
  quincke steinert duchenne bekhterev creutzfeldt jakob`

/** Organisations, laws, things and places that are written with a capital. */
const properNouns = `
  buurtzorg thuiszorg wijkzorg rijnstate radboud radboudumc zorgdomein zilveren kruis menzis medipoint tena wlz wmo zvw
  ciz elv grz anw msvt aiv adl hdl gp ggz spv poh seh ic icu ok nederland nederlands nederlandse nederlander turks turkse
  turkije marokkaans marokkaanse marokko arabisch berbers engels engelse duits duitse pools poolse frans franse spaans
  surinaams surinaamse chinees italiaans vlaams belgisch belgie fries limburgs islamitisch katholiek protestants arnhem nijmegen zwolle
  utrecht amsterdam rotterdam velp elst huissen duiven zevenaar westervoort oosterbeek renkum doorwerth rheden dieren
  apeldoorn ede wageningen zoetermeer amstelveen eindhoven tilburg breda delft den`

/** Days, months and words a sentence of a request starts with. */
const sentenceWords = `
  maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei juni juli augustus
  september oktober november december kerst pasen pinksteren
  ik jij je u uw wij we zij ze hij hem haar hun het dit dat deze die er een geen niet wel ook nog al als dan want maar
  omdat zodat hoewel sinds vanaf tot tijdens door zonder zonodig tevens verder daarnaast daarbij verzoek graag gaarne
  svp s.v.p let nb zie mvg nu nadien eerst voorheen inmiddels momenteel zo wie wat waar wanneer hoe waarom daarom ivm
  is zijn was waren ben bent wordt werd worden heeft heb hebben had kan kunnen kon mag moet moeten wil willen wilt zal
  zou gaat ging komt kwam krijgt kreeg gebruikt woont woonde ligt lag loopt valt viel slaapt eet drinkt doet deed
  ervaart ervoer vindt vraagt belt neemt staat zit zoekt wacht weet ziet hoort spreekt verblijft verwacht herstelt
  weigert accepteert begrijpt vergeet lijdt overleden opgenomen ontslagen ontslag opname opgenomen onder bij na met naar
  om over voor van in op aan uit te ten ter
  hulp zorg zorgvraag zorgen ondersteuning begeleiding verpleging verzorging wond wondzorg wondverzorging medicatie
  medicijnen insuline injectie injecties katheter stoma sonde infuus zuurstof douchen wassen kleden steunkousen kousen aantrekken
  uittrekken toedienen druppelen zalven controle controles bloeddruk bloedsuiker gewicht dieet voeding eten drinken
  toilet toiletgang transfer tillift rollator rolstoel bed hoog laag diagnose dementie diabetes hartfalen copd kanker
  carcinoom tumor decubitus delier dwaalgedrag val vallen valgevaar heup heupfractuur knie rug been arm voet hand hoofd
  pijn koorts jeuk oedeem mobiliteit mobiel zelfstandig zelfredzaam alleen alleenstaand alleenwonend gehuwd getrouwd
  samenwonend man vrouw kind kinderen mantelzorg mantelzorger partner dochter zoon zus broer buurvrouw buurman huisarts
  arts ziekenhuis apotheek fysio fysiotherapie ergotherapie casemanager dagbesteding hospice revalidatie afdeling kamer
  flat etage verdieping unit team woning huis thuis sleutel sleutelkluis lift trap tel telefoon telefoonnummer mobiele
  adres postcode woonplaats geboren geboortedatum naam bsn nummer contact contactpersoon client patient patiente
  ochtend ochtends middag middags avond avonds nacht nachts vandaag morgen gisteren dagelijks wekelijks week weken dag dagen uur keer
  max min ca start starten stop spoed urgent liefst bezoek aanvraag indicatie overdracht rapportage observatie
  palliatief palliatieve terminaal terminale euthanasie reanimeren reanimatie allergie allergisch allergieen roken rookt
  alcohol collega collegas allemaal iedereen team heer mevrouw familie overig overige overige algemeen cognitie cognitief
  stemming gedrag sociaal psychisch lichamelijk functioneel medisch voorgeschiedenis beloop beleid conclusie anamnese
  niveau ouderengeneeskunde gz bekend overleg paracetamol oxycodon morfine fentanyl midazolam haldol haloperidol furosemide metoprolol prednison antibiotica
  clexane fraxiparine novorapid lantus metformine omeprazol dalteparine fragmin nadroparine amoxicilline`

/** Written with a capital and yet not the name of a person. */
export const notNames = setOf(`${eponyms} ${properNouns} ${sentenceWords}`)

/** Words of a language that are names as well: as someone's known name they only count with a capital. */
export const everydayWords = setOf(`
  ${sentenceWords} meer jong groot klein lang kort wit zwart bruin rood groen blauw bos berg dijk vos bakker kok prins
  koning visser smit boer mulder post graaf haan brink dam beek heuvel linden jonge lange roos iris linde mark wil an els
  bas door joy fleur vera kind oud arts man vrouw ridder kramer dekker kuiper timmerman slager schipper bloem hart been
  arm hand voet mond hoek wal veld park hof bron mol haas leeuw wolf baar kamp stok klaver zomer winter herfst lente
  de den der het een van ten ter te in op aan uit om li ho do yu la le`)

/** Ends of words that are never a name of a person. */
export const notNameEndings = [
  'zorg',
  'hulp',
  'patient',
  'patiente',
  'verpleging',
  'ziekenhuis',
  'team',
  'praktijk',
  'apotheek',
  'centrum',
  'medicatie',
  'therapie',
  'kousen',
  'heid',
  'fractuur',
  'ziekte',
  'middelen',
  'advies',
  'kunde',
  'ologie',
  'iatrie',
] as const

/** Before a single letter these make it a sort, not an initial: "vitamine D. Slaapt goed". */
export const sorts = setOf(`
  vitamine vit hepatitis type plan graad klasse optie fase categorie cat influenza groep unit afdeling team stadium
  profiel niveau blok vleugel gebouw kind child variant streptokokken factor omega`)
