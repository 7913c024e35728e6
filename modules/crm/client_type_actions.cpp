#include "modules/crm/client_type_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"
#include "kernel/events/topics.hpp"
#include "kernel/tenancy/own_preset.hpp"
#include "modules/crm/client_type_store.hpp"
#include "modules/crm/portal_field.hpp"

namespace crm
{
namespace
{

using base::refuse_unless;
using tenancy::WorkspaceTransaction;

const std::vector<presets::Choice>& preset_types(const WorkspaceTransaction& tx)
{
    return tenancy::own_preset(tx.workspace()).choices_of("clients.type");
}

/// Of a name that no type but `own` has.
std::string free_key(WorkspaceTransaction& tx, const std::string& name, OwnTypeId own)
{
    auto key = base::trim(base::fold(name));
    refuse_unless(!key.empty(), "crm.type.refusal.blank");
    for (const auto& type : preset_types(tx))
        refuse_unless(base::fold(type.label) != key, "crm.type.refusal.known",
                      {{"name", type.label}});
    const auto other = ClientTypeStore{tx}.find_by_key(key);
    refuse_unless(!other || other->id == own, "crm.type.refusal.known",
                  {{"name", other ? other->name : name}});
    return key;
}

OwnType existing(WorkspaceTransaction& tx, OwnTypeId id)
{
    auto type = ClientTypeStore{tx}.find(id);
    if (!type) throw base::NotFound{};
    return *std::move(type);
}

void audit_type(WorkspaceTransaction& tx, std::string_view action, audit::Change what)
{
    audit::append(tx, {.action = action,
                       .subject_kind = "workspace",
                       .subject = tx.workspace().id.value,
                       .changes = {std::move(what)}});
    events::touch(tx, "clients");
}

} // namespace

ClientTypes client_types(WorkspaceTransaction& tx)
{
    ClientTypes types;
    for (const auto& type : preset_types(tx))
        types.push_back({.code = type.code, .name = type.label});
    for (const auto& type : ClientTypeStore{tx}.all())
        types.push_back({.code = type.id.text(),
                         .name = type.name,
                         .is_offered = !type.retired_at.has_value()});
    return types;
}

std::string field_words(WorkspaceTransaction& tx, std::string_view field, const std::string& value)
{
    return field == "type" ? type_name(client_types(tx), value) : shown_value(field, value);
}

OwnTypeId add_type(WorkspaceTransaction& tx, const std::string& name)
{
    ClientTypeStore store{tx};
    const auto key = free_key(tx, name, {});
    refuse_unless(store.all().size() < own_types_max, "crm.type.refusal.full",
                  {{"most", std::to_string(own_types_max)}});
    const OwnType type{.id = tx.make_id<OwnTypeId>(), .name = name, .search_key = key};
    store.insert(type);
    audit_type(tx, "crm.type_added", {"type", "", name});
    return type.id;
}

void rename_type(WorkspaceTransaction& tx, OwnTypeId id, const std::string& name)
{
    auto type = existing(tx, id);
    const auto before = type.name;
    type.search_key = free_key(tx, name, id);
    type.name = name;
    ClientTypeStore{tx}.update(type);
    audit_type(tx, "crm.type_renamed", {"type", before, name});
}

void offer_type(WorkspaceTransaction& tx, OwnTypeId id, Offering offering)
{
    auto type = existing(tx, id);
    const bool is_again = offering == Offering::again;
    if (type.retired_at.has_value() != is_again) return;
    type.retired_at.reset();
    if (!is_again) type.retired_at = base::now();
    ClientTypeStore{tx}.update(type);
    if (is_again)
        audit_type(tx, "crm.type_restored", {"type", "", type.name});
    else
        audit_type(tx, "crm.type_retired", {"type", type.name, ""});
}

} // namespace crm
