import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createAliases } from '../../src/entities/aliases.ts';
import { createLookup } from '../../src/entities/lookup.ts';
import type { Entity, EntityType } from '../../src/model.ts';

/** Each name is an entity, the first the most mentioned; further spellings after a bar. */
function entitiesOf(names: readonly string[], type: EntityType = 'untyped'): Entity[] {
  return names.map((spellings, id) => {
    const surfaces = spellings.split('|').map((text) => ({ text, count: names.length - id }));
    return { id, name: surfaces[0]!.text, type, surfaces, mentions: [] };
  });
}

const lookupAmong = (...names: string[]) => {
  const { lookup } = createLookup(entitiesOf(names));
  return (typed: string): string => {
    const looked = lookup(typed);
    if (looked.kind === 'one') return looked.entity.name;
    if (looked.kind === 'several') return `one of ${looked.entities.map(({ name }) => name).join(', ')}`;
    return looked.nearest.length > 0 ? `no, near ${looked.nearest[0]!.name}` : 'no';
  };
};

const shelf = [
  'Qassem Soleimani', 'Vladimir Putin', 'Nouri al-Maliki', 'Yitzhak Rabin', 'Alexis Tsipras', 'Park Geun-hye', 'Zhou Enlai',
  'Deir ez-Zor', 'Kharkiv', 'Tehran', 'Sanaa', 'Hiroshima', 'Moscow', 'Aleppo', 'Germany', 'Japan', 'Syria', 'Islamic State',
  'United Nations', 'Organization of the Petroleum Exporting Countries', 'Hezbollah', "Kata'ib Hezbollah", 'Banana Growers Union',
]; // biome-ignore format: a table

test('a body known by a word that ends the names of two is a choice between them', () => {
  const names = ['Afghan Taliban', 'Pakistani Taliban'];
  const { lookup } = createLookup(entitiesOf(names, 'organisation'));
  const found = lookup('taliban');
  expect(found.kind === 'several' && found.entities.map(({ name }) => name)).toEqual(names);
});

describe('what is called so', () => {
  const { called, lookup } = createLookup(entitiesOf(shelf));

  test.each(['Qassem Soleimani', 'soleimani', 'Deir ezZor', 'OPEC', 'ISIS', 'Growers Union'])(
    '%s is looked up',
    (typed) => {
      expect(called(typed)).toEqual(lookup(typed));
      expect(called(typed)).toMatchObject({ kind: 'one' });
    },
  );

  test.each(['Kassem Sulaimani', 'Vladmir Putin', 'Сулеймани', 'سليماني', ''])('%s only sounds like it', (typed) => {
    expect(called(typed)).toBeUndefined();
  });
});

describe('lookup finds a name', () => {
  test.each([
    ['Kassem Sulaimani', 'Qassem Soleimani'],
    ['suleymani', 'Qassem Soleimani'],
    ['General Suleimani', 'Qassem Soleimani'],
    ['soliemani', 'Qassem Soleimani'],
    ['Vladmir Putin', 'Vladimir Putin'],
    ['Yitzhak Rabni', 'Yitzhak Rabin'],
    ['putin vladimir', 'Vladimir Putin'],
    ['Dayr az-Zawr', 'Deir ez-Zor'],
    ['Hizbullah', 'Hezbollah'],
    ['Hezbolah', 'Hezbollah'],
    ['bananna growers', 'Banana Growers Union'],
  ])('spelled or typed otherwise: %s is %s', (typed, name) => {
    expect(lookupAmong(...shelf)(typed)).toBe(name);
  });

  test.each([
    ['سليماني', 'Qassem Soleimani'],
    ['Сулеймани', 'Qassem Soleimani'],
    ['苏莱曼尼', 'Qassem Soleimani'],
    ['Путин', 'Vladimir Putin'],
    ['نوري المالكي', 'Nouri al-Maliki'],
    ['רבין', 'Yitzhak Rabin'],
    ['Τσίπρας', 'Alexis Tsipras'],
    ['박근혜', 'Park Geun-hye'],
    ['周恩来', 'Zhou Enlai'],
    ['دير الزور', 'Deir ez-Zor'],
    ['Харків', 'Kharkiv'],
    ['تهران', 'Tehran'],
    ['صنعاء', 'Sanaa'],
    ['ヒロシマ', 'Hiroshima'],
  ])('in another script: %s is %s', (typed, name) => {
    expect(lookupAmong(...shelf)(typed)).toBe(name);
  });

  test.each([
    ['Daesh', 'Islamic State'],
    ['isil', 'Islamic State'],
    ['UN', 'United Nations'],
    ['un', 'United Nations'],
    ['OPEC', 'Organization of the Petroleum Exporting Countries'],
    ['BGU', 'Banana Growers Union'],
    ['Halab', 'Aleppo'],
    ['Москва', 'Moscow'],
    ['Deutschland', 'Germany'],
    ['日本', 'Japan'],
    ['Сирия', 'Syria'],
  ])('under another name: %s is %s', (typed, name) => {
    expect(lookupAmong(...shelf)(typed)).toBe(name);
  });

  test('and says how', () => {
    const { lookup } = createLookup(entitiesOf(shelf));
    const by = (typed: string) => {
      const looked = lookup(typed);
      return looked.kind === 'one' ? [looked.matched, looked.by] : looked.kind;
    };
    expect(by('qassem soleimani')).toEqual(['Qassem Soleimani', 'name']);
    expect(by('Soleimani')).toEqual(['Qassem Soleimani', 'part']);
    expect(by('Sulejmani')).toEqual(['Qassem Soleimani', 'spelling']);
    expect(by('Daesh')).toEqual(['Islamic State', 'alias']);
  });
});

