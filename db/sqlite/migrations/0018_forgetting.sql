ALTER TABLE `head` ADD `rewrite_due` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX `journal_beside` ON `journal` (`contact_id`) WHERE "contact_id" is not null and "conversation_id" is null
  and "kind" not in ('contact.created', 'contact.attributesChanged', 'crmStanding.versionsAdvanced');