import { foldText } from '../identity/foldText.ts';

/** What a label stands for, and of which scale. */
export interface Score {
  value: number;
  /** Of a label: ends of the scale it belongs to. Of a number nobody can know. */
  scale: readonly [low: number, high: number] | null;
}

/** Labels from the lowest to the highest, several spellings of one side by side. */
const SCALES: readonly (readonly (readonly string[])[])[] = [
  [
    [
      'very dissatisfied',
      'very unsatisfied',
      'bardzo niezadowolony',
      'bardzo niezadowolona',
      'خیلی ناراضی',
      'بسیار ناراضی',
    ],
    ['dissatisfied', 'unsatisfied', 'somewhat dissatisfied', 'niezadowolony', 'niezadowolona', 'ناراضی'],
    [
      'neither satisfied nor dissatisfied',
      'neutral',
      'ani zadowolony, ani niezadowolony',
      'نه راضی نه ناراضی',
      'متوسط',
    ],
    ['satisfied', 'somewhat satisfied', 'zadowolony', 'zadowolona', 'راضی'],
    ['very satisfied', 'bardzo zadowolony', 'bardzo zadowolona', 'خیلی راضی', 'بسیار راضی'],
  ],
  [['very poor'], ['poor'], ['average'], ['good'], ['excellent']],
  [['poor'], ['fair'], ['good'], ['very good'], ['excellent']],
  [
    ['extremely dissatisfied'],
    ['moderately dissatisfied'],
    ['slightly dissatisfied'],
    ['neither satisfied nor dissatisfied'],
    ['slightly satisfied'],
    ['moderately satisfied'],
    ['extremely satisfied'],
  ],
  [
    ['extremely dissatisfied'],
    ['somewhat dissatisfied'],
    ['neither satisfied nor dissatisfied'],
    ['somewhat satisfied'],
    ['extremely satisfied'],
  ],
  [
    ['extremely difficult'],
    ['moderately difficult'],
    ['slightly difficult'],
    ['neither easy nor difficult'],
    ['slightly easy'],
    ['moderately easy'],
    ['extremely easy'],
  ],
  [['very difficult'], ['difficult'], ['neither easy nor difficult', 'neutral'], ['easy'], ['very easy']],
];
const THUMBS: Record<string, number> = { '👍': 1, '👎': 0, 'thumbs up': 1, 'thumbs down': 0 };
const STARS = /^[★⭐]+[☆]*$/u;

/** The number that an answer begins with, be it alone or with its label: `10`, `0 - Not at all likely`, `4 stars`. */
function numberOf(folded: string): number | null {
  const found = /^(-?\d{1,3})(?:[.,]0+)?(?:$|\s*[-–—:.)/]\s*\D|\s+(?:stars?|gwiazd\w*|ستاره)$)/u.exec(folded);
  return found ? Number(found[1]) : null;
}

/**
 * A reader of scores for the answers one question has: the scale whose labels cover them all, or the numbers they begin
 * with. Answers it cannot read are null.
 */
export function scoreReader(answers: readonly string[]): (answer: string) => Score | null {
  const folded = [...new Set(answers.map(foldText))].filter(Boolean);
  const labels = SCALES.find((scale) => {
    const known = new Set(scale.flat().map(foldText));
    return folded.length > 0 && folded.every((answer) => known.has(answer));
  });
  if (labels) {
    const values = new Map(
      labels.flatMap((spellings, index) => spellings.map((spelling) => [foldText(spelling), index + 1])),
    );
    const scale = [1, labels.length] as const;
    return (answer) => {
      const value = values.get(foldText(answer));
      return value === undefined ? null : { value, scale };
    };
  }
  return (answer) => {
    const text = foldText(answer);
    const thumb = THUMBS[answer.trim()] ?? THUMBS[text];
    if (thumb !== undefined) return { value: thumb, scale: [0, 1] };
    if (STARS.test(answer.trim()))
      return { value: [...answer.trim()].filter((one) => one !== '☆').length, scale: [1, 5] };
    const value = numberOf(text);
    return value === null ? null : { value, scale: null };
  };
}

/**
 * A score on another scale: its place between the ends stays, rounded away from the middle, so that a rating never loses
 * its side.
 */
export function rescale(
  value: number,
  [low, high]: readonly [number, number],
  [from, to]: readonly [number, number],
): number {
  if (low === from && high === to) return value;
  const middle = (from + to) / 2;
  const moved = from + ((value - low) / (high - low)) * (to - from) - middle;
  // Halves go outwards; the small amount is what dividing leaves of a half.
  const rounded = Number.isInteger(middle)
    ? Math.sign(moved) * Math.floor(Math.abs(moved) + 0.5 + 1e-9)
    : Math.sign(moved) * (Math.floor(Math.abs(moved) + 1e-9) + 0.5);
  return Math.min(to, Math.max(from, middle + rounded));
}
