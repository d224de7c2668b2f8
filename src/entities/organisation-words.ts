/** Words in the names of firms, clubs and bodies, in English and in other languages: general cues for own-words.ts, never names. */
const setOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Words of organisations in other languages, as English texts leave them. */
const foreignBodies = setOf(`
  partido partito parti partij partei partai movimiento movimento mouvement frente front-national fronte banco banca banque grupo gruppo groupe compania compagnie
  societe sociedad societa sociedade fundacion fondation fondazione fundacao asociacion associazione sindicato minera petroleos empresa empresas confederacion
  bund verein gesellschaft verband zeitung presse rundfunk werke kombinat narodna narodnaya stranka partiya sojuz soyuz gazeta gazette-du diario jornal
  correio corriere giornale courrier hizb hezb harakat haraka jaish jaysh jabhat liwa katibat kataib kata'ib katai'b ahrar ansar saraya faylaq asa'ib asaib quwat majlis
  scuderia rijksdienst conseil comite commissie stichting vereniging federatie federation-francaise accademia academia academie biblioteca strade ferrovie ferrate chemins electricite compania corpo istituto instituto institut universidad universita universite
  munazzamat jamaat jama'at jamiat lashkar tehreek tehrik tahrir bharatiya janata sabha parishad dewan dewan-rakyat barisan umno basij sepah artesh
  televizyon partisi cumhuriyet milli hareket sverigesdemokraterna folkeparti arbeiderpartiet
  prensa tribuna agencia agence verlag oper teatro orquesta orchestre gewerkschaft sindikat mashinostroitelny deutsche banka bankasi`);
export const isForeignBody = (folded: string): boolean => foreignBodies.has(folded);

/** Legal forms of firms, as they are written after the name; some are small words or surnames without their capitals. */
export const legalForm =
  /^(?:Inc|Corp|Co|Ltd|Plc|PLC|plc|LLC|LLP|LP|AG|SA|SAS|SpA|SPA|Srl|SARL|NV|N\.V|BV|AB|AS|ASA|A\/S|ApS|Oy|OY|Oyj|Bhd|BHD|GmbH|KG|KGaA|Pty|Pte|Pvt|Tbk|KK|SE|OAO|ZAO|OOO|PJSC|JSC|SAB|Ltda|Kft|Rt|Zrt|Rt|AD|PSC|SAOG|KSC)$/;

/** Heads of bodies and places that are as well surnames. */
export const surnameHeads = setOf(
  'church post bank banks guard hall park parks hill hills lake land lane street temple castle forest wood woods gate gates rivers bridge bridges beach bay court courts house fleet battle pier shore fort mount field fields marsh brook brooks wells college young king stone waters crews heights lodge power price law moore west north east england france cable sugar glass tours cargo wind homes food moss',
);

/** Last words of firms' names. */
export const firmTails = setOf(`
  motor motors energy power electric electrics electronics food foods steel oil gas petroleum petrochemical chemical chemicals pharmaceutical pharmaceuticals
  pharma capital ventures technologies technology tech software semiconductor semiconductors communications telecommunications entertainment pictures
  records products brands stores logistics freight lines express aviation aerospace marine minerals mining metals gold silver copper platinum diamonds brass tin zinc nickel uranium coal resources properties realty
  estates homes construction cement engineering constructions builders infra infrastructure textiles mills plastics paper packaging tobacco breweries
  brewery brewing beverages denki kogyo jidosha insurance assurance financial finance investments investment management equity savings bancshares consulting consultants
  solutions international worldwide global brothers bros sons steelworks shipbuilding automotive aircraft tyres rubber glass ceramics cosmetics dairies sugar
  coffee cars trucks rail transport cargo tours travel cruises hotels resorts casinos gaming games toys fashions jeans shoes sports outfitters optical
  medical healthcare biotech biosciences sciences therapeutics diagnostics instruments devices controls robotics tools machinery equipment batteries solar wind nuclear
  water waste environmental security systems data cable wireless mobile satellite pipeline drilling refining heavy`);

/** First words of clubs' names. */
export const teamFronts = setOf(
  'real sporting atletico athletic racing deportivo inter olympique borussia eintracht fortuna dynamo dinamo spartak lokomotiv torpedo zenit shakhtar slavia sparta rapid sturm hapoel maccabi beitar steaua fc ac afc as ss cska club cd ud sc sv vfb vfl rc ca aek',
);
