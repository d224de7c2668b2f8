/** Other names of cities, regions and mountains, one a line, as in alias-table.ts: old names, and names in other languages. */
export const placeAliases = `
Aleppo | Halab | حلب | Халеб | Алеппо
Damascus | Dimashq | دمشق | Дамаск | 大马士革 | 大馬士革
Homs | Hims | حمص
Latakia | al-Ladhiqiyah | Lattakia | اللاذقية | Латакия
Palmyra | Tadmur | Tadmor | تدمر | Пальмира
Tartus | Tartous | طرطوس
Raqqa | Ar-Raqqah | الرقة | Ракка
Deir ez-Zor | Dayr az-Zawr | Deir Ezzor | Deir Ezzour | Deir az-Zour | دير الزور | Дейр-эз-Зор | Dayr al-Zawr | Deir al-Zor | Dayr az-Zor
Kobani | Ayn al-Arab | Ain al-Arab | Kobane
Erbil | Irbil | Hewler | Arbil | أربيل
Mosul | الموصل
Jerusalem | al-Quds | Yerushalayim | القدس | ירושלים | Иерусалим | Ιερουσαλήμ | 耶路撒冷
Bethlehem | Bayt Lahm | بيت لحم
Hebron | al-Khalil | الخليل | חברון
Nablus | Shechem
Jericho | أريحا
Cairo | al-Qahira | al-Qahirah | القاهرة | Каир | קהיר
Alexandria | al-Iskandariya | الإسكندرية
Tyre | Sour | صور | צור
Sidon | Saida | صيدا
Beirut | Beyrouth | بيروت
Baghdad | بغداد | Багдад
Istanbul | Constantinople | Byzantium | Стамбул | Константинополь | Κωνσταντινούπολη | القسطنطينية
Ankara | Angora
Izmir | Smyrna
Edirne | Adrianople
Mecca | Makkah | مكة | مكة المكرمة
Medina | Madinah | المدينة المنورة
Sanaa | Sana'a | صنعاء
Isfahan | Esfahan | اصفهان
Tehran | Teheran | تهران | طهران | Тегеран | טהרן | 德黑兰
Urmia | Rezaiyeh
Tbilisi | Tiflis | თბილისი
Yerevan | Erivan | Երևան
Moscow | Moskva | Москва | موسكو | مسکو | מוסקבה | Μόσχα | 莫斯科 | モスクワ | 모스크바 | Moskau | Moscou
Saint Petersburg | St Petersburg | St. Petersburg | Leningrad | Petrograd | Санкт-Петербург | Ленинград | Петроград
Volgograd | Stalingrad | Tsaritsyn | Волгоград | Сталинград
Kaliningrad | Königsberg
Yekaterinburg | Sverdlovsk
Kyiv | Kiev | Kyyiv | Київ | Киев | كييف
Kharkiv | Kharkov | Харків | Харьков
Lviv | Lvov | Lwów | Lemberg | Львів | Львов
Odesa | Odessa | Одеса | Одесса
Dnipro | Dnipropetrovsk | Dnepropetrovsk
Mykolaiv | Nikolaev | Nikolayev | Миколаїв | Николаев
Chernihiv | Chernigov
Chernobyl | Chornobyl
Luhansk | Lugansk
Chisinau | Kishinev | Chişinău | Кишинёв
Vilnius | Vilna | Wilno
Tallinn | Reval
Gdansk | Danzig | Gdańsk
Wroclaw | Breslau | Wrocław
Warsaw | Warszawa | Варшава | Warschau | Varsovie | وارسو | 华沙 | ワルシャワ
Krakow | Cracow | Kraków
Prague | Praha | Прага | Prag | براغ | 布拉格
Brno | Brünn
Bratislava | Pressburg | Pozsony
Vienna | Wien | Вена | فيينا | 维也纳 | Βιέννη | ウィーン
Budapest | Будапешт | بودابست
Belgrade | Beograd | Белград | Београд | بلغراد
Zagreb | Agram
Sarajevo | Сараево
Athens | Athina | Αθήνα | Афины | أثينا | 雅典 | アテネ
Thessaloniki | Salonica | Salonika | Θεσσαλονίκη | Салоники
Rome | Рим | روما | Ρώμη | 罗马 | ローマ
Milan | Milano | Милан
Florence | Firenze
Venice | Venezia | Венеция
Naples | Napoli | Неаполь
Turin | Torino
Genoa | Genova
Munich | München | Мюнхен | ミュンヘン
Cologne | Köln | Koeln | Кёльн
Nuremberg | Nürnberg
Brussels | Bruxelles | Brussel | Брюссель | بروكسل
Antwerp | Antwerpen | Anvers
Bruges | Brugge
The Hague | Den Haag | 's-Gravenhage | Гаага | لاهاي
Geneva | Genève | Genf | Женева | جنيف | 日内瓦
Lisbon | Lisboa | Лиссабон | لشبونة
Seville | Sevilla
Copenhagen | København | Копенгаген | Копенгаген
Gothenburg | Göteborg
Helsinki | Helsingfors
Oslo | Christiania | Kristiania
Paris | Париж | باريس | Παρίσι | 巴黎 | パリ
London | Londres | Лондон | لندن | Λονδίνο | 伦敦 | ロンドン
Berlin | Берлин | برلين | 柏林
Bucharest | București | Бухарест | Bukarest
Sofia | София
Nicosia | Lefkosia | Lefkoşa | Λευκωσία
Washington | Washington DC | Washington, D.C. | Вашингтон | واشنطن | 华盛顿 | ワシントン
New York | New York City | NYC | Нью-Йорк | نيويورك | 纽约
Los Angeles | LA
Mexico City | Ciudad de México
Havana | La Habana | Гавана
Beijing | Peking | Peiping | 北京 | Пекин | بكين | پکن | Pékin | ペキン
Guangzhou | Canton | 广州 | 廣州
Nanjing | Nanking | 南京
Chongqing | Chungking | 重庆
Tianjin | Tientsin | 天津
Xi'an | 西安
Qingdao | Tsingtao | 青岛
Xiamen | Amoy
Shenyang | Mukden
Taipei | Taibei | 台北
Tokyo | Edo | 東京 | 东京 | Токио | طوكيو | Tokio
Kyoto | 京都
Osaka | 大阪
Hiroshima | 広島
Nagasaki | 長崎
Seoul | Hanseong | 首尔 | Сеул | سيول | 漢城
Pyongyang | 平壤 | 平壌 | Пхеньян
Ulaanbaatar | Ulan Bator | Urga
Ho Chi Minh City | Saigon
Mumbai | Bombay | मुंबई | Мумбаи | Бомбей
Kolkata | Calcutta | কলকাতা | कोलकाता
Chennai | Madras | சென்னை
Bengaluru | Bangalore
Varanasi | Benares | Banaras
Thiruvananthapuram | Trivandrum
Kochi | Cochin
Pune | Poona
Delhi | Dilli | दिल्ली | دہلی
Yangon | Rangoon
Bangkok | Krung Thep | กรุงเทพ | กรุงเทพมหานคร
Jakarta | Batavia | Djakarta
Colombo | கொழும்பு
Islamabad | اسلام آباد
Dhaka | Dacca
Kabul | کابل | Кабул
Almaty | Alma-Ata
Astana | Nur-Sultan | Akmola | Tselinograd
Dushanbe | Stalinabad
Algiers | Alger | El Djazair
Tangier | Tanger | Tangiers
Casablanca | Dar el Beida | الدار البيضاء
Marrakesh | Marrakech | مراكش
Kinshasa | Léopoldville | Leopoldville
Maputo | Lourenço Marques
Addis Ababa | Addis Abeba | አዲስ አበባ
Timbuktu | Tombouctou
Persian Gulf | Arabian Gulf | الخليج العربي | خلیج فارس
English Channel | La Manche
West Bank | Judea and Samaria | الضفة الغربية
Gaza | غزة | עזה
Falkland Islands | Falklands | Malvinas | Islas Malvinas
Golan Heights | Golan | الجولان
Western Sahara | Spanish Sahara
Tibet | Xizang | 西藏
Xinjiang | East Turkestan | 新疆 | Sinkiang
Manchuria | Dongbei
Everest | Mount Everest | Chomolungma | Sagarmatha
Denali | Mount McKinley
Abu Kamal | Albu Kamal | Albukamal | Bukamal | Al Bukamal | Boukamal | Abukamal
Misrata | Misurata | Misratah
Adwa | Adowa | Adua
Manbij | Membij | Minbij | Manbej
Sinjar | Shingal
Afrin | Efrin
Qamishli | Qamishlo | Kamishli | Qamishly
Hasakah | Hasaka | Hassakeh | Hasakeh | al-Hasakah
Sirte | Surt
Tobruk | Tubruq
Benghazi | Bengasi
Derna | Darnah | درنة
Tripoli | Tarabulus | Trablus | طرابلس
Mogadishu | Muqdisho | Mogadiscio
Kismayo | Chisimayu | Kismaayo
Hargeisa | Hargeysa
Lubumbashi | Élisabethville
Kisangani | Stanleyville
Bujumbura | Usumbura
N'Djamena | Fort-Lamy
Sichuan | Szechwan | Szechuan
Guangdong | Kwangtung
Shandong | Shantung
Hebei | Hopei
Hubei | Hupeh | Hupei
Jiangsu | Kiangsu
Jiangxi | Kiangsi
Zhejiang | Chekiang
Fujian | Fukien
Guangxi | Kwangsi
Gansu | Kansu
Shaanxi | Shensi
Guizhou | Kweichow
Heilongjiang | Heilungkiang
Anhui | Anhwei
Dalian | Dairen
Fuzhou | Foochow
Hangzhou | Hangchow
Suzhou | Soochow
Zhengzhou | Chengchow
Ningbo | Ningpo
Shantou | Swatow
Yantai | Chefoo
Guilin | Kweilin
Hankou | Hankow
Kozhikode | Calicut
Vadodara | Baroda
Prayagraj | Allahabad
Gurugram | Gurgaon
Puducherry | Pondicherry
Mysuru | Mysore
Kanpur | Cawnpore
Guwahati | Gauhati
Chittagong | Chattogram | চট্টগ্রাম
Faisalabad | Lyallpur
Surabaya | Soerabaja
Yogyakarta | Jogjakarta
Bandung | Bandoeng
Makassar | Ujung Pandang
Da Nang | Tourane
Bishkek | Frunze
Ashgabat | Ashkhabad
Nizhny Novgorod | Gorky
Donetsk | Stalino
Zaporizhzhia | Zaporozhye | Zaporizhia
Gyumri | Leninakan
Podgorica | Titograd
Skopje | Üsküb | Skoplje
Plovdiv | Philippopolis
Szczecin | Stettin
Kaunas | Kovno
Klaipėda | Memel
Tartu | Dorpat
Rijeka | Fiume
Ljubljana | Laibach
Cluj-Napoca | Cluj | Kolozsvár | Klausenburg
Timișoara | Temesvár
Iași | Jassy
Chernivtsi | Czernowitz | Cernăuți
Ternopil | Tarnopol
Trabzon | Trebizond
Antakya | Antioch
Iskenderun | Alexandretta
Kandahar | Qandahar | قندهار
Aqaba | Akaba
Damietta | Dumyat
Port Said | Bur Said
Hodeidah | Hudaydah | Al Hudaydah | Hodeida
Saada | Sa'dah | Sadah
Cusco | Cuzco
Dohuk | Duhok
Basra | البصرة | Басра
Bosra | Busra | بصرى
Samara | Самара
Samarra | سامراء | Самарра
Jaffa | Yafo | Yafa | Joppa | يافا | יפו
Beersheba | Be'er Sheva | Beer Sheva | Bir al-Saba | Bir es-Saba | بئر السبع | באר שבע
Acre | Akko | Akka | عكا | עכו
Nazareth | al-Nasira | an-Nasira | الناصرة | נצרת
Safed | Tzfat | Zefat | צפת
Tiberias | Tveria | Tabariya | طبريا | טבריה
Busan | Pusan | 釜山
Daegu | Taegu
Incheon | Inchon | Chemulpo | 仁川
Gwangju | Kwangju
Daejeon | Taejon
Jeju | Cheju
Gaeseong | Kaesong
Geoje | Koje
Yokohama | 横浜
Nagoya | 名古屋
Sapporo | 札幌
Kobe | 神戸
Fukuoka | 福岡
Sendai | 仙台
Okinawa | 沖縄
Hokkaido | 北海道
Balochistan | Baluchistan | Beluchistan
Livorno | Leghorn
Patras | Patra | Πάτρα
Ras al-Ayn | Ras al-Ain | Serekaniye | Sere Kaniye | Serê Kaniyê | رأس العين
Tell Abyad | Tal Abyad | Tel Abyad | Girê Spî | Gire Spi | تل أبيض
Derik | al-Malikiyah | Malikiya
Diyarbakir | Diyarbakır | Amed
Khorramshahr | Mohammerah | Khurramshahr
Tabqa | al-Tabqah | الطبقة
Nineveh | Ninawa | نينوى
Sulaymaniyah | Sulaimaniya | Suleimaniyah | Sulaimani | Slemani | السليمانية
Karbala | Kerbala | Kerbela | كربلاء
Mashhad | Meshed | مشهد
Euphrates | Euphrates River | River Euphrates | al-Furat | الفرات
Tigris | Tigris River | River Tigris | Dijla | دجلة
Nile | Nile River | River Nile | نهر النيل
Danube | Danube River | River Danube | Donau
Yangtze | Yangtze River | Yangzi | Chang Jiang | 长江
Yellow River | Huang He | Hwang Ho | 黄河
Ganges | Ganga | River Ganges
Amu Darya | Amudarya | Oxus
Shatt al-Arab | Arvand Rud | شط العرب
Piraeus | Pireas | Πειραιάς | Πειραιά
`;
