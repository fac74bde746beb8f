// Where announcements are read from by screen readers. One in a window.
import { useEffect, useState } from 'react';
import { onAnnouncement } from '../base/announce.ts';

export function LiveRegion() {
  const [said, setSaid] = useState({ text: '', count: 0 });
  useEffect(
    () => onAnnouncement((text) => setSaid((before) => ({ text, count: before.count + 1 }))),
    [],
  );
  return (
    <div className="visually-hidden" role="status" aria-live="polite">
      {/* A new element each time: the same sentence twice is read twice. */}
      <span key={said.count}>{said.text}</span>
    </div>
  );
}
