import { encode } from 'uqr';
import { Icon } from '../../components/Icon.tsx';
import { t } from '../../messages/translate.ts';

/** Modules of white around a code, without which many readers do not see it (ISO/IEC 18004, 9.1). */
const QUIET = 4;

/** The dark modules of a code as one path in a square of `size` units. */
function modulesOf(text: string): { path: string; size: number } {
  // A quarter may be scratched or smudged: it hangs where people pass.
  const { data, size } = encode(text, { ecc: 'Q', border: 0 });
  const path = data
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x + QUIET} ${y + QUIET}h1v1h-1z` : '')))
    .join('');
  return { path, size: size + 2 * QUIET };
}

interface QrCodeProps {
  url: string;
  /** The file's name, without its ending. */
  name: string;
}

/** A link as a code to be printed, dark on white in every scheme. */
export function QrCode({ url, name }: QrCodeProps) {
  const { path, size } = modulesOf(url);
  const box = `0 0 ${size} ${size}`;
  const download = () => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path}"/></svg>`;
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
    link.download = `${name}.svg`;
    link.click();
    URL.revokeObjectURL(link.href);
  };
  return (
    <figure class="qr">
      <svg viewBox={box} role="img" aria-label={t('links.qr')} shape-rendering="crispEdges">
        <path class="qr-ground" d={`M0 0h${size}v${size}H0z`} />
        <path class="qr-ink" d={path} />
      </svg>
      <button type="button" class="button" data-size="small" onClick={download}>
        <Icon name="download" />
        {t('links.qr-download')}
      </button>
    </figure>
  );
}
