/**
 * The indexes that lookups are measured against: known names first, then names that belong to nobody but could, built
 * from the sounds of many languages, up to the size asked for. Always the same.
 */
import type { Entity } from '../../src/model.ts';
import { createRandom, type Random } from '../random.ts';
import type { LabelType } from './marked-text.ts';
import { readLines } from './texts.ts';

export interface TypedName {
  readonly name: string;
  readonly type: LabelType;
}

const words = (text: string): readonly string[] => text.trim().split(/\s+/u);

interface Sounds {
  readonly given: readonly string[];
  readonly starts: readonly string[];
  readonly ends: readonly string[];
  readonly before: readonly string[];
}

const soundsOf = (given: string, starts: string, ends: string, before = ''): Sounds => ({
  given: words(given),
  starts: words(starts),
  ends: words(ends),
  before: before === '' ? [''] : ['', ...before.split(',')],
});

const languages: readonly Sounds[] = [
  soundsOf(
    'Ahmad Ali Hassan Hussein Ibrahim Jamil Karim Khaled Layla Mahmoud Maryam Mustafa Nadia Omar Rania Samir Tariq Yusuf Zaynab Faris',
    'Abd Bak Dar Far Ghan Had Hal Jab Kan Khat Mah Maq Nas Qab Ras Sab Sal Shar Tam Waz Zah Zub',
    'adi ari awi awiya bani dani hab hani iri ish lani mawi madi nawi oush oub rani rat sawi tibi yani zawi',
    'al-,al-,el-',
  ),
  soundsOf(
    'Andrei Alexei Boris Daria Dmitri Ekaterina Igor Irina Konstantin Ludmila Maxim Nikolai Oleg Pavel Roman Svetlana Taras Viktor Yuri Zoya',
    'Bar Bel Chern Dol Gor Grib Kal Kir Kozl Lub Makar Mor Nov Ostr Pol Rud Sav Shev Sok Step Tar Vin Volk Zab Zhur',
    'abov adin akov anov ashin atov chenko chuk elin enko erov etsky evich inov ishin itsky ivanov kin ovsky ulin yakov',
  ),
  soundsOf(
    'Reza Amir Behrouz Dariush Farhad Golnaz Hamid Kaveh Laleh Mehdi Nasrin Parviz Roya Saeed Shirin Vahid',
    'Abbas Ard Bahr Dehq Esf Far Gol Jal Kaz Kerm Laj Mir Naj Pour Raz Sad Sham Taf Vaz Zar',
    'abadi ad adeh alizadeh andi ani avi azad eghi ehian imi inejad ipour kani khani mand osseini oudi rouz vandi zadeh',
  ),
  soundsOf(
    'Anil Arjun Deepa Farah Gopal Imtiaz Kavita Lakshmi Meera Nadeem Prakash Rajesh Sanjay Shazia Tanvir Usha Vijay Zubair',
    'Ach Bal Bha Chak Chau Desh Gan Gup Jo Kul Mal Muk Nar Pat Qur Raj Sen Shar Sub Tri Venk',
    'adhyay aju akar apati arjee arya atkar dary der eshi harya hotra krishna mani nathan pande puri rama shwar singh swamy vedi want',
  ),
  soundsOf(
    'Wei Min Jing Hui Lan Feng Qiang Xin Yan Ping Hao Jun Mei Ting Bo Lei Rong Shu Ying Zhi',
    'Bai Cai Chen Deng Fan Gao He Huang Jia Kong Lai Liang Lu Ma Meng Ning Pan Qin Ruan Shen Tang Wan Xiang Yao Zeng Zhou',
    'bin chang cheng dong fu gang guo hai hong jiang kai liang ming ning peng qun rui sheng tao wen xiang yong zhen',
  ),
  soundsOf(
    'Ana Carlos Diego Elena Fernanda Gustavo Inés Javier Lucía Marcos Natalia Pablo Raquel Sergio Teresa Ximena',
    'Al Bar Bel Cas Cer Del Esp Fon Gal Her Iba Jar Lar Mal Mon Nav Ort Pal Quir Riv Sal Tor Val Ver Zam',
    'acho ada alba alta andes anza arena aro barca blanca deira dina edo ero eta illo inho ona oso quez teros uela ullos vides',
    'de ,del ',
  ),
  soundsOf(
    'Abena Chidi Fatou Grace Kofi Kwame Lindiwe Moussa Ngozi Oumar Sipho Tendai Wanjiru Yaw Zainabu Amadou',
    'Ab Ade Ba Chi Dia Eze Ka Kam Ki Ma Mba Mu Nda Ngu No Obi Oko Ola Sa Si Ta Tou Wa Ye',
    'bande bola chukwu diba dike fana gonga kanda keye laji lonzi mande mbo ndlela ngwe nkwo ra ruma sane tunde vubu wanda yinka zulu',
  ),
  soundsOf(
    'Anna Bram Clara Erik Freya George Hannah Ingrid Johan Karin Lars Margaret Nils Oliver Petra Rupert Sophie Thomas Ursula William',
    'Ack Berg Black Brand Cald Dahl Eber Fair Gran Hart Holl Jans Kirk Lind Mar Nord Oster Pren Rosen Sand Stein Thorn Vand Wes Wolf',
    'berg bridge burgh by croft dale er field gaard hausen holm horst ington kamp ley lund man mark quist rup sen stedt strom vold worth',
    'van ,von ',
  ),
];

