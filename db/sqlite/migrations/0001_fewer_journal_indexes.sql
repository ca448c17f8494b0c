DROP INDEX `journal_contact`;--> statement-breakpoint
DROP INDEX `journal_personal_contact`;