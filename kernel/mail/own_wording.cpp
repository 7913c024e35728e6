#include "kernel/audit/audit.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/mail/wording.hpp"
#include "kernel/mail/wording_store.hpp"

namespace mail
{
namespace
{

void note(tenancy::WorkspaceTransaction& tx, std::string_view action, const Template& one,
          const Wording& before, const Wording& after)
{
    audit::append(tx, {.action = action,
                       .subject_kind = "workspace",
                       .subject = tx.workspace().id.value,
                       .changes = {{"template", one.name, one.name},
                                   {"subject", before.subject, after.subject},
                                   {"body", before.body, after.body}}});
}

} // namespace

OwnWording own_wording(tenancy::WorkspaceTransaction& tx, const Template& one)
{
    const auto row = wording_row(tx, one.name);
    if (!row) return {.wording = our_wording(tx.workspace(), one), .version = 0};
    return {.wording = {.subject = row->subject, .body = row->body}, .version = row->version};
}

void save_wording(tenancy::WorkspaceTransaction& tx, const Template& one, const Wording& wording,
                  std::int64_t seen)
{
    const auto before = own_wording(tx, one);
    if (before.version != seen)
        throw base::Refusal{"mail.refusal.wording_changed", {}, base::Refusal::Kind::Conflict};
    if (before.wording == wording) return;
    if (wording == our_wording(tx.workspace(), one)) return forget_wording(tx, one);
    write_wording(tx, {.template_name = one.name,
                       .subject = wording.subject,
                       .body = wording.body,
                       .version = before.version + 1});
    note(tx, "mail.wording_saved", one, before.wording, wording);
}

void forget_wording(tenancy::WorkspaceTransaction& tx, const Template& one)
{
    const auto before = own_wording(tx, one);
    if (before.version == 0) return;
    delete_wording(tx, one.name);
    note(tx, "mail.wording_reset", one, before.wording, our_wording(tx.workspace(), one));
}

std::vector<std::string> own_wordings(tenancy::WorkspaceTransaction& tx)
{
    return worded_names(tx);
}

Wording said(tenancy::WorkspaceTransaction& tx, std::string_view name, const std::string& key,
             const base::Params& params)
{
    const auto* const one = find_template(name);
    const auto row = one == nullptr ? std::nullopt : wording_row(tx, name);
    if (!row)
        return {.subject = i18n::t(key + ".subject", params),
                .body = i18n::t(key + ".body", params)};
    return filled(*one, {.subject = row->subject, .body = row->body}, params);
}

} // namespace mail
