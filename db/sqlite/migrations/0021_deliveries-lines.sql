DROP INDEX `deliveries_due`;--> statement-breakpoint
CREATE INDEX `deliveries_newest` ON `deliveries` (`endpoint_id`,`id`);--> statement-breakpoint
CREATE INDEX `deliveries_failing` ON `deliveries` (`endpoint_id`) WHERE "deliveries"."state" = 'due' and "deliveries"."attempts" > 0;--> statement-breakpoint
CREATE INDEX `deliveries_due` ON `deliveries` (`endpoint_id`,`due_at`,`id`) WHERE "deliveries"."state" = 'due';