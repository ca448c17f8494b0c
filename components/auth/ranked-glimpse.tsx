import { Avatar } from '@/components/ui/avatar';
import { cn } from '@/components/ui/class-names';
import './ranked-glimpse.css';

type GlimpseRow = {
  name: string;
  preview: string;
  waits: string;
  priority: number;
  chips: readonly string[];
  move: string;
};

/** In the order in which they stand before the value changes; the third overtakes. */
const ROWS: readonly GlimpseRow[] = [
  {
    name: 'Noah Wright',
    preview: 'My parcel says delivered, but the door…',
    waits: '6:18',
    priority: 2,
    chips: ['VIP', 'At the checkout'],
    move: 'glimpse-down',
  },
  {
    name: 'Amélie Roy',
    preview: 'Bonjour, je voudrais changer l’adresse…',
    waits: '8:20',
    priority: 1,
    chips: ['French speakers'],
    move: 'glimpse-down',
  },
  {
    name: 'Léa Fontaine',
    preview: 'I still see the charge twice on my state…',
    waits: '2:47',
    priority: 3,
    chips: ['VIP', 'French speakers', 'Loyalty Platinum'],
    move: 'glimpse-up',
  },
];

function Meter({ row }: { row: GlimpseRow }) {
  const overtakes = row.move === 'glimpse-up';
  return (
    <span className="flex w-4 flex-col items-center gap-[3px] pt-px">
      <span className="relative font-semibold text-accent text-sm tabular-nums leading-4">
        {overtakes && <span className="glimpse-leave absolute">{row.priority - 1}</span>}
        <span className={cn(overtakes && 'glimpse-arrive')}>{row.priority}</span>
      </span>
      {[4, 3, 2, 1].map((level) => (
        <span key={level} className="h-1 w-4 overflow-hidden rounded-[2px] bg-line">
          {level <= row.priority && (
            <span
              className={cn(
                'block h-full bg-accent',
                overtakes && level === row.priority && 'glimpse-arrive',
              )}
            />
          )}
        </span>
      ))}
    </span>
  );
}

function Row({ row }: { row: GlimpseRow }) {
  const overtakes = row.move === 'glimpse-up';
  return (
    <div
      className={cn(
        row.move,
        'flex h-[84px] gap-3.5 border-line border-b bg-panel px-4 py-3',
        overtakes && 'relative z-10',
      )}
    >
      <Meter row={row} />
      <Avatar name={row.name} />
      <div className="min-w-0 flex-1">
        <p className="flex items-baseline justify-between gap-3">
          <span className="font-semibold">{row.name}</span>
          <span className="text-ink-muted tabular-nums">{row.waits}</span>
        </p>
        <p className="truncate text-ink-muted">{row.preview}</p>
        <p className="mt-1 flex gap-1">
          {row.chips.map((chip, place) => (
            <span
              key={chip}
              className={cn(
                'rounded-[4px] border border-accent-line bg-accent-soft px-1.5 text-accent-ink text-xs',
                overtakes && place === 2 && 'glimpse-arrive',
              )}
            >
              {chip}
            </span>
          ))}
        </p>
      </div>
    </div>
  );
}

/** Three who wait. A value of one of them changes, and she moves to the front, once. */
export function RankedGlimpse() {
  return (
    <div className="w-full max-w-[440px]">
      <div className="overflow-hidden rounded-lg border border-line-strong bg-panel">
        <div className="-mb-px">
          {ROWS.map((row) => (
            <Row key={row.name} row={row} />
          ))}
        </div>
      </div>
      <p className="glimpse-arrive mt-4 text-center text-ink-muted">
        Loyalty status became <span className="font-mono text-ink text-xs">Platinum</span>
        <span className="text-ink-faint"> · </span>
        priority 2 → <span className="font-semibold text-accent">3</span>
      </p>
      <p className="mt-10 text-balance text-center font-medium text-lg tracking-[-0.01em]">
        What you know of a customer decides who is next.
      </p>
    </div>
  );
}