describe('lookup takes no other name for it', () => {
  test.each([
    ['Homs', 'Hamas'],
    ['Khamenei', 'Khomeini'],
    ['Hunan', 'Henan'],
    ['Iran', 'Iraq'],
    ['Basra', 'Busra'],
    ['Baghdad', 'Baghdadi'],
    ['Netanya', 'Netanyahu'],
    ['Ivan Petrov', 'Ivan Perov'],
    ['Maria Silva', 'Mario Silva'],
    ['104th Brigade', '105th Brigade'],
    ['George H. W. Bush', 'George W. Bush'],
    ['Kim Yong-nam', 'Kim Jong-nam'],
    ['Hassan Rouhani', 'حسين روحاني'],
    ['Mansoura', 'منصور'],
    ['Ali Khamenei', 'خمینی'],
    ['WWII', 'wwi'],
    ['Abadan', 'بايدن'],
  ])('%s is not %s, the other way round neither', (a, b) => {
    expect(lookupAmong(a, 'Timbuktu')(b)).not.toBe(a);
    expect(lookupAmong(b, 'Timbuktu')(a)).not.toBe(b);
  });

  test.each([
    ['place', 'London', 'Jack London', 'person'],
    ['place', 'Chad', 'Chad Merrow', 'person'],
    ['organisation', 'Syrian Police', 'Free Syrian Police', 'organisation'],
    ['person', 'Leopold III', 'Leopold II', 'person'],
    ['place', 'Daraya', 'Dara', 'place'],
    ['place', 'Samara', 'Samarra', 'place'],
  ] as const)('the %s %s is not %s', (wanted, typed, name, type) => {
    const { lookup } = createLookup(entitiesOf([name], type));
    expect(lookup(typed, [wanted])).toMatchObject({ kind: 'none', nearest: [{ name }] });
  });

  test('where two stand a vowel apart: the very name is taken, what lies between is a choice', () => {
    const typed = lookupAmong('Hunan', 'Henan', 'Shandong');
    expect(typed('Hunan')).toBe('Hunan');
    expect(typed('henan')).toBe('Henan');
    expect(typed('Honan')).not.toBe('Henan');
    expect(lookupAmong('Samira Haddad', 'Samara Haddad')('Samera Haddad')).toMatch(/^one of/);
  });

  test('where two are nearly as near: it asks back', () => {
    expect(lookupAmong('Xasimov', 'Hasimov')('Khasimov')).toMatch(/^one of/);
    expect(lookupAmong('Xasimov', 'Balakov')('Khasimov')).toBe('Xasimov');
  });

  test.each([
    ['Qorveth', 'Qorveth Air Base'],
    ['Qorveth Metals Corp', 'Qorveth Metals Corporation'],
    ['Ilka Brandt', 'I. Brandt'],
    ['Mao Zedong', 'Mao Tse-tung'],
    ['Front pour la Paix au Qorveth', 'FPQ'],
  ])('%s is what %s is short or long for', (name, typed) => {
    expect(lookupAmong(name)(typed)).toBe(name);
  });

  test.each(['Xiaolongbao', 'Brobdingnag', 'what happened there', 'قرطبة', 'Минск', 'ふくろう'])(
    '%s is nobody',
    (typed) => {
      expect(lookupAmong(...shelf)(typed)).toMatch(/^no/);
    },
  );
});

