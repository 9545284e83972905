import { describe, expect, it } from 'vitest';
import { type Linkable, linkable } from '../../worker/identity/linkage/linkable.ts';
import { febrl } from '../support/febrl.ts';
import { blockedPairs, linkEverybody, pairOf, quality } from '../support/linkEverybody.ts';

/** A crowd with known duplicates, as CRMs have them: mistyped, abbreviated, moved house, other address at the same firm. */
function crowd(count: number, twice: number): { people: Linkable[]; truth: Set<string> } {
  let seed = 7;
  const random = (below: number) => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((seed / 0x1_0000_0000) * below);
  };
  // The few first names many have, and surnames of which some are common and most are rare, as in life.
  const first = ['Adam', 'Piotr', 'Zofia', 'Maria', 'Sara', 'Reza', 'Nina', 'Ewa', 'Jan', 'Omid', 'Priya', 'Lena'];
  const syllables = ['ko', 'wal', 'mi', 'ras', 'den', 'tor', 'ber', 'sa', 'lin', 'gra', 'hov', 'zek', 'nia', 'dur'];
  const word = () => Array.from({ length: 2 + random(3) }, () => syllables[random(syllables.length)]).join('');
  const common = Array.from({ length: 40 }, word);
  const firms = Array.from({ length: Math.ceil(count / 8) }, () => `${word()} ${word()}`);
  const cities = Array.from({ length: 60 }, word);
  const people: Linkable[] = [];
  const truth = new Set<string>();
  const make = (source: { given: string; family: string; firm: string; city: string; phone: string; mail: string }) => {
    people.push(
      linkable({
        number: people.length + 1,
        name: `${source.given} ${source.family}`.trim(),
        company: source.firm || null,
        attributes: { city: source.city },
        emails: source.mail ? [source.mail] : [],
        phones: source.phone ? [source.phone] : [],
      }),
    );
    return people.length;
  };
  for (let i = 0; i < count; i++) {
    const given = first[random(first.length)] ?? '';
    const family = random(3) === 0 ? (common[random(common.length)] ?? '') : word() + word();
    const firm = firms[random(firms.length)] ?? '';
    const city = cities[random(cities.length)] ?? '';
    const phone = `+485${String(10_000_000 + random(80_000_000))}`;
    const local = `${given}.${family}`.toLowerCase();
    const number = make({
      given,
      family,
      firm,
      city,
      phone,
      mail: `${local}${random(100)}@${firm.replace(' ', '')}.example`,
    });
    if (i >= twice) continue;
    const typo = random(family.length - 1);
    const other = make({
      given: random(4) === 0 ? `${given[0]}.` : given,
      family: random(4) === 0 ? family.slice(0, typo) + family.slice(typo + 1) : family,
      firm: random(6) === 0 ? '' : firm,
      city: random(6) === 0 ? (cities[random(cities.length)] ?? '') : city,
      phone: random(3) === 0 ? '' : phone,
      mail: random(3) === 0 ? '' : `${local}@mail.example`,
    });
    truth.add(pairOf(number, other));
  }
  return { people, truth };
}

describe('finding people who are there twice', () => {
  it('does so on FEBRL’s first set of labelled people with F1 of at least 0.98', () => {
    const { people, truth } = febrl(new URL('../data/febrl/dataset1.csv', import.meta.url));
    const found = quality(linkEverybody(people).found, truth);
    expect(found.n).toBe(500);
    expect(found.precision).toBeGreaterThanOrEqual(0.98);
    expect(found.recall).toBeGreaterThanOrEqual(0.98);
    expect(found.f1).toBeGreaterThanOrEqual(0.98);
  });

  it('does so among 2,000 people of a CRM, a tenth of them twice, with F1 of at least 0.95', () => {
    const { people, truth } = crowd(2_000, 200);
    const found = quality(linkEverybody(people).found, truth);
    expect(found.n).toBe(200);
    expect(found.f1).toBeGreaterThanOrEqual(0.95);
  });

  it('finds nobody among people who are all there once', () => {
    const { people } = crowd(1_000, 0);
    expect(linkEverybody(people).found.size).toBeLessThanOrEqual(2);
  });

  it('compares a bounded number of pairs for each person, however many there are', () => {
    const compared = (count: number) => blockedPairs(crowd(count, count / 50).people) / count;
    const [few, many] = [compared(2_000), compared(20_000)];
    // Of everybody with everybody it would be ten times as many for each.
    expect(many).toBeLessThan(50);
    expect(many).toBeLessThan(few * 5);
  });
});
