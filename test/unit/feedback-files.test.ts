import { describe, expect, it } from 'vitest';
import type { FeedbackChoice } from '../../contract/feedback.ts';
import { planRows } from '../../worker/feedback-files/planRows.ts';
import { readFeedback } from '../../worker/feedback-files/readFeedback.ts';
import { rescale } from '../../worker/feedback-files/readScore.ts';
import { readWhen } from '../../worker/feedback-files/readWhen.ts';

const NOW = Date.parse('2026-11-23T12:00:00Z');

function planned(text: string, choices: FeedbackChoice[] = []) {
  const file = readFeedback(new TextEncoder().encode(text));
  if (!file) throw new Error('recognised nobody');
  const { parts, rows } = planRows(file, choices, NOW);
  return {
    system: file.system,
    questions: parts.flatMap(({ part, questions }) =>
      questions.map(({ about }) => ({
        part,
        text: about.text,
        kind: about.kind,
        rescaled: about.rescaled,
        unreadable: about.unreadable,
      })),
    ),
    rows,
    read: rows.flatMap((row) => (row.why === null ? [row] : [])),
  };
}

const DELIGHTED = JSON.stringify([
  {
    id: '5435',
    person: { id: '7945', email: 'anna@poczta.example', name: 'Anna Żak', phone_number: null },
    survey_type: 'nps',
    score: 9,
    comment: 'Świetnie!',
    permalink: 'https://delighted.example/r/1',
    created_at: 1609459200,
    updated_at: 1609459200,
    person_properties: { locale: 'pl' },
    notes: [],
    tags: [],
  },
  {
    id: '5436',
    person: { email: 'sara@ikon.example' },
    survey_type: 'csat',
    score: 4,
    comment: null,
    created_at: 1609545600,
  },
  { id: '5437', person: '7945', survey_type: 'ces', score: 2, comment: '', created_at: 1609545600 },
  { id: '5438', person: null, survey_type: 'thumbs', score: 1, created_at: 1609545600 },
  { id: '5439', person: null, survey_type: 'nps', score: 11, created_at: 1609545600 },
]);

const TYPEFORM = `#,How likely are you to recommend us to a friend?,Your email,Name,What did you like?,How would you rate the delivery?,Response Type,Start Date (UTC),Stage Date (UTC),Submit Date (UTC),Network ID,Tags
a1,10,anna@poczta.example,Anna,"Coffee, and
the smell",8,completed,2025-03-01 10:00:00,,2025-03-01 10:02:00,n1,
a2,0,,,,2,partial,2025-03-02 10:00:00,2025-03-02 10:01:00,,n2,
`;

const SURVEYMONKEY = `Respondent ID;Collector ID;Start Date;End Date;IP Address;Email Address;First Name;Last Name;Custom Data 1;How satisfied are you with us?;Which do you use?;;;Rate our service;;Anything else?
;;;;;;;;;Response;Web;App;Other (please specify);Speed;Price;Open-Ended Response
118;9;03/24/2025 08:30:00 AM;03/24/2025 08:35:10 PM;10.0.0.1;jan@firma.example;Jan;Kowalski;;Very satisfied;Web;App;;5;2;Dziękuję
119;9;03/25/2025 08:30:00 AM;03/25/2025 08:31:00 AM;10.0.0.2;;;;;Dissatisfied;;App;A kiosk;3;;
`;

