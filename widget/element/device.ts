/** What kind of device this is, by its main pointer and the shorter side of its screen in CSS pixels. */
export function device(): 'phone' | 'tablet' | 'desktop' {
  if (!matchMedia('(pointer: coarse)').matches) return 'desktop';
  return Math.min(screen.width, screen.height) < 600 ? 'phone' : 'tablet';
}
