#include "modules/portability/places.hpp"

#include <algorithm>
#include <array>

namespace portability
{

const std::vector<LeftOut>& left_out()
{
    static const std::vector<LeftOut> tables{
        {"search_term", "rebuilt"},
        {"search_pending", "rebuilt"},
        {"search_state", "rebuilt"},
        {"form_key", "passing"},
        {"job", "passing"},
        {"files_upload", "passing"},
        {"handover", "passing"},
        {"rescue", "passing"},
        {"signatures_code", "passing"},
        {"bank_draft", "passing"},
        {"invitation", "local"},
        {"audit_head", "local"},
        {"portability_package", "local"},
    };
    return tables;
}

const LeftOut* find_left_out(std::string_view table)
{
    const auto found = std::ranges::find(left_out(), table, &LeftOut::table);
    return found == left_out().end() ? nullptr : &*found;
}

const std::vector<Withheld>& withheld()
{
    static const std::vector<Withheld> values{
        {"mail_sender", "sealed_password", "", ""},
        {"mail_sender", "state", "draft", ""},
        {"mail_sender", "verified_at", "NULL", ""},
        {"sms_account", "sealed_secret", "", ""},
        {"sms_account", "sealed_consumer_key", "", ""},
        {"sms_account", "state", "draft", ""},
        {"sms_account", "verified_at", "NULL", ""},
        {"einvoicing_platform", "sealed_secret", "", ""},
        {"einvoicing_platform", "state", "draft", ""},
        {"einvoicing_platform", "verified_at", "NULL", ""},
        {"payments_account", "sealed_key", "", ""},
        {"payments_account", "sealed_secret", "", ""},
        {"payments_account", "state", "draft", ""},
        {"payments_account", "verified_at", "NULL", ""},
        {"payments_checkout", "address", "", ""},
        {"accounting_safe", "sealed_secret", "", ""},
        {"accounting_safe", "state", "draft", ""},
        {"accounting_safe", "verified_at", "NULL", ""},
        {"accounting_outside", "sealed_token", "", ""},
        {"accounting_outside", "state", "draft", ""},
        {"accounting_outside", "verified_at", "NULL", ""},
        {"accounting_outside", "turn_until", "NULL", ""},
        {"outbox", "html", "", "is_secret"},
        {"mail_mailbox", "state", "draft", ""},
        {"outbox", "reply_to", "", ""},
        {"mail_mailbox", "connected_at", "NULL", ""},
        {"outbox", "text", "", "is_secret"},
        {"crm_client", "email_cipher", "NULL", ""},
        {"crm_client", "email_hash", "NULL", ""},
        {"crm_client", "phone_cipher", "NULL", ""},
        {"crm_client", "phone_hash", "NULL", ""},
        {"crm_contact", "email_cipher", "NULL", ""},
        {"crm_contact", "email_hash", "NULL", ""},
        {"crm_contact", "phone_cipher", "NULL", ""},
        {"crm_contact", "phone_hash", "NULL", ""},
        {"crm_portal_change", "link_hash", "NULL", ""},
        {"projects_access_code", "sealed_code", "-", ""},
    };
    return values;
}

const std::vector<std::string_view>& harmless()
{
    static const std::vector<std::string_view> columns{"accounting_archive.sha256",
                                                       "accounting_safe_object.sha256",
                                                       "audit_entry.payload_sha256",
                                                       "audit_payload.salt",
                                                       "audit_batch.sealed_at",
                                                       "audit_batch.hash",
                                                       "audit_seal.hash",
                                                       "outbox.is_secret",
                                                       "files_file.sha256",
                                                       "einvoicing_platform.token_address",
                                                       "files_variant.sha256",
                                                       "invoices_issue.paper_sha256",
                                                       "letters_issue.sha256",
                                                       "bank_line.fingerprint",
                                                       "signatures_signature.shown_sha256",
                                                       "signed_invoices_request.signature_id",
                                                       "signatures_signature.mark_sha256",
                                                       "signatures_signature.signed_sha256",
                                                       "ledger_event.hash",
                                                       "ledger_event.signature"};
    return columns;
}

bool sounds_secret(std::string_view column)
{
    constexpr std::array<std::string_view, 9> sounds{
        "hash", "secret", "token", "password", "cipher", "sealed", "salt", "sha256", "signature"};
    return std::ranges::any_of(sounds, [&](std::string_view sound) {
        return column.find(sound) != std::string_view::npos;
    });
}

} // namespace portability
