import type { SurveyDefinition } from '../contract/survey.ts';

/** The two questions that the budgets are measured with, in every language that the frame speaks. */
const ASKED: Record<string, [rating: string, why: string]> = {
  ar: ['كيف كان التوصيل؟', 'ما السبب الرئيسي؟'],
  az: ['Çatdırılma necə idi?', 'Əsas səbəb nədir?'],
  bg: ['Как мина доставката?', 'Каква е основната причина?'],
  ckb: ['گەیاندن چۆن بوو؟', 'هۆکاری سەرەکی چییە؟'],
  cs: ['Jak proběhlo doručení?', 'Jaký je hlavní důvod?'],
  da: ['Hvordan gik leveringen?', 'Hvad er den vigtigste årsag?'],
  de: ['Wie war die Lieferung?', 'Was ist der Hauptgrund?'],
  el: ['Πώς ήταν η παράδοση;', 'Ποιος είναι ο κύριος λόγος;'],
  en: ['How was the delivery?', 'What is the main reason?'],
  es: ['¿Qué tal la entrega?', '¿Cuál es el motivo principal?'],
  fa: ['تحویل سفارش چطور بود؟', 'دلیل اصلی چیست؟'],
  fi: ['Millainen toimitus oli?', 'Mikä on tärkein syy?'],
  fr: ['Comment s’est passée la livraison ?', 'Quelle est la raison principale ?'],
  he: ['איך היה המשלוח?', 'מה הסיבה העיקרית?'],
  hi: ['डिलीवरी का अनुभव कैसा रहा?', 'मुख्य वजह क्या है?'],
  hr: ['Kako je prošla dostava?', 'Koji je glavni razlog?'],
  hu: ['Milyen volt a kiszállítás?', 'Mi a fő ok?'],
  id: ['Bagaimana pengirimannya?', 'Apa alasan utamanya?'],
  it: ['Com’è andata la consegna?', 'Qual è il motivo principale?'],
  ja: ['配送はいかがでしたか？', '主な理由は何ですか？'],
  ko: ['배송은 어땠나요?', '가장 큰 이유는 무엇인가요?'],
  lt: ['Kaip pavyko pristatymas?', 'Kokia pagrindinė priežastis?'],
  nb: ['Hvordan var leveringen?', 'Hva er hovedgrunnen?'],
  nl: ['Hoe was de bezorging?', 'Wat is de belangrijkste reden?'],
  pl: ['Jak oceniasz dostawę?', 'Jaki jest główny powód?'],
  pt: ['Como foi a entrega?', 'Qual é o principal motivo?'],
  'pt-PT': ['Como correu a entrega?', 'Qual é o motivo principal?'],
  ro: ['Cum a fost livrarea?', 'Care este motivul principal?'],
  ru: ['Как прошла доставка?', 'В чём главная причина?'],
  sk: ['Ako prebehlo doručenie?', 'Aký je hlavný dôvod?'],
  sv: ['Hur gick leveransen?', 'Vad är det främsta skälet?'],
  th: ['การจัดส่งเป็นอย่างไร', 'เหตุผลหลักคืออะไร'],
  tr: ['Teslimat nasıldı?', 'Başlıca nedeni nedir?'],
  uk: ['Як пройшла доставка?', 'Яка головна причина?'],
  ur: ['ڈیلیوری کا تجربہ کیسا رہا؟', 'بنیادی وجہ کیا ہے؟'],
  vi: ['Việc giao hàng thế nào?', 'Lý do chính là gì?'],
  'zh-Hans': ['配送怎么样？', '主要原因是什么？'],
  'zh-Hant': ['配送如何？', '主要原因是什麼？'],
};

const said = (place: 0 | 1) => Object.fromEntries(Object.entries(ASKED).map(([tag, texts]) => [tag, texts[place]]));

/** A rating and what is said about it: the survey that most visitors see. */
export const deliverySurvey: SurveyDefinition = {
  name: 'After delivery',
  touchpoint: 'delivery',
  questions: [
    { id: 'rating', type: 'csat', text: said(0) },
    { id: 'why', type: 'text', text: said(1) },
  ],
  triggers: {},
  period: 30,
  locales: Object.keys(ASKED),
};