const QUALTRICS = `StartDate,EndDate,Status,IPAddress,Progress,Duration (in seconds),Finished,RecordedDate,ResponseId,RecipientLastName,RecipientFirstName,RecipientEmail,ExternalReference,LocationLatitude,LocationLongitude,DistributionChannel,UserLanguage,Q1,Q1_NPS_GROUP,Q2,Q3
Start Date,End Date,Response Type,IP Address,Progress,Duration (in seconds),Finished,Recorded Date,Response ID,Recipient Last Name,Recipient First Name,Recipient Email,External Data Reference,Location Latitude,Location Longitude,Distribution Channel,User Language,On a scale of 0-10 how likely are you to recommend us?,On a scale - Group,How easy was it to get help?,Why?
"{""ImportId"":""startDate"",""timeZone"":""Asia/Tehran""}","{""ImportId"":""endDate"",""timeZone"":""Asia/Tehran""}","{""ImportId"":""status""}",,,,,"{""ImportId"":""recordedDate"",""timeZone"":""Asia/Tehran""}",,,,,,,,,,"{""ImportId"":""QID1""}",,"{""ImportId"":""QID2""}",
2025-06-01 12:00:00,2025-06-01 12:05:00,IP Address,10.0.0.1,100,300,True,2025-06-01 12:05:01,R_1,موسوی,سارا,sara@ikon.example,C-77,,,email,FA,10,Promoter,Extremely easy,عالی
2025-06-01 12:00:00,2025-06-01 12:05:00,Survey Preview,10.0.0.1,100,300,True,2025-06-01 12:05:01,R_2,,,,,,,preview,EN,3,Detractor,Extremely difficult,
2025-06-02 12:00:00,2025-06-02 12:05:00,IP Address,10.0.0.1,40,300,False,2025-06-02 12:05:01,R_3,,,,,,,anonymous,EN,7,Passive,Slightly easy,
`;

describe('an export of Delighted', () => {
  it('is read by kinds of survey, each on its own scale, with dates and people', () => {
    const { system, questions, read, rows } = planned(DELIGHTED);
    expect(system).toBe('delighted');
    expect(
      questions.filter(({ text }) => text !== 'Comment').map(({ part, kind, rescaled }) => [part, kind, rescaled]),
    ).toEqual([
      ['nps', 'nps', false],
      ['csat', 'csat', false],
      ['ces', 'ces', true],
      ['thumbs', 'thumbs', false],
    ]);
    expect(read[0]).toMatchObject({
      id: '5435',
      at: 1609459200000,
      locale: 'pl',
      person: { email: 'anna@poczta.example', name: 'Anna Żak' },
      answers: [
        { question: 'q1', value: 9 },
        { question: 'q2', value: 'Świetnie!' },
      ],
    });
    expect(read.map(({ part, answers }) => [part, answers[0]?.value])).toEqual([
      ['nps', 9],
      ['csat', 4],
      ['ces', 2],
      ['thumbs', 1],
    ]);
    expect(rows.flatMap(({ why }) => why ?? [])).toEqual(['no-answer']);
  });

  it('is read as a table too', () => {
    const { system, read } = planned(
      'id,survey_type,score,comment,permalink,created_at,person_email,person_name\n1,nps,7,"So, so",x,2021-01-01 00:00:00 UTC,a@b.example,A B\n',
    );
    expect(system).toBe('delighted');
    expect(read).toMatchObject([{ id: '1', at: 1609459200000, person: { email: 'a@b.example', name: 'A B' } }]);
  });
});

describe('results of a typeform', () => {
  it('are read with the respondent apart from what was asked', () => {
    const { system, questions, read } = planned(TYPEFORM);
    expect(system).toBe('typeform');
    expect(questions).toMatchObject([
      { kind: 'nps', rescaled: false },
      { text: 'What did you like?', kind: 'text' },
      { text: 'How would you rate the delivery?', kind: 'csat', rescaled: true },
    ]);
    expect(read[0]).toMatchObject({
      id: 'a1',
      at: Date.parse('2025-03-01T10:02:00Z'),
      complete: true,
      person: { email: 'anna@poczta.example', name: 'Anna' },
      answers: [{ value: 10 }, { value: 'Coffee, and\nthe smell' }, { value: 4 }],
    });
    expect(read[1]).toMatchObject({ complete: false, person: { email: '' }, answers: [{ value: 0 }, { value: 1 }] });
  });

  it('become what somebody chooses instead of what was guessed', () => {
    const { questions, read } = planned(TYPEFORM, [
      { part: '', key: 'c5', kind: 'csat', low: 1, high: 10 },
      { part: '', key: 'c1', kind: 'leave' },
      { part: '', key: 'c4', kind: 'nps' },
    ]);
    expect(questions).toMatchObject([
      { kind: 'leave' },
      { kind: 'nps', unreadable: 1 },
      { kind: 'csat', rescaled: true },
    ]);
    expect(read[0]?.answers).toEqual([{ question: 'q3', value: 4 }]);
  });
});

