ALTER TABLE `journal` ADD `previous_revision` integer;--> statement-breakpoint
UPDATE `journal` SET `previous_revision` = `own`.`previous` FROM (
	SELECT `revision`, lag(`revision`) OVER (PARTITION BY `contact_id` ORDER BY `revision`) AS `previous`
	FROM `journal` WHERE `kind` IN ('contact.created', 'contact.attributesChanged')
) AS `own` WHERE `own`.`revision` = `journal`.`revision` AND `journal`.`kind` = 'contact.attributesChanged';
