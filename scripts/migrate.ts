import { migrateDatabase } from '@/db/sqlite/migrate';
import { readEnvironment } from '@/lib/environment';
import { failureSentence } from '@/lib/failure-sentence';

try {
  const { databasePath } = readEnvironment(process.env);
  migrateDatabase(databasePath);
  console.log(`${databasePath} is up to date.`);
} catch (error) {
  console.error(failureSentence(error));
  process.exitCode = 1;
}
