CREATE TABLE `crm_standings` (
	`contact_id` text PRIMARY KEY NOT NULL,
	`versions` text DEFAULT '{}' NOT NULL,
	`revision` integer NOT NULL,
	FOREIGN KEY (`contact_id`) REFERENCES `contacts`(`id`) ON UPDATE no action ON DELETE cascade
);
