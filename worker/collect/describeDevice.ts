import { DEVICES, type Device } from '../../contract/metric.ts';

/** What an answer was given on; null where the user agent does not say. */
export interface DeviceDescription {
  type: Device;
  browser: string | null;
  os: string | null;
}

/** In this order: most browsers name Chrome or Safari too, and only the first that fits is meant. */
const BROWSERS: [RegExp, string][] = [
  [/\bEdg(?:e|A|iOS)?\//, 'Edge'],
  [/\b(?:OPR|OPiOS|OPT|Opera)\b/, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Chrome|CriOS|Chromium)\//, 'Chrome'],
  [/\bVersion\/[\d.]+.*\bSafari\//, 'Safari'],
];

/** Android names Linux, and an iPhone "like Mac OS X". */
const SYSTEMS: [RegExp, string][] = [
  [/\b(?:iPhone|iPad|iPod)\b/, 'iOS'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac(?:intosh| OS X)\b/, 'macOS'],
  [/\b(?:Linux|X11|CrOS)\b/, 'Linux'],
];

/**
 * A user agent in a few words, and only what it says for certain: no versions, no models.
 *
 * @param declared the kind of device the page named, which wins: an iPad calls itself a Mac
 */
export function describeDevice(userAgent: string, declared?: string): DeviceDescription {
  return {
    type: DEVICES.find((device) => device === declared && device !== 'unknown') ?? typeOf(userAgent),
    browser: nameIn(BROWSERS, userAgent),
    os: nameIn(SYSTEMS, userAgent),
  };
}

function typeOf(userAgent: string): Device {
  if (/\biPad\b|\bTablet\b/.test(userAgent)) return 'tablet';
  if (/\bAndroid\b/.test(userAgent)) return /\bMobile\b/.test(userAgent) ? 'phone' : 'tablet';
  if (/\biPhone\b|\biPod\b|\bMobile\b/.test(userAgent)) return 'phone';
  return /\b(?:Windows|Macintosh|X11|Linux|CrOS)\b/.test(userAgent) ? 'desktop' : 'unknown';
}

function nameIn(names: readonly [RegExp, string][], userAgent: string): string | null {
  return names.find(([pattern]) => pattern.test(userAgent))?.[1] ?? null;
}
