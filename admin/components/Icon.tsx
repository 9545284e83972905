import archive from 'lucide-static/icons/archive.svg?raw';
import archiveRestore from 'lucide-static/icons/archive-restore.svg?raw';
import arrowDown from 'lucide-static/icons/arrow-down.svg?raw';
import arrowRight from 'lucide-static/icons/arrow-right.svg?raw';
import arrowUp from 'lucide-static/icons/arrow-up.svg?raw';
import braces from 'lucide-static/icons/braces.svg?raw';
import calendar from 'lucide-static/icons/calendar.svg?raw';
import check from 'lucide-static/icons/check.svg?raw';
import chevronDown from 'lucide-static/icons/chevron-down.svg?raw';
import chevronLeft from 'lucide-static/icons/chevron-left.svg?raw';
import chevronRight from 'lucide-static/icons/chevron-right.svg?raw';
import circleAlert from 'lucide-static/icons/circle-alert.svg?raw';
import circleDot from 'lucide-static/icons/circle-dot.svg?raw';
import circleQuestionMark from 'lucide-static/icons/circle-question-mark.svg?raw';
import clipboardList from 'lucide-static/icons/clipboard-list.svg?raw';
import cloudDrizzle from 'lucide-static/icons/cloud-drizzle.svg?raw';
import cloudFog from 'lucide-static/icons/cloud-fog.svg?raw';
import cloudLightning from 'lucide-static/icons/cloud-lightning.svg?raw';
import cloudOff from 'lucide-static/icons/cloud-off.svg?raw';
import cloudSun from 'lucide-static/icons/cloud-sun.svg?raw';
import copy from 'lucide-static/icons/copy.svg?raw';
import copyPlus from 'lucide-static/icons/copy-plus.svg?raw';
import database from 'lucide-static/icons/database.svg?raw';
import download from 'lucide-static/icons/download.svg?raw';
import ellipsis from 'lucide-static/icons/ellipsis.svg?raw';
import equalApproximately from 'lucide-static/icons/equal-approximately.svg?raw';
import eye from 'lucide-static/icons/eye.svg?raw';
import eyeOff from 'lucide-static/icons/eye-off.svg?raw';
import feather from 'lucide-static/icons/feather.svg?raw';
import gauge from 'lucide-static/icons/gauge.svg?raw';
import globe from 'lucide-static/icons/globe.svg?raw';
import gripVertical from 'lucide-static/icons/grip-vertical.svg?raw';
import history from 'lucide-static/icons/history.svg?raw';
import hourglass from 'lucide-static/icons/hourglass.svg?raw';
import info from 'lucide-static/icons/info.svg?raw';
import keyRound from 'lucide-static/icons/key-round.svg?raw';
import layoutDashboard from 'lucide-static/icons/layout-dashboard.svg?raw';
import link2 from 'lucide-static/icons/link-2.svg?raw';
import listFilter from 'lucide-static/icons/list-filter.svg?raw';
import logOut from 'lucide-static/icons/log-out.svg?raw';
import mail from 'lucide-static/icons/mail.svg?raw';
import messageSquareText from 'lucide-static/icons/message-square-text.svg?raw';
import monitor from 'lucide-static/icons/monitor.svg?raw';
import moon from 'lucide-static/icons/moon.svg?raw';
import pause from 'lucide-static/icons/pause.svg?raw';
import pencil from 'lucide-static/icons/pencil.svg?raw';
import phone from 'lucide-static/icons/phone.svg?raw';
import play from 'lucide-static/icons/play.svg?raw';
import plus from 'lucide-static/icons/plus.svg?raw';
import qrCode from 'lucide-static/icons/qr-code.svg?raw';
import redo2 from 'lucide-static/icons/redo-2.svg?raw';
import rotateCw from 'lucide-static/icons/rotate-cw.svg?raw';
import scale from 'lucide-static/icons/scale.svg?raw';
import search from 'lucide-static/icons/search.svg?raw';
import send from 'lucide-static/icons/send.svg?raw';
import settings from 'lucide-static/icons/settings.svg?raw';
import shieldCheck from 'lucide-static/icons/shield-check.svg?raw';
import smartphone from 'lucide-static/icons/smartphone.svg?raw';
import smile from 'lucide-static/icons/smile.svg?raw';
import sparkles from 'lucide-static/icons/sparkles.svg?raw';
import squareCheck from 'lucide-static/icons/square-check.svg?raw';
import sun from 'lucide-static/icons/sun.svg?raw';
import text from 'lucide-static/icons/text.svg?raw';
import textCursorInput from 'lucide-static/icons/text-cursor-input.svg?raw';
import thumbsDown from 'lucide-static/icons/thumbs-down.svg?raw';
import thumbsUp from 'lucide-static/icons/thumbs-up.svg?raw';
import trash2 from 'lucide-static/icons/trash-2.svg?raw';
import triangleAlert from 'lucide-static/icons/triangle-alert.svg?raw';
import undo2 from 'lucide-static/icons/undo-2.svg?raw';
import userRound from 'lucide-static/icons/user-round.svg?raw';
import userRoundPlus from 'lucide-static/icons/user-round-plus.svg?raw';
import usersRound from 'lucide-static/icons/users-round.svg?raw';
import waves from 'lucide-static/icons/waves.svg?raw';
import wind from 'lucide-static/icons/wind.svg?raw';
import x from 'lucide-static/icons/x.svg?raw';
import zap from 'lucide-static/icons/zap.svg?raw';
import { h } from 'preact';
import { iconShapes } from './icon-shapes.ts';

