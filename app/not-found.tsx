import { NotHere } from '@/components/shell/not-here';

export default function NotFound() {
  return (
    <main className="h-dvh">
      <NotHere />
    </main>
  );
}