const placeStarts = words(
  'Abu Ain Bab Bel Bor Dar Deir Dun Esk Fal Gar Hal Ib Jis Kafr Kal Kor Lam Mar Mez Nab Ner Oz Pal Pet Qar Ras Sal Shah Sar Tal Tir Ul Var Vel Wad Yab Zar Zel',
);
const placeEnds = words(
  'abad aba agan akot alin amar anda anga arat asht atan avo bad bara berg dou dor enga esh ford gorod grad hama hir ibin ika ingen iya kand khan lau mir mouth nagar nitsa ola omyl pur rabi rosh shan stan tepe tiva uk ulla vik yan ye zhou',
);
const heads: Readonly<Record<'organisation' | 'event', readonly string[]>> = {
  organisation: [
    '@ Liberation Front',
    '@ Brigade',
    'Bank of @',
    '@ Water Authority',
    'University of @',
    '@ Workers’ Party',
    '@ Relief Committee',
    'Ministry of @ Affairs',
    '@ Oil Company',
    '@ News Agency',
  ],
  event: ['Battle of @', 'Siege of @', '@ Conference', 'Treaty of @', '@ uprising', '@ earthquake'],
};

export function indexOf(size: number): TypedName[] {
  const known = readLines<TypedName>('known-names.jsonl');
  const random = createRandom(20161122);
  const taken = new Set(known.map(({ name }) => name.toLowerCase()));
  const lastWords = new Set(known.map(({ name }) => lastWordOf(name)));
  const names = [...known];
  while (names.length < size) {
    const made = inventedName(random);
    // A surname that a known person has would make a right answer of its own.
    if (taken.has(made.name.toLowerCase()) || lastWords.has(lastWordOf(made.name))) continue;
    taken.add(made.name.toLowerCase());
    names.push(made);
  }
  return names;
}

const lastWordOf = (name: string): string => name.toLowerCase().split(/[\s-]/u).at(-1)!;

function inventedName(random: Random): TypedName {
  const chance = random.next();
  const place = () => random.pick(placeStarts) + random.pick(placeEnds);
  if (chance < 0.5) {
    const { given, starts, ends, before } = random.pick(languages);
    return {
      type: 'person',
      name: `${random.pick(given)} ${random.pick(before)}${random.pick(starts)}${random.pick(ends)}`,
    };
  }
  if (chance < 0.8) return { type: 'place', name: place() };
  const type = chance < 0.93 ? 'organisation' : 'event';
  return { type, name: random.pick(heads[type]).replace('@', place) };
}

/** Entities as a library would hold them, the earlier ones mentioned more often. */
export const entitiesOf = (names: readonly TypedName[]): Entity[] =>
  names.map(({ name, type }, id) => {
    const count = 1 + Math.floor((4 * names.length) / (id + names.length / 8));
    return {
      id,
      name,
      type,
      surfaces: [{ text: name, count }],
      mentions: Array.from({ length: count }, (_, at) => ({ passage: id, start: at, end: at + 1 })),
    };
  });
