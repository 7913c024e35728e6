-- Letters and contracts have a look too, chosen as that of quotes and invoices is.
ALTER TABLE templates_choice DROP CONSTRAINT templates_choice_type_check;
ALTER TABLE templates_choice ADD CONSTRAINT templates_choice_type_check
    CHECK (type IN ('quote', 'invoice', 'credit_note', 'letter', 'contract'));
