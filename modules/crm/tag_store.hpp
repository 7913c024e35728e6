#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/crm/tag.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace crm
{

/// A tag with how many clients have it.
struct TagUse {
    TagId id;
    std::string name;
    TagTone tone = TagTone::gray;
    std::int64_t clients = 0;
};
BOOST_DESCRIBE_STRUCT(TagUse, (), (id, name, tone, clients))

/// Every statement on crm_tag and crm_client_tag.
class TagStore
{
  public:
    explicit TagStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    void insert(const Tag& tag);
    void update(const Tag& tag);
    void remove(TagId id); ///< from its clients too
    std::optional<Tag> find(TagId id);
    std::optional<Tag> find_by_key(std::string_view search_key);
    std::vector<TagUse> all(); ///< by name

    std::vector<Tag> tags_of(tenancy::ClientId client); ///< by name
    /// Does nothing for a client that has it already.
    void add(tenancy::ClientId client, TagId tag);
    bool take_off(tenancy::ClientId client, TagId tag);
    /// The clients of `from` have `into`; returns how many had not.
    std::int64_t give_all(TagId from, TagId into);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace crm
