import { initials } from '../format/initials.ts';
import { Icon } from './Icon.tsx';

interface AvatarProps {
  /** Null for somebody unknown. */
  name: string | null;
  size?: 'medium' | 'large';
}

/** A person's letters in a disc; dashed when nobody knows who it is. */
export function Avatar({ name, size }: AvatarProps) {
  return (
    <span class="avatar" aria-hidden="true" data-size={size} data-unknown={name === null ? '' : undefined}>
      {name === null ? <Icon name="user-round" size="small" /> : initials(name)}
    </span>
  );
}
