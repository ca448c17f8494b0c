CREATE TABLE `drafts` (
	`person_id` text NOT NULL,
	`conversation_id` text NOT NULL,
	`mode` text NOT NULL,
	`reply` text NOT NULL,
	`note` text NOT NULL,
	`after` text,
	`written_at` integer NOT NULL,
	PRIMARY KEY(`person_id`, `conversation_id`),
	FOREIGN KEY (`conversation_id`) REFERENCES `conversations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `drafts_conversation` ON `drafts` (`conversation_id`);