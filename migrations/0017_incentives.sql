-- What a page for enterprises needs of the money rules beside their figures: a name, the other
-- language, what is asked, and which answer is the base of a rate. null: as the document writes it.

alter table incentives add column title_zh text;
alter table incentives add column title_en text;
alter table incentives add column grantor_en text;
alter table incentives add column beneficiary_en text;
alter table incentives add column condition_en text;
alter table incentives add column per_en text;
alter table incentives add column rate_base_en text;
-- the condition whose answer is the base of the rate; null: the base is asked by itself
alter table incentives add column rate_base_field text;
alter table incentive_tiers add column label_en text;
alter table incentive_conditions add column name_zh text;
alter table incentive_conditions add column name_en text;
alter table incentive_conditions add column unit_en text;
alter table incentive_notes add column note_en text;
