#include "modules/crm/portal_details_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/forms/field_types.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/secrets/token.hpp"
#include "modules/crm/portal_details_store.hpp"
#include "modules/crm/portal_mails.hpp"
#include "modules/crm/portal_record_actions.hpp"

#include <algorithm>

namespace crm
{
namespace
{

using tenancy::WorkspaceTransaction;

constexpr std::int64_t addresses_a_day = 5; // each is a mail to somebody

std::string words_of(FieldUse use)
{
    return i18n::t("crm.fields.use." + std::string{forms::enum_name(use)});
}

PortalChange new_change(WorkspaceTransaction& tx, const Details& details, const WantedField& wanted)
{
    return {.id = tx.make_id<PortalChangeId>(),
            .client_id = details.client.id,
            .membership_id = tx.actor().membership,
            .field = wanted.field,
            .before = value_of(details, wanted.field),
            .after = wanted.value,
            .reason = {},
            .link_hash = {},
            .asked_at = base::now(),
            .expires_at = {},
            .settled_at = {},
            .settled_by = {}};
}

void ask_to_confirm(WorkspaceTransaction& tx, PortalChange change)
{
    const auto asked = PortalDetailsStore{tx}.count_addresses(change.membership_id,
                                                              change.asked_at - address_valid_for);
    base::refuse_unless(asked < addresses_a_day, "crm.change.refusal.too_many");
    const auto token = secrets::new_token();
    change.state = ChangeState::confirming;
    change.link_hash = secrets::token_hash(token);
    change.expires_at = change.asked_at + address_valid_for;
    PortalDetailsStore{tx}.insert(change);
    mail_confirm_address(tx, change, token);
}

/// The changes that count at once, the others being kept until somebody answers.
class Sorting
{
  public:
    Sorting(WorkspaceTransaction& tx, const Details& details)
        : tx_(tx), details_(details), uses_(PortalDetailsStore{tx}.uses()),
          open_(PortalDetailsStore{tx}.open_of(tx.actor().membership))
    {
    }

    void add(const PortalField& field, const WantedField& wanted)
    {
        const auto use = use_of(uses_, field);
        if (!may_change(use) || !is_shown(field, details_)) return;
        const auto change = new_change(tx_, details_, wanted);
        const auto asked = std::ranges::find(open_, change.field, &PortalChange::field);
        const bool is_asked = asked != open_.end();
        if (change.after == (is_asked ? asked->after : change.before)) return;
        PortalDetailsStore{tx_}.replace(change.membership_id, change.field);
        if (is_asked && asked->state == ChangeState::waiting) has_ended_waiting = true;
        if (change.after == change.before)
            ++outcome.withdrawn;
        else
            sort(change, use);
    }

    std::vector<PortalChange> at_once;
    std::vector<PortalChange> waiting;
    bool has_ended_waiting = false; ///< of what the team was called for
    Outcome outcome;

  private:
    void sort(const PortalChange& change, FieldUse use)
    {
        if (is_email(change.field) && !change.after.empty()) {
            ask_to_confirm(tx_, change);
            ++outcome.to_confirm;
        } else if (use == FieldUse::approve) {
            PortalDetailsStore{tx_}.insert(change);
            waiting.push_back(change);
        } else {
            at_once.push_back(change);
        }
    }

    WorkspaceTransaction& tx_;
    const Details& details_;
    FieldUses uses_;
    std::vector<PortalChange> open_;
};

/// Nothing waits for the team any more, or open pages show less.
void tell_withdrawn(WorkspaceTransaction& tx, tenancy::ClientId client, const Sorting& sorting)
{
    if (sorting.has_ended_waiting && PortalDetailsStore{tx}.waiting(client).empty())
        tell_team(tx, client, DetailsNews::settled);
    if (sorting.has_ended_waiting || sorting.outcome.withdrawn > 0) touch_details(tx, client);
}

} // namespace

Details my_details(WorkspaceTransaction& tx)
{
    const auto& actor = tx.actor();
    if (!actor.client) throw base::NotFound{};
    return details_of(tx, actor.client, actor.membership);
}

Outcome change_my_details(WorkspaceTransaction& tx, const std::vector<WantedField>& wanted,
                          std::int64_t seen_version)
{
    const auto details = my_details(tx);
    if (details.client.version != seen_version)
        throw base::Refusal{"crm.refusal.changed_meanwhile", {}, base::Refusal::Kind::Conflict};
    Sorting sorting{tx, details};
    for (const auto& one : wanted) {
        const auto field = std::ranges::find(portal_fields, one.field, &PortalField::code);
        if (field != portal_fields.end()) sorting.add(*field, one);
    }
    const auto client = details.client.id;
    if (!sorting.at_once.empty()) {
        write_changes(tx, tx.actor().membership, details, sorting.at_once);
        tell_team(tx, client, DetailsNews::changed);
    }
    if (!sorting.waiting.empty()) tell_waiting(tx, client, sorting.waiting);
    tell_withdrawn(tx, client, sorting);
    sorting.outcome.done = static_cast<int>(sorting.at_once.size());
    sorting.outcome.waiting = static_cast<int>(sorting.waiting.size());
    return sorting.outcome;
}

void save_field_uses(WorkspaceTransaction& tx, const FieldUses& uses)
{
    PortalDetailsStore store{tx};
    const auto before = store.uses();
    std::vector<audit::Change> lines;
    const auto save = [&](std::string_view code, FieldUse was) {
        const auto now = uses.find(code);
        if (now == uses.end() || now->second == was) return;
        store.set_use(code, now->second);
        lines.push_back({std::string{code}, words_of(was), words_of(now->second)});
    };
    for (const auto& field : portal_fields)
        save(field.code, use_of(before, field));
    save(colleagues_code, colleagues_use(before));
    if (lines.empty()) return;
    audit::append(tx, {.action = "crm.portal_fields_saved",
                       .subject_kind = "workspace",
                       .changes = std::move(lines)});
}

} // namespace crm