const SOURCES = {
  archive: archive,
  'archive-restore': archiveRestore,
  'arrow-down': arrowDown,
  'arrow-right': arrowRight,
  'arrow-up': arrowUp,
  braces: braces,
  calendar: calendar,
  check: check,
  'chevron-down': chevronDown,
  'chevron-left': chevronLeft,
  'chevron-right': chevronRight,
  'circle-alert': circleAlert,
  'circle-dot': circleDot,
  'circle-question-mark': circleQuestionMark,
  'clipboard-list': clipboardList,
  'cloud-drizzle': cloudDrizzle,
  'cloud-fog': cloudFog,
  'cloud-lightning': cloudLightning,
  'cloud-off': cloudOff,
  'cloud-sun': cloudSun,
  copy: copy,
  'copy-plus': copyPlus,
  database: database,
  download: download,
  ellipsis: ellipsis,
  'equal-approximately': equalApproximately,
  eye: eye,
  'eye-off': eyeOff,
  feather: feather,
  gauge: gauge,
  globe: globe,
  'grip-vertical': gripVertical,
  history: history,
  hourglass: hourglass,
  info: info,
  'key-round': keyRound,
  'layout-dashboard': layoutDashboard,
  'link-2': link2,
  'list-filter': listFilter,
  'log-out': logOut,
  mail: mail,
  'message-square-text': messageSquareText,
  monitor: monitor,
  moon: moon,
  pause: pause,
  pencil: pencil,
  phone: phone,
  play: play,
  plus: plus,
  'redo-2': redo2,
  'qr-code': qrCode,
  'rotate-cw': rotateCw,
  scale: scale,
  search: search,
  send: send,
  settings: settings,
  'shield-check': shieldCheck,
  smartphone: smartphone,
  smile: smile,
  sparkles: sparkles,
  'square-check': squareCheck,
  sun: sun,
  text: text,
  'text-cursor-input': textCursorInput,
  'thumbs-down': thumbsDown,
  'thumbs-up': thumbsUp,
  'trash-2': trash2,
  'triangle-alert': triangleAlert,
  'undo-2': undo2,
  'user-round': userRound,
  'user-round-plus': userRoundPlus,
  'users-round': usersRound,
  waves: waves,
  wind: wind,
  x: x,
  zap: zap,
} as const;

/** The icons in use, by their lucide names. */
export type IconName = keyof typeof SOURCES;

/** Arrows along the line of reading, which turn with it. No others do. */
const TURNING = new Set<IconName>([
  'arrow-right',
  'chevron-left',
  'chevron-right',
  'log-out',
  'redo-2',
  'send',
  'undo-2',
]);

interface IconProps {
  name: IconName;
  size?: 'small' | 'large';
}

/** A drawn sign beside a word; silent to a screen reader, so the word must be there. */
export function Icon({ name, size }: IconProps) {
  return (
    <svg
      class="icon"
      viewBox="0 0 24 24"
      aria-hidden="true"
      data-size={size}
      data-turns={TURNING.has(name) ? '' : undefined}
    >
      {iconShapes(SOURCES[name]).map(({ tag, attributes }) => h(tag, attributes))}
    </svg>
  );
}
