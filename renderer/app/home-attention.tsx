// What the first screen asks to be looked at: lost keys, ends that come near, missing tokens, what waits, the own mark.
import type { Zone } from '../base/format.ts';
import type { TokensState } from '../base/tokens-state.ts';
import { ExpiryCard } from '../features/certificates/expiry-card.tsx';
import { MissingTokenCard } from '../features/doctor/missing-card.tsx';
import { MarkReminder } from '../features/home/mark-reminder.tsx';
import { LostKeyCard } from '../features/lost-key/attention-card.tsx';
import { PendingCard } from '../features/pending/pending-card.tsx';
import type { View } from './views.ts';

interface Props {
  readonly zone: Zone;
  readonly list: TokensState['list'];
  /** Whether the mark is still to be spoken of. */
  readonly remindsOfMark: boolean;
  readonly onShow: (view: View) => void;
  readonly onRenew: (certificate: string) => void;
  readonly onNewKey: (name: string) => void;
  readonly onMark: (answer: 'wanted' | 'later') => void;
}

export function HomeAttention(props: Props) {
  const { zone, list, remindsOfMark, onShow, onRenew, onNewKey, onMark } = props;
  return (
    <>
      <LostKeyCard onShow={() => onShow('lost-key')} />
      <ExpiryCard
        zone={zone}
        occasion={list}
        onShow={() => onShow('tokens')}
        onRenew={onRenew}
        onNewKey={onNewKey}
      />
      <MissingTokenCard list={list} onShow={() => onShow('doctor')} />
      <PendingCard zone={zone} />
      {remindsOfMark && (
        <MarkReminder
          list={list}
          onChoose={() => {
            onShow('settings');
            onMark('wanted');
          }}
          onLater={() => {
            onMark('later');
            // The button that was pressed is gone.
            document.getElementById('content')?.focus();
          }}
        />
      )}
    </>
  );
}
