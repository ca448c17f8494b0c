CREATE TABLE `deliveries` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`endpoint_id` text NOT NULL,
	`webhook_id` text NOT NULL,
	`event` text NOT NULL,
	`contact_id` text NOT NULL,
	`conversation_id` text,
	`body` text NOT NULL,
	`state` text NOT NULL,
	`attempts` integer NOT NULL,
	`due_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`tried_at` integer,
	`status` integer,
	`problem` text,
	`answer` text,
	FOREIGN KEY (`endpoint_id`) REFERENCES `endpoints`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`contact_id`) REFERENCES `contacts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `deliveries_log` ON `deliveries` (`endpoint_id`,`state`,`id`);--> statement-breakpoint
CREATE INDEX `deliveries_due` ON `deliveries` (`due_at`,`id`) WHERE "deliveries"."state" = 'due';--> statement-breakpoint
CREATE INDEX `deliveries_line` ON `deliveries` (`endpoint_id`,`contact_id`,`id`) WHERE "deliveries"."state" = 'due';--> statement-breakpoint
CREATE INDEX `deliveries_unarrived` ON `deliveries` (`conversation_id`) WHERE "deliveries"."state" <> 'delivered';--> statement-breakpoint
CREATE INDEX `deliveries_contact` ON `deliveries` (`contact_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `deliveries_once` ON `deliveries` (`endpoint_id`,`webhook_id`);--> statement-breakpoint
CREATE TABLE `derived_through` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `endpoints` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`url` text NOT NULL,
	`channel` text,
	`events` text NOT NULL,
	`enabled` integer NOT NULL,
	`since` integer NOT NULL,
	`revision` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `endpoints_channel` ON `endpoints` (`channel`);