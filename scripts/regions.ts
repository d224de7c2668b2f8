/**
 * Broadly known places that are neither countries nor towns: states and provinces, regions, seas, rivers, mountains.
 * Common knowledge for scripts/gazetteer.ts, from no package and for no text in particular.
 */
const lists = [
  // Continents and parts of the world.
  `Africa, Asia, Europe, America, Americas, Antarctica, Oceania, Arctic, Eurasia, North America, South America, Latin America,
  Central America, Middle East, Near East, Far East, Southeast Asia, South Asia, East Asia, Central Asia, Western Europe, Eastern Europe,
  West Africa, East Africa, North Africa, Southern Africa, Sub-Saharan Africa, Horn of Africa, Maghreb, Levant, Sahel, Balkans, Caucasus,
  Caribbean, Scandinavia, Iberia, Anatolia, Mesopotamia, Arabia, Indochina, Polynesia, Melanesia, Micronesia, Pacific Islands, West Indies,
  Great Britain, Britain, England, Scotland, Wales, Northern Ireland, Ulster, UK, U.K., USA, U.S.A., UAE, Soviet Union, USSR, U.S.S.R.,
  Yugoslavia, Czechoslovakia, East Germany, West Germany, Prussia, Persia, Burma, Siam, Ceylon, Rhodesia, Zaire, Holland, North Korea, South Korea,
  Ivory Coast, Cape Verde, East Timor, Swaziland, Macedonia, Vatican, Holy See, DR Congo, DRC, Gaza, Gaza Strip, West Bank, Palestine, Kosovo,
  Taiwan, Hong Kong, Macau, Tibet, Kashmir, Punjab, Bengal, Crimea, Donbas, Donbass, Transnistria, Abkhazia, South Ossetia, Nagorno-Karabakh,
  Somaliland, Puntland, Western Sahara, Darfur, Kurdistan, Khuzestan, Balochistan, Baluchistan, Sindh, Khyber Pakhtunkhwa, Waziristan, Helmand, Xinjiang,
  Inner Mongolia, Manchuria, Siberia, Chechnya, Dagestan, Ingushetia, Tatarstan, Karelia, Golan, Golan Heights, Sinai, Galilee, Negev, Hejaz, Najd,
  Hadhramaut, Cyrenaica, Tripolitania, Fezzan, Tigray, Oromia, Amhara, Ogaden, Biafra, Katanga, Kivu, North Kivu, South Kivu, Ituri, Kordofan,
  Catalonia, Andalusia, Basque Country, Galicia, Castile, Brittany, Normandy, Provence, Alsace, Lorraine, Burgundy, Corsica, Sardinia, Sicily,
  Tuscany, Lombardy, Piedmont, Bavaria, Saxony, Westphalia, Rhineland, Ruhr, Silesia, Pomerania, Bohemia, Moravia, Transylvania, Wallachia, Bessarabia, Thrace,
  Crete, Cyprus, Peloponnese, Lapland, Flanders, Wallonia, Tyrol, Cornwall, Yorkshire, Kent, Essex, Sussex, Surrey, Devon, Lancashire, Norfolk`,
  // States and provinces that news names alone.
  `Alabama, Alaska, Arizona, Arkansas, California, Colorado, Connecticut, Delaware, Florida, Hawaii, Idaho, Illinois, Indiana, Iowa,
  Kansas, Kentucky, Louisiana, Maine, Maryland, Massachusetts, Michigan, Minnesota, Mississippi, Missouri, Montana, Nebraska, Nevada,
  New Hampshire, New Jersey, New Mexico, New York, North Carolina, North Dakota, Ohio, Oklahoma, Oregon, Pennsylvania, Rhode Island,
  South Carolina, South Dakota, Tennessee, Texas, Utah, Vermont, Virginia, Washington, West Virginia, Wisconsin, Wyoming, New England, Midwest,
  Washington DC, Washington D.C., New York City, Manhattan, Brooklyn, Queens, Bronx, Harlem, Hollywood, Silicon Valley, Wall Street, Long Island,
  Alberta, British Columbia, Manitoba, New Brunswick, Newfoundland, Labrador, Nova Scotia, Ontario, Quebec, Saskatchewan, Yukon, Nunavut,
  New South Wales, Queensland, Tasmania, South Australia, Western Australia, Northern Territory, Uttar Pradesh, Madhya Pradesh, Andhra Pradesh, Bihar,
  Rajasthan, Gujarat, Maharashtra, Karnataka, Kerala, Tamil Nadu, Odisha, Assam, Manipur, Nagaland, Jharkhand, Telangana, Haryana, Goa, West Bengal,
  Guangdong, Sichuan, Yunnan, Hunan, Henan, Hubei, Hebei, Shanxi, Shaanxi, Shandong, Jiangsu, Zhejiang, Fujian, Anhui, Gansu, Qinghai, Hainan,
  Java, Sumatra, Borneo, Sulawesi, Bali, Aceh, Papua, Sabah, Sarawak, Mindanao, Luzon, Visayas, Hokkaido, Honshu, Kyushu, Okinawa, Chiapas, Yucatan, Patagonia`,
  // Waters and heights.
  `Atlantic, Pacific, Atlantic Ocean, Pacific Ocean, Indian Ocean, Arctic Ocean, Mediterranean, Mediterranean Sea, Black Sea, Red Sea, Baltic, Baltic Sea,
  North Sea, Caspian, Caspian Sea, Aegean, Aegean Sea, Adriatic, Adriatic Sea, Dead Sea, South China Sea, East China Sea, Yellow Sea, Sea of Azov,
  Persian Gulf, Arabian Gulf, Gulf of Aden, Gulf of Oman, Gulf of Guinea, Gulf of Mexico, Bay of Bengal, Arabian Sea, Strait of Hormuz, Bab el-Mandeb,
  Bosporus, Bosphorus, Dardanelles, English Channel, Suez Canal, Panama Canal, Nile, Blue Nile, White Nile, Euphrates, Tigris, Jordan River, Orontes,
  Litani, Amu Darya, Syr Darya, Indus, Ganges, Brahmaputra, Mekong, Irrawaddy, Yangtze, Yellow River, Amur, Volga, Don, Dnieper, Dniester, Danube, Rhine,
  Elbe, Oder, Vistula, Seine, Loire, Rhone, Thames, Severn, Ebro, Tagus, Congo River, Niger River, Zambezi, Limpopo, Orange River, Senegal River,
  Amazon, Orinoco, Rio Grande, Missouri River, Hudson, Potomac, Lake Chad, Lake Victoria, Lake Tanganyika, Lake Malawi, Lake Van, Lake Baikal,
  Great Lakes, Alps, Andes, Himalayas, Hindu Kush, Pamirs, Urals, Carpathians, Pyrenees, Apennines, Rockies, Zagros, Taurus Mountains, Atlas Mountains,
  Mount Lebanon, Bekaa, Bekaa Valley, Sahara, Kalahari, Gobi, Suez`,
];

