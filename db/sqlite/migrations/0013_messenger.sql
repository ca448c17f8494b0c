CREATE TABLE `messengers` (
	`channel` text PRIMARY KEY NOT NULL,
	`origins` text NOT NULL,
	`title` text NOT NULL,
	`greeting` text NOT NULL,
	`accent` text NOT NULL,
	`side` text NOT NULL,
	`pre_chat` text NOT NULL,
	`revision` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `signing_secrets` (
	`id` text PRIMARY KEY NOT NULL,
	`owner` text NOT NULL,
	`created_at` integer NOT NULL,
	`sealed` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `signing_secrets_owner` ON `signing_secrets` (`owner`);--> statement-breakpoint
CREATE TABLE `used_tokens` (
	`token` text PRIMARY KEY NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `used_tokens_expiry` ON `used_tokens` (`expires_at`);