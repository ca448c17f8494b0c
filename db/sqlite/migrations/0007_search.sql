CREATE TABLE `search_removals` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`message_revision` integer,
	`contact_id` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `messages_revision` ON `messages` (`revision`);--> statement-breakpoint
CREATE TRIGGER `messages_removed` AFTER DELETE ON `messages` BEGIN
	INSERT INTO `search_removals` (`message_revision`) VALUES (old.`revision`);
END;
--> statement-breakpoint
CREATE TRIGGER `contacts_removed` AFTER DELETE ON `contacts` BEGIN
	INSERT INTO `search_removals` (`contact_id`) VALUES (old.`id`);
END;
