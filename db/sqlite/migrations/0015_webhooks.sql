CREATE TABLE `channel_mappings` (
	`channel` text PRIMARY KEY NOT NULL,
	`mapping` text NOT NULL,
	`revision` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `webhook_receipts` (
	`channel` text NOT NULL,
	`webhook_id` text NOT NULL,
	`contact_id` text NOT NULL,
	`conversation_id` text,
	`message_id` text,
	`refused` text NOT NULL,
	PRIMARY KEY(`channel`, `webhook_id`),
	FOREIGN KEY (`contact_id`) REFERENCES `contacts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `webhook_receipts_contact` ON `webhook_receipts` (`contact_id`);