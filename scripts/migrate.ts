import { migrateDatabase } from '@/db/sqlite/migrate';
import { readEnvironment } from '@/lib/environment';

const { databasePath } = readEnvironment(process.env);
migrateDatabase(databasePath);
console.log(`${databasePath} is up to date.`);
