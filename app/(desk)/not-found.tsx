import Link from 'next/link';
import { NotHere } from '@/components/shell/not-here';

export default function NotFound() {
  return (
    <NotHere>
      <Link href="/queue">Go to the queue</Link>
    </NotHere>
  );
}
