// Whether there is little room: drawings are laid out anew then, and not made small with their words.
import { useEffect, useState } from 'preact/hooks';

const QUERY = '(max-width: 34rem)';

export function useNarrow(): boolean {
  const [narrow, setNarrow] = useState(() => matchMedia(QUERY).matches);
  useEffect(() => {
    const media = matchMedia(QUERY);
    const follow = (): void => setNarrow(media.matches);
    media.addEventListener('change', follow);
    return () => media.removeEventListener('change', follow);
  }, []);
  return narrow;
}
