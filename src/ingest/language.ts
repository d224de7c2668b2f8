/** Text → the language it is written in, by its script or its commonest words; null rather than a doubtful guess. */

const sampleChars = 20_000;

/** Scripts that one language of today's web is written in, or nearly so. Order matters: kana before Han. */
const scripts: readonly (readonly [string, RegExp])[] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['zh', /\p{Script=Han}/gu],
  ['th', /\p{Script=Thai}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['hy', /\p{Script=Armenian}/gu],
  ['ka', /\p{Script=Georgian}/gu],
  ['bn', /\p{Script=Bengali}/gu],
  ['ta', /\p{Script=Tamil}/gu],
];

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** The commonest function words of each language; no content words. */
const functionWords: readonly (readonly [string, ReadonlySet<string>])[] = [
  [
    'en',
    words(
      'the of and to in that is was for it with as his on be at by he had not are but from or have an they which you were this their has its will',
    ),
  ],
  [
    'de',
    words(
      'der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über',
    ),
  ],
  [
    'fr',
    words(
      'de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont la avec son aux cette ses mais ou comme été nous',
    ),
  ],
  [
    'es',
    words(
      'de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me si sin sobre este entre cuando muy también',
    ),
  ],
  [
    'pt',
    words(
      'de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser quando muito há nos',
    ),
  ],
  [
    'it',
    words(
      'di e il la che in a per è un del non una i le della con si da sono al dei come più anche nel alla ha gli su delle ma lo degli questo',
    ),
  ],
  [
    'nl',
    words(
      'de van het een en in is dat op te voor met die zijn niet aan er om ook als bij door maar naar uit hij was over ze nog worden heeft tot dan',
    ),
  ],
  [
    'sv',
    words(
      'och i att det som en på är av för med till den har de inte om ett han men var jag sig från vi så kan när år under också efter',
    ),
  ],
  [
    'da',
    words(
      'og i at det er en til på som de med for af den der ikke har et han om var men jeg fra sig vi kan så efter blev også',
    ),
  ],
  ['pl', words('w i na z do się nie jest że o to a po jak za od przez dla ale są jego tym być który oraz przed tylko')],
  [
    'tr',
    words(
      've bir bu için ile de da olarak olan çok daha gibi en kadar sonra ne ancak var o olduğu ya tarafından ki her',
    ),
  ],
  [
    'id',
    words(
      'yang dan di dari dengan untuk pada ini itu dalam tidak adalah ke akan juga oleh sebagai telah dia bisa ada atau',
    ),
  ],
  [
    'ru',
    words('и в не на что с он как это по но они к у из за то же от для его был все или так было о при если ее бы'),
  ],
  ['uk', words('і в не на що з він як це та до за у від для його було або є й про але які яка після також')],
  ['ar', words('في من على أن إلى التي عن مع هذا هذه ما لا كان الذي بعد كما قد بين كل أو ذلك لم و')],
  ['fa', words('و در به از که این را با است برای آن یک خود تا کرد بر هم می شود بود شد های اما نیز')],
  ['ur', words('کے میں کی ہے اور سے کا کو اس نے پر ہیں کہ یہ بھی جو تھا کر ایک گیا')],
  ['hi', words('के में की है और से का को इस ने पर हैं कि यह भी जो था कर एक लिए नहीं')],
];

const shareMin = 0.12;
const wordsMin = 12;

export function languageOf(text: string): { readonly lang: string; readonly how: 'script' | 'words' } | null {
  const sample = text.slice(0, sampleChars);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 20) return null;
  for (const [lang, script] of scripts) {
    // Japanese is told by its kana, of which a third of the letters is plenty.
    const share = (sample.match(script)?.length ?? 0) / letters;
    if (share > (lang === 'ja' ? 0.15 : 0.5)) return { lang, how: 'script' };
  }
  const tokens = sample.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  if (tokens.length < wordsMin) return null;
  const scored = functionWords
    .map(([lang, known]) => ({ lang, share: tokens.filter((token) => known.has(token)).length / tokens.length }))
    .sort((a, b) => b.share - a.share);
  const [best, second] = scored;
  return best && second && best.share >= shareMin && best.share >= second.share * 1.3
    ? { lang: best.lang, how: 'words' }
    : null;
}
