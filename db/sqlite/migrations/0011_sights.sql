CREATE TABLE `callings` (
	`person_id` text NOT NULL,
	`conversation_id` text NOT NULL,
	`kind` text NOT NULL,
	`revision` integer NOT NULL,
	PRIMARY KEY(`conversation_id`, `person_id`, `kind`),
	FOREIGN KEY (`conversation_id`) REFERENCES `conversations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `callings_person` ON `callings` (`person_id`);--> statement-breakpoint
CREATE TABLE `sights` (
	`person_id` text NOT NULL,
	`conversation_id` text NOT NULL,
	`revision` integer NOT NULL,
	PRIMARY KEY(`conversation_id`, `person_id`),
	FOREIGN KEY (`conversation_id`) REFERENCES `conversations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `sights_person` ON `sights` (`person_id`);--> statement-breakpoint
CREATE INDEX `conversations_owner` ON `conversations` (`owner_id`) WHERE "conversations"."owner_id" is not null;