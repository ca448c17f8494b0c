import { NotHere } from '@/components/shell/not-here';

export default function NotFound() {
  return (
    <main className="h-dvh">
      <NotHere>
        {/* A full load: with a Link here, the sign-in page would carry the code of one. */}
        <a href="/queue">Go to the queue</a>
      </NotHere>
    </main>
  );
}
