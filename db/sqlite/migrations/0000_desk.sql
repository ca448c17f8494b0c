CREATE TABLE `attributes` (
	`key` text PRIMARY KEY NOT NULL,
	`label` text NOT NULL,
	`format` text NOT NULL,
	`manager` text NOT NULL,
	`enabled` integer NOT NULL,
	`standard` integer NOT NULL,
	`position` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `channels` (
	`key` text PRIMARY KEY NOT NULL,
	`label` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `contact_values` (
	`contact_id` text NOT NULL,
	`attribute` text NOT NULL,
	`value` text NOT NULL,
	`source` text NOT NULL,
	`set_at` integer NOT NULL,
	PRIMARY KEY(`contact_id`, `attribute`),
	FOREIGN KEY (`contact_id`) REFERENCES `contacts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`attribute`) REFERENCES `attributes`(`key`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `contact_values_attribute` ON `contact_values` (`attribute`);--> statement-breakpoint
CREATE TABLE `contacts` (
	`id` text PRIMARY KEY NOT NULL,
	`namespace` text NOT NULL,
	`external_id` text NOT NULL,
	`revision` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `contacts_identity` ON `contacts` (`namespace`,`external_id`);--> statement-breakpoint
CREATE TABLE `conversations` (
	`id` text PRIMARY KEY NOT NULL,
	`contact_id` text NOT NULL,
	`channel` text NOT NULL,
	`status` text NOT NULL,
	`owner_id` text,
	`waiting_since` integer,
	`last_activity_at` integer NOT NULL,
	`opened_at` integer NOT NULL,
	`preview` text NOT NULL,
	`revision` integer NOT NULL,
	FOREIGN KEY (`contact_id`) REFERENCES `contacts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `conversations_open` ON `conversations` (`id`,`contact_id`) WHERE "conversations"."status" <> 'resolved';--> statement-breakpoint
CREATE INDEX `conversations_resolved` ON `conversations` (`last_activity_at`,`id`) WHERE "conversations"."status" = 'resolved';--> statement-breakpoint
CREATE UNIQUE INDEX `conversations_place` ON `conversations` (`contact_id`,`channel`);--> statement-breakpoint
CREATE TABLE `head` (
	`id` integer PRIMARY KEY NOT NULL,
	`epoch` text NOT NULL,
	`revision` integer NOT NULL,
	`catalogue_revision` integer NOT NULL,
	`last_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text,
	`expires_at` integer NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_hash` ON `invitations` (`hash`);--> statement-breakpoint
CREATE TABLE `journal` (
	`revision` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`kind` text NOT NULL,
	`actor` text NOT NULL,
	`cause` text NOT NULL,
	`body` text NOT NULL,
	`contact_id` text,
	`conversation_id` text
);
--> statement-breakpoint
CREATE INDEX `journal_contact` ON `journal` (`contact_id`);--> statement-breakpoint
CREATE INDEX `journal_conversation` ON `journal` (`conversation_id`);--> statement-breakpoint
CREATE TABLE `journal_personal` (
	`revision` integer PRIMARY KEY NOT NULL,
	`contact_id` text NOT NULL,
	`body` text NOT NULL,
	FOREIGN KEY (`revision`) REFERENCES `journal`(`revision`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `journal_personal_contact` ON `journal_personal` (`contact_id`);--> statement-breakpoint
CREATE TABLE `messages` (
	`id` text PRIMARY KEY NOT NULL,
	`conversation_id` text NOT NULL,
	`channel` text NOT NULL,
	`kind` text NOT NULL,
	`author_id` text,
	`author_name` text,
	`text` text NOT NULL,
	`at` integer NOT NULL,
	`revision` integer NOT NULL,
	`external_message_id` text,
	`sent_at` integer,
	`refused` text NOT NULL,
	FOREIGN KEY (`conversation_id`) REFERENCES `conversations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `messages_conversation` ON `messages` (`conversation_id`,`revision`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `messages_arrival` ON `messages` (`channel`,`external_message_id`);--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`role` text NOT NULL,
	`active` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `people_email` ON `people` (lower("email"));--> statement-breakpoint
CREATE TABLE `segments` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`join` text NOT NULL,
	`conditions` text NOT NULL,
	`changed_by` text,
	`changed_at` integer NOT NULL,
	`revision` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `settings` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL,
	`revision` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `tokens` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`scope` text NOT NULL,
	`created_at` integer NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tokens_hash` ON `tokens` (`hash`);