describe('lookup by initials', () => {
  const typed = lookupAmong('Harold Evans', 'Association of River Traders', 'Museum of Art');

  test('takes capitals for an abbreviation, and small letters only where they are no word of a name', () => {
    expect(typed('HE')).toBe('Harold Evans');
    expect(typed('he')).not.toBe('Harold Evans');
    expect(typed('ART')).toBe('Association of River Traders');
    expect(typed('art')).toBe('Museum of Art');
    expect(lookupAmong('Islamic State')('is')).not.toBe('Islamic State');
    expect(lookupAmong('Islamic State')('IS')).toBe('Islamic State');
  });
});

describe('lookup with names that a corpus gives', () => {
  test('finds a thing by its other name, and by the name it stands for', () => {
    const aliases = createAliases(
      new Map([
        ['the Owl', 'Night Patrol'],
        ['Strix', 'the Owl'],
      ]),
    );
    const { lookup } = createLookup(entitiesOf(['Night Patrol', 'Harbour Board']), aliases);
    for (const typed of ['the owl', 'Strix', 'Owl']) {
      const looked = lookup(typed);
      expect(looked.kind === 'one' && looked.entity.name, typed).toBe('Night Patrol');
    }
  });
});

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(
      fc.constantFrom('al-', 'الـ', 'سليمان', 'Путин', '习近平', '김', 'Ö', "d'", 'van der', '104', '"', ' ', '\u200f'),
      { maxLength: 12 },
    )
    .map((parts) => parts.join('')),
);

describe('lookup and completion', () => {
  test('find every name of any library by its own spelling, in any script', () => {
    const named = anyText.filter((text) => /\p{L}{2}/u.test(text) && !text.includes('|'));
    fc.assert(
      fc.property(fc.uniqueArray(named, { minLength: 1, maxLength: 8 }), (names) => {
        const entities = entitiesOf(names);
        const { lookup } = createLookup(entities);
        for (const entity of entities) {
          const looked = lookup(entity.name);
          const found = looked.kind === 'one' ? [looked.entity] : looked.kind === 'several' ? looked.entities : [];
          expect(found.map(({ name }) => name)).toContain(entity.name);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('answer anything, of any length, and complete with no more than was asked for', () => {
    const { lookup, complete } = createLookup(entitiesOf([...shelf, 'Москва|Москве', 'القاهرة', '北京']));
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 100 }), (text, times) => {
        const typed = text.repeat(times).slice(0, 6000);
        expect(['one', 'several', 'none']).toContain(lookup(typed).kind);
        expect(complete(typed, ['person'], 7).length).toBeLessThanOrEqual(7);
      }),
    );
  });

  test.each([
    ['sulei', 'Qassem Soleimani'],
    ['Сулейм', 'Qassem Soleimani'],
    ['سليم', 'Qassem Soleimani'],
    ['qasem s', 'Qassem Soleimani'],
    ['vladmir', 'Vladimir Putin'],
    ['Пут', 'Vladimir Putin'],
    ['Hizbul', 'Hezbollah'],
    ['president put', 'Vladimir Putin'],
    ['Daesh', 'Islamic State'],
    ['Моск', 'Moscow'],
  ])('complete %s with %s', (typed, name) => {
    const { complete } = createLookup(entitiesOf(shelf));
    expect(complete(typed, [], 5).map((entity) => entity.name)).toContain(name);
  });
});

describe('a name typed as another language spells it', () => {
  const { lookup } = createLookup(
    entitiesOf(
      [
        'Vladimir Putin',
        'Boris Yeltsin',
        'Nikita Khrushchev',
        'Anton Chekhov',
        'Anwar Sadat',
        'Hassan Rouhani',
        'Martin Lindholm',
      ],
      'person',
    ),
  );

  test.each([
    ['poutine', 'Vladimir Putin'],
    ['Poetin', 'Vladimir Putin'],
    ['Jelzin', 'Boris Yeltsin'],
    ['Jelcyn', 'Boris Yeltsin'],
    ['Chruszczow', 'Nikita Khrushchev'],
    ['Jruschov', 'Nikita Khrushchev'],
    ['Chejov', 'Anton Chekhov'],
    ['Cechov', 'Anton Chekhov'],
    ['Enver Sedat', 'Anwar Sadat'],
  ])('is found: %s', (typed, name) => {
    const found = lookup(typed);
    expect(found.kind === 'one' && [found.entity.name, found.by]).toEqual([name, 'spelling']);
  });

  test.each(['Martine', 'Poulin', 'Jordan', 'Chavez', 'Moulin'])('is nobody else: %s', (typed) => {
    expect(lookup(typed).kind).toBe('none');
  });
});
