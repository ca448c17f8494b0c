CREATE TABLE `crm_pushes` (
	`webhook_id` text NOT NULL,
	`contact_id` text NOT NULL,
	`stale` text NOT NULL,
	`refused` text NOT NULL,
	`received_at` integer NOT NULL,
	PRIMARY KEY(`webhook_id`, `contact_id`),
	FOREIGN KEY (`contact_id`) REFERENCES `contacts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `crm_pushes_received` ON `crm_pushes` (`received_at`);--> statement-breakpoint
CREATE INDEX `crm_pushes_contact` ON `crm_pushes` (`contact_id`);--> statement-breakpoint
ALTER TABLE `crm_standings` ADD `key` text;--> statement-breakpoint
CREATE INDEX `crm_standings_key` ON `crm_standings` (`key`) WHERE "crm_standings"."key" is not null;