CREATE TABLE `saved_views` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`owner_id` text,
	`filter` text NOT NULL,
	`order` text NOT NULL,
	`columns` text NOT NULL,
	`position` integer NOT NULL,
	`changed_by` text,
	`changed_at` integer NOT NULL,
	`revision` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `saved_views_shared_name` ON `saved_views` (lower("name")) WHERE "saved_views"."owner_id" is null;--> statement-breakpoint
CREATE UNIQUE INDEX `saved_views_own_name` ON `saved_views` (`owner_id`,lower("name"));