describe('results of SurveyMonkey', () => {
  it('are read by both header rows: labels as scores, columns of options as one choice, of things as questions', () => {
    const { system, questions, read } = planned(SURVEYMONKEY);
    expect(system).toBe('surveymonkey');
    expect(questions.map(({ text, kind }) => [text, kind])).toEqual([
      ['How satisfied are you with us?', 'csat'],
      ['Which do you use?', 'multiple'],
      ['Rate our service – Speed', 'csat'],
      ['Rate our service – Price', 'csat'],
      ['Anything else?', 'text'],
    ]);
    expect(read[0]).toMatchObject({
      id: '118',
      at: Date.parse('2025-03-24T20:35:10Z'),
      person: { email: 'jan@firma.example', name: 'Jan Kowalski' },
      answers: [{ value: 5 }, { value: ['o1', 'o2'] }, { value: 5 }, { value: 2 }, { value: 'Dziękuję' }],
    });
    expect(read[1]?.answers).toMatchObject([{ value: 2 }, { value: ['o2', 'o3'] }, { value: 3 }]);
  });
});

describe('responses of Qualtrics', () => {
  it('are read by three header rows, in the zone they name, without previews and groups', () => {
    const { system, questions, read, rows } = planned(QUALTRICS);
    expect(system).toBe('qualtrics');
    expect(questions).toMatchObject([
      { text: 'On a scale of 0-10 how likely are you to recommend us?', kind: 'nps' },
      { text: 'How easy was it to get help?', kind: 'ces', rescaled: false },
      { text: 'Why?', kind: 'text' },
    ]);
    expect(rows.map(({ why }) => why)).toEqual([null, 'preview', null]);
    expect(read[0]).toMatchObject({
      id: 'R_1',
      at: Date.parse('2025-06-01T08:35:01Z'),
      complete: true,
      locale: 'fa',
      person: { email: 'sara@ikon.example', name: 'سارا موسوی', externalId: 'C-77' },
      answers: [{ value: 10 }, { value: 7 }, { value: 'عالی' }],
    });
    expect(read[1]).toMatchObject({ complete: false, answers: [{ value: 7 }, { value: 5 }] });
  });
});

it('a file of nobody known is said to be that', () => {
  for (const text of ['', 'a,b\n1,2\n', '{', '[]', '{"score":1}', 'Email,Name\na@b.example,A\n']) {
    expect(readFeedback(new TextEncoder().encode(text)), text).toBeNull();
  }
});

it('a row that was answered at no time, tomorrow or twice is refused, and costs no other', () => {
  const { rows } = planned(
    'id,survey_type,score,comment,created_at\n1,nps,7,,\n2,nps,7,,2030-01-01\n3,nps,7,,2025-01-01\n3,nps,8,,2025-01-01\n,nps,8,,2025-01-01\n',
  );
  expect(rows.map(({ why }) => why)).toEqual(['no-time', 'in-future', null, 'twice', 'no-id']);
});

it.each([
  [
    [1, 10],
    [1, 5],
    [1, 1, 2, 2, 3, 3, 4, 4, 5, 5],
  ],
  [
    [1, 5],
    [1, 7],
    [1, 2, 4, 6, 7],
  ],
  [
    [1, 7],
    [1, 5],
    [1, 2, 2, 3, 4, 4, 5],
  ],
  [
    [1, 5],
    [1, 5],
    [1, 2, 3, 4, 5],
  ],
] as const)('a score on %j keeps its side on %j', (from, to, expected) => {
  const values = Array.from({ length: from[1] - from[0] + 1 }, (_, i) => from[0] + i);
  const moved = values.map((value) => rescale(value, from, to));
  expect(moved[0]).toBe(to[0]);
  expect(moved.at(-1)).toBe(to[1]);
  expect(moved).toEqual([...moved].sort((a, b) => a - b));
  expect(moved).toEqual(expected);
});

it.each([
  ['2025-03-30 02:30:00', 'Europe/Warsaw', '2025-03-30T01:30:00.000Z'],
  ['2025-07-01 00:00:00', 'Europe/Warsaw', '2025-06-30T22:00:00.000Z'],
  ['2025-01-01T00:00:00+03:30', 'Europe/Warsaw', '2024-12-31T20:30:00.000Z'],
])('%s in %s is %s', (written, zone, expected) => {
  expect(new Date(readWhen(written, { zone }) ?? 0).toISOString()).toBe(expected);
});
