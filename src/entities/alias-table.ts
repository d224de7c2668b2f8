/**
 * Other names of countries, organisations, events and people that are broadly known, one thing a line: the common name
 * first, then others that sound doesn't join to it. A name that stands for two things joins nothing. Read by aliases.ts
 * with place-aliases.ts; countries in other languages come from the platform (country-names.ts).
 */
export const aliasTable = `
United States | United States of America | US | U.S. | USA | U.S.A. | America | the States | Соединённые Штаты | США | الولايات المتحدة | אמריקה | ארצות הברית | آمریکا | أمريكا | 美利坚合众国
United Kingdom | UK | U.K. | Britain | Great Britain | Великобритания | Англия | بريطانيا | بریتانیا
Soviet Union | USSR | U.S.S.R. | Union of Soviet Socialist Republics | СССР | Советский Союз | الاتحاد السوفيتي | 苏联
Russia | Russian Federation | RF | РФ | Российская Федерация
China | People's Republic of China | PRC
Taiwan | Republic of China | ROC | Formosa
Hong Kong | Xianggang | 香港 | Гонконг
Macau | Macao | Aomen | 澳门
North Korea | DPRK | Democratic People's Republic of Korea | КНДР
South Korea | ROK | Republic of Korea
Iran | Islamic Republic of Iran | Persia | Персия | Islamic Republic
Saudi Arabia | KSA | Kingdom of Saudi Arabia | السعودية
United Arab Emirates | UAE | U.A.E. | الإمارات | ОАЭ
Syria | Syrian Arab Republic | САР
Turkey | Türkiye | Turkiye | Republic of Turkey
Germany | Federal Republic of Germany | Deutschland | FRG
East Germany | German Democratic Republic | GDR | DDR
Netherlands | Holland
Czech Republic | Czechia
Burma | Myanmar
Swaziland | Eswatini
Ivory Coast | Côte d'Ivoire
Cape Verde | Cabo Verde
East Timor | Timor-Leste
North Macedonia | FYROM
Vatican | Holy See | Vatican City
Ceylon | Sri Lanka
Siam | Thailand
Abyssinia | Ethiopia
Upper Volta | Burkina Faso | Burkina
Rhodesia | Zimbabwe | Southern Rhodesia
Northern Rhodesia | Zambia
Gold Coast | Ghana
Dahomey | Benin
Zaire | Democratic Republic of the Congo | DRC | DR Congo | Democratic Republic of Congo | Congo-Kinshasa | Congo
Republic of the Congo | Congo-Brazzaville | Congo
Basutoland | Lesotho
Bechuanaland | Botswana
Nyasaland | Malawi
Belarus | Byelorussia | White Russia
Moldova | Moldavia
Kyrgyzstan | Kirghizia | Kirgizia
Bosnia and Herzegovina | Bosnia | BiH
New Guinea | Papua New Guinea | PNG
South Africa | RSA | Republic of South Africa | ЮАР
Central African Republic | CAR
Austria-Hungary | Austro-Hungarian Empire
Ottoman Empire | Sublime Porte
European Union | EU | E.U. | ЕС | Европейский союз | الاتحاد الأوروبي | 欧盟
European Economic Community | EEC
United Nations | UN | U.N. | UNO | United Nations Organization | ООН | الأمم المتحدة | سازمان ملل | האו"ם | 联合国
United Nations Security Council | UNSC | UN Security Council | Security Council
North Atlantic Treaty Organization | NATO | North Atlantic Treaty Organisation | North Atlantic Alliance | НАТО | الناتو | 北约
African Union | AU
Organization of African Unity | OAU
Arab League | League of Arab States | جامعة الدول العربية
Organisation of Islamic Cooperation | OIC
Gulf Cooperation Council | GCC
Commonwealth of Independent States | CIS
Collective Security Treaty Organization | CSTO | ОДКБ
Shanghai Cooperation Organisation | SCO
Association of Southeast Asian Nations | ASEAN
Economic Community of West African States | ECOWAS | CEDEAO
Organization for Security and Co-operation in Europe | OSCE | ОБСЕ
International Atomic Energy Agency | IAEA | МАГАТЭ
International Monetary Fund | IMF | МВФ
World Health Organization | WHO | World Health Organisation | ВОЗ
World Trade Organization | WTO
International Committee of the Red Cross | ICRC
Médecins Sans Frontières | MSF | Doctors Without Borders
UNICEF | United Nations Children's Fund
UNESCO | United Nations Educational, Scientific and Cultural Organization
UNHCR | United Nations High Commissioner for Refugees | UN refugee agency
UNRWA | United Nations Relief and Works Agency
World Food Programme | WFP | World Food Program
International Criminal Court | ICC
International Court of Justice | ICJ | World Court
European Court of Human Rights | ECHR
Organization of the Petroleum Exporting Countries | OPEC | ОПЕК | أوبك
Organization of American States | OAS
Organisation for Economic Co-operation and Development | OECD
Organisation for the Prohibition of Chemical Weapons | OPCW
Central Intelligence Agency | CIA | ЦРУ
Federal Bureau of Investigation | FBI
National Security Agency | NSA
Pentagon | United States Department of Defense | US Department of Defense
KGB | Committee for State Security | КГБ
FSB | Federal Security Service | ФСБ
MI6 | Secret Intelligence Service
MI5 | Security Service
Inter-Services Intelligence | ISI
BBC | British Broadcasting Corporation
Islamic State | ISIS | ISIL | IS | Daesh | Da'esh | Daish | Islamic State of Iraq and Syria | Islamic State of Iraq and the Levant | Islamic State of Iraq and al-Sham | Islamic State group | داعش | ИГИЛ | דאעש | Islamic State of Iraq and Greater Syria | ISIL/Daesh
Al-Nusra Front | Jabhat al-Nusra | Nusra Front | Al-Nusra | Jabhat al Nusra | جبهة النصرة
Hayat Tahrir al-Sham | HTS | Tahrir al-Sham
Muslim Brotherhood | Ikhwan | Ikhwan al-Muslimin | الإخوان المسلمون
Houthis | Ansar Allah | Ansarullah | Houthi movement | Houthi rebels | أنصار الله | الحوثيون
Islamic Revolutionary Guard Corps | IRGC | Revolutionary Guards | Revolutionary Guard | Iranian Revolutionary Guards | Islamic Revolutionary Guards Corps | Pasdaran | Sepah | سپاه پاسداران | КСИР | Sepah-e Pasdaran
Popular Mobilization Forces | PMF | PMU | Popular Mobilization Units | al-Hashd al-Shaabi | al-Hashd al-Sha'abi | Hashd al-Shaabi | Hashd al-Sha'abi | Popular Mobilisation Forces | الحشد الشعبي
Syrian Democratic Forces | SDF
Free Syrian Army | FSA
Syrian Arab Army | SAA
People's Protection Units | YPG
Kurdistan Workers' Party | PKK | Partiya Karkerên Kurdistan | Kurdish Workers' Party
Democratic Union Party | PYD | Partiya Yekîtiya Demokrat | Kurdish Democratic Union Party
Kurdistan Regional Government | KRG
Patriotic Union of Kurdistan | PUK
Kurdistan Democratic Party | KDP
Palestine Liberation Organization | PLO
Popular Front for the Liberation of Palestine | PFLP
Israel Defense Forces | IDF | Israeli Defense Forces | Israel Defence Forces | Tzahal | צה"ל
People's Mujahedin of Iran | MEK | Mujahedin-e Khalq | MKO | PMOI
Hezbollah | Hizbullah | Party of God | حزب الله
Hamas | Islamic Resistance Movement | Harakat al-Muqawama al-Islamiya
Taliban | Islamic Emirate of Afghanistan
Lord's Resistance Army | LRA
Boko Haram | Jama'atu Ahlis Sunna Lidda'awati wal-Jihad | Jama'atu Ahlis Sunna
Revolutionary Armed Forces of Colombia | FARC | Fuerzas Armadas Revolucionarias de Colombia
National Liberation Army | ELN
Basque Homeland and Freedom | ETA
Irish Republican Army | IRA
Liberation Tigers of Tamil Eelam | LTTE | Tamil Tigers
Shining Path | Sendero Luminoso
African National Congress | ANC
Bharatiya Janata Party | BJP
Chinese Communist Party | CCP | Communist Party of China | CPC
Communist Party of the Soviet Union | CPSU | КПСС
People's Liberation Army | PLA
Kuomintang | Guomindang | KMT
Khmer Rouge | Communist Party of Kampuchea
Joint Comprehensive Plan of Action | JCPOA | Iran nuclear deal
World War I | First World War | Great War | WWI | WW1 | World War One | World War 1
World War II | Second World War | WWII | WW2 | World War Two | World War 2
October Revolution | Bolshevik Revolution
Yom Kippur War | October War | Ramadan War | 1973 war
Six-Day War | June War | 1967 war | Six Day War
Battle of Stalingrad | Stalingrad battle
Vladimir Putin | 普京
Donald Trump | 特朗普 | 川普
Joe Biden | 拜登
Vladimir Lenin | Vladimir Ilyich Ulyanov
Joseph Stalin | Iosif Dzhugashvili
Leon Trotsky | Lev Bronstein
Saladin | Salah ad-Din | صلاح الدين
Avicenna | Ibn Sina | ابن سينا
Averroes | Ibn Rushd | ابن رشد
Confucius | Kong Fuzi | Kongzi | 孔子
Genghis Khan | Chinggis Khan | Temujin | 成吉思汗
Tamerlane | Timur Lenk
Sun Yat-sen | Sun Zhongshan | 孙中山
Chiang Kai-shek | Jiang Jieshi | 蒋介石
Mahatma Gandhi | Mohandas Gandhi | Mohandas Karamchand Gandhi | महात्मा गांधी
Muhammad Ali Jinnah | Quaid-i-Azam
Che Guevara | Ernesto Guevara
Lula da Silva | Luiz Inácio Lula da Silva
MBS | Mohammed bin Salman
FDR | Franklin Delano Roosevelt | Franklin Roosevelt | Franklin D. Roosevelt
JFK | John F. Kennedy | John Fitzgerald Kennedy
Lin Biao | Lin Piao
Social Democratic Party of Germany | SPD
Christian Democratic Union of Germany | CDU
Jama'at Nasr al-Islam wal Muslimin | JNIM | Group for the Support of Islam and Muslims | Group to Support Islam and Muslims | Support Group for Islam and Muslims
Al-Qaeda in the Islamic Maghreb | AQIM
Al-Qaeda in the Arabian Peninsula | AQAP
Kataeb | Phalange | Phalangists | Kataeb Party | Lebanese Phalanges
Nigerian Civil War | Biafran War | Biafra War
Khalifa Haftar | Khalifa Hifter
Muammar Gaddafi | Moammar Gadhafi | Muammar Kadhafi | Moammar Khadafy | Muammar Qaddafi | Muammar al-Qadhafi
Isaias Afwerki | Isayas Afewerki
Combined Joint Task Force - Operation Inherent Resolve | CJTF-OIR
Peshmerga | Pesh Merga
Lashkar-e-Taiba | LeT | Lashkar-e-Tayyiba
Moro Islamic Liberation Front | MILF
Moro National Liberation Front | MNLF
Zimbabwe African National Union | ZANU
Mozambique Liberation Front | FRELIMO
Mozambican National Resistance | RENAMO
National Union for the Total Independence of Angola | UNITA
Popular Movement for the Liberation of Angola | MPLA
South West Africa People's Organisation | SWAPO
European Central Bank | ECB
International Olympic Committee | IOC
International Labour Organization | ILO
Food and Agriculture Organization | FAO
United Nations Development Programme | UNDP
Asian Development Bank | ADB
Non-Aligned Movement | NAM
Third Reich | Nazi Germany
Gulf War | First Gulf War | Persian Gulf War
Ruhollah Khomeini | Khomeini | خمینی | الخميني | Хомейни
Ali Khamenei | Khamenei | خامنه‌ای | خامنئي | Хаменеи
Security Service of Ukraine | SBU | СБУ
Foreign Intelligence Service | SVR | СВР
Main Intelligence Directorate | GRU | ГРУ
People's Commissariat for Internal Affairs | NKVD | НКВД
Shin Bet | Shabak | Israel Security Agency
Quds Force | Qods Force | IRGC-QF | IRGC Quds Force | IRGC-Quds Force
Asa'ib Ahl al-Haq | AAH | League of the Righteous
Kata'ib Hezbollah | Hezbollah Brigades
Harakat Hezbollah al-Nujaba | Harakat al-Nujaba | Nujaba Movement
Jaysh al-Islam | Army of Islam
Jabhat Fatah al-Sham | JFS | Fatah al-Sham Front
Mahdi Army | Jaysh al-Mahdi | Jaish al-Mahdi
Saraya al-Salam | Peace Brigades | Peace Companies
Baath Party | Ba'ath Party | Arab Socialist Baath Party | Arab Socialist Ba'ath Party
Islamic Supreme Council of Iraq | ISCI | Supreme Council for the Islamic Revolution in Iraq | SCIRI
White Helmets | Syria Civil Defence | Syria Civil Defense | Syrian Civil Defence
Syrian Observatory for Human Rights | SOHR
Syrian Arab Red Crescent | SARC
Women's Protection Units | YPJ
Kurdistan Communities Union | KCK
Turkistan Islamic Party | East Turkestan Islamic Movement | ETIM
Palestinian Islamic Jihad | PIJ
Palestinian Authority | Palestinian National Authority
Tehrik-i-Taliban Pakistan | Tehreek-e-Taliban Pakistan | TTP | Pakistani Taliban | Tehrik-i-Taliban | Tehreek-e-Taliban
Jaish-e-Mohammed | JeM | Jaish-e-Muhammad
Inter-Services Public Relations | ISPR
Al-Shabaab | Harakat al-Shabaab al-Mujahideen
Islamic State Khorasan Province | ISKP | ISIS-K | IS-K | Islamic State Khorasan
Islamic State West Africa Province | ISWAP
Tigray People's Liberation Front | TPLF
Rwandan Patriotic Front | RPF
March 23 Movement | M23
Justice and Development Party | AKP | AK Party
Republican People's Party | CHP
Nationalist Movement Party | MHP
Rashtriya Swayamsevak Sangh | RSS
Alternative for Germany | AfD | Alternative für Deutschland
Christian Social Union | CSU
Spanish Socialist Workers' Party | PSOE
Institutional Revolutionary Party | PRI
Farabundo Martí National Liberation Front | FMLN
Sandinista National Liberation Front | FSLN
Republican Party | GOP
United States Central Command | CENTCOM | US Central Command | U.S. Central Command
International Security Assistance Force | ISAF
African Union Mission in Somalia | AMISOM
United Nations Interim Force in Lebanon | UNIFIL | UN Interim Force in Lebanon
Office for the Coordination of Humanitarian Affairs | OCHA | UN Office for the Coordination of Humanitarian Affairs
International Organization for Migration | IOM
European Bank for Reconstruction and Development | EBRD
Human Rights Watch | HRW
Amnesty International | Amnesty
Drug Enforcement Administration | DEA
Department of Homeland Security | DHS
NASA | National Aeronautics and Space Administration
European Space Agency | ESA
FIFA | Fédération Internationale de Football Association
UEFA | Union of European Football Associations
Agence France-Presse | AFP | Agence France Presse
Islamic Republic News Agency | IRNA
Xinhua | New China News Agency | 新华社
Volkswagen | VW
General Motors | GM
General Electric | GE
International Business Machines | IBM
Procter & Gamble | P&G
National Iranian Oil Company | NIOC
China National Petroleum Corporation | CNPC
Petróleos de Venezuela | PDVSA
Petróleos Mexicanos | Pemex
September 11 attacks | 9/11 | 9/11 attacks | September 11
Suez Crisis | Tripartite Aggression
Mao Zedong | 毛泽东 | 毛澤東
Kemal Atatürk | Mustafa Kemal Atatürk | Mustafa Kemal Pasha | Atatürk
Pol Pot | Saloth Sar
Josip Broz Tito | Josip Broz | Tito
Mahmoud Abbas | Abu Mazen
Yasser Arafat | Abu Ammar
Lawrence of Arabia | T. E. Lawrence | Thomas Edward Lawrence
Mark Twain | Samuel Clemens | Samuel Langhorne Clemens
George Orwell | Eric Arthur Blair
Mother Teresa | Anjezë Gonxhe Bojaxhiu
Kim Jong-un | 金正恩 | Ким Чен Ын
Kim Jong-il | 金正日 | Ким Чен Ир
Kim Il-sung | 金日成 | Ким Ир Сен
Shinzo Abe | Abe Shinzo | 安倍晋三
Fumio Kishida | Kishida Fumio | 岸田文雄
Junichiro Koizumi | Koizumi Junichiro | 小泉純一郎
Hideki Tojo | Tojo Hideki | 東條英機 | 東条英機
Hirohito | Emperor Showa | 裕仁 | 昭和天皇
Akira Kurosawa | Kurosawa Akira | 黒澤明 | 黒沢明
Haruki Murakami | Murakami Haruki | 村上春樹
`;
