#include "modules/audit/journal_words.hpp"

#include "kernel/base/text.hpp"
#include "kernel/i18n/translate.hpp"

#include <array>

namespace audit
{
namespace
{

using i18n::t;

constexpr auto actions = std::to_array<std::string_view>({
    "tickets.opened",
    "tickets.moved",
    "tickets.assigned",
    "tickets.prioritised",
    "tickets.message_written",
    "tickets.message_corrected",
    "tickets.note_written",
    "tickets.shared",
    "tickets.rated",
    "tickets.message_received",
    "mail.mailbox_connected",
    "mail.mailbox_saved",
    "mail.mailbox_stopped",
    "tickets.files_attached",
    "tickets.reply_added",
    "tickets.reply_saved",
    "tickets.reply_removed",
    "tickets.sla_saved",
    "tickets.linked",
    "tickets.unlinked",
    "tickets.note_corrected",
    "tickets.time_added",
    "tickets.time_corrected",
    "tickets.time_removed",
    "tickets.opened_to_client",
    "tickets.closed_to_client",
    "tickets.merged",
    "tickets.absorbed",
    "tickets.split",
    "tickets.gathered",
    "tickets.parted",
    "tickets.broadcast",
    "tickets.checklist_added",
    "tickets.checklist_removed",
    "tickets.item_ticked",
    "tickets.item_unticked",
    "tickets.checklist_template_added",
    "tickets.checklist_template_saved",
    "tickets.checklist_template_removed",
    "tickets.category_added",
    "tickets.category_saved",
    "tickets.category_retired",
    "tickets.category_restored",
    "tickets.category_placed",
    "tickets.filed",
    "progress.sheet_added",
    "progress.sheet_exported",
    "progress.header_saved",
    "progress.setting_saved",
    "progress.post_published",
    "progress.draft_saved",
    "progress.post_edited",
    "progress.post_cancelled",
    "progress.post_restored",
    "progress.post_removed",
    "progress.post_purged",
    "progress.comment_written",
    "progress.comment_corrected",
    "progress.comment_removed",
    "quotes.started",
    "quotes.saved",
    "quotes.copied",
    "quotes.removed",
    "ledger.exported",
    "ledger.verified",
    "signatures.signed",
    "signatures.recorded",
    "signatures.exported",
    "signatures.paper_read",
    "signatures.evidence_read",
    "quotes.sent",
    "quotes.seen",
    "quotes.declined",
    "quotes.refused",
    "quotes.expired",
    "quotes.extended",
    "quotes.replaced",
    "quotes.accepted",
    "quotes.recorded",
    "quotes.asked",
    "quotes.followed_up",
    "quotes.follow_ups_saved",
    "invoices.started",
    "invoices.saved",
    "invoices.removed",
    "invoices.checked",
    "invoices.issued",
    "invoices.seen",
    "invoices.reminded",
    "invoices.paid",
    "invoices.refunded",
    "invoices.rejected",
    "invoices.credited",
    "invoices.cancelled",
    "invoices.buyer_saved",
    "invoices.terms_saved",
    "numbering.format_saved",
    "einvoicing.received",
    "einvoicing.quarantined",
    "einvoicing.dismissed",
    "einvoicing.accepted",
    "einvoicing.refused",
    "einvoicing.paid",
    "einvoicing.platform_saved",
    "einvoicing.platform_on",
    "einvoicing.platform_off",
    "expenses.recorded",
    "expenses.saved",
    "expenses.cancelled",
    "expenses.recovered",
    "expenses.receipt_added",
    "expenses.type_added",
    "expenses.type_saved",
    "expenses.exported",
    "accounting.period_closed",
    "accounting.fec_exported",
    "accounting.entries_exported",
    "pricebook.draft_made",
    "pricebook.draft_abandoned",
    "pricebook.version_activated",
    "pricebook.version_unscheduled",
    "pricebook.item_added",
    "pricebook.item_saved",
    "pricebook.item_removed",
    "pricebook.special_price_added",
    "pricebook.special_price_removed",
    "knowledge.article_added",
    "knowledge.article_saved",
    "knowledge.article_removed",
    "knowledge.problem_solved",
    "crm.client_added",
    "crm.client_saved",
    "crm.contact_added",
    "crm.interaction_written",
    "crm.interaction_removed",
    "crm.document_added",
    "crm.document_shared",
    "crm.document_withdrawn",
    "crm.document_removed",
    "crm.import_launched",
    "crm.import_done",
    "crm.import_invited",
    "crm.inactivity_saved",
    "crm.imports_read",
    "crm.type_added",
    "crm.type_renamed",
    "crm.type_retired",
    "crm.type_restored",
    "crm.details_changed",
    "crm.change_asked",
    "crm.change_refused",
    "crm.portal_fields_saved",
    "projects.project_added",
    "projects.project_saved",
    "projects.code_added",
    "projects.code_revealed",
    "projects.code_removed",
    "projects.client_assigned",
    "projects.client_unassigned",
    "projects.account_limited",
    "projects.account_unlimited",
    "identity.business_signed_up",
    "identity.business_confirmed",
    "identity.client_registered",
    "identity.client_signed_up",
    "identity.invited",
    "identity.invitation_asked",
    "identity.invitation_resent",
    "identity.invitation_cancelled",
    "identity.invitation_accepted",
    "identity.account_added",
    "identity.account_activated",
    "identity.activation_link_given",
    "identity.role_changed",
    "identity.right_changed",
    "identity.two_factor_policy_changed",
    "identity.member_deactivated",
    "identity.member_reactivated",
    "identity.handover_offered",
    "identity.handover_accepted",
    "identity.handover_declined",
    "identity.handover_withdrawn",
    "identity.rescue_announced",
    "identity.rescue_done",
    "identity.rescue_cancelled",
    "identity.reset_link_given",
    "settings.profile_edited",
    "settings.colour_chosen",
    "files.logo_sent",
    "files.logo_removed",
    "files.drawn",
    "files.quota_set",
    "settings.words_changed",
    "mail.sender_saved",
    "mail.sender_activated",
    "mail.sender_disabled",
    "client_entry.saved",
    "sms.account_saved",
    "sms.account_activated",
    "sms.account_disabled",
    "sms.mobile_saved",
    "mail.wording_saved",
    "mail.address_suspended",
    "mail.address_resumed",
    "mail.wording_reset",
    "security.unknown_object",
    "audit.exported",
    "crm.clients_read",
    "crm.clients_exported",
    "dashboards.report_exported",
    "mail.outbox_read",
    "identity.sign_ins_read",
    "notifications.chosen",
    "notifications.rule_changed",
    "backup.requested",
    "portability.exported",
    "portability.imported",
    "portability.erased",
    "portability.export_asked",
    "portability.export_taken",
    "privacy.asked",
    "privacy.answered",
    "privacy.packed",
    "privacy.pack_taken",
    "privacy.erased",
    "privacy.consent_given",
    "privacy.consent_withdrawn",
    "privacy.officer_named",
    "privacy.retention_saved",
    "privacy.hold_placed",
    "privacy.hold_lifted",
    "privacy.retained",
});
constexpr std::array<std::string_view, 9> kinds{"quote",     "ticket",      "client",
                                                "project",   "membership",  "invitation",
                                                "workspace", "mail_sender", "privacy_request"};

std::string key_of(std::string_view family, std::string_view code)
{
    return std::string{family} + base::replace_all(std::string{code}, ".", "_");
}

/// « de » becomes « d’ » before it.
bool begins_with_vowel(std::string_view subject)
{
    const auto key = base::fold(subject);
    return !key.empty() && std::string_view{"aeiou"}.find(key.front()) != std::string_view::npos;
}

} // namespace

std::span<const std::string_view> known_actions()
{
    return actions;
}

std::span<const std::string_view> known_kinds()
{
    return kinds;
}

std::string words_of_action(std::string_view action, std::string_view subject)
{
    const auto key = key_of("audit.action.", action);
    if (!i18n::has(key)) return std::string{action};
    const auto words = t(key, {{"subject", std::string{subject}}});
    if (!begins_with_vowel(subject)) return words;
    return base::replace_all(words, t("audit.of") + std::string{subject},
                             t("audit.of_elided") + std::string{subject});
}

std::string words_of_kind(std::string_view kind)
{
    const auto key = key_of("audit.kind.", kind);
    return i18n::has(key) ? t(key) : t("audit.kind.anything");
}

std::string words_of_field(std::string_view field)
{
    const auto key = key_of("audit.field.", field);
    return i18n::has(key) ? t(key) : std::string{field};
}

std::string words_of_value(std::string_view field, std::string_view value)
{
    const auto key = key_of("audit.value.", std::string{field} + "_" + std::string{value});
    return i18n::has(key) ? t(key) : std::string{value};
}

} // namespace audit
