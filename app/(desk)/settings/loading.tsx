import { SettingsSkeleton } from '@/components/shell/desk-skeleton';

export default function Loading() {
  return (
    <div role="status">
      <span className="sr-only">Loading</span>
      <SettingsSkeleton />
    </div>
  );
}