/** Cities by the names that English and its older books give them, where the data has another. */
const cityLists = [
  `Hodeidah, Hodeida, Palmyra, Raqqa, Deir Ezzor, Mecca, Medina, Jeddah, Jerusalem, East Jerusalem, West Jerusalem, Bethlehem, Nazareth, Jaffa, Acre, Haifa,
  Tyre, Sidon, Byblos, Baalbek, Antioch, Smyrna, Izmir, Trebizond, Edirne, Adrianople, Constantinople, Byzantium, Gallipoli, Nicosia, Famagusta, Basra, Mosul,
  Fallujah, Falluja, Ramadi, Tikrit, Samarra, Najaf, Karbala, Kirkuk, Erbil, Irbil, Sulaymaniyah, Dohuk, Sinjar, Homs, Hama, Idlib, Daraa, Latakia, Lattakia, Tartus, Qamishli,
  Isfahan, Esfahan, Mashhad, Qom, Tabriz, Shiraz, Ahvaz, Abadan, Kabul, Kandahar, Herat, Mazar-i-Sharif, Kunduz, Jalalabad, Peshawar, Quetta, Sanaa, Sana'a, Aden, Taiz,
  Mukalla, Benghazi, Tobruk, Sirte, Misrata, Misurata, Derna, Sabha, Brega, Ras Lanuf, Alexandria, Port Said, Luxor, Aswan, Omdurman, Port Sudan, El Fasher, Juba, Adwa, Adowa, Axum,
  Mekelle, Asmara, Massawa, Berbera, Mogadishu, Kismayo, Baidoa, Zanzibar, Timbuktu, Gao, Kidal, Mopti, Agadez, Oran, Constantine, Tangier, Fez, Marrakesh, Casablanca, Rabat,
  Geneva, Zurich, Basel, Berne, Lucerne, Munich, Cologne, Nuremberg, Frankfurt, Hanover, Brunswick, Dusseldorf, Vienna, Prague, Warsaw, Cracow, Krakow, Danzig, Breslau, Konigsberg, Lisbon, Oporto,
  Seville, Saragossa, Cordoba, Granada, Rome, Milan, Turin, Florence, Naples, Venice, Genoa, Leghorn, Padua, Mantua, Syracuse, Athens, Corinth, Sparta, Thebes, Salonica, Thessaloniki, Piraeus,
  Belgrade, Bucharest, Sofia, Skopje, Sarajevo, Srebrenica, Vukovar, Dubrovnik, Kiev, Kyiv, Kharkov, Kharkiv, Odessa, Odesa, Lvov, Lviv, Lemberg, Mariupol, Sevastopol, Sebastopol, Yalta, Minsk, Vilnius,
  Moscow, Petrograd, Leningrad, Stalingrad, Volgograd, Saint Petersburg, Archangel, Murmansk, Vladivostok, Grozny, Tbilisi, Tiflis, Sukhumi, Baku, Yerevan, Stepanakert, Astana, Nur-Sultan, Almaty, Alma-Ata, Tashkent, Samarkand, Bukhara, Merv,
  Peking, Canton, Nanking, Nanjing, Chungking, Mukden, Harbin, Port Arthur, Lhasa, Kashgar, Urumqi, Saigon, Hanoi, Hue, Rangoon, Mandalay, Calcutta, Bombay, Madras, Bangalore, Benares, Pondicherry, Dacca,
  Antwerp, Ghent, Bruges, Brussels, Ostend, The Hague, Rotterdam, Flushing, Copenhagen, Elsinore, Gothenburg, Helsinki, Dunkirk, Calais, Rheims, Strasbourg, Marseilles, Lyons, Oxford, Cambridge, Canterbury,
  Mexico City, Veracruz, Havana, Panama City, Guatemala City, Bogota, Cartagena, Quito, Lima, Cuzco, La Paz, Santiago, Valparaiso, Antofagasta, Buenos Aires, Montevideo, Asuncion, Brasilia, Rio de Janeiro, Sao Paulo`,
];

export const englishNames: readonly string[] = namesIn(cityLists);

export const regions: readonly string[] = namesIn(lists);

function namesIn(commaLists: readonly string[]): string[] {
  return commaLists
    .flatMap((list) => list.split(/,\s*/))
    .map((name) => name.trim())
    .filter(Boolean);
}
