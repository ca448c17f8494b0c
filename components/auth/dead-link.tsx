import { Button } from '@/components/ui/button';
import { AuthHead } from './auth-head';

/** A link that opened its door once, or too long ago. */
export function DeadLink({ children }: { children: string }) {
  return (
    <div role="alert">
      <AuthHead title="This link no longer works">{children}</AuthHead>
      <Button asChild variant="solid" className="h-9">
        <a href="/sign-in">Go to sign-in</a>
      </Button>
    </div>
  );
}
