import type { Metadata } from 'next';
import { signedIn } from '@/app/signed-in';
import { SearchScreen } from '@/components/search/search-screen';

export const metadata: Metadata = { title: 'Search' };

export default async function SearchPage() {
  await signedIn();
  return <SearchScreen />;
}
