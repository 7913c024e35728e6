#include "modules/crm/tag_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"
#include "kernel/events/topics.hpp"
#include "kernel/forms/field_types.hpp"
#include "modules/crm/client_store.hpp"
#include "modules/crm/tag_store.hpp"

#include <algorithm>

namespace crm
{
namespace
{

using tenancy::WorkspaceTransaction;

std::string key_of(const std::string& name)
{
    auto key = base::trim(base::fold(name));
    base::refuse_unless(!key.empty(), "crm.tag.refusal.blank");
    return key;
}

Tag tag_of(TagStore& store, TagId id)
{
    const auto tag = store.find(id);
    if (!tag) throw base::NotFound{};
    return *tag;
}

Tag known_or_new(WorkspaceTransaction& tx, const std::string& name)
{
    TagStore store{tx};
    const auto key = key_of(name);
    if (const auto known = store.find_by_key(key)) return *known;
    base::refuse_unless(store.all().size() < tags_max, "crm.tag.refusal.full",
                        {{"most", std::to_string(tags_max)}});
    const Tag tag{
        .id = tx.make_id<TagId>(), .name = name, .search_key = key, .tone = tone_of_new(key)};
    store.insert(tag);
    return tag;
}

void audit_tag(WorkspaceTransaction& tx, std::string_view action, std::vector<audit::Change> what)
{
    audit::append(tx, {.action = action,
                       .subject_kind = "workspace",
                       .subject = tx.workspace().id.value,
                       .changes = std::move(what)});
    events::touch(tx, "clients");
}

void audit_client(WorkspaceTransaction& tx, tenancy::ClientId client, audit::Change what)
{
    audit::append(tx, {.action = what.after.empty() ? "crm.client_untagged" : "crm.client_tagged",
                       .subject_kind = "client",
                       .subject = client.value,
                       .changes = {std::move(what)}});
    events::touch(tx, "clients");
    events::touch(tx, "client:" + client.text());
}

} // namespace

TagId tag_client(WorkspaceTransaction& tx, tenancy::ClientId client, const std::string& name)
{
    if (!ClientStore{tx}.find(client)) throw base::NotFound{};
    TagStore store{tx};
    const auto tag = known_or_new(tx, name);
    const auto worn = store.tags_of(client);
    if (std::ranges::find(worn, tag.id, &Tag::id) != worn.end()) return tag.id;
    base::refuse_unless(worn.size() < tags_of_client_max, "crm.tag.refusal.full_client",
                        {{"most", std::to_string(tags_of_client_max)}});
    store.add(client, tag.id);
    audit_client(tx, client, {"tag", "", tag.name});
    return tag.id;
}

void untag_client(WorkspaceTransaction& tx, tenancy::ClientId client, TagId tag)
{
    TagStore store{tx};
    const auto known = tag_of(store, tag);
    if (store.take_off(client, tag)) audit_client(tx, client, {"tag", known.name, ""});
}

void save_tag(WorkspaceTransaction& tx, TagId id, const std::string& name, TagTone tone)
{
    TagStore store{tx};
    const auto before = tag_of(store, id);
    const auto key = key_of(name);
    const auto other = store.find_by_key(key);
    base::refuse_unless(!other || other->id == id, "crm.tag.refusal.known", {{"name", name}});
    store.update({.id = id, .name = name, .search_key = key, .tone = tone});
    audit_tag(tx, "crm.tag_saved",
              {{"tag", before.name, name},
               {"tone", std::string{forms::enum_name(before.tone)},
                std::string{forms::enum_name(tone)}}});
}

void merge_tags(WorkspaceTransaction& tx, TagId from, TagId into)
{
    base::refuse_unless(from != into, "crm.tag.refusal.same");
    TagStore store{tx};
    const auto gone = tag_of(store, from);
    const auto kept = tag_of(store, into);
    store.give_all(from, into);
    store.remove(from);
    audit_tag(tx, "crm.tags_merged", {{"tag", gone.name, kept.name}});
}

void remove_tag(WorkspaceTransaction& tx, TagId id)
{
    TagStore store{tx};
    const auto gone = tag_of(store, id);
    store.remove(id);
    audit_tag(tx, "crm.tag_removed", {{"tag", gone.name, ""}});
}

} // namespace crm
