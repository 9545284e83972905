import type { Moments, SurveyRule, Who } from '../../contract/rules.ts';
import type { Survey } from '../../contract/survey.ts';

/** Live surveys as rules for the loader: ids, moments, audiences and languages, no words. What is absent costs nothing. */
export function compileRules(live: readonly Survey[]): SurveyRule[] {
  return live.map((survey) => {
    const { triggers, audience, schedule, touchpoint } = survey;
    const on = momentsOf(survey);
    const who = whoOf(survey);
    return {
      id: survey.id,
      version: survey.version,
      ...(touchpoint === null ? {} : { touchpoint }),
      locales: survey.locales,
      ...(triggers.url?.length ? { url: triggers.url } : {}),
      ...(triggers.notUrl?.length ? { notUrl: triggers.notUrl } : {}),
      ...(triggers.event ? { event: triggers.event } : {}),
      ...(triggers.delay ? { delay: triggers.delay } : {}),
      period: survey.period,
      ...(triggers.placed ? { placed: true as const } : {}),
      ...(audience?.sample !== undefined && audience.sample < 1 ? { sample: audience.sample } : {}),
      ...(schedule?.from ? { from: seconds(schedule.from) } : {}),
      ...(schedule?.until ? { until: seconds(schedule.until) } : {}),
      ...(audience?.countries?.length || isForKnown(survey) ? { ask: true as const } : {}),
      ...(isForKnown(survey) ? { known: true as const } : {}),
      ...(on ? { on } : {}),
      ...(who ? { who } : {}),
    };
  });
}

/** Whether only somebody by proof can be asked: by what is known of them, or by what a server told of them. */
function isForKnown({ audience, triggers }: Survey): boolean {
  return !!audience?.attributes?.length || !!audience?.segments?.length || triggers.server !== undefined;
}

/** The moments that a file of their own watches for; undefined when there are none. */
function momentsOf({ triggers }: Survey): Moments | undefined {
  const on: Moments = {
    ...(triggers.click ? { click: triggers.click } : {}),
    ...(triggers.scroll ? { scroll: triggers.scroll } : {}),
    ...(triggers.idle ? { idle: triggers.idle } : {}),
    ...(triggers.exit ? { exit: true as const } : {}),
    ...(triggers.visible ? { visible: triggers.visible } : {}),
    ...(triggers.page ? { page: triggers.page } : {}),
    // Its words come with the texts.
    ...(triggers.tab ? { tab: true as const } : {}),
  };
  return Object.keys(on).length > 0 ? on : undefined;
}

/** Whom it is for, as far as the page can tell. Countries and attributes are the server's to judge, and stay there. */
function whoOf({ audience = {} }: Survey): Who | undefined {
  const who: Who = {
    ...(audience.devices?.length ? { devices: audience.devices } : {}),
    ...(audience.languages?.length ? { languages: audience.languages } : {}),
    ...(audience.referrers?.length ? { referrers: audience.referrers } : {}),
    ...(audience.utm?.length ? { utm: audience.utm } : {}),
    ...(audience.visitors ? { visitors: audience.visitors } : {}),
  };
  return Object.keys(who).length > 0 ? who : undefined;
}

function seconds(instant: string): number {
  return Math.floor(Date.parse(instant) / 1000);
}
