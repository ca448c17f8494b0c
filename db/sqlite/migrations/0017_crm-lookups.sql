ALTER TABLE `crm_standings` ADD `lookup` text;--> statement-breakpoint
ALTER TABLE `crm_standings` ADD `due_at` integer;--> statement-breakpoint
CREATE INDEX `crm_standings_due` ON `crm_standings` (`due_at`,`contact_id`) WHERE "crm_standings"."due_at" is not